import CloudFormationGenerator
import Foundation
import Testing

@Suite struct SchemaArchiveTests {
    private let type = "AWS::Fixture::Everything"

    @Test(arguments: ["", "/cfnlint", "/cfnlint/data/schemas"])
    func `a cfn-lint wheel is read from any of its directories`(below: String) throws {
        try Repository.withTemporaryDirectory { directory in
            let archive = try SchemaArchive(at: wheel(in: directory) + below)
            #expect(archive.types == [type])
            #expect(archive.schemaDate == "2026-10-20T22:11:15Z")
            #expect(archive.source == "cfn-lint 9.9.9")
            #expect(try archive.schema(of: type).type.sourceFile == "Fixture+Everything.swift")
        }
    }

    @Test func `a type is taken over, indexed, and generated from there on`() throws {
        try Repository.withTemporaryDirectory { directory in
            let regenerate = Regenerate(target: directory + "/target")
            let archive = try SchemaArchive(at: wheel(in: directory))
            try regenerate.schemas.add([type], from: archive)
            try regenerate.schemas.add([type], from: archive)
            #expect(try regenerate.schemas.all().map(\.type.description) == [type])
            #expect(
                try regenerate.files().keys.sorted() == [
                    "Fixture+Everything.swift", "KnownFacts.swift", "KnownSchemas.swift", "Services.swift",
                ])
            let index = try Repository.text(of: directory + "/target/Schemas/index.json")
            #expect(index.contains("\"file\": \"Fixture/Everything.json\""))
            #expect(index.contains("\"source\": \"cfn-lint 9.9.9\""))
        }
    }

    @Test func `the archive that AWS publishes is read as well`() throws {
        try Repository.withTemporaryDirectory { directory in
            try Repository.write(Fixtures.everything, to: directory + "/aws-fixture-everything.json")
            #expect(try SchemaArchive(at: directory).types == [type])
        }
    }

    @Test func `a type the archive does not know is named, with what is near`() throws {
        try Repository.withTemporaryDirectory { directory in
            let archive = try SchemaArchive(at: wheel(in: directory))
            let problem = #expect(throws: SchemaProblem.self) { try archive.schema(of: "AWS::Fixtures::everything") }
            #expect(problem?.description.contains("did you mean AWS::Fixture::Everything?") == true)
        }
    }

    @Test func `a directory that is no archive says what was expected`() throws {
        try Repository.withTemporaryDirectory { directory in
            let problem = #expect(throws: SchemaProblem.self) { try SchemaArchive(at: directory) }
            #expect(problem?.reason.contains("providers/us-east-1.json") == true)
            let absent = #expect(throws: SchemaProblem.self) { try SchemaArchive(at: directory + "/x.whl") }
            #expect(absent?.reason.contains("unpack it") == true)
        }
    }

    /// The files of a wheel that holds one type.
    private func wheel(in directory: String) throws -> String {
        let schemas = directory + "/wheel/cfnlint/data/schemas"
        try Repository.write("{\"\(type)\": \"0123456789abcdef\"}", to: schemas + "/providers/us-east-1.json")
        try Repository.write(Fixtures.everything, to: schemas + "/resources/0123456789abcdef.json")
        try Repository.write("{\"schema_date\": \"2026-10-20T22:11:15Z\"}", to: schemas + "/version.json")
        try Repository.write("__version__ = \"9.9.9\"\n", to: directory + "/wheel/cfnlint/version.py")
        return directory + "/wheel"
    }
}
