import InfraDSL
import Testing

@Suite struct BudgetTests {
    private let env = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-TEST"))

    private func budget(_ text: String) throws -> Budget {
        Budget(of: try TemplateDocument(text), bytes: text.utf8.count)
    }

    private func resources(_ count: Int) -> String {
        "Resources:\n" + (0..<count).map { "  R\($0): {Type: 'AWS::SNS::Topic'}\n" }.joined()
    }

    @Test func `the last resource CloudFormation takes is taken and the next is not`() throws {
        #expect(try budget(resources(500)).exceeded.isEmpty)
        #expect(try budget(resources(501)).exceeded.map(\.what) == ["resources"])
    }

    @Test func `a function's environment may take four kilobytes`() throws {
        func text(_ count: Int) -> String {
            """
            Resources:
              F:
                Type: AWS::Lambda::Function
                Properties: {Environment: {Variables: {A: '\(String(repeating: "x", count: count))'}}}
            """
        }
        #expect(try budget(text(4000)).exceeded.isEmpty)
        #expect(try budget(text(4096)).exceeded.map(\.subject) == ["F"])
    }

    @Test func `the summary says what is used and how the template travels`() throws {
        #expect(
            try budget(resources(3)).summary.hasPrefix("3 of 500 resources, 0 of 200 parameters, 0 of 200 outputs, "))
        let large = try budget(resources(500) + "Description: '\(String(repeating: "x", count: 60_000))'")
        #expect(large.summary.contains("by way of S3"))
    }

    @Test func `a stack over a limit is refused at synth with its line`() {
        let long = String(repeating: "x", count: 4200)
        let function = Lambda.Function(
            "F", code: .init(zipFile: "x"), role: .existing("arn:aws:iam::123456789012:role/r"),
            environment: .init(variables: ["A": .text(Text(long))]))
        let problems = #expect(throws: Problems.self) { try Assembly(Stack("s", in: env) { [function] }) }
        #expect(problems?.description.contains("F has 42") ?? false)
        #expect(problems?.all.first?.declared?.file.hasSuffix("BudgetTests.swift") ?? false)
    }
}
