import Foundation

/// What is kept of a resource type's schema; the source from which its struct is generated.
public struct ReducedSchema: Sendable {
    public let type: ResourceTypeName
    private let document: JSON
    private let file: String

    /// Reads a schema, reduced already or not; `file` is how errors name it.
    public init(_ bytes: some Sequence<UInt8>, file: String) throws(SchemaProblem) {
        let whole = SchemaNode(json: try JSON.parse(Data(bytes), file: file), file: file, path: "")
        guard let name = whole["typeName"] else { throw whole.problem("has no typeName, so it is no resource schema") }
        type = try ResourceTypeName(try name.string(), file: file)
        document = try Reduction.reduce(whole)
        self.file = file
        guard root["properties"] != nil else { throw whole.problem("has no properties") }
    }

    /// The vendored form: stable text without any description.
    public var text: String { document.text }

    /// Where every reading of the schema starts.
    var root: SchemaNode { SchemaNode(json: document, file: file, path: "") }

    /// The paths under a key such as `createOnlyProperties`, without their common `/properties/`.
    func paths(_ key: String) throws(SchemaProblem) -> [String] {
        let prefix = "/properties/"
        var result: [String] = []
        for path in try root[key]?.items() ?? [] {
            let spelled = try path.string()
            guard spelled.hasPrefix(prefix) else {
                throw path.problem("'\(spelled)' does not start with \(prefix)")
            }
            // Some schemas spell the way through nested properties out, others do not.
            let parts = spelled.dropFirst(prefix.count).split(separator: "/").filter { $0 != "properties" }
            result.append(parts.map { $0 == "items" ? "*" : $0 }.joined(separator: "/"))
        }
        return result
    }

    /// What a reference at `node` points at.
    func target(of reference: SchemaReference, from node: SchemaNode) throws(SchemaProblem) -> SchemaNode {
        guard let target = root[reference.section]?[reference.name] else {
            throw node.problem("refers to '\(reference.name)', which the schema's \(reference.section) do not have")
        }
        return target
    }

    /// The node itself, or what its reference leads to in the end.
    func followed(_ node: SchemaNode) throws(SchemaProblem) -> SchemaNode {
        var node = node
        var seen: Set<SchemaReference> = []
        while let reference = try node.reference(), seen.insert(reference).inserted {
            node = try target(of: reference, from: node)
        }
        return node
    }
}
