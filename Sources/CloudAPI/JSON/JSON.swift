/// A JSON value (RFC 8259). Numbers keep their text and members their order, so that what is read can be written again.
package enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The number as written; see `int` and `double`.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    package static func integer(_ value: Int) -> JSON { .number(String(value)) }

    /// The object of the members that have a value.
    package static func object(compacting members: [(String, JSON?)]) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    /// The value of the first member of that name; nil if there is none or this is no object.
    package subscript(_ name: String) -> JSON? {
        members?.first { $0.name == name }?.value
    }

    /// Nil when out of range or this is no array.
    package subscript(_ index: Int) -> JSON? {
        elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    }

    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// Nil unless the number is written as an integer that fits.
    package var int: Int? {
        if case .number(let text) = self { Int(text) } else { nil }
    }

    package var double: Double? {
        if case .number(let text) = self { Double(text) } else { nil }
    }

    package var elements: [JSON]? {
        if case .array(let value) = self { value } else { nil }
    }

    package var members: [Member]? {
        if case .object(let value) = self { value } else { nil }
    }

    package var isNull: Bool { self == .null }
}

/// Not by `nil`: where an optional value is meant it would silently become `null`.
extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
}
