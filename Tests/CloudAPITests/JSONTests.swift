import CloudAPI
import Testing

@Suite struct JSONTests {
    @Test func `what is read is written again byte for byte`() throws {
        let text = #"{"b":[1,-0.50,1e400,12345678901234567890,true,false,null,""],"a":{"x":"ü🏔\"\\\n\t\u0001/"},"":{}}"#
        #expect(try JSON.parse(text).text == text)
    }

    @Test func `white space and escapes are understood`() throws {
        let value = try JSON.parse(" {\r\n\t\"a\" : [ ] , \"\\u0062\\/\" : \"\\ud83c\\udfd4\\b\\f\" } ")
        #expect(value == ["a": [], "b/": "🏔\u{8}\u{C}"])
        #expect(try JSON.parse("\u{FEFF}1") == 1)
    }

    @Test func `values are reached by name and place`() throws {
        let value = try JSON.parse(#"{"a":[{"b":"c"},2.5,7],"t":true,"n":null}"#)
        #expect(value["a"]?[0]?["b"]?.string == "c")
        #expect(value["a"]?[1]?.double == 2.5)
        #expect(value["a"]?[1]?.int == nil)
        #expect(value["a"]?[2]?.int == 7)
        #expect(value["a"]?[3] == nil)
        #expect(value["t"]?.bool == true)
        #expect(value["n"]?.isNull == true)
        #expect(value["x"] == nil)
        #expect(value["t"]?["x"] == nil)
    }

    @Test func `pretty text has a line for each member`() {
        let value: JSON = ["a": [1, [:], []], "b": "x"]
        #expect(value.prettyText == "{\n  \"a\": [\n    1,\n    {},\n    []\n  ],\n  \"b\": \"x\"\n}")
    }

    @Test(arguments: [
        ("", 0), ("  ", 2), ("{", 1), ("[1,]", 3), ("[1 2]", 3), ("{\"a\"}", 4), ("{a:1}", 1), ("{\"a\":1,}", 7),
        ("01", 1), ("-", 1), ("1.", 2), ("1e", 2), (".5", 0), ("+1", 0), ("NaN", 0), ("nul", 0), ("tru", 0),
        ("\"a", 2), ("\"\\x\"", 2), ("\"\\u12g4\"", 5), ("\"\n\"", 1), ("\"\\ud800\"", 7), ("\"\\udc00\"", 7),
        ("\"\\ud800\\u0041\"", 13), ("1 1", 2), ("'a'", 0), ("[", 1), ("\"\\", 2),
    ])
    func `what is not JSON is refused with its place`(text: String, offset: Int) {
        let problem = #expect(throws: JSONProblem.self) { try JSON.parse(text) }
        #expect(problem?.offset == offset, "\(problem?.description ?? "")")
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        for bytes in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xC3]] as [[UInt8]] {
            #expect(throws: JSONProblem.self) { try JSON.parse([0x22] + bytes + [0x22]) }
            #expect(throws: JSONProblem.self) { try JSON.parse([0x22, 0x5C, 0x6E] + bytes + [0x22]) }
        }
    }

    @Test func `depth has a limit, and a wide document has none`() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONProblem.self) { try JSON.parse(deep) }
        #expect(throws: JSONProblem.self) { try JSON.parse(String(repeating: "{\"a\":", count: 100_000)) }
        let fitting = String(repeating: "[", count: 129) + String(repeating: "]", count: 129)
        #expect(throws: Never.self) { try JSON.parse(fitting) }
        let wide = "[" + String(repeating: "0,", count: 100_000) + "0]"
        #expect(try JSON.parse(wide).elements?.count == 100_001)
    }

    @Test func `random and damaged bytes are answered, never a crash`() throws {
        var random = SeededGenerator(seed: 1)
        let whole = Array(#"{"a":[1,-2.5e3,"x\u00e9\n",{"b":null}],"c":true,"d":"🏔"}"#.utf8)
        for _ in 0..<20_000 {
            let bytes = random.damaged(whole)
            guard let value = try? JSON.parse(bytes) else { continue }
            #expect(try JSON.parse(value.bytes) == value)
        }
    }
}
