import CloudFormation

/// Where the schemas of resource types come from: those that are vendored, or an archive that the user names.
public struct ResourceSchemas: Sendable {
    private let text: @Sendable (String) -> String?

    /// `text` gives the schema of a type as JSON; nil when there is none.
    public init(_ text: @escaping @Sendable (String) -> String?) { self.text = text }

    /// The schemas from which the typed resources are generated.
    public static let vendored = ResourceSchemas(KnownSchemas.text)

    /// How often each type stands in a template without a schema to check it against, by name.
    ///
    /// What has no schema by its nature is not told: custom resources, and types of macros (`AWS::Serverless::…`, modules).
    public func unchecked(in document: TemplateDocument) -> [(type: String, count: Int)] {
        var counts: [String: Int] = [:]
        for type in document.resources.compactMap({ $0.value["Type"]?.literal }) where Self.canHaveSchema(type) {
            counts[type, default: 0] += 1
        }
        return counts.filter { text($0.key) == nil }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func canHaveSchema(_ type: String) -> Bool {
        type.split(separator: ":", omittingEmptySubsequences: true).count == 3
            && !["AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Macro"].contains(type)
            && !type.hasPrefix("AWS::Serverless::") && !type.hasPrefix("Custom::")
    }

    func schema(of type: String) -> ResourceSchema? { text(type).flatMap(ResourceSchema.init) }
}

/// What a resource type's schema says of its properties.
struct ResourceSchema: Sendable {
    let root: SchemaNode
    private let definitions: [String: SchemaNode]
    /// Paths of properties that the service alone sets, without indexes.
    let readOnly: Set<String>
    /// Paths whose values are not to be shown.
    let writeOnly: Set<String>

    /// Nil when the text is no JSON.
    init?(_ text: String) {
        guard let json = try? JSONReader.decode(text, keepingLines: false).root else { return nil }
        root = SchemaNode(json)
        guard case .mapping(let members, _) = json else { return nil }
        func member(_ key: String) -> YAML.Node? { members.first { $0.key == key }?.value }
        if case .mapping(let definitions, _)? = member("definitions") {
            self.definitions = Dictionary(definitions.map { ($0.key, SchemaNode($0.value)) }) { $1 }
        } else {
            definitions = [:]
        }
        writeOnly = Self.paths(member("writeOnlyProperties"))
        // What can be given once, or must be given, is no service's to set, whatever the list says.
        readOnly = Self.paths(member("readOnlyProperties"))
            .subtracting(Self.paths(member("createOnlyProperties"))).subtracting(writeOnly).subtracting(root.required)
    }

    /// What `#/definitions/Name` or `#/properties/Name` names.
    func target(_ reference: String) -> SchemaNode? {
        let parts = reference.split(separator: "/")
        guard parts.count == 3, let name = parts.last.map(String.init) else { return nil }
        return parts[1] == "definitions" ? definitions[name] : root.properties[name]
    }

    /// `/properties/Rules/items/properties/Id` and `/properties/Rules/*/Id` are both `Rules/Id`.
    private static func paths(_ list: YAML.Node?) -> Set<String> {
        guard case .sequence(let items, _)? = list else { return [] }
        return Set(
            items.compactMap { item in
                guard case .scalar(let path, _, _) = item else { return nil }
                return path.split(separator: "/").filter { !["properties", "items", "*"].contains($0) }
                    .joined(separator: "/")
            })
    }
}
