import InfraDSL
import Testing

@Suite struct SQLTests {
    @Test(arguments: [
        ("plain", #""plain""#), ("a\"b", #""a""b""#), ("\"; DROP DATABASE X; --", #""""; DROP DATABASE X; --""#),
        ("Zoë 🙂", #""Zoë 🙂""#),
    ])
    func `a name is one quoted identifier whatever it contains`(name: String, quoted: String) {
        let sql: SQL = "DROP ROLE \(ObjectName(name, kind: .role))"
        #expect(sql.rendered { _ in nil } == "DROP ROLE \(quoted)")
    }

    @Test(arguments: [("it's", "'it''s'"), (#"a\"#, #"'a\\'"#), ("\\'; DROP", #"'\\''; DROP'"#)])
    func `a value is one string constant whatever it contains`(value: String, quoted: String) {
        let sql: SQL = "SELECT \(Text(value))"
        #expect(sql.rendered { _ in nil } == "SELECT \(quoted)")
    }

    @Test(arguments: ["", String(repeating: "x", count: 256), "a\0b"])
    func `what can not be a name is a problem of the stack with its line`(name: String) {
        let env = Environment("t", account: "1", region: "eu-west-1", snowflake: SnowflakeAccount("O-A"))
        let problems = #expect(throws: Problems.self) {
            try Graph(Stack("s", in: env) { AccountRole(name, purpose: "p") })
        }
        #expect(problems?.all.count == 1)
        #expect(problems?.description.contains("SQLTests.swift") ?? false)
    }

    @Test func `a statement with a hole nobody fills is not rendered`() {
        let hole = Text(.attribute(of: "X", "Y"))
        let sql: SQL = "SELECT \(hole)"
        #expect(sql.rendered { _ in nil } == nil)
        #expect(sql.rendered { _ in "it's" } == "SELECT 'it''s'")
    }

    @Test func `a stage's location and integration change in one statement`() {
        let env = Environment("t", account: "1", region: "eu-west-1", snowflake: SnowflakeAccount("O-A"))
        let lake = Bucket("Lake", name: "lake", in: env)
        let schema = Schema("RAW", in: Database("DB", purpose: ""), purpose: "")
        let bridge = StorageIntegration("INT", assuming: "r", in: env, locations: [lake.path("in/")], purpose: "")
        let stage = Stage("S", in: schema, at: lake.path("in/"), through: bridge, purpose: "Files.")
        guard case .object(let object) = stage.declaration else { return }
        #expect(
            object.alteration(setting: object.properties).rendered { _ in nil }
                == #"ALTER STAGE "DB"."RAW"."S" SET URL = 's3://lake/in/' STORAGE_INTEGRATION = "INT""#)
    }
}
