/// Which Swift type a node of the schema becomes.
extension Translation {
    /// Definitions get their names first, in order, so that an inline object gives way to them.
    mutating func nameDefinitions() throws(SchemaProblem) {
        for name in definitionNames() {
            guard let definition = schema.root["definitions"]?[name] else { continue }
            let isStruct = try ObjectShape.isStruct(definition, in: schema)
            guard isStruct || definition.words() != nil, try !isTag(definition, called: name) else { continue }
            named[definition.path] = typeName(SwiftName.type(name))
        }
    }

    private func definitionNames() -> [String] {
        guard case .object(let definitions)? = schema.root["definitions"]?.json else { return [] }
        return definitions.keys.sorted(by: precedes)
    }

    private mutating func typeName(_ wanted: String) -> String {
        SwiftName.unused(typeNames.contains(wanted) ? wanted + "Property" : wanted, &typeNames)
    }

    private mutating func type(
        of reference: SchemaReference, from node: SchemaNode, visited: Set<SchemaReference>
    ) throws(SchemaProblem) -> SwiftType {
        let target = try schema.target(of: reference, from: node)
        // An alias of itself holds nothing that could be typed.
        guard !visited.contains(reference) else { return .value }
        var scope = Scope(reserved: [])
        let visited = visited.union([reference])
        return try type(of: target, called: reference.name, in: &scope, visited: visited, shared: true)
    }

    mutating func type(
        of node: SchemaNode, called name: String, in scope: inout Scope, visited: Set<SchemaReference>,
        shared: Bool = false
    ) throws(SchemaProblem) -> SwiftType {
        if let reference = try node.reference() { return try type(of: reference, from: node, visited: visited) }
        if try ObjectShape.isStruct(node, in: schema) { return try structure(node, called: name) }
        if let words = node.words() { return choice(words, of: node, called: name, in: &scope, shared: shared) }
        let types = try node.types()
        if types == ["array"] || (types.isEmpty && node["items"] != nil) {
            guard let items = node["items"] else { return .list(.value) }
            // What the items are is said of the list, now and then.
            if let listed = try reference(node), try schema.followed(items).types().isSubset(of: ["string"]) {
                return .list(.reference(listed))
            }
            let item = SwiftName.item(name)
            return .list(try type(of: items, called: item, in: &scope, visited: visited, shared: shared))
        }
        if let values = try ObjectShape.mapValues(of: node) {
            let item = SwiftName.item(name)
            let type = try type(of: values, called: item, in: &scope, visited: visited, shared: shared)
            if case .reference = type { return .map(.text) }
            return .map(type)
        }
        if let scalar = SwiftType(scalar: types) {
            guard scalar == .text, let reference = try reference(node) else { return scalar }
            return .reference(reference)
        }
        let alternatives = try node.alternatives()
        guard types.isEmpty, !alternatives.isEmpty else {
            guard types.isEmpty, node.looksLikeText else { return .value }
            return try reference(node).map(SwiftType.reference) ?? .text
        }
        // Free JSON beside one typed form adds nothing to write down.
        var distinct: Set<SwiftType> = []
        for alternative in alternatives {
            distinct.insert(try type(of: alternative, called: name, in: &scope, visited: visited, shared: shared))
        }
        let typed = distinct.subtracting([.value])
        return typed.count == 1 ? typed.first ?? .value : .value
    }

    /// The shape that nearly all resources share for tags.
    private func isTag(_ node: SchemaNode, called name: String) throws(SchemaProblem) -> Bool {
        let properties = try node.properties()
        guard name.contains("Tag"), Set(properties.keys) == ["Key", "Value"] else { return false }
        for property in properties.values {
            guard try schema.followed(property).types().isSubset(of: ["string"]) else { return false }
        }
        return try ObjectShape(of: node, in: schema).properties.count == 2
    }

    private mutating func structure(_ node: SchemaNode, called name: String) throws(SchemaProblem) -> SwiftType {
        if try isTag(node, called: name) { return .named("Tag") }
        let wanted = SwiftName.type(name)
        let swiftName = named[node.path] ?? (shapes[wanted] == node.json ? wanted : typeName(wanted))
        named[node.path] = swiftName
        // The name is known before the fields are, for a definition that refers to itself.
        guard shapes.updateValue(node.json, forKey: swiftName) == nil else { return .named(swiftName) }
        var scope = Scope(reserved: SwiftName.reservedByProperty)
        let fields = try fields(of: node, in: &scope)
        structs.append(StructDeclaration(name: swiftName, fields: fields, choices: scope.choices))
        return .named(swiftName)
    }

    private mutating func choice(
        _ words: [String], of node: SchemaNode, called name: String, in scope: inout Scope, shared: Bool
    ) -> SwiftType {
        if shared {
            let swiftName = named[node.path] ?? typeName(SwiftName.type(name))
            named[node.path] = swiftName
            if !sharedChoices.contains(where: { $0.name == swiftName }) {
                sharedChoices.append(ChoiceDeclaration(name: swiftName, words: words))
            }
            return .named(swiftName)
        }
        let plain = SwiftName.type(name)
        let free = typeNames.contains(plain) ? plain + "Choice" : plain
        let swiftName = SwiftName.unused(free, &scope.choiceNames)
        scope.choices.append(ChoiceDeclaration(name: swiftName, words: words))
        return .named(swiftName)
    }
}

extension SwiftType {
    /// A number also takes a text: a reference stands where the number would.
    init?(scalar types: Set<String>) {
        switch types.subtracting(["string"]) {
        case []: self = .text
        case ["integer"]: self = .integer
        case ["number"], ["integer", "number"]: self = .number
        case ["boolean"]: self = .boolean
        default: return nil
        }
        if types.isEmpty { return nil }
    }
}

extension SchemaNode {
    /// No type is given, yet only a string can keep what is said.
    var looksLikeText: Bool { ["pattern", "minLength", "maxLength", "format"].contains { self[$0] != nil } }
}
