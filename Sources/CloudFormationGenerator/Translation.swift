/// Translates one reduced schema into declarations.
///
/// Definitions that hold properties become structs, lists of words become choices, the rest stands where it is used.
/// All structs of a resource are neighbours, in its own namespace; a list of words lives in the struct that uses it.
struct Translation {
    let schema: ReducedSchema
    /// Type names in use inside the resource.
    var typeNames: Set<String>
    /// Definitions and inline objects already named, by their place.
    var named: [String: String] = [:]
    /// What stands behind the name of a struct.
    var shapes: [String: JSON] = [:]
    var structs: [StructDeclaration] = []
    /// Choices of definitions; they belong to the resource.
    var sharedChoices: [ChoiceDeclaration] = []
    /// The types that have a struct, each with the struct's name: `AWS::SQS::Queue`, `SQS.Queue`.
    let known: [String: String]
    private var readOnly = ReadOnlyPlaces()

    static func declaration(
        of schema: ReducedSchema, among known: [ResourceTypeName]
    ) throws(SchemaProblem) -> ResourceDeclaration {
        var translation = Translation(schema: schema, among: Set(known).union([schema.type]))
        return try translation.resource()
    }

    private init(schema: ReducedSchema, among known: Set<ResourceTypeName>) {
        self.schema = schema
        self.known = Dictionary(
            uniqueKeysWithValues: known.map {
                ($0.description, "\(StructGenerator.namespace(of: $0)).\(Self.name(of: $0))")
            })
        // A nested type of a service's name would hide the service.
        typeNames = SwiftName.reservedTypes.union(known.map(StructGenerator.namespace))
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
            ref: refType,
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

extension Translation {
    mutating func fields(of node: SchemaNode, in scope: inout Scope) throws(SchemaProblem) -> [Field] {
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
                Attribute(
                    path: path.replacing("/", with: "."), name: SwiftName.unused(free, &taken),
                    type: attributeType(path)))
        }
        return attributes
    }
}
