/// The properties of an object, those of its alternatives (`oneOf`, `anyOf`, `allOf`) included.
///
/// An alternative is one way to fill the object in: its properties stand in the struct as optional ones. What all
/// alternatives require is required. Which of them go together is checked at synth, not by the compiler.
struct ObjectShape {
    private(set) var properties: [String: SchemaNode] = [:]
    private(set) var required: Set<String>

    init(of node: SchemaNode, in schema: ReducedSchema) throws(SchemaProblem) {
        required = try node.required()
        properties = try node.properties()
        try include(node, in: schema, visited: [node.path])
        required.formIntersection(properties.keys)
    }

    private mutating func include(
        _ node: SchemaNode, in schema: ReducedSchema, visited: Set<String>
    ) throws(SchemaProblem) {
        for part in try node["allOf"]?.items() ?? [] {
            required.formUnion(try merge(part, in: schema, visited: visited))
        }
        for key in ["oneOf", "anyOf"] {
            var common: Set<String>?
            for alternative in try node[key]?.items() ?? [] {
                let itsOwn = try merge(alternative, in: schema, visited: visited)
                common = common?.intersection(itsOwn) ?? itsOwn
            }
            required.formUnion(common ?? [])
        }
    }

    /// Takes an alternative's properties over; what it requires is given back.
    private mutating func merge(
        _ alternative: SchemaNode, in schema: ReducedSchema, visited: Set<String>
    ) throws(SchemaProblem) -> Set<String> {
        var node = alternative
        if let reference = try alternative.reference() { node = try schema.target(of: reference, from: alternative) }
        guard !visited.contains(node.path) else { return [] }
        for (key, property) in try node.properties() where properties[key] == nil { properties[key] = property }
        let outer = required
        required = []
        try include(node, in: schema, visited: visited.union([node.path]))
        let nested = required
        required = outer
        return try nested.union(node.required())
    }

    /// Whether a node is an object with properties of its own or of its alternatives.
    static func isStruct(_ node: SchemaNode, in schema: ReducedSchema) throws(SchemaProblem) -> Bool {
        guard try node.reference() == nil else { return false }
        let types = try node.types()
        guard types.isEmpty || types.contains("object"), !types.contains("array") else { return false }
        guard node["items"] == nil else { return false }
        guard try node.properties().isEmpty else { return true }
        return try allAlternativesAreStructs(of: node, in: schema)
    }

    private static func allAlternativesAreStructs(
        of node: SchemaNode, in schema: ReducedSchema
    ) throws(SchemaProblem) -> Bool {
        let alternatives = try node.alternatives() + (node["allOf"]?.items() ?? [])
        for alternative in alternatives {
            var target = alternative
            if let reference = try alternative.reference() {
                target = try schema.target(of: reference, from: alternative)
            }
            guard target.path != node.path, try !target.properties().isEmpty else { return false }
        }
        return !alternatives.isEmpty
    }

    /// The schema of a map's values: of `patternProperties` with one pattern, or of `additionalProperties`.
    static func mapValues(of node: SchemaNode) throws(SchemaProblem) -> SchemaNode? {
        let types = try node.types()
        guard types.isEmpty || types.contains("object") else { return nil }
        if let patterns = try node["patternProperties"]?.members(), !patterns.isEmpty {
            let kinds = Set(patterns.values.map(\.json))
            return kinds.count == 1 ? patterns.min { precedes($0.key, $1.key) }?.value : nil
        }
        guard let values = node["additionalProperties"], case .object(let members) = values.json else { return nil }
        return members.isEmpty ? nil : values
    }
}
