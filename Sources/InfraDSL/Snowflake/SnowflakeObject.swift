public import CloudFormation

/// A Snowflake object as declared: its name, its options, and for a table its columns.
public struct SnowflakeObject: Hashable, Sendable {
    public let name: ObjectName
    public let properties: [Property]
    public let columns: [TableColumn]
    /// What stands after `AS`: a query, a statement.
    public let body: SQL?
    /// Statements that bring it to work once everything is there, such as resuming a task.
    public let completion: [Completion]
    /// Why it exists: one sentence, kept as the object's comment and above its statement.
    public let purpose: String

    public init(
        _ name: ObjectName,
        _ properties: [Property] = [],
        columns: [TableColumn] = [],
        body: SQL? = nil,
        completion: [Completion] = [],
        purpose: String
    ) {
        self.name = name
        self.properties = properties
        self.columns = columns
        self.body = body
        self.completion = completion
        self.purpose = purpose
    }

    /// A statement that follows when the account shows an option with another value.
    public struct Completion: Hashable, Sendable {
        /// The option, and the value that makes the statement needless.
        public let key: String
        public let value: String
        public let statement: SQL
        /// Needed by a new object too; otherwise the object is as it should be once made.
        public let followsCreation: Bool

        public init(key: String, value: String, statement: SQL, followsCreation: Bool = true) {
            self.key = key
            self.value = value
            self.statement = statement
            self.followsCreation = followsCreation
        }
    }

    /// The statement that makes the object, with the comment that marks it as the stack's. Never `OR REPLACE`.
    public func creation(marker: String = "") -> SQL {
        let kind = name.kind.rawValue
        return statement(
            .code(name.kind.hasSafeOrAlter ? "CREATE OR ALTER \(kind) " : "CREATE \(kind) IF NOT EXISTS "), marker)
    }

    /// The statement that puts another in its place, for kinds whose `OR REPLACE` takes no rows: they are asked for by name.
    public func replacement(marker: String) -> SQL {
        statement(.code("CREATE OR REPLACE \(name.kind.rawValue) "), marker)
    }

    private func statement(_ head: SQL, _ marker: String) -> SQL {
        var sql = head + "\(name)"
        if !columns.isEmpty { sql = sql + " (\n" + columnList + "\n)" }
        for property in properties where property.place == .head { sql = sql + "\n  " + property.sql }
        for property in properties where property.place == .options { sql = sql + "\n  " + property.sql }
        if name.kind.carriesComment { sql = sql + "\n  COMMENT = \(comment(marker))" }
        for property in properties where property.place == .tail { sql = sql + "\n  " + property.sql }
        return body.map { sql + "\nAS\n" + $0 } ?? sql
    }

    /// `ALTER … SET …` of some of its options; Snowflake wants a stage's URL and integration changed in one statement.
    public func alteration(setting changed: [Property]) -> SQL {
        changed.reduce(alterPrefix + " SET") { $0 + " " + $1.sql }
    }

    public func recommenting(marker: String) -> SQL { alterPrefix + " SET COMMENT = \(comment(marker))" }

    /// Adds columns that a table lacks.
    public func adding(_ missing: [TableColumn]) -> SQL {
        let list = missing.map(\.sql)
        return alterPrefix + " ADD COLUMN " + list.dropFirst().reduce(list[0]) { $0 + ", " + $1 }
    }

    /// Gives columns another type: more characters, more digits.
    public func retyping(_ changed: [TableColumn]) -> SQL {
        let list = changed.map { "\(ObjectName(column: $0.name)) SET DATA TYPE " + SQL.code($0.type) }
        return alterPrefix + " ALTER COLUMN " + list.dropFirst().reduce(list[0]) { $0 + ", COLUMN " + $1 }
    }

    /// Takes columns away with what is in them.
    public func dropping(_ columns: [String]) -> SQL {
        let list = columns.map { "\(ObjectName(column: $0))" as SQL }
        return alterPrefix + " DROP COLUMN " + list.dropFirst().reduce(list[0]) { $0 + ", " + $1 }
    }

    public var removal: SQL { name.removal }

    /// The comment the object carries: its purpose and whose it is.
    public func comment(_ marker: String) -> Text { Text(marker.isEmpty ? purpose : "\(purpose) \(marker)") }

    private var alterPrefix: SQL { .code("ALTER \(name.kind.rawValue) ") + "\(name)" }

    private var columnList: SQL {
        let lines = columns.map { "  " + $0.sql }
        return lines.dropFirst().reduce(lines[0]) { $0 + ",\n" + $1 }
    }
}

extension ObjectName {
    /// `DROP … IF EXISTS …`
    public var removal: SQL { .code("DROP \(kind.generalWords) IF EXISTS ") + "\(self)" }
}

/// A column of a table.
public struct TableColumn: Hashable, Sendable {
    /// As Snowflake stores it.
    public let name: String
    /// A type of Snowflake, such as `NUMBER(38,0)`.
    public let type: String
    public let isRequired: Bool
    public let comment: String

    public init(_ name: String, _ type: String, isRequired: Bool = false, comment: String) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.comment = comment
    }

    var sql: SQL {
        let identifier = "\(ObjectName(column: name))" + SQL.code(isRequired ? " \(type) NOT NULL" : " \(type)")
        return comment.isEmpty ? identifier : identifier + " COMMENT \(Text(comment))"
    }
}
