public import CloudFormation

/// A Snowflake object as declared: its name, its options, and for a table its columns.
public struct SnowflakeObject: Hashable, Sendable {
    public let name: ObjectName
    public let properties: [Property]
    public let columns: [TableColumn]
    /// Why it exists: one sentence, kept as the object's comment and above its statement.
    public let purpose: String

    public init(_ name: ObjectName, _ properties: [Property] = [], columns: [TableColumn] = [], purpose: String) {
        self.name = name
        self.properties = properties
        self.columns = columns
        self.purpose = purpose
    }

    /// One option, such as `AUTO_SUSPEND = 60`.
    public struct Property: Hashable, Sendable {
        public let key: String
        public let value: PropertyValue
        /// Said when the object is made and not readable afterwards.
        public let isCreateOnly: Bool

        public init(_ key: String, _ value: PropertyValue, isCreateOnly: Bool = false) {
            self.key = key
            self.value = value
            self.isCreateOnly = isCreateOnly
        }
    }

    /// `CREATE … IF NOT EXISTS …`, with the comment that marks the object as the stack's.
    public func creation(marker: String = "") -> SQL {
        var sql: SQL = .code("CREATE \(name.kind.rawValue) IF NOT EXISTS ") + "\(name)"
        if !columns.isEmpty { sql = sql + " (\n" + columnList + "\n)" }
        for property in properties { sql = sql + "\n  " + property.sql }
        return sql + "\n  COMMENT = \(comment(marker))"
    }

    /// `ALTER … SET …` of some of its options; Snowflake wants a stage's URL and integration changed in one statement.
    public func alteration(setting changed: [Property]) -> SQL {
        changed.reduce(alterPrefix + " SET") { $0 + " " + $1.sql }
    }

    public func recommenting(marker: String) -> SQL { alterPrefix + " SET COMMENT = \(comment(marker))" }

    /// Adds columns that a table lacks; nothing is ever dropped or narrowed.
    public func adding(_ missing: [TableColumn]) -> SQL {
        let list = missing.map(\.sql)
        return alterPrefix + " ADD COLUMN " + list.dropFirst().reduce(list[0]) { $0 + ", " + $1 }
    }

    public var removal: SQL { .code("DROP \(name.kind.dropWord) IF EXISTS ") + "\(name)" }

    /// The comment the object carries: its purpose and whose it is.
    public func comment(_ marker: String) -> Text { Text(marker.isEmpty ? purpose : "\(purpose) \(marker)") }

    private var alterPrefix: SQL { .code("ALTER \(name.kind.rawValue) ") + "\(name)" }

    private var columnList: SQL {
        let lines = columns.map { "  " + $0.sql }
        return lines.dropFirst().reduce(lines[0]) { $0 + ",\n" + $1 }
    }
}

/// What stands to the right of an option's `=`.
public enum PropertyValue: Hashable, Sendable {
    /// A word of the grammar, such as `XSMALL`, `AUTO`, `NONE`.
    case word(String)
    case number(Int)
    case bool(Bool)
    case text(Text)
    case texts([Text])
    case name(ObjectName)
    /// The property is its own clause, such as `WITH MANAGED ACCESS`.
    case clause
}

extension SnowflakeObject.Property {
    var sql: SQL {
        let value: SQL =
            switch value {
            case .word(let word): .code(word)
            case .number(let number): "\(number)"
            case .bool(let bool): bool ? "TRUE" : "FALSE"
            case .text(let text): "\(text)"
            case .texts(let texts):
                "(" + texts.dropFirst().reduce(texts.first.map { "\($0)" } ?? "") { $0 + ", \($1)" } + ")"
            case .name(let name): "\(name)"
            case .clause: ""
            }
        return self.value == .clause ? .code(key) : .code("\(key) = ") + value
    }
}

/// A column of a table.
public struct TableColumn: Hashable, Sendable {
    /// Upper case, as an unquoted identifier would be.
    public let name: String
    /// A type of Snowflake, such as `NUMBER(38,0)`.
    public let type: String
    public let comment: String

    public init(_ name: String, _ type: String, comment: String) {
        self.name = name
        self.type = type
        self.comment = comment
    }

    var sql: SQL {
        let identifier = "\(ObjectName(column: name))" + SQL.code(" \(type)")
        return comment.isEmpty ? identifier : identifier + " COMMENT \(Text(comment))"
    }
}

extension ObjectKind {
    /// The word after DROP.
    var dropWord: String { self == .storageIntegration ? "INTEGRATION" : rawValue }
}
