/// A place in a schema: the value there, and how to name the place in an error.
struct SchemaNode {
    let json: JSON
    let file: String
    /// The JSON pointer of this place.
    let path: String

    func problem(_ reason: String) -> SchemaProblem { SchemaProblem(file: file, path: path, reason) }

    /// The members of an object, each with its place.
    func members() throws(SchemaProblem) -> [String: SchemaNode] {
        guard case .object(let members) = json else { throw problem("expected an object, found \(json.kind)") }
        var result: [String: SchemaNode] = [:]
        for (key, value) in members { result[key] = SchemaNode(json: value, file: file, path: path + "/" + key) }
        return result
    }

    /// The items of an array, each with its place.
    func items() throws(SchemaProblem) -> [SchemaNode] {
        guard case .array(let items) = json else { throw problem("expected an array, found \(json.kind)") }
        return items.enumerated().map { SchemaNode(json: $1, file: file, path: "\(path)/\($0)") }
    }

    func string() throws(SchemaProblem) -> String {
        guard case .string(let string) = json else { throw problem("expected a string, found \(json.kind)") }
        return string
    }

    func strings() throws(SchemaProblem) -> [String] {
        var result: [String] = []
        for item in try items() { result.append(try item.string()) }
        return result
    }

    /// The value under a key, when there is one.
    subscript(key: String) -> SchemaNode? {
        guard case .object(let members) = json, let value = members[key] else { return nil }
        return SchemaNode(json: value, file: file, path: path + "/" + key)
    }
}

/// Where a `$ref` points, such as `#/definitions/Tag`.
struct SchemaReference: Hashable {
    /// `definitions` or `properties`
    let section: String
    let name: String

    init?(_ target: String) {
        let parts = target.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0] == "#", ["definitions", "properties"].contains(parts[1]) else { return nil }
        section = parts[1]
        name = parts[2]
    }
}

/// The words of JSON Schema that a typed struct follows from.
extension SchemaNode {
    /// `type`, one or several, without `null`.
    func types() throws(SchemaProblem) -> Set<String> {
        guard let type = self["type"] else { return [] }
        if case .string(let name) = type.json { return [name] }
        return Set(try type.strings()).subtracting(["null"])
    }

    /// What `$ref` points at: nearly always a definition, a property of the resource in one schema.
    func reference() throws(SchemaProblem) -> SchemaReference? {
        guard let reference = self["$ref"] else { return nil }
        let target = try reference.string()
        guard let result = SchemaReference(target) else {
            throw reference.problem("'\(target)' does not point at a definition or a property of this schema")
        }
        return result
    }

    /// The words of `enum` or `const`, when all are strings.
    func words() -> [String]? {
        if case .string(let only)? = self["const"]?.json { return [only] }
        guard case .array(let items)? = self["enum"]?.json, !items.isEmpty else { return nil }
        var words: [String] = []
        for item in items {
            guard case .string(let word) = item else { return nil }
            words.append(word)
        }
        return words
    }

    func required() throws(SchemaProblem) -> Set<String> { Set(try self["required"]?.strings() ?? []) }

    func properties() throws(SchemaProblem) -> [String: SchemaNode] { try self["properties"]?.members() ?? [:] }

    /// The alternatives of `oneOf` and `anyOf`.
    func alternatives() throws(SchemaProblem) -> [SchemaNode] {
        try (self["oneOf"]?.items() ?? []) + (self["anyOf"]?.items() ?? [])
    }
}
