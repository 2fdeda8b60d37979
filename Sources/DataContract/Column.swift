/// What the text of a column means. RAW keeps every column as text; the meaning is what validation checks and STAGE casts to.
public enum ColumnType: Sendable, Hashable {
    /// Any text.
    case text
    /// A point in time by ``TimestampRule``: `20211001T174600.000` or ISO 8601; without a zone it is UTC.
    case timestamp
    /// An amount by ``DecimalRule``, kept exactly as `NUMBER(precision,scale)`.
    case decimal(precision: Int, scale: Int)

    /// The type of the column in STAGE, as Snowflake writes it.
    public var stageTypeName: String {
        switch self {
        case .text: "VARCHAR"
        case .timestamp: "TIMESTAMP_NTZ(9)"
        case .decimal(let precision, let scale): "NUMBER(\(precision),\(scale))"
        }
    }
}

/// One column of a partner file.
public struct Column: Sendable, Hashable {
    /// The name in the header line, in lower case; RAW and STAGE use it in upper case.
    public let name: String
    public let type: ColumnType
    /// Whether a row without a value breaches the contract.
    public let required: Bool
    /// Whether a file may leave the column out altogether; see ``Dataset/columnCounts``.
    public let mayBeAbsent: Bool
    /// What the column holds, for the people who fill it in.
    public let description: String

    public init(
        _ name: String,
        _ type: ColumnType = .text,
        required: Bool = false,
        mayBeAbsent: Bool = false,
        description: String
    ) {
        self.name = name
        self.type = type
        self.required = required
        self.mayBeAbsent = mayBeAbsent
        self.description = description
    }

    /// The name of the column in RAW and STAGE.
    public var sqlName: String { name.uppercased() }
}
