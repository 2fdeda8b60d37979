/// One place of a resource schema: what a value there must be like (JSON Schema draft-07, and the words that the
/// CloudFormation schemas add to it: `requiredXor`, `requiredOr`, `dependentExcluded`, `uniqueKeys`).
final class SchemaNode: Sendable {
    let reference: String?
    let types: [String]
    let properties: [String: SchemaNode]
    /// By regular expression.
    let patternProperties: [(pattern: String, node: SchemaNode)]
    /// Whether other properties than those named are refused.
    let isClosed: Bool
    /// What properties that are not named must be like.
    let additional: SchemaNode?
    let required: [String]
    /// Exactly one of these must be given.
    let requiredXor: [String]
    /// At least one of these must be given.
    let requiredOr: [String]
    let dependentRequired: [(key: String, others: [String])]
    let dependentExcluded: [(key: String, others: [String])]
    let items: SchemaNode?
    let prefixItems: [SchemaNode]
    let limits: SchemaLimits
    /// `enum`, or the one word of `const`.
    let words: [String]
    let ignoresCase: Bool
    let pattern: String?
    let uniqueKeys: [String]
    let hasUniqueItems: Bool
    let anyOf: [SchemaNode]
    let oneOf: [SchemaNode]
    let allOf: [SchemaNode]
    let condition: SchemaNode?
    let then: SchemaNode?
    let otherwise: SchemaNode?

    init(_ json: YAML.Node) {
        reference = json["$ref"]?.text
        types = json["type"]?.texts ?? []
        properties = Dictionary(json["properties"]?.pairs.map { ($0.key, SchemaNode($0.value)) } ?? []) { $1 }
        patternProperties = json["patternProperties"]?.pairs.map { ($0.key, SchemaNode($0.value)) } ?? []
        let additional = json["additionalProperties"]
        isClosed = additional?.text == "false"
        if case .mapping? = additional {
            self.additional = additional.map(SchemaNode.init)
        } else {
            self.additional = nil
        }
        required = json["required"]?.texts ?? []
        requiredXor = json["requiredXor"]?.texts ?? []
        requiredOr = json["requiredOr"]?.texts ?? []
        dependentRequired = json["dependentRequired"]?.pairs.map { ($0.key, $0.value.texts) } ?? []
        dependentExcluded = json["dependentExcluded"]?.pairs.map { ($0.key, $0.value.texts) } ?? []
        if case .mapping? = json["items"] { items = json["items"].map(SchemaNode.init) } else { items = nil }
        prefixItems = json["prefixItems"]?.nodes ?? []
        limits = SchemaLimits(json)
        words = json["enum"]?.texts ?? json["const"]?.texts ?? json["enumCaseInsensitive"]?.texts ?? []
        ignoresCase = json["enum"] == nil && json["const"] == nil && json["enumCaseInsensitive"] != nil
        pattern = json["pattern"]?.text
        uniqueKeys = json["uniqueKeys"]?.texts ?? []
        hasUniqueItems = json["uniqueItems"]?.text == "true"
        anyOf = json["anyOf"]?.nodes ?? []
        oneOf = json["oneOf"]?.nodes ?? []
        allOf = json["allOf"]?.nodes ?? []
        condition = json["if"].map(SchemaNode.init)
        then = json["then"].map(SchemaNode.init)
        otherwise = json["else"].map(SchemaNode.init)
    }

    /// Whether it says no more than which properties must be there.
    var isChoiceOfProperties: Bool { !required.isEmpty && properties.isEmpty && types.isEmpty && reference == nil }
}

/// The least and the most of a number, a text, a list or a map; nil where there is no limit.
struct SchemaLimits: Sendable {
    let number: (least: Double?, most: Double?)
    let above: Double?
    let below: Double?
    let length: (least: Int?, most: Int?)
    let items: (least: Int?, most: Int?)
    let members: (least: Int?, most: Int?)

    init(_ json: YAML.Node) {
        func number(_ key: String) -> Double? { json[key]?.text.flatMap(Double.init) }
        func count(_ key: String) -> Int? { json[key]?.text.flatMap { Int($0) } }
        self.number = (number("minimum"), number("maximum"))
        above = number("exclusiveMinimum")
        below = number("exclusiveMaximum")
        length = (count("minLength"), count("maxLength"))
        items = (count("minItems"), count("maxItems"))
        members = (count("minProperties"), count("maxProperties"))
    }
}

extension YAML.Node {
    fileprivate subscript(key: String) -> YAML.Node? { pairs.first { $0.key == key }?.value }

    fileprivate var text: String? { if case .scalar(let text, _, _) = self { text } else { nil } }

    fileprivate var pairs: [Pair] { if case .mapping(let pairs, _) = self { pairs } else { [] } }

    fileprivate var nodes: [SchemaNode] {
        if case .sequence(let items, _) = self { items.map(SchemaNode.init) } else { [] }
    }

    /// One word, or a list of them.
    fileprivate var texts: [String] {
        switch self {
        case .scalar(let text, _, _): [text]
        case .sequence(let items, _): items.compactMap(\.text)
        case .mapping: []
        }
    }
}
