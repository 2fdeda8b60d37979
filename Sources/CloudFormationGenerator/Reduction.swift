/// Cuts a resource schema down to facts: names, types, flags, limits and permissions; no sentence of it is kept.
///
/// What is left is a resource schema still (CloudFormation resource type schema, draft-07 with AWS's own keys), so the
/// same reader takes both.
enum Reduction {
    /// Keys of the whole schema that are taken over as they are.
    private static let schemaKeys: Set<String> = [
        "additionalIdentifiers", "additionalProperties", "conditionalCreateOnlyProperties", "createOnlyProperties",
        "deprecatedProperties", "primaryIdentifier", "propertyTransform", "readOnlyProperties", "replacementStrategy",
        "typeName", "writeOnlyProperties",
    ]

    /// Keys of any node, whose values hold no node.
    private static let nodeKeys: Set<String> = [
        "$ref", "const", "default", "dependentExcluded", "dependentRequired", "enum", "enumCaseInsensitive",
        "exclusiveMaximum", "exclusiveMinimum", "format", "insertionOrder", "maxItems", "maxLength", "maxProperties",
        "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "pattern", "relationshipRef",
        "required", "requiredOr", "requiredXor", "type", "uniqueItems", "uniqueKeys",
    ]

    /// Keys whose value is a map from names to nodes.
    private static let mapKeys: Set<String> = ["definitions", "patternProperties", "properties"]

    /// Keys whose value is a node or a list of nodes.
    private static let childKeys: Set<String> = [
        "additionalProperties", "allOf", "anyOf", "else", "if", "items", "not", "oneOf", "prefixItems", "then",
    ]

    private static let taggingKeys: Set<String> = [
        "cloudFormationSystemTags", "permissions", "tagOnCreate", "tagProperty", "tagUpdatable", "taggable",
    ]

    static func reduce(_ schema: SchemaNode) throws(SchemaProblem) -> JSON {
        let members = try schema.members()
        guard case .object(var result) = reduce(node: schema.json) else { return .object([:]) }
        for (key, value) in members where schemaKeys.contains(key) { result[key] = value.json }
        if let handlers = members["handlers"] { result["handlers"] = .object(try permissions(handlers)) }
        if let tagging = try members["tagging"]?.members() {
            result["tagging"] = .object(tagging.filter { taggingKeys.contains($0.key) }.mapValues(\.json))
        } else if let taggable = members["taggable"] {
            result["tagging"] = .object(["taggable": taggable.json])
        }
        return .object(result)
    }

    private static func reduce(node: JSON) -> JSON {
        guard case .object(let members) = node else { return node }
        var result: [String: JSON] = [:]
        for (key, value) in members {
            if nodeKeys.contains(key) {
                result[key] = value
            } else if mapKeys.contains(key) {
                // What is no map stays as it is, for the reader to refuse it by name.
                guard case .object(let named) = value else {
                    result[key] = value
                    continue
                }
                result[key] = .object(named.mapValues(reduce(node:)))
            } else if childKeys.contains(key) {
                if case .array(let nodes) = value {
                    result[key] = .array(nodes.map(reduce(node:)))
                } else {
                    result[key] = reduce(node: value)
                }
            }
        }
        return .object(result)
    }

    /// The permissions of each handler, sorted, without the handlers' own input schemas and timeouts.
    private static func permissions(_ handlers: SchemaNode) throws(SchemaProblem) -> [String: JSON] {
        var result: [String: JSON] = [:]
        for (operation, handler) in try handlers.members() {
            let actions = Set(try handler["permissions"]?.strings() ?? []).sorted(by: precedes)
            result[operation] = .object(["permissions": .array(actions.map(JSON.string))])
        }
        return result
    }
}
