import Testing

@testable import CloudCredentials

@Suite struct TOMLTests {
    @Test func `tables, quoted names, texts, numbers, lists and comments are read`() throws {
        let document = try TOML(
            """
            default_connection_name = "dev" # which
            [connections.dev]
            account = 'MYORG-DEV'
            user = "ana \\u00e9 \\"x\\" \\\\"
            port = 4_43
            hex = 0xFF
            rate = 1.5e3
            on = true
            since = 1979-05-27T07:32:00Z
            list = [ 1, "two", # three
              [3],
            ]
            inline = { a.b = 1, c = 'd' }
            [connections."my prod".deeper]
            key = '''
            first
            second'''
            long = \"\"\"a \\
               b\"\"\"
            [[tool.things]]
            x = 1
            [[tool.things]]
            x = 2
            """)
        #expect(document["default_connection_name"]?.setting == "dev")
        #expect(document["connections", "dev", "user"]?.setting == "ana é \"x\" \\")
        #expect(document["connections", "dev", "port"] == .integer(443))
        #expect(document["connections", "dev", "hex"] == .integer(255))
        #expect(document["connections", "dev", "rate"] == .float(1500))
        #expect(document["connections", "dev", "on"] == .bool(true))
        #expect(document["connections", "dev", "since"] == .moment("1979-05-27T07:32:00Z"))
        #expect(document["connections", "dev", "list"] == .array([.integer(1), .string("two"), .array([.integer(3)])]))
        #expect(document["connections", "dev", "inline", "a", "b"] == .integer(1))
        #expect(document["connections", "my prod", "deeper", "key"]?.setting == "first\nsecond")
        #expect(document["connections", "my prod", "deeper", "long"]?.setting == "a b")
    }

    @Test(arguments: [
        ("a = 1\na = 2", 2), ("a = \"x\nb", 1), ("[a\nb = 1", 1), ("a = secret", 1), ("\n\nx 1", 3), ("a = [1, 2", 1),
        ("a = 1 b = 2", 1), ("a = \"\\q\"", 1), ("a.b = 1\na = 2", 2),
    ])
    func `what is not TOML is refused with its line, never with its content`(text: String, line: Int) {
        let error = #expect(throws: TOML.Malformed.self) { try TOML(text) }
        #expect(error?.line == line)
        #expect(error?.description.contains("secret") == false)
    }

    @Test func `line ends of Windows and a byte order mark do no harm`() throws {
        let document = try TOML("\u{FEFF}[a]\r\nb = 'c'\r\n")
        #expect(document["a", "b"]?.setting == "c")
    }
}
