import SnowflakeSQL
import Testing

@Suite struct SnowflakeIdentifierTests {
    @Test(arguments: [
        ("RETAIL", "\"RETAIL\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""), ("ü x;--", "\"ü x;--\""),
    ])
    func `identifiers are quoted`(name: String, quoted: String) throws {
        #expect(try SnowflakeIdentifier(name).description == quoted)
    }

    @Test(arguments: ["", "a\0b", String(repeating: "x", count: 256)])
    func `what cannot be a name is refused`(name: String) {
        #expect(throws: SnowflakeIdentifier.Problem.self) { try SnowflakeIdentifier(name) }
    }

    @Test func `a path is quoted part by part`() throws {
        #expect(try SnowflakeIdentifier.path("DB", "RAW", "x.y") == "\"DB\".\"RAW\".\"x.y\"")
    }

    @Test(arguments: [
        ("", "''"), ("it's", "'it''s'"), ("a\\b", "'a\\\\b'"), ("\r\n\t", "'\\r\\n\\t'"),
        ("\\'; DROP", "'\\\\''; DROP'"),
        ("\r\n", "'\\r\\n'"), ("🏔ü\"", "'🏔ü\"'"),
    ])
    func `literals are quoted`(text: String, quoted: String) throws {
        #expect(try SQLLiteral.quote(text) == quoted)
    }

    @Test func `NUL is refused in a literal`() {
        #expect(throws: SnowflakeIdentifier.Problem.self) { try SQLLiteral.quote("a\0") }
    }
}
