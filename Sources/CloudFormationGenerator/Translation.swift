/// Translates one reduced schema into declarations.
///
/// Definitions that hold properties become structs, lists of words become choices, the rest stands where it is used.
/// All structs of a resource are neighbours, in its own namespace; a list of words lives in the struct that uses it.
struct Translation {
    let schema: ReducedSchema
    /// Type names in use inside the resource.
    var typeNames: Set<String>
    /// Definitions and inline objects already named, by their place.
    private var named: [String: String] = [:]
    /// What stands behind the name of a struct.
    private var shapes: [String: JSON] = [:]
    private var structs: [StructDeclaration] = []
    /// Choices of definitions; they belong to the resource.
    private var sharedChoices: [ChoiceDeclaration] = []
    private var readOnly = ReadOnlyPlaces()

    static func declaration(of schema: ReducedSchema) throws(SchemaProblem) -> ResourceDeclaration {
        var translation = Translation(schema: schema, typeNames: SwiftName.reservedTypes)
        return try translation.resource()
    }

    private init(schema: ReducedSchema, typeNames: Set<String>) {
        self.schema = schema
        self.typeNames = typeNames
    }

    private mutating func resource() throws(SchemaProblem) -> ResourceDeclaration {
        readOnly = try ReadOnlyPlaces(of: schema)
        try nameDefinitions()
        var scope = Scope(reserved: SwiftName.reservedByResource)
        let fields = try fields(of: schema.root, in: &scope)
        let attributes = try attributes(besides: fields)
        return ResourceDeclaration(
            type: schema.type,
            name: Self.name(of: schema.type),
            fields: fields,
            attributes: attributes,
            choices: (scope.choices + sharedChoices).sorted { precedes($0.name, $1.name) },
            structs: Recursion.boxed(structs).sorted { precedes($0.name, $1.name) }
        )
    }

    /// The resource's Swift name: its own, unless Swift keeps that for itself.
    static func name(of type: ResourceTypeName) -> String {
        SwiftName.reservedTypes.contains(type.resource) ? type.resource + "Resource" : type.resource
    }

    /// Members and words of one struct while it is made.
    struct Scope {
        var members: Set<String>
        var choices: [ChoiceDeclaration] = []
        var choiceNames: Set<String> = []

        init(reserved: Set<String>) { members = reserved }
    }
}

// Fields and attributes.
extension Translation {
    fileprivate mutating func fields(of node: SchemaNode, in scope: inout Scope) throws(SchemaProblem) -> [Field] {
        let shape = try ObjectShape(of: node, in: schema)
        let flags = try FieldNotes(of: schema)
        var fields: [Field] = []
        for (key, property) in shape.properties.sorted(by: { precedes($0.key, $1.key) }) {
            guard !readOnly.contains(property) else { continue }
            let plain = SwiftName.member(key)
            let free = scope.members.contains(plain) ? plain + "Property" : plain
            let name = SwiftName.unused(free, &scope.members)
            let type = try type(of: property, called: key, in: &scope, visited: [])
            let notes = node.path.isEmpty ? flags.notes(on: key) : []
            fields.append(
                Field(key: key, name: name, type: type, required: shape.required.contains(key), notes: notes))
        }
        return fields
    }

    fileprivate func attributes(besides fields: [Field]) throws(SchemaProblem) -> [Attribute] {
        var taken = SwiftName.reservedByResource.union(fields.map(\.name))
        var attributes: [Attribute] = []
        for path in readOnly.attributePaths.sorted(by: precedes) {
            let plain = SwiftName.member(path.split(separator: "/").joined())
            let free = taken.contains(plain) ? plain + "Attribute" : plain
            attributes.append(
                Attribute(path: path.replacing("/", with: "."), name: SwiftName.unused(free, &taken)))
        }
        return attributes
    }
}

// Types.
extension Translation {
    /// Definitions get their names first, in order, so that an inline object gives way to them.
    fileprivate mutating func nameDefinitions() throws(SchemaProblem) {
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
        ofDefinition name: String, from node: SchemaNode, visited: Set<String>
    ) throws(SchemaProblem) -> SwiftType {
        let definition = try schema.definition(name, from: node)
        // An alias of itself holds nothing that could be typed.
        guard !visited.contains(name) else { return .value }
        var scope = Scope(reserved: [])
        return try type(of: definition, called: name, in: &scope, visited: visited.union([name]), shared: true)
    }

    private mutating func type(
        of node: SchemaNode, called name: String, in scope: inout Scope, visited: Set<String>, shared: Bool = false
    ) throws(SchemaProblem) -> SwiftType {
        if let target = try node.reference() { return try type(ofDefinition: target, from: node, visited: visited) }
        if try ObjectShape.isStruct(node, in: schema) { return try structure(node, called: name) }
        if let words = node.words() { return choice(words, of: node, called: name, in: &scope, shared: shared) }
        let types = try node.types()
        if types == ["array"] || (types.isEmpty && node["items"] != nil) {
            guard let items = node["items"] else { return .list(.value) }
            let item = shared ? name : SwiftName.item(name)
            return .list(try type(of: items, called: item, in: &scope, visited: visited, shared: shared))
        }
        if let values = try ObjectShape.mapValues(of: node) {
            let item = SwiftName.item(name)
            return .map(try type(of: values, called: item, in: &scope, visited: visited, shared: shared))
        }
        if let scalar = SwiftType(scalar: types) { return scalar }
        let alternatives = try node.alternatives()
        guard types.isEmpty, !alternatives.isEmpty else {
            return types.isEmpty && node.looksLikeText ? .text : .value
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
        guard name.contains("Tag"), Set(try node.properties().keys) == ["Key", "Value"] else { return false }
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
