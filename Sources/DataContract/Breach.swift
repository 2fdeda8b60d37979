/// One place where a file breaks the contract.
public struct Breach: Sendable, Hashable {
    public enum Rule: String, Sendable, CaseIterable {
        case emptyFile = "empty_file"
        case noRows = "no_rows"
        case encoding
        case nulByte = "nul_byte"
        case strayQuote = "stray_quote"
        case textAfterQuote = "text_after_quote"
        case loneCarriageReturn = "lone_carriage_return"
        case unterminatedQuote = "unterminated_quote"
        case recordTooLong = "record_too_long"
        case columnCount = "column_count"
        case mixedColumnCount = "mixed_column_count"
        case header
        case required
        case timestamp
        case decimal

        /// Whether the rule is about the form of the file, so that one breach of it rejects the file.
        public var isStructural: Bool {
            switch self {
            case .required, .timestamp, .decimal: false
            default: true
            }
        }
    }

    public let rule: Rule
    /// The line, from 1; nil when the whole file is meant.
    public let line: Int?
    /// The position of the column in the row, from 1; nil when the row or the file is meant.
    public let column: Int?
    /// The name of the column, where the contract has one for the place.
    public let columnName: String?
    /// The value, no more than 32 characters of it, control characters made visible.
    public let value: String?
    /// What is wrong, in words.
    public let detail: String

    public init(
        _ rule: Rule,
        line: Int? = nil,
        column: Int? = nil,
        columnName: String? = nil,
        value: String? = nil,
        detail: String
    ) {
        self.rule = rule
        self.line = line
        self.column = column
        self.columnName = columnName
        self.value = value
        self.detail = detail
    }
}

extension Breach: CustomStringConvertible {
    /// One line: `line 3, column 5 (amount): not an amount … [amount] "12,34"`.
    public var description: String {
        var place = line.map { "line \($0)" } ?? "file"
        if let column { place += ", column \(column)" }
        if let columnName { place += " (\(columnName))" }
        return "\(place): \(detail) [\(rule.rawValue)]" + (value.map { " \"\($0)\"" } ?? "")
    }
}

/// Counts breaches and keeps the first of them.
public struct BreachTally: Sendable, Hashable {
    /// How many breaches are kept.
    public static let kept = 10

    /// The first breaches, in the order in which they were found.
    public private(set) var first: [Breach] = []
    public private(set) var total = 0
    /// How many breaches each rule has.
    public private(set) var byRule: [Breach.Rule: Int] = [:]

    /// Counts a breach; it is described only when there is room to keep it.
    mutating func add(_ rule: Breach.Rule, _ describe: () -> Breach) {
        total += 1
        byRule[rule, default: 0] += 1
        if first.count < Self.kept { first.append(describe()) }
    }
}
