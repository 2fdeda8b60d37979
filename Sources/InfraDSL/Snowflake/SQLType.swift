/// A data type of a column (Summary of data types).
public struct SQLType: Hashable, Sendable {
    /// The one form in which DDL writes it and the account shows it.
    public let sql: String
    let problem: String?

    private init(_ sql: String, isPossible: Bool = true) {
        self.sql = sql
        problem = isPossible ? nil : "\(sql) is no type of Snowflake"
    }

    /// Characters, of any number when no most is given; at most 16,777,216.
    public static func text(atMost length: Int? = nil) -> SQLType {
        guard let length else { return SQLType("VARCHAR") }
        return SQLType("VARCHAR(\(length))", isPossible: (1...16_777_216).contains(length))
    }

    /// Whole or decimal digits: at most 38, of which `scale` after the point.
    public static func number(_ precision: Int = 38, _ scale: Int = 0) -> SQLType {
        SQLType(
            "NUMBER(\(precision),\(scale))",
            isPossible: (1...38).contains(precision) && (0...min(37, max(0, precision))).contains(scale))
    }

    public static let float = SQLType("FLOAT")
    public static let boolean = SQLType("BOOLEAN")
    public static let date = SQLType("DATE")
    public static let variant = SQLType("VARIANT")
    public static let object = SQLType("OBJECT")
    public static let array = SQLType("ARRAY")
    public static let binary = SQLType("BINARY")
    /// A date and a time of day, of no zone.
    public static let timestamp = SQLType("TIMESTAMP_NTZ(9)")
    /// A moment, shown in the session's zone.
    public static let moment = SQLType("TIMESTAMP_LTZ(9)")
    /// A moment with the zone it was written in.
    public static let zonedMoment = SQLType("TIMESTAMP_TZ(9)")
    public static let time = SQLType("TIME(9)")
}

extension SnowflakeObject {
    /// Columns of one name, or of none.
    var columnProblems: [String] {
        let names = columns.map(\.name)
        let twice = Set(names.filter { name in names.count { $0 == name } > 1 }).sorted()
        return twice.map { "the column \($0) is declared twice" }
            + columns.flatMap { ("\(ObjectName(column: $0.name))" as SQL).problems }
    }
}
