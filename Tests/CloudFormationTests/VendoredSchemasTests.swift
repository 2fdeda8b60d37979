import CloudFormation
import CloudFormationGenerator
import Foundation
import Testing

@Suite struct VendoredSchemasTests {
    @Test func `no description is vendored`() throws {
        for schema in try Regenerate(target: Repository.cloudFormation).schemas.all() {
            let json = try JSONSerialization.jsonObject(with: Data(schema.text.utf8))
            #expect(sentences(in: json) == [], "\(schema.type)")
        }
    }

    @Test func `a property that is called description is a name and stays`() throws {
        let text = try Fixtures.schema(Fixtures.everything).text
        #expect(text.contains("\"description\": {"))
        #expect(!text.contains("Gone."))
        #expect(!text.contains("A sentence"))
        #expect(!text.contains("handlerSchema"))
    }

    @Test func `vendored files are in the stable form`() throws {
        let schemas = Regenerate(target: Repository.cloudFormation).schemas
        for schema in try schemas.all() {
            let file = schemas.directory + "/" + schema.type.schemaFile
            #expect(try Repository.text(of: file) == schema.text, "\(schema.type)")
        }
    }

    @Test func `the index names every schema, its date and whose facts they are`() throws {
        let schemas = Regenerate(target: Repository.cloudFormation).schemas
        let data = Data(try Repository.text(of: schemas.directory + "/index.json").utf8)
        let index = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let types = try #require(index["types"] as? [String: [String: String]])
        #expect(types.keys.sorted() == ResourceFacts.knownTypes)
        #expect(types.values.allSatisfy { $0["schemaDate"]?.isEmpty == false })
        #expect((index["notice"] as? String)?.contains("MIT-0") == true)
    }

    /// The values of keys that hold text for people, wherever a schema may have them.
    private func sentences(in json: Any) -> [String] {
        if let array = json as? [Any] { return array.flatMap(sentences) }
        guard let object = json as? [String: Any] else { return [] }
        return object.flatMap { key, value in
            let isSentence = ["description", "title", "$comment", "examples"].contains(key) && value is String
            return (isSentence ? ["\(key): \(value)"] : []) + sentences(in: value)
        }
    }
}
