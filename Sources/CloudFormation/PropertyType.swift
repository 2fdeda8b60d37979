/// A structure inside a resource: one nested object of its schema.
public protocol PropertyType: ValueConvertible, Equatable, Sendable {
    /// The properties given, as a map.
    var properties: Value { get }
}

extension PropertyType {
    public var value: Value { properties }

    /// Two are equal when they render the same.
    public static func == (left: Self, right: Self) -> Bool { left.properties == right.properties }
}

/// Storage outside of the structure, for a property whose type contains itself.
@propertyWrapper
public struct Indirect<Wrapped: Sendable>: Sendable {
    private indirect enum Storage: Sendable {
        case boxed(Wrapped)
    }

    private var storage: Storage

    public init(wrappedValue: Wrapped) { storage = .boxed(wrappedValue) }

    public var wrappedValue: Wrapped {
        get {
            switch storage {
            case .boxed(let wrapped): wrapped
            }
        }
        set { storage = .boxed(newValue) }
    }
}
