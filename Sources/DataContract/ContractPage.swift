/// The page about a dataset that partners read, made of its declaration alone. Markdown, or the same in plain text.
public struct ContractPage: Sendable {
    private let dataset: Dataset

    public init(_ dataset: Dataset) { self.dataset = dataset }

    public var markdown: String {
        """
        # \(dataset.name)

        \(dataset.description)

        ## The file

        \(Self.table(["", ""], file))

        ## Columns

        \(Self.table(["", "name", "type", "value", "meaning"], columns))

        `NULL`, `null` and the empty field are no value. \(counts)

        ## An example

        ```
        \(example)
        ```

        ## What is refused

        A file is refused as a whole, stays where it is, and is told of in one alert, when

        \(refusals.map { "- \($0)" }.joined(separator: "\n"))

        Up to that limit the file is loaded, and its bad rows are set aside one by one, with the reason.

        ## Sending again

        Send a corrected file under the same name: it is loaded as well, and of two rows with the same \(keyText) the one received
        last wins. The same file twice is loaded once.

        ## Check before you send

        ```
        swift run deploy contract check \(exampleName)
        ```

        """
    }

    public var text: String {
        let width = dataset.columns.map(\.name.utf8.count).max() ?? 0
        let lines = columns.map { row in
            let padded = row[1].dropCode + String(repeating: " ", count: max(0, width + 2 - row[1].dropCode.utf8.count))
            return "  \(padded)\(row[2].dropCode), \(row[3])"
        }
        return
            ([dataset.name, "  \(dataset.description)", ""] + file.map { "  \($0[0]): \($0[1].dropCode)" } + [""]
            + lines)
            .joined(separator: "\n")
    }

    // MARK: Parts

    private var file: [[String]] {
        [
            [
                "name",
                "\(dataset.files.description.withCode) (in any case), ends with `.csv` or `.csv.gz`, and holds the batch date as exactly eight digits, `YYYYMMDD`; for example `\(exampleName)`",
            ],
            [
                "form",
                "CSV by RFC 4180: comma, optional double quotes, LF or CRLF; a row has at most \(Validator.rowLimit >> 20) MiB",
            ],
            ["text", "UTF-8, with or without a byte order mark; gzip is told by its first bytes"],
            ["header", headerText],
            ["loaded into", "`RAW.\(dataset.table)`"],
            ["kept at", "`history/\(dataset.name)/year=YYYY/month=MM/day=DD/`, by the batch date"],
        ]
    }

    private var headerText: String {
        switch dataset.header {
        case .optional: "a line of the column names may come first"
        case .required: "a line of the column names comes first"
        case .absent: "none; a line of column names would be data"
        }
    }

    private var columns: [[String]] {
        dataset.columns.enumerated().map { index, column in
            var value = column.required ? "required" : "may be missing"
            if column.mayBeAbsent { value += "; the column may be left out" }
            return ["\(index + 1)", "`\(column.name)`", column.type.words, value, column.description]
        }
    }

    private var counts: String { "A row has \(dataset.columnCountsText) fields, the same number all through a file." }

    private var refusals: [String] {
        [
            "its name is not of the form above, or names another dataset as well;",
            "it is empty, has no row, is not UTF-8, or its gzip is damaged;",
            "a quote is never closed or stands where none may, or a line ends with a lone carriage return;",
            "a row has another number of fields, or rows differ in it;",
            "the first line names columns, but not these in this order;",
            "more than \(dataset.breachLimit.description) hold a bad value: one that is required and missing, or not of its type.",
        ]
    }

    private var keyText: String { dataset.key.map { "`\($0)`" }.joined(separator: ", ") }

    private var exampleName: String {
        switch dataset.files {
        case .startsWith(let prefix): "\(prefix)_20250111.csv"
        }
    }

    private var example: String {
        let names = dataset.columns.map(\.name).joined(separator: ",")
        let values = dataset.columns.map(\.type.example).joined(separator: ",")
        return dataset.header == .absent ? values : "\(names)\n\(values)"
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        return ([line(header), line(header.map { _ in "---" })] + rows.map(line)).joined(separator: "\n")
    }
}

extension ColumnType {
    /// The type as a partner reads it.
    fileprivate var words: String {
        switch self {
        case .text: "text"
        case .timestamp: "time: `20211001T174600.000` or `2021-10-01T17:46:00Z`; without a zone it is UTC"
        case .decimal(let precision, let scale):
            "amount: at most \(precision - scale) digits before and \(scale) after the point; `$` and thousands commas may be there"
        }
    }

    fileprivate var example: String {
        switch self {
        case .text: "abc"
        case .timestamp: "2021-10-01T17:46:00Z"
        case .decimal(_, let scale): scale == 0 ? "12" : "12." + String(repeating: "5", count: scale)
        }
    }
}

extension String {
    /// Double quotes as code marks.
    fileprivate var withCode: String {
        String(decoding: utf8.map { $0 == .quote ? UInt8(ascii: "`") : $0 }, as: UTF8.self)
    }
    fileprivate var dropCode: String { String(decoding: utf8.filter { $0 != UInt8(ascii: "`") }, as: UTF8.self) }
}
