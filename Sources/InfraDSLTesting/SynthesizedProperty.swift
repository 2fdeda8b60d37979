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
        func name(_ reference: Reference) -> (id: String, attribute: String?) {
            if let parameter = handedOver[reference] { return (parameter, nil) }
            switch reference {
            case .account(let pseudo): return (pseudo.rawValue, nil)
            case .parameter(let name): return (name, nil)
            case .attribute(let id, Reference.refAttribute): return (id, nil)
            case .attribute(let id, let attribute): return (id, attribute)
            }
        }
        let parts = segments.filter { if case .mention = $0 { false } else { true } }
        if let known { return .text(Text(known)) }
        if parts.count == 1, case .reference(let reference) = parts[0] {
            let (id, attribute) = name(reference)
            guard let attribute else { return .map([.init("Ref", .text(Text(id)))]) }
            return .map([.init("Fn::GetAtt", .list([.text(Text(id)), .text(Text(attribute))]))])
        }
        let body = parts.map { part in
            switch part {
            case .literal(let characters): return characters.replacing("${", with: "${!")
            case .reference(let reference):
                let (id, attribute) = name(reference)
                return "${\(id)\(attribute.map { ".\($0)" } ?? "")}"
            case .mention: return ""
            }
        }
        return .map([.init("Fn::Sub", .text(Text(body.joined())))])
    }
}
