import ArgumentParser
import CloudAPI
import InfraDSL

/// Tells why the latest change of a stack failed, after the fact.
struct DiagnoseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "Tell why the latest change of a stack failed: the first real cause on top.",
        discussion: """
            What failed by itself comes first, with the reason AWS gives, the line of Swift that declared it, and what most often
            helps. What was only cancelled because of it is counted.

              swift run deploy diagnose --env prod
              swift run deploy diagnose --env prod --output json
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func run() throws {
        Interruption.enter(.reading)
        let diagnoses = try StackInQuestion.all(target).map { try $0.diagnosis() }
        switch output {
        case .json: Console.result(String(decoding: JSON.array(diagnoses.map(\.json)).bytes, as: UTF8.self))
        case .text: for line in diagnoses.flatMap(\.lines) { Console.result(line) }
        }
    }
}
