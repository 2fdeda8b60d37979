import Foundation
import InfraDSL

// Makes stacks of 500 resources and prints their templates' bytes: `SynthBenchmark [stacks]`. Timed from outside.
let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1
let environment = Environment(
    "bench", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-BENCH"))
var bytes = 0
for number in 0..<count {
    do {
        let assembly = try Assembly(largeStack(number, environment))
        bytes += assembly.template.yaml.utf8.count
        if number == 0 { print("\(assembly.template.entries.count) resources, \(assembly.budget.summary)") }
    } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        exit(1)
    }
}
print("\(count) stacks, \(bytes) bytes")
