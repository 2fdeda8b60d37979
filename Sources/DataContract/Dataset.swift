/// The data contract: what partners may send, declared once for each dataset. From one declaration come the RAW table, the
/// column list of `COPY INTO`, the validation of every row, dbt's sources, and the page that partners read.
/// The module does no I/O and imports nothing: the generator, the deployer and the function carry the same code.

/// One kind of partner file and the RAW table it is loaded into.
public struct Dataset: Sendable, Hashable {
    /// The name in paths and reports: `history/<name>/…`.
    public let name: String
    /// The table in the RAW schema.
    public let table: String
    /// Which file names belong to the dataset.
    public let files: FilePattern
    /// Whether files have a header line.
    public let header: Header
    /// How many rows with bad values a file may have and still be loaded.
    public let breachLimit: BreachLimit
    /// The columns that identify a row in STAGE; the latest received row wins.
    public let key: [String]
    /// What the dataset is, in a sentence or two.
    public let description: String
    /// The columns in the order of the file.
    public let columns: [Column]

    public init(
        _ name: String,
        table: String,
        files: FilePattern,
        header: Header = .optional,
        breachLimit: BreachLimit = .percent(5),
        key: [String],
        description: String,
        columns: [Column]
    ) {
        self.name = name
        self.table = table
        self.files = files
        self.header = header
        self.breachLimit = breachLimit
        self.key = key
        self.description = description
        self.columns = columns
    }

    /// The accepted numbers of fields in a row, smallest first. Columns that may be absent are left out from the last one
    /// backwards, so that a number of fields always means one list of columns.
    public var columnCounts: [Int] {
        let absentable = columns.count { $0.mayBeAbsent }
        return Array((columns.count - absentable)...columns.count)
    }

    /// Where each column of the dataset stands in a row of `fields` fields: its position counted from 1, or nil where such a
    /// row leaves the column out and it is loaded as NULL. Empty when the contract does not accept that number of fields.
    public func sourceColumns(fields: Int) -> [(column: Column, position: Int?)] {
        guard columnCounts.contains(fields) else { return [] }
        var missing = columns.count - fields
        var absent = Set<Int>()
        for index in columns.indices.reversed() where missing > 0 && columns[index].mayBeAbsent {
            absent.insert(index)
            missing -= 1
        }
        var position = 0
        return columns.enumerated().map { index, column in
            if absent.contains(index) { return (column, nil) }
            position += 1
            return (column, position)
        }
    }
}

/// Whether files of a dataset start with a line of column names.
public enum Header: Sendable, Hashable {
    /// It may or may not be there.
    case optional
    /// Without it the file is rejected.
    case required
    /// There is none; a line of column names would be data.
    case absent
}

/// How many rows may hold a bad value before the whole file is rejected. Rows below the limit are loaded and rejected one by
/// one in STAGE.
public enum BreachLimit: Sendable, Hashable {
    /// No more than so many of each hundred data rows.
    case percent(Int)
    /// No more than so many rows in a file.
    case rows(Int)

    /// Whether so many breached rows among so many data rows are too many.
    public func isExceeded(by breached: Int, of rows: Int) -> Bool {
        switch self {
        case .percent(let percent):
            // In two steps, so that no product of counts can overflow.
            let (whole, rest) = rows.quotientAndRemainder(dividingBy: 100)
            return breached > whole * max(0, min(100, percent)) + rest * max(0, min(100, percent)) / 100
        case .rows(let limit): return breached > limit
        }
    }

    /// The limit in words.
    public var description: String {
        switch self {
        case .percent(let percent): "\(percent) % of the rows"
        case .rows(let limit): "\(limit) rows"
        }
    }
}
