import InfraDSL
import Testing

@Suite struct GraphTests {
    private let env = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-TEST"))

    private func bridge(_ lake: Bucket) -> StorageIntegration {
        StorageIntegration(
            "LAKE", assuming: "lake-reader", in: env, locations: [lake.path("inbox/")], purpose: "Reads the lake.")
    }

    @Test func `the bridge is made before the role that trusts it`() throws {
        let lake = Bucket("Lake", name: "lake", in: env)
        let bridge = bridge(lake)
        let role = Role("Reader", trustedBy: bridge, allow: [.read(lake.path("inbox/"))])
        let graph = try Graph(Stack("s", in: env) { [role, bridge, lake] as [any Resource] })
        #expect(graph.before.map(\.id) == ["STORAGE INTEGRATION LAKE"])
        #expect(graph.template.map(\.id).contains("Reader"))
        #expect(graph.after.isEmpty)
    }

    @Test func `a resource known only by its name must be declared too`() {
        let lake = Bucket("Lake", name: "lake", in: env)
        let problems = #expect(throws: Problems.self) { try Graph(Stack("s", in: env) { bridge(lake) }) }
        #expect(problems?.all.map(\.kind) == [.undeclared("Lake", mentionedBy: "STORAGE INTEGRATION LAKE")])
    }

    @Test func `all problems are reported together, each with its line`() {
        let retail = Database("RETAIL", purpose: "p")
        let raw = Schema("RAW", in: retail, purpose: "p")
        let topic = Topic("Not-an-id", in: env)
        let problems = #expect(throws: Problems.self) {
            try Graph(Stack("s", in: env) { [raw, topic, topic] as [any Resource] })
        }
        let kinds = problems?.all.map(\.kind) ?? []
        #expect(kinds.contains(.undeclared("DATABASE RETAIL", mentionedBy: "SCHEMA RETAIL.RAW")))
        #expect(kinds.contains(.declaredTwice("Not-an-id")))
        #expect(kinds.contains(.malformedLogicalID("Not-an-id")))
        #expect(problems?.all.allSatisfy { $0.declared?.file.hasSuffix("GraphTests.swift") ?? false } ?? false)
    }

    @Test func `a user waits for the key pair that AWS keeps`() throws {
        let role = AccountRole("R", purpose: "p")
        let warehouse = Warehouse("W", purpose: "p")
        let key = KeyPair("Key", secretName: "k", purpose: "p")
        let user = ServiceUser("U", as: role, on: warehouse, signingWith: key, purpose: "p")
        let graph = try Graph(
            Stack("s", in: env) { [user, key, warehouse, role, Grant.role(role, to: user)] as [any Resource] })
        #expect(graph.before.map(\.id) == ["ROLE R", "WAREHOUSE W"])
        #expect(graph.after.map(\.id) == ["USER U", "GRANT ROLE R TO USER U"])
    }

    @Test func `a template that needs something made after it is a cycle with its members named`() {
        let key = KeyPair("Key", secretName: "k", purpose: "p")
        let late = Late(key: key)
        let problems = #expect(throws: Problems.self) {
            try Graph(Stack("s", in: env) { [key, late, Needy(late: late)] as [any Resource] })
        }
        #expect(problems?.all.map(\.kind) == [.cycle(["Needy", "ROLE LATE"])])
    }

    @Test func `resources that need one another are named on the way round`() {
        let problems = #expect(throws: Problems.self) {
            try Graph(Stack("s", in: env) { [Knot(id: "A", needs: "B"), Knot(id: "B", needs: "A")] })
        }
        #expect(problems?.all.map(\.kind) == [.cycle(["A", "B", "A"])])
    }
}

/// A Snowflake object that needs something only AWS can name.
private struct Late: SnowflakeResource {
    let id = "ROLE LATE"
    let declared = SourceLocation(file: "t", line: 1)
    let key: KeyPair
    var declaration: SnowflakeDeclaration {
        .object(SnowflakeObject(ObjectName("LATE", kind: .role), [.init("X", .text(key.publicKey))], purpose: "p"))
    }
}

/// An AWS resource that needs such an object.
private struct Needy: AWSResource {
    let id = "Needy"
    let declared = SourceLocation(file: "t", line: 1)
    let late: Late
    var entries: [TemplateEntry] {
        let text = Text(.attribute(of: late.id, "Y"))
        return [
            TemplateEntry("Needy", type: "AWS::SNS::Topic", properties: ["TopicName": .text(text)], declared: declared)
        ]
    }
}

private struct Knot: AWSResource {
    let id: String
    let needs: String
    let declared = SourceLocation(file: "t", line: 1)
    var entries: [TemplateEntry] { [] }
    var texts: [Text] { [Text(.attribute(of: needs, "Arn"))] }
}
