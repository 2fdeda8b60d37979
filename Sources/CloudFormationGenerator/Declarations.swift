/// What a schema becomes before it is written down as Swift.
struct ResourceDeclaration {
    let type: ResourceTypeName
    /// The Swift name inside the service's namespace.
    let name: String
    let fields: [Field]
    let attributes: [Attribute]
    /// What `Ref` gives.
    let ref: AttributeType
    /// The lists of words of the resource's own properties.
    let choices: [ChoiceDeclaration]
    let structs: [StructDeclaration]
}

struct StructDeclaration {
    let name: String
    var fields: [Field]
    let choices: [ChoiceDeclaration]
}

/// One property.
struct Field {
    /// As CloudFormation spells it.
    let key: String
    let name: String
    let type: SwiftType
    let required: Bool
    /// What the schema says that a reader of the Swift must know.
    let notes: [String]
    /// Stored outside of the struct, since its type contains the struct.
    var boxed = false
}

/// A value that the provider alone sets: `Fn::GetAtt`.
struct Attribute {
    /// Such as `Endpoint.Address`.
    let path: String
    let name: String
    let type: AttributeType
}

struct ChoiceDeclaration {
    let name: String
    let cases: [Case]

    struct Case {
        let name: String
        let word: String
    }

    init(name: String, words: [String]) {
        self.name = name
        var taken: Set<String> = []
        var cases: [Case] = []
        var seen: Set<String> = []
        for word in words where seen.insert(word).inserted {
            let plain = SwiftName.choice(word)
            let free = SwiftName.reservedChoices.contains(plain) ? plain + "Value" : plain
            cases.append(Case(name: SwiftName.unused(free, &taken), word: word))
        }
        self.cases = cases
    }
}

indirect enum SwiftType: Hashable, CustomStringConvertible {
    case text
    case reference(ReferenceType)
    case integer
    case number
    case boolean
    /// Free-form: a policy document, JSON.
    case value
    case named(String)
    case list(SwiftType)
    case map(SwiftType)

    var description: String {
        switch self {
        case .text: "Text"
        case .reference(let type): "\(type)"
        case .integer: "Scalar<Int>"
        case .number: "Scalar<Double>"
        case .boolean: "Scalar<Bool>"
        case .value: "Value"
        case .named(let name): name
        case .list(let item): "[\(item)]"
        case .map(let item): "[String: \(item)]"
        }
    }

    /// With a question mark.
    var optional: String {
        if case .reference(let type) = self, type.isExistential { "(\(self))?" } else { "\(self)?" }
    }

    /// A list whose items are not all of one type.
    var isListOfExistentials: Bool {
        if case .list(.reference(let type)) = self { type.isExistential } else { false }
    }
}
