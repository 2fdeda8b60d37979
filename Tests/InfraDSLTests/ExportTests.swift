import CloudFormation
import InfraDSL
import Testing

@Suite struct ExportTests {
    private let env = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-ACCOUNT"))
    private let topic = SNS.Topic("Alerts")

    private var export: Export<ARN<SNS.Topic>> {
        Export("AlertsArn", topic.ref, from: "shared", in: env, "Who is told")
    }

    private var user: Stack {
        let alarm = CloudWatch.Alarm(
            "Alarm", alarmActions: [export.imported], comparisonOperator: .greaterThanThreshold, evaluationPeriods: 1)
        return Stack("user", in: env) { alarm }
    }

    private func shared(listing outputs: [Output]) -> Stack { Stack("shared", in: env, outputs: outputs) { topic } }

    @Test func `an import keeps its kind and is deployed after its export`() throws {
        let all = try Assemblies([user, shared(listing: [export.output])], in: env, policy: .none).all
        #expect(all.map(\.stack.name) == ["shared", "user"])
        #expect(
            all[0].template.yaml.contains(
                "  AlertsArn:\n    Description: Who is told\n    Value: !Ref Alerts\n    Export:\n      Name: shared-test:AlertsArn\n"
            ))
        #expect(all[1].template.yaml.contains("AlarmActions:\n      - !ImportValue shared-test:AlertsArn\n"))
    }

    @Test func `an export that nobody lists is a problem of its user's line`() {
        let problems = #expect(throws: Problems.self) {
            try Assemblies([user, shared(listing: [])], in: env, policy: .none)
        }
        #expect(problems?.description.contains("ExportTests.swift") == true)
        #expect(
            problems?.description.contains(
                "Alarm imports shared-test:AlertsArn, which no stack of the environment exports") == true)
    }

    @Test func `stacks that need one another can not be ordered`() {
        let a = SNS.Topic("A")
        let b = SNS.Topic("B")
        let fromOne = Export("A", a.ref, from: "one", in: env, "a")
        let fromTwo = Export("B", b.ref, from: "two", in: env, "b")
        let one = Stack("one", in: env, outputs: [fromOne.output]) {
            [a, SSM.Parameter("P", type: .string, value: fromTwo.imported.text)]
        }
        let two = Stack("two", in: env, outputs: [fromTwo.output]) {
            [b, SSM.Parameter("P", type: .string, value: fromOne.imported.text)]
        }
        let problems = #expect(throws: Problems.self) { try Assemblies([one, two], in: env, policy: .none) }
        #expect(problems?.description.contains("these need one another, so none can be made first: one → two") == true)
    }

    @Test func `a statement of Snowflake's can not hold an import`() {
        let integration = Stack("s", in: env) {
            Warehouse("W", purpose: "x")
            ServiceUserLike(text: export.imported.text)
        }
        let problems = #expect(throws: Problems.self) {
            try Assemblies([shared(listing: [export.output]), integration], in: env, policy: .none)
        }
        #expect(problems?.description.contains("needs what only CloudFormation computes") == true)
    }

    /// A Snowflake object whose option is a text from elsewhere.
    private struct ServiceUserLike: SnowflakeResource {
        let text: Text
        var id: String { "WAREHOUSE X" }
        var declared: CloudFormation.SourceLocation { CloudFormation.SourceLocation(file: "Here.swift", line: 1) }
        var declaration: SnowflakeDeclaration {
            .object(
                SnowflakeObject(
                    ObjectName("X", kind: .warehouse), [.init("COMMENT", .text(text))], purpose: "p"))
        }
    }
}
