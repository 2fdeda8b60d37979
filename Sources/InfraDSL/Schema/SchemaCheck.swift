import CloudFormation

/// One value that is not what the schema of its resource's type says.
struct SchemaFault: Sendable {
    enum Kind: Sendable {
        case unknownProperty
        case missingProperty
        case wrongType
        case unknownWord
        case readOnly
        /// A pattern, a length, a range or a number of items.
        case outOfRange
        case excluded
    }

    let kind: Kind
    let id: String
    /// From the root of the template down.
    let path: [String]
    let detail: String
}

/// Checks the properties of resources against their schemas. An intrinsic function stands for anything; of `Fn::If` both
/// sides are looked at; a dynamic reference stands for any scalar.
final class SchemaCheck {
    private let schemas: ResourceSchemas
    private var known: [String: ResourceSchema?] = [:]
    /// Compiled once; nil where the schema's dialect is none that Swift reads.
    var patterns: [String: Regex<AnyRegexOutput>?] = [:]

    /// The resource at hand.
    private var id = ""
    private var type = ""
    private(set) var schema: ResourceSchema?
    var faults: [SchemaFault] = []

    init(_ schemas: ResourceSchemas) { self.schemas = schemas }

    /// What these transforms leave as it is; any other macro may turn properties into others.
    private static let transparent: Set<String> = [
        "AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::SecretsManager-2020-07-23",
        "AWS::SecretsManager-2024-09-16", "AWS::CodeDeployBlueGreen",
    ]

    /// Properties that may be a local path until `aws cloudformation package` has uploaded what is there.
    private static let packaged: Set<String> = [
        "AWS::Lambda::Function Code", "AWS::Lambda::LayerVersion Content",
        "AWS::StepFunctions::StateMachine DefinitionS3Location",
    ]

    /// Whether the resources of a template are what stands in it.
    static func canCheck(_ document: TemplateDocument) -> Bool {
        (document.root["Transform"]?.items ?? []).allSatisfy { $0.literal.map(transparent.contains) ?? false }
    }

    static func faults(in document: TemplateDocument, _ schemas: ResourceSchemas) -> [SchemaFault] {
        guard canCheck(document) else { return [] }
        let check = SchemaCheck(schemas)
        for resource in document.resources { check.check(resource.key, resource.value) }
        return check.faults
    }

    private func check(_ id: String, _ body: Value) {
        guard let type = body["Type"]?.literal else { return }
        if known[type] == nil { known[type] = .some(schemas.schema(of: type)) }
        guard let schema = known[type] ?? nil else { return }
        self.id = id
        self.type = type
        self.schema = schema
        let properties = body["Properties"] ?? .map([])
        guard case .map = properties else { return }
        check(properties, schema.root, at: ["Resources", id, "Properties"], "")
    }

    func fault(_ kind: SchemaFault.Kind, at path: [String], _ detail: String) {
        faults.append(SchemaFault(kind: kind, id: id, path: path, detail: detail))
    }

    /// `place` is the path in the schema's own terms: names without indexes.
    func check(_ value: Value, _ node: SchemaNode, at path: [String], _ place: String) {
        for branch in value.branches where branch.intrinsic == nil && !branch.isDynamicReference {
            checkPlain(branch, node, at: path, place)
        }
    }

    private func checkPlain(_ value: Value, _ node: SchemaNode, at path: [String], _ place: String) {
        if let target = node.reference.flatMap({ schema?.target($0) }) { check(value, target, at: path, place) }
        guard node.types.isEmpty || node.types.contains(where: { value.fits($0) }) else {
            if case .text = value, Self.packaged.contains("\(type) \(place)") { return }
            let wanted = node.types.map(Self.article).joined(separator: " or ")
            return fault(.wrongType, at: path, "\(Self.name(path)) is \(value.kind), and \(wanted) is wanted")
        }
        switch value {
        case .text, .int, .double, .bool: checkScalar(value, node, at: path, place)
        case .list(let items): checkList(items, node, at: path, place)
        case .map(let entries): checkMap(entries, node, at: path, place)
        }
        checkAlternatives(value, node, at: path, place)
        for part in node.allOf { check(value, part, at: path, place) }
        if let condition = node.condition {
            let holds = faults(of: value, condition, at: path, place).isEmpty
            if let next = holds ? node.then : node.otherwise { check(value, next, at: path, place) }
        }
    }

    private func checkList(_ items: [Value], _ node: SchemaNode, at path: [String], _ place: String) {
        for (index, item) in items.enumerated() {
            let path = path + ["\(index)"]
            if index < node.prefixItems.count { check(item, node.prefixItems[index], at: path, place) }
            if let next = node.items { check(item, next, at: path, place) }
        }
        // How many there will be is known only where nothing is chosen or made at deploy.
        guard items.allSatisfy({ $0.intrinsic == nil || $0.intrinsic?.key == "Fn::GetAtt" }) else { return }
        let name = Self.name(path)
        if let least = node.limits.items.least, items.count < least {
            fault(.outOfRange, at: path, "\(name) has \(items.count) items, and \(least) are the least")
        }
        if let most = node.limits.items.most, items.count > most {
            fault(.outOfRange, at: path, "\(name) has \(items.count) items, and \(most) are the most")
        }
        if node.hasUniqueItems, Set(items).count < items.count {
            fault(.outOfRange, at: path, "\(name) has an item twice")
        }
        for key in node.uniqueKeys {
            let values = items.compactMap { $0[key]?.literal }
            if Set(values).count < values.count {
                fault(.outOfRange, at: path, "two items of \(name) have the same \(key)")
            }
        }
    }

    /// The faults a value would have, without telling them.
    private func faults(of value: Value, _ node: SchemaNode, at path: [String], _ place: String) -> [SchemaFault] {
        let before = faults
        faults = []
        defer { faults = before }
        check(value, node, at: path, place)
        return faults
    }

    private func checkAlternatives(_ value: Value, _ node: SchemaNode, at path: [String], _ place: String) {
        for alternatives in [node.anyOf, node.oneOf] where !alternatives.isEmpty {
            let tried = alternatives.map { faults(of: value, $0, at: path, place) }
            guard tried.allSatisfy({ !$0.isEmpty }) else { continue }
            if alternatives.allSatisfy(\.isChoiceOfProperties) {
                let names = alternatives.map { $0.required.joined(separator: " and ") }.joined(separator: " or ")
                fault(.missingProperty, at: path, "\(names) is missing")
            } else if let least = tried.min(by: { $0.count < $1.count }) {
                faults += least
            }
        }
    }

    /// The last name of a path, with the index behind it where it is an item: `Rules[0]`.
    static func name(_ path: [String]) -> String {
        guard let last = path.last else { return "" }
        guard path.count > 4, Int(last) != nil else { return String(last.prefix(80)) }
        return "\(name(Array(path.dropLast())))[\(last)]"
    }

    private static func article(_ type: String) -> String {
        switch type {
        case "array": "a list"
        case "object": "a map"
        case "integer": "an integer"
        case "boolean": "true or false"
        default: "a \(type)"
        }
    }
}
