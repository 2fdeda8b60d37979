/// The properties that the provider alone sets: they are attributes, and no struct takes them.
struct ReadOnlyPlaces {
    /// Where they stand in the schema.
    private var places: Set<String> = []
    /// Paths that `Fn::GetAtt` takes: no items of lists, no objects.
    private(set) var attributePaths: [String] = []

    init() {}

    init(of schema: ReducedSchema) throws(SchemaProblem) {
        for path in try schema.paths("readOnlyProperties") {
            guard let (node, isOnlyUse) = try Self.resolve(path, in: schema) else { continue }
            if isOnlyUse { places.insert(node.path) }
            let target = try Self.followed(node, in: schema)
            if !path.split(separator: "/").contains("*"), try !ObjectShape.isStruct(target, in: schema) {
                attributePaths.append(path)
            }
        }
    }

    func contains(_ property: SchemaNode) -> Bool { places.contains(property.path) }

    /// The place a path leads to, and whether no other path leads there through a shared definition.
    private static func resolve(_ path: String, in schema: ReducedSchema) throws(SchemaProblem) -> (SchemaNode, Bool)? {
        var node = schema.root
        var isOnlyUse = true
        for part in path.split(separator: "/").map(String.init) {
            if try !isOnlyUseOfItsDefinition(node, in: schema) { isOnlyUse = false }
            node = try followed(node, in: schema)
            // Paths name the items of a list by `*`, or leave the step out.
            if part != "*", let items = node["items"] {
                if try !isOnlyUseOfItsDefinition(items, in: schema) { isOnlyUse = false }
                node = try followed(items, in: schema)
            }
            let next = part == "*" ? node["items"] : try ObjectShape(of: node, in: schema).properties[part]
            guard let next else { return nil }
            node = next
        }
        return (node, isOnlyUse)
    }

    private static func followed(_ node: SchemaNode, in schema: ReducedSchema) throws(SchemaProblem) -> SchemaNode {
        var node = node
        var seen: Set<String> = []
        while let name = try node.reference(), seen.insert(name).inserted {
            node = try schema.definition(name, from: node)
        }
        return node
    }

    private static func isOnlyUseOfItsDefinition(
        _ node: SchemaNode, in schema: ReducedSchema
    ) throws(SchemaProblem) -> Bool {
        guard let name = try node.reference() else { return true }
        return uses(of: name, in: schema.root.json) == 1
    }

    private static func uses(of definition: String, in json: JSON) -> Int {
        switch json {
        case .array(let items): return items.reduce(0) { $0 + uses(of: definition, in: $1) }
        case .object(let members):
            if case .string("#/definitions/" + definition)? = members["$ref"] { return 1 }
            return members.values.reduce(0) { $0 + uses(of: definition, in: $1) }
        default: return 0
        }
    }
}
