public import CloudFormation

/// What a template says of one property, to be compared with what the property may be: `queue[\.delaySeconds] == 5`.
public struct SynthesizedProperty<Property>: Sendable, CustomStringConvertible {
    /// As it stands in the template, functions in their long form; nil when the property is not given.
    public let value: Value?
    let handedOver: [Reference: String]

    public var isGiven: Bool { value != nil }

    /// The characters or digits; nil for what is none, and for what a function gives.
    public var literal: String? {
        switch value {
        case .text(let text)?: text.known
        case .int(let number)?: "\(number)"
        case .double(let number)?: "\(number)"
        case .bool(let bool)?: "\(bool)"
        case .list, .map, nil: nil
        }
    }

    public var description: String { value.map { "\($0)" } ?? "not given" }
}

extension SynthesizedProperty where Property: ValueConvertible {
    /// Whether the template says just this.
    public static func == (left: SynthesizedProperty, right: Property) -> Bool {
        left.value.map { $0 == right.value.rendered(left.handedOver) } ?? false
    }

    public static func != (left: SynthesizedProperty, right: Property) -> Bool { !(left == right) }
}

extension SynthesizedProperty where Property: TypedReference {
    /// The characters of a reference to what stands outside of the stack.
    public static func == (left: SynthesizedProperty, right: Text) -> Bool {
        left.value.map { $0 == right.value.rendered(left.handedOver) } ?? false
    }
}

extension SynthesizedProperty {
    /// `[\.role] == ingest.arn`, whatever kind of reference the property takes.
    public static func == (left: SynthesizedProperty, right: some TypedReference) -> Bool {
        left.value.map { $0 == right.value.rendered(left.handedOver) } ?? false
    }
}

extension Value {
    /// References as a template spells them, functions in their long form.
    func rendered(_ handedOver: [Reference: String]) -> Value {
        switch self {
        case .text(let text): return text.rendered(handedOver)
        case .int, .bool: return self
        // A whole number loses its fraction on the way.
        case .double(let number): return Int(exactly: number).map(Value.int) ?? self
        case .list(let items): return .list(items.map { $0.rendered(handedOver) })
        case .map(let entries): return .map(entries.map { Entry($0.key, $0.value.rendered(handedOver)) })
        }
    }
}

extension Text {
    fileprivate func rendered(_ handedOver: [Reference: String]) -> Value {
        if let known { return .text(Text(known)) }
        let parts = segments.filter { if case .mention = $0 { false } else { true } }
        if parts.count == 1, case .reference(let reference) = parts[0] { return reference.rendered(handedOver) }
        var variables: [Value.Entry] = []
        let body = parts.map { part in
            switch part {
            case .literal(let characters): return characters.replacing("${", with: "${!")
            case .mention: return ""
            case .reference(let reference):
                if let hole = reference.hole(handedOver) { return "${\(hole)}" }
                let variable = "Part\(variables.count + 1)"
                variables.append(.init(variable, reference.rendered(handedOver)))
                return "${\(variable)}"
            }
        }
        let pattern = Value.text(Text(body.joined()))
        return .map([.init("Fn::Sub", variables.isEmpty ? pattern : .list([pattern, .map(variables)]))])
    }
}

extension Reference {
    /// What stands between the braces of `Fn::Sub`; nil for what it can not name.
    fileprivate func hole(_ handedOver: [Reference: String]) -> String? {
        if let parameter = handedOver[self] { return parameter }
        switch self {
        case .account(let pseudo): return pseudo.rawValue
        case .parameter(let name): return name
        case .attribute(let id, Reference.refAttribute): return id
        case .attribute(let id, let attribute): return "\(id).\(attribute)"
        case .imported, .computed: return nil
        }
    }

    /// The call it is when it stands alone.
    fileprivate func rendered(_ handedOver: [Reference: String]) -> Value {
        switch self {
        case .imported(let name): return .map([.init("Fn::ImportValue", .text(Text(name)))])
        case .computed(let call): return call.rendered(handedOver)
        case .attribute(let id, let attribute) where attribute != Reference.refAttribute && handedOver[self] == nil:
            return .map([.init("Fn::GetAtt", .list([.text(Text(id)), .text(Text(attribute))]))])
        case .account, .parameter, .attribute:
            return .map([.init("Ref", .text(Text(hole(handedOver) ?? "")))])
        }
    }
}
