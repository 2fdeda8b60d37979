import Foundation

/// The reduced schemas kept in the repository, with an index that says where each is from.
public struct VendoredSchemas: Sendable {
    /// The directory `Sources/CloudFormation/Schemas`.
    public let directory: String

    public init(directory: String) { self.directory = directory }

    /// The line that says whose facts these are; it stands first in the index.
    static let notice =
        "Facts (names, types, flags, limits, permissions) reduced from the AWS CloudFormation resource schemas"
        + " as published by AWS and carried by cfn-lint (MIT-0, Copyright Amazon.com, Inc. or its affiliates)."

    /// Every vendored schema, by type name. The files of the directory decide, not the index.
    public func all() throws(SchemaProblem) -> [ReducedSchema] {
        var schemas: [ReducedSchema] = []
        for file in files() {
            let schema = try ReducedSchema(SchemaArchive.read(directory + "/" + file), file: file)
            guard schema.type.schemaFile == file else {
                let right = schema.type.schemaFile
                throw SchemaProblem(file: file, path: "/typeName", "is '\(schema.type)', so the file must be \(right)")
            }
            schemas.append(schema)
        }
        return schemas.sorted { $0.type < $1.type }
    }

    /// Takes the named types over from an archive, or takes their newer form over.
    ///
    /// Nothing is written when one of them can not be read or generated.
    public func add(_ types: [String], from archive: SchemaArchive) throws(SchemaProblem) {
        var schemas: [ReducedSchema] = []
        for type in types {
            let schema = try archive.schema(of: type)
            _ = try StructGenerator().source(for: schema)
            schemas.append(schema)
        }
        for schema in schemas {
            try Self.write(schema.text, to: directory + "/" + schema.type.schemaFile)
        }
        try writeIndex(adding: schemas.map(\.type), from: archive)
    }

    /// The paths of the schema files below the directory.
    private func files() -> [String] {
        let found = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(".json") && $0 != Self.index }.sorted(by: precedes)
    }

    private static let index = "index.json"

    private func writeIndex(adding types: [ResourceTypeName], from archive: SchemaArchive) throws(SchemaProblem) {
        let file = directory + "/" + Self.index
        var entries: [String: JSON] = [:]
        if FileManager.default.fileExists(atPath: file) {
            let index = SchemaNode(json: try JSON.parse(SchemaArchive.read(file), file: file), file: file, path: "")
            entries = try index["types"]?.members().mapValues(\.json) ?? [:]
        }
        for type in types {
            entries[type.description] = .object([
                "file": .string(type.schemaFile),
                "schemaDate": .string(archive.schemaDate),
                "source": .string(archive.source),
            ])
        }
        let index = JSON.object(["notice": .string(Self.notice), "types": .object(entries)])
        try Self.write(index.text, to: file)
    }

    static func write(_ text: String, to file: String) throws(SchemaProblem) {
        let folder = (file as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw SchemaProblem(file: file, "can not be written: \(error.localizedDescription)")
        }
    }
}
