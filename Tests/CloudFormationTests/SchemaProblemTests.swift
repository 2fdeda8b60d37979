import CloudFormationGenerator
import Foundation
import Testing

/// A schema that can not be used says which file and where in it.
@Suite struct SchemaProblemTests {
    @Test(arguments: [
        (#"{"typeName": "AWS::A::B", "properties": {"#, "bad.json: is no JSON"),
        (#"[]"#, "bad.json: has no typeName"),
        (#"{"properties": {}}"#, "bad.json: has no typeName"),
        (#"{"typeName": 7, "properties": {}}"#, "bad.json: /typeName: expected a string, found a number"),
        (#"{"typeName": "AWS::A::../B", "properties": {}}"#, "bad.json: /typeName: 'AWS::A::../B' is no type name"),
        (#"{"typeName": "AWS::A", "properties": {}}"#, "bad.json: /typeName: 'AWS::A' is no type name"),
        (#"{"typeName": "AWS::A::B"}"#, "bad.json: has no properties"),
        (#"{"typeName": "AWS::A::B", "properties": []}"#, "bad.json: /properties: expected an object, found an array"),
        (
            ##"{"typeName": "AWS::A::B", "properties": {"C": {"$ref": "#/definitions/D"}}}"##,
            "bad.json: /properties/C: refers to 'D', which the schema's definitions do not have"
        ),
        (
            ##"{"typeName": "AWS::A::B", "properties": {"C": {"$ref": "other.json#/x"}}}"##,
            "bad.json: /properties/C/$ref: 'other.json#/x' does not point at"
        ),
        (
            #"{"typeName": "AWS::A::B", "properties": {"C": {"type": "array", "items": {"type": 1}}}}"#,
            "bad.json: /properties/C/items/type: expected an array, found a number"
        ),
        (
            #"{"typeName": "AWS::A::B", "properties": {"C": {"type": "string"}}, "required": "C"}"#,
            "bad.json: /required: expected an array, found a string"
        ),
        (
            #"{"typeName": "AWS::A::B", "properties": {"C": {"type": "string"}}, "createOnlyProperties": ["C"]}"#,
            "bad.json: /createOnlyProperties/0: 'C' does not start with /properties/"
        ),
        (
            #"{"typeName": "AWS::A::B", "properties": {}, "handlers": {"create": {"permissions": [null]}}}"#,
            "bad.json: /handlers/create/permissions/0: expected a string, found null"
        ),
    ])
    func `a malformed schema is refused by file and place`(json: String, message: String) {
        let problem = #expect(throws: SchemaProblem.self) {
            _ = try StructGenerator().source(for: Fixtures.schema(json, file: "bad.json"))
        }
        #expect(problem?.description.hasPrefix(message) == true, "\(String(describing: problem))")
    }

    @Test func `a vendored schema under the wrong name is refused`() throws {
        try Repository.withTemporaryDirectory { target in
            try Repository.write(Fixtures.everything, to: target + "/Schemas/Fixture/Other.json")
            let problem = #expect(throws: SchemaProblem.self) { try Regenerate(target: target).check() }
            #expect(problem?.file == "Fixture/Other.json")
            #expect(problem?.reason.contains("Fixture/Everything.json") == true)
        }
    }

    @Test func `a text that would end a Swift literal early does not`() throws {
        let json = ##"""
            {"typeName": "AWS::A::B", "properties": {"C": {"type": "string", "enum": ["a\"b\\(c)\n"]}}}
            """##
        let source = try StructGenerator().source(for: Fixtures.schema(json))
        #expect(source.contains(#"Self("a\"b\\(c)\u{a}")"#))
    }
}
