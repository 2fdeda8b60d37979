/// A number or a truth value, written as a literal or left to a reference (a template parameter, an attribute).
///
/// Literals stay as they are: `memorySize: 256`, `enabled: true`. A variable is wrapped: `memorySize: Scalar(megabytes)`.
public enum Scalar<Wrapped: Hashable & Sendable & ValueConvertible>: Hashable, Sendable {
    case literal(Wrapped)
    /// Known to the provider only; CloudFormation converts what the reference gives.
    case text(Text)

    public init(_ literal: Wrapped) { self = .literal(literal) }

    public init(_ text: Text) { self = .text(text) }

    /// The literal, when it is one.
    public var known: Wrapped? {
        if case .literal(let literal) = self { literal } else { nil }
    }
}

extension Scalar: ValueConvertible {
    public var value: Value {
        switch self {
        case .literal(let literal): literal.value
        case .text(let text): .text(text)
        }
    }
}

extension Scalar: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Wrapped.IntegerLiteralType) { self = .literal(Wrapped(integerLiteral: value)) }
}

extension Scalar: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Wrapped.FloatLiteralType) { self = .literal(Wrapped(floatLiteral: value)) }
}

extension Scalar: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Wrapped.BooleanLiteralType) { self = .literal(Wrapped(booleanLiteral: value)) }
}
