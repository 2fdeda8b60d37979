/// The `static let facts` of a resource.
struct FactsSource {
    private var arguments: [(label: String, words: [String])] = []
    private var permissions: [(operation: String, actions: [String])] = []
    private var tagProperty: String?
    private var tagShape = "list"
    private let deletesFirst: Bool

    init(of schema: ReducedSchema) throws(SchemaProblem) {
        let keys = [
            ("primaryIdentifier", "primaryIdentifier"), ("createOnly", "createOnlyProperties"),
            ("conditionalCreateOnly", "conditionalCreateOnlyProperties"), ("readOnly", "readOnlyProperties"),
            ("writeOnly", "writeOnlyProperties"), ("deprecated", "deprecatedProperties"),
        ]
        for (label, key) in keys {
            let paths = try schema.paths(key)
            if !paths.isEmpty { arguments.append((label, paths)) }
        }
        let handlers = try schema.root["handlers"]?.members() ?? [:]
        for operation in ["create", "read", "update", "delete", "list"] {
            let actions = try handlers[operation]?["permissions"]?.strings() ?? []
            if !actions.isEmpty { permissions.append((operation, actions)) }
        }
        deletesFirst = try schema.root["replacementStrategy"]?.string() == "delete_then_create"
        tagProperty = try Self.tagProperty(of: schema)
        if let tagProperty { tagShape = try Self.tagShape(of: schema, at: tagProperty) }
    }

    /// A list of `Key` and `Value`, a map, or neither.
    private static func tagShape(of schema: ReducedSchema, at property: String) throws(SchemaProblem) -> String {
        guard let node = schema.root["properties"]?[property] else { return "other" }
        let tags = try schema.followed(node)
        if try tags.types().contains("object") { return "map" }
        guard let items = tags["items"] else { return "other" }
        return Set(try schema.followed(items).properties().keys) == ["Key", "Value"] ? "list" : "other"
    }

    /// `Tags` is the default of the resource type schema, for a resource that has such a property.
    private static func tagProperty(of schema: ReducedSchema) throws(SchemaProblem) -> String? {
        let tagging = schema.root["tagging"]
        if case .bool(false)? = tagging?["taggable"]?.json { return nil }
        let path = try tagging?["tagProperty"]?.string() ?? "/properties/Tags"
        let name = path.split(separator: "/").dropFirst().joined(separator: "/")
        return schema.root["properties"]?[name] == nil ? nil : name
    }

    func write(to out: inout SourceText) {
        var lines = arguments.map { "\($0.label): \(Self.words($0.words))" }
        if !permissions.isEmpty {
            let entries = permissions.map { ".\($0.operation): \(Self.words($0.actions))" }
            lines.append("permissions: [" + entries.joined(separator: ", ") + "]")
        }
        if let tagProperty { lines.append("tagProperty: \(SourceText.literal(tagProperty))") }
        if tagProperty != nil, tagShape != "list" { lines.append("tagShape: .\(tagShape)") }
        if deletesFirst { lines.append("replacesByDeletingFirst: true") }
        out.line("public static let facts = ResourceFacts(")
        out.nest { $0.lines(lines, separator: ",") }
        out.line(")")
    }

    private static func words(_ words: [String]) -> String { SourceText.literal(words.joined(separator: " ")) }
}
