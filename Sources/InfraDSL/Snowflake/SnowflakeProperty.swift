public import CloudFormation

extension SnowflakeObject {
    /// One option, such as `AUTO_SUSPEND = 60`.
    public struct Property: Hashable, Sendable {
        public let key: String
        public let value: PropertyValue
        public let change: Change
        public let place: Place

        public init(
            _ key: String,
            _ value: PropertyValue,
            isCreateOnly: Bool = false,
            change: Change = .set,
            place: Place = .options
        ) {
            self.key = key
            self.value = value
            self.change = isCreateOnly ? .ignored : change
            self.place = place
        }

        /// Said when the object is made and not compared afterwards.
        public var isCreateOnly: Bool { change == .ignored }
    }

    /// What a difference between declared and shown comes to.
    public enum Change: Hashable, Sendable {
        case set
        /// Only another object can have another value.
        case replace
        /// The account does not show it, or it means nothing once the object stands.
        case ignored
    }

    /// Where an option stands in the statement.
    public enum Place: Hashable, Sendable {
        /// Right after the name, such as `ON TABLE …`.
        case head
        case options
        /// After the comment and before `AS`, such as `WHEN …`.
        case tail
    }
}

/// What stands to the right of an option's name.
public enum PropertyValue: Hashable, Sendable {
    /// A word of the grammar, such as `XSMALL`, `AUTO`, `NONE`.
    case word(String)
    case number(Int)
    case bool(Bool)
    case text(Text)
    case texts([Text])
    case name(ObjectName)
    /// Names in string constants, such as the rules of a network policy.
    case nameTexts([ObjectName])
    /// Options in brackets.
    case nested([SnowflakeObject.Property])
    /// The property is its own clause, such as `WITH MANAGED ACCESS`.
    case clause
    /// A clause without `=`: words of the grammar.
    case clauseWords(String)
    /// A clause without `=`: names, as in `ON TABLE …`, `AFTER …`.
    case clauseNames([ObjectName])
    /// A clause without `=`: texts, as in `ALLOWED_VALUES …`.
    case clauseTexts([Text])
    /// A clause without `=`: an expression, as in `WHEN …`.
    case clauseSQL(SQL)
}

extension SnowflakeObject.Property {
    var sql: SQL {
        switch value {
        case .clause: .code(key)
        case .clauseWords(let words): .code("\(key) \(words)")
        case .clauseNames(let names): .code("\(key) ") + SQL.list(names.map { "\($0)" })
        case .clauseTexts(let texts): .code("\(key) ") + SQL.list(texts.map { "\($0)" })
        case .clauseSQL(let sql): .code("\(key) ") + sql
        case .word(let word): .code("\(key) = \(word)")
        case .number(let number): .code("\(key) = \(number)")
        case .bool(let bool): .code("\(key) = \(bool ? "TRUE" : "FALSE")")
        case .text(let text): .code("\(key) = ") + "\(text)"
        case .texts(let texts): .code("\(key) = (") + SQL.list(texts.map { "\($0)" }) + ")"
        case .name(let name): .code("\(key) = ") + "\(name)"
        case .nameTexts(let names): .code("\(key) = (") + SQL.list(names.map(SQL.literal(of:))) + ")"
        case .nested(let properties):
            .code("\(key) = (") + SQL.list(properties.map(\.sql), separator: " ") + ")"
        }
    }
}
