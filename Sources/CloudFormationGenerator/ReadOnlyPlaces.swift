/// The properties that the provider alone sets: they are attributes, and no struct takes them.
struct ReadOnlyPlaces {
    /// Where they stand in the schema.
    private var places: Set<String> = []
    /// Paths that `Fn::GetAtt` takes: no items of lists, no objects.
    private(set) var attributePaths: [String] = []

    init() {}

    init(of schema: ReducedSchema) throws(SchemaProblem) {
        for path in Set(try schema.paths("readOnlyProperties")) {
            guard let (node, isOnlyUse) = try Self.resolve(path, in: schema) else { continue }
            if isOnlyUse { places.insert(node.path) }
            let target = try schema.followed(node)
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
            node = try schema.followed(node)
            // Paths name the items of a list by `*`, or leave the step out.
            if part != "*", let items = node["items"] {
                if try !isOnlyUseOfItsDefinition(items, in: schema) { isOnlyUse = false }
                node = try schema.followed(items)
            }
            let next = part == "*" ? node["items"] : try ObjectShape(of: node, in: schema).properties[part]
            guard let next else { return nil }
            node = next
        }
        return (node, isOnlyUse)
    }

    private static func isOnlyUseOfItsDefinition(
        _ node: SchemaNode, in schema: ReducedSchema
    ) throws(SchemaProblem) -> Bool {
        guard let reference = try node.reference() else { return true }
        return uses(of: reference, in: schema.root.json) == 1
    }

    private static func uses(of reference: SchemaReference, in json: JSON) -> Int {
        switch json {
        case .array(let items): return items.reduce(0) { $0 + uses(of: reference, in: $1) }
        case .object(let members):
            if case .string(let target)? = members["$ref"], SchemaReference(target) == reference { return 1 }
            return members.values.reduce(0) { $0 + uses(of: reference, in: $1) }
        default: return 0
        }
    }
}
