/// A tree of properties, the shape shared by YAML and JSON; maps keep their order.
public indirect enum Value: Hashable, Sendable {
    case text(Text)
    case int(Int)
    case double(Double)
    case bool(Bool)
    case list([Value])
    case map([Entry])

    /// One key of a map and what stands there.
    public struct Entry: Hashable, Sendable {
        public let key: String
        public let value: Value

        public init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// Every text in the tree, in order.
    public var texts: [Text] {
        switch self {
        case .text(let text): [text]
        case .int, .double, .bool: []
        case .list(let items): items.flatMap(\.texts)
        case .map(let entries): entries.flatMap(\.value.texts)
        }
    }

    /// What stands under a key of a map.
    public subscript(key: String) -> Value? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }
}

extension Value: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .text(Text(value)) }
    public init(stringInterpolation: Text.Interpolation) {
        self = .text(Text(stringInterpolation: stringInterpolation))
    }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, Value)...) { self = .map(elements.map(Entry.init)) }
}

/// Something that can stand as a property.
public protocol ValueConvertible {
    var value: Value { get }
}

extension Value: ValueConvertible { public var value: Value { self } }
extension Int: ValueConvertible { public var value: Value { .int(self) } }
extension Double: ValueConvertible { public var value: Value { .double(self) } }
extension Bool: ValueConvertible { public var value: Value { .bool(self) } }

extension Array: ValueConvertible where Element: ValueConvertible {
    public var value: Value { .list(map(\.value)) }
}

extension Dictionary: ValueConvertible where Key == String, Value: ValueConvertible {
    /// Keys in order, so that the same declaration gives the same bytes.
    public var value: CloudFormation.Value {
        .map(sorted { $0.key < $1.key }.map { CloudFormation.Value.Entry($0.key, $0.value.value) })
    }
}

/// Collects the properties that are given, in the order given.
public struct PropertyMap {
    private var entries: [Value.Entry] = []

    public init() {}

    /// Adds a property, or nothing where it was not given.
    public mutating func put(_ key: String, _ property: (any ValueConvertible)?) {
        guard let property else { return }
        entries.append(Value.Entry(key, property.value))
    }

    /// Adds a list of references, whatever each of them is, or nothing where none was given.
    public mutating func put(_ key: String, references: [any TypedReference]?) {
        guard let references else { return }
        entries.append(Value.Entry(key, .list(references.map(\.value))))
    }

    public var value: Value { .map(entries) }
}
