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

    @Test func `the words of YAML for true and false are that and their texts stay text`() throws {
        let document = try TemplateDocument("A: [yes, On, OFF, no, 'yes', y, n, !!str true, ! 12]")
        #expect(document.root["A"] == [true, true, false, false, "yes", "y", "n", "true", "12"])
        #expect(try TemplateDocument(document.yaml).root == document.root)
    }

    @Test func `a byte order mark and line ends of any system are read`() throws {
        #expect(try TemplateDocument("\u{FEFF}{\"A\":\t\"b\"}").root == ["A": "b"])
        #expect(try TemplateDocument("\u{FEFF}A: b\r\nC: |\r\n  d\r\n  e\r\n").root == ["A": "b", "C": "d\ne\n"])
    }

    @Test func `the dotted spelling of an attribute is the same as the list`() throws {
        #expect(try TemplateDocument("A: {'Fn::GetAtt': B.C.D}").root == TemplateDocument("A: !GetAtt [B, C.D]").root)
    }

    @Test func `a scalar of a megabyte is kept`() throws {
        let long = String(repeating: "x y: '\"# ", count: 120_000)
        let document = try TemplateDocument("A: |-\n  \(long)z")
        #expect(document.root["A"]?.texts.first?.known == long + "z")
        let isSame = try TemplateDocument(document.yaml).root == document.root
        #expect(isSame)
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
        ("A: &x 1\nB: *x", "line 2", "aliases"), ("A: &x {b: 1}\nB:\n  <<: *x", "line 3", "merge keys"),
        ("A:\n\tB: 1", "line 2", "tab"), ("A:\n  - b: @c", "line 2", "quotes"),
        ("!Ref a: b", "line 1", "a key can not"),
        ("A: !Sbu x", "line 1", "did you mean !Sub"), ("A: !!binary aGk=", "line 1", "!!binary"),
        ("A: !!timestamp 2001-01-01", "line 1", "!!timestamp"), ("? [a]\n: b", "line 1", "key must be a string"),
        ("a: 1\na: 2", "line 2", "twice"), ("- a", "line 1", "map of sections"), ("a", "line 1", "map of sections"),
        ("A: 'b", "line 1", "end of stream"), ("A: [b", "line", "did not find"),
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
}
