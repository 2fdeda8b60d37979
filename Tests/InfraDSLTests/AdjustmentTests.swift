import CloudFormation
import InfraDSL
import Testing

@Suite struct AdjustmentTests {
    private let env = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-ACCOUNT"))

    private func assembly(_ resources: [any Resource]) throws(Problems) -> Assembly {
        try Assembly(Stack("s", in: env) { resources }, policy: .none)
    }

    @Test func `a property set past the types stands in the template and in the report`() throws {
        let bucket = Bucket("Lake", name: "lake", in: env)
            .overriding("AccelerateConfiguration.AccelerationStatus", with: "Enabled", because: "Partners in Asia")
        let made = try assembly([bucket])
        #expect(made.template.yaml.contains("AccelerateConfiguration:\n        AccelerationStatus: Enabled\n"))
        #expect(made.report.first?.hasSuffix("1 set past the types") == true)
        #expect(made.report.last == "  AccelerateConfiguration.AccelerationStatus of Lake, by hand: Partners in Asia")
    }

    @Test func `a resource without a struct says why and can be referred to`() throws {
        let table = RawResource(
            "Catalog", type: "AWS::Glue::Database", properties: ["CatalogId": "\(Pseudo.accountID)"],
            because: "No struct yet")
        let made = try assembly([table, SSM.Parameter("P", type: .string, value: table.ref)])
        #expect(made.template.yaml.contains("Type: AWS::Glue::Database\n"))
        #expect(made.template.yaml.contains("Value: !Ref Catalog\n"))
        #expect(made.overrides.map(\.reason) == ["No struct yet"])
    }

    @Test func `a reason that says nothing is a problem with its line`() {
        let bucket = Bucket("Lake", name: "lake", in: env).overriding("Tags", with: [], because: " ")
        let problems = #expect(throws: Problems.self) { try self.assembly([bucket]) }
        #expect(problems?.description.contains("AdjustmentTests.swift") == true)
        #expect(problems?.description.contains("Lake goes past the types without a reason") == true)
    }

    @Test func `what a resource was called is known of each of its parts`() throws {
        let topic = Topic("Alerts", in: env).formerly("LoadErrors")
        let entries = try assembly([topic]).template.entries
        #expect(
            entries.map { "\($0.logicalID.name)<\($0.options.formerly?.name ?? "")" } == [
                "Alerts<LoadErrors", "AlertsPolicy<LoadErrorsPolicy",
            ])
        #expect(SNS.Topic("B").formerly("A").entry.options.formerly?.name == "A")
    }

    @Test func `an id can not be moved from what is still there`() {
        let problems = #expect(throws: Problems.self) {
            try self.assembly([SNS.Topic("A"), SNS.Topic("B").formerly("A")])
        }
        #expect(problems?.description.contains("B was formerly A, and A is a resource of the stack") == true)
    }

    @Test func `an explicit order stands as DependsOn and must be of the stack`() throws {
        let first = Topic("First", in: env)
        let second = Topic("Second", in: env).depending(on: first)
        #expect(try assembly([first, second]).template.yaml.contains("DependsOn:\n    - First\n"))
        let problems = #expect(throws: Problems.self) { try self.assembly([second]) }
        #expect(problems?.description.contains("First is mentioned by Second but not part of the stack") == true)
    }
}

@Suite struct IDLedgerTests {
    private let env = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-ACCOUNT"))

    private func ledger(_ resources: [any Resource]) throws(Problems) -> IDLedger {
        IDLedger([try Assemblies([Stack("s", in: env) { resources }], in: env, policy: .none)])
    }

    @Test func `the committed text gives the same ledger`() throws {
        let now = try ledger([SNS.Topic("Alerts"), SQS.Queue("Arrivals")])
        #expect(now.file.path == "cloudformation/logical-ids.txt")
        #expect(now.file.contents.hasSuffix("s Alerts AWS::SNS::Topic\ns Arrivals AWS::SQS::Queue\n"))
        #expect(now.renames(since: IDLedger(parsing: now.file.contents)).isEmpty)
    }

    @Test func `an id that turned into another of its type is seen`() throws {
        let old = IDLedger(parsing: try ledger([SNS.Topic("A"), SQS.Queue("Q")]).file.contents)
        let renames = try ledger([SNS.Topic("B"), SQS.Queue("Q")]).renames(since: old)
        #expect(
            renames.map(\.description) == [
                "A is gone from s, and B (AWS::SNS::Topic too) is new: a deploy would delete the one and make the other"
            ])
    }

    @Test func `a declared move, an id given up and another type are no accident`() throws {
        let old = IDLedger(parsing: try ledger([SNS.Topic("A")]).file.contents)
        let moved = try ledger([SNS.Topic("B").formerly("A")])
        #expect(moved.renames(since: old).isEmpty)
        #expect(moved.file.contents.contains("s B AWS::SNS::Topic formerly A\n"))
        #expect(try ledger([SNS.Topic("B")]).renames(since: old, forgetting: ["A"]).isEmpty)
        #expect(try ledger([SQS.Queue("B")]).renames(since: old).isEmpty)
        #expect(try ledger([]).renames(since: old).isEmpty)
    }
}
