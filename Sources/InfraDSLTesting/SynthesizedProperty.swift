public import CloudFormation
import InfraDSL

/// What a template says of one property, to be compared with what the property may be: `queue[\.delaySeconds] == 5`.
public struct SynthesizedProperty<Property>: Sendable, CustomStringConvertible {
    /// As it stands in the template, functions in their long form; nil when the property is not given.
    public let value: Value?
    let template: Template

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

    /// Whether the template has just this, functions and references included.
    func says(_ other: Value) -> Bool { value.map { $0 == template.read(other) } ?? false }

    public var description: String { value.map { "\($0)" } ?? "not given" }
}

extension SynthesizedProperty where Property: ValueConvertible {
    /// Whether the template says just this.
    public static func == (left: SynthesizedProperty, right: Property) -> Bool {
        left.says(right.value)
    }

    public static func != (left: SynthesizedProperty, right: Property) -> Bool { !(left == right) }
}

extension SynthesizedProperty where Property: TypedReference {
    /// The characters of a reference to what stands outside of the stack.
    public static func == (left: SynthesizedProperty, right: Text) -> Bool {
        left.says(right.value)
    }
}

extension SynthesizedProperty {
    /// `[\.role] == ingest.arn`, whatever kind of reference the property takes.
    public static func == (left: SynthesizedProperty, right: some TypedReference) -> Bool {
        left.says(right.value)
    }
}
