import InfraDSL
import Testing

@Suite struct TemplateDocumentTests {
    /// Each function in its short form, and nested where YAML allows no second tag.
    private let short = """
        Conditions:
          Both: !And [!Equals [!Ref A, a], !Not [!Condition Other], !Or [!Condition X, !Condition Y]]
        Resources:
          R:
            Type: AWS::SQS::Queue
            Condition: Both
            Properties:
              A: !Sub 'a-${!x}-${B.Arn}'
              B: !Sub ['${x}', {x: !Ref Y}]
              C: !Join ['-', [a, !GetAtt Nested.Outputs.Name, !ImportValue {'Fn::Sub': '${E}-x'}]]
              D: !Select [0, !GetAZs '']
              E: !If [Both, !Ref AWS::NoValue, !FindInMap [M, !Ref K, v]]
              F: !Base64 {'Fn::Sub': 'x ${Y}'}
              G: !Cidr [10.0.0.0/16, 2, 8]
              H: !Split [',', 'a,b']
              I: !Transform {Name: 'AWS::Include', Parameters: {Location: s}}
              J: [!Length [1, 2], !ToJsonString {a: 1}]
              K: ['012', 12, '1e3', 1.5, true, 'true', 'on', '2010-09-09', '', '~', "a\\nb", "tab\\t", '${x}']
        """

    private let long = #"""
        {"Conditions": {"Both": {"Fn::And": [{"Fn::Equals": [{"Ref": "A"}, "a"]}, {"Fn::Not": [{"Condition": "Other"}]},
          {"Fn::Or": [{"Condition": "X"}, {"Condition": "Y"}]}]}},
        "Resources": {"R": {"Type": "AWS::SQS::Queue", "Condition": "Both", "Properties": {
        	"A": {"Fn::Sub": "a-${!x}-${B.Arn}"},
          "B": {"Fn::Sub": ["${x}", {"x": {"Ref": "Y"}}]},
          "C": {"Fn::Join": ["-", ["a", {"Fn::GetAtt": ["Nested", "Outputs.Name"]}, {"Fn::ImportValue": {"Fn::Sub": "${E}-x"}}]]},
          "D": {"Fn::Select": [0, {"Fn::GetAZs": ""}]},
          "E": {"Fn::If": ["Both", {"Ref": "AWS::NoValue"}, {"Fn::FindInMap": ["M", {"Ref": "K"}, "v"]}]},
          "F": {"Fn::Base64": {"Fn::Sub": "x ${Y}"}},
          "G": {"Fn::Cidr": ["10.0.0.0/16", 2, 8]},
          "H": {"Fn::Split": [",", "a,b"]},
          "I": {"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "s"}}},
          "J": [{"Fn::Length": [1, 2]}, {"Fn::ToJsonString": {"a": 1}}],
          "K": ["012", 12, "1e3", 1.5, true, "true", "on", "2010-09-09", "", "~", "a\nb", "tab\t", "${x}"]
        }}}}
        """#

    @Test func `short and long form are read the same`() throws {
        #expect(try TemplateDocument(short).root == TemplateDocument(long).root)
    }

    @Test func `what is written is read back whole, and written the same again`() throws {
        let document = try TemplateDocument(short)
        let again = try TemplateDocument(document.yaml)
        #expect(again.root == document.root)
        #expect(again.yaml == document.yaml)
        #expect(document.yaml.contains("!GetAtt Nested.Outputs.Name"))
        #expect(document.yaml.contains("!Sub a-${!x}-${B.Arn}"))
        #expect(document.yaml.contains("- '012'"))
    }

    @Test func `JSON keeps its escapes and its lines`() throws {
        let document = try TemplateDocument(
            "{\n\t\"Description\": \"\\ud83d\\ude00 \\u00e9 \\/\",\n\t\"Resources\": {\n\t\t\"R\": {}}}")
        #expect(document.root["Description"] == "😀 é /")
        #expect(document.line(of: ["Resources", "R"]) == 4)
    }

    @Test(arguments: [
        ("A: !Foo x", "line 1", "!Foo is no function"), ("A:\n  B: ~", "line 2", "null"),
        ("A:\n  B:", "line 2", "null"),
        ("A: !GetAtt x", "line 1", "attribute"), ("a: 1\n---\nb: 2", "line", "one document"),
        (#"{"a": nul"#, "line 1", "no value"), (#"{"a": 1,"#, "line 1", "key"),
        ("{\"a\":\n \"\\ud800\"}", "line 2", "half"),
        (#"{"a": 1, "a": 2}"#, "line 1", "twice"), (#"{"a": 1} x"#, "line 1", "follows"),
        ("{\"a\": \"", "line 1", "no end"),
    ])
    func `a fault is refused with line and cause`(text: String, place: String, cause: String) {
        let problem = #expect(throws: TemplateDocument.Malformed.self) { try TemplateDocument(text) }
        #expect(problem?.description.contains(place) ?? false, "\(problem?.description ?? "")")
        #expect(problem?.description.contains(cause) ?? false, "\(problem?.description ?? "")")
    }

    @Test(arguments: ["[", "{\"a\":", "- ", "? "])
    func `endless nesting is refused and does not exhaust the stack`(opening: String) {
        #expect(throws: TemplateDocument.Malformed.self) {
            try TemplateDocument("a: " + String(repeating: opening, count: 100_000))
        }
        #expect(throws: TemplateDocument.Malformed.self) {
            try TemplateDocument(String(repeating: opening, count: 100_000))
        }
    }

    /// Two thousand damaged templates, the same in each run: each is read or refused, judged, and written the same again.
    @Test func `damage is read or refused and never a crash`() throws {
        var random = SplitMix64(state: 20_261_123)
        let seeds = [short, long].map { Array($0.utf8) }
        let pieces = [
            "!Ref", "!Sub", "{", "}", "[", "]", ": ", "- ", "&a ", "*a", "\"", "'", "\n", "\t", "\u{0}", "é", "Fn::If",
            "${", "%", "|", ">", "?",
        ]
        .map { Array($0.utf8) }
        var read = 0
        for _ in 0..<2000 {
            var bytes = seeds[Int(random.next() % 2)]
            for _ in 0...(random.next() % 4) {
                let at = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes.remove(at: at)
                case 1: bytes.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))], at: at)
                case 2: bytes[at] = UInt8(truncatingIfNeeded: random.next())
                default: bytes.removeSubrange(at..<min(at + 20, bytes.count))
                }
            }
            guard let document = try? TemplateDocument(String(decoding: bytes, as: UTF8.self)) else { continue }
            read += 1
            _ = PolicyPack.all.findings(in: document, file: "t")
            let again = try TemplateDocument(document.yaml)
            #expect(again.root == document.root)
        }
        #expect(read > 50)
    }
}

/// A generator with a seed (Steele, Lea and Flood 2014), so that a failure can be run again.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
