import InfraDSL
import Testing

@Suite struct PolicyPackTests {
    @Test(arguments: PolicyCase.all)
    func `a rule finds the template that breaks it and leaves the one that does not`(example: PolicyCase) throws {
        let bad = try PolicyPack.all.findings(in: TemplateDocument(example.bad), file: "bad.yaml")
        let broken = bad.filter { $0.rule == example.rule }
        #expect(!broken.isEmpty, "\(example.rule) finds nothing; found: \(bad.map(\.rule))")
        #expect(broken.allSatisfy { $0.place.file == "bad.yaml" && $0.place.line > 0 && !$0.message.isEmpty })
        let good = try PolicyPack.all.findings(in: TemplateDocument(example.good), file: "good.yaml")
        #expect(good.filter { $0.rule == example.rule }.isEmpty)
    }

    @Test func `every rule has an example, a reason, a fix and an id of its own`() {
        let rules = PolicyPack.all.rules
        #expect(Set(rules.map(\.id)).count == rules.count)
        #expect(Set(rules.map(\.id)).subtracting(PolicyCase.all.map(\.rule)).isEmpty)
        #expect(rules.allSatisfy { $0.reason.hasSuffix(".") && $0.fix.hasSuffix(".") })
        #expect(rules.allSatisfy { $0.id.wholeMatch(of: /SL-[A-Z0-9]{2,6}-\d{3}/) != nil })
    }

    private let unlogged = """
        Resources:
          Log:
            Type: AWS::Logs::LogGroup
            DeletionPolicy: Delete
            UpdateReplacePolicy: Delete
            Metadata: {Snowline: {Suppress: [{id: %ID%, reason: '%WHY%'}]}}
            Properties: {LogGroupName: a}
        """

    private func rules(_ id: String, _ why: String) throws -> [String] {
        let text = unlogged.replacing("%ID%", with: id).replacing("%WHY%", with: why)
        return try PolicyPack.all.findings(in: TemplateDocument(text), file: "t").map(\.rule)
    }

    @Test func `a suppression with a reason silences its rule`() throws {
        #expect(try rules("SL-LOG-001", "kept for ever on purpose").isEmpty)
    }

    @Test func `a suppression without a reason silences nothing and is told`() throws {
        #expect(try Set(rules("SL-LOG-001", " ")) == ["SL-LOG-001", "SL-SUP-001"])
    }

    @Test func `a suppression of what is not broken is told`() throws {
        #expect(try Set(rules("SL-S3-001", "just in case")) == ["SL-LOG-001", "SL-SUP-002"])
    }

    @Test func `a finding names the line of the place it is about`() throws {
        let text = """
            Resources:
              F:
                Type: AWS::Lambda::Function
                Properties:
                  Role: arn:aws:iam::123456789012:role/r
                  Code: {ZipFile: x}
                  Environment:
                    Variables:
                      STAGE: dev
                      DB_PASSWORD: hunter2
            """
        let findings = try PolicyPack.all.findings(in: TemplateDocument(text), file: "t.yaml")
        #expect(findings.map { "\($0.place) \($0.rule) \($0.logicalID)" } == ["t.yaml:10 SL-SEC-001 F"])
        #expect(!findings.contains { $0.message.contains("hunter2") })
    }

    @Test func `a stack that breaks rules names each Swift line, all at once`() throws {
        let env = Environment(
            "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-TEST"))
        let problems = #expect(throws: Problems.self) {
            try Assembly(Stack("s", in: env) { [SNS.Topic("T"), Logs.LogGroup("L")] as [any Resource] })
        }
        #expect(problems?.all.count == 3)
        #expect(problems?.all.allSatisfy { $0.declared?.file.hasSuffix("PolicyPackTests.swift") ?? false } ?? false)
        #expect(problems?.description.contains("SL-KEY-001 T: ") ?? false)
        #expect(problems?.description.contains("SL-LOG-001 L: ") ?? false)
    }

    @Test func `a resource of ours carries its suppression with its reason`() throws {
        let topic = SNS.Topic("T").suppressing(.snowline("SL-KEY-001"), because: "nothing secret is said here")
        let env = Environment(
            "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-TEST"))
        let assembly = try Assembly(Stack("s", in: env) { [topic] })
        #expect(assembly.suppressions.map(\.rule) == ["SL-KEY-001"])
        #expect(assembly.template.yaml.contains("reason: nothing secret is said here"))
    }
}
