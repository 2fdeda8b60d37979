/// What the name of a partner file says: its dataset, its batch date, and where it is kept in history.
public struct BatchFile: Sendable, Hashable {
    /// The key as it was given.
    public let key: String
    public let dataset: Dataset
    /// The one calendar-valid `YYYYMMDD` group in the base name.
    public let batchDate: CalendarDate
    /// The key without its folders.
    public let baseName: String
    /// Whether the name says gzip. What the file is decides its first bytes, not its name.
    public let isGzip: Bool

    /// Reads the name. Folders before the base name are free.
    /// - Throws: the first thing that is wrong with the name.
    public init(key: String, among datasets: [Dataset]) throws(FileNameProblem) {
        if let control = key.unicodeScalars.first(where: { $0.isControl }) {
            throw FileNameProblem(.controlCharacter, "the name holds the control character \(control.escaped)")
        }
        let bytes = key.utf8
        let base = String(key[(bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex)...])
        guard let isGzip = Self.gzipByExtension(base) else {
            throw FileNameProblem(.wrongExtension, "the name ends neither with .csv nor with .csv.gz")
        }
        let matching = datasets.filter { $0.files.matches(base) }
        guard let dataset = matching.first else {
            let known = datasets.map { "\($0.name) (\($0.files.description))" }.joined(separator: ", ")
            throw FileNameProblem(.unknownType, "the name belongs to no dataset; known are: \(known)")
        }
        guard matching.count == 1 else {
            let names = matching.map(\.name).joined(separator: ", ")
            throw FileNameProblem(.ambiguousType, "the name belongs to several datasets: \(names)")
        }
        self.key = key
        self.dataset = dataset
        self.batchDate = try Self.batchDate(in: base)
        self.baseName = base
        self.isGzip = isGzip
    }

    /// Where the file is kept once it is loaded: `<prefix><dataset>/year=YYYY/month=MM/day=DD/<base name>`.
    public func historyKey(under prefix: String) -> String {
        "\(prefix)\(dataset.name)/year=\(batchDate.yearText)/month=\(batchDate.monthText)/day=\(batchDate.dayText)/"
            + baseName
    }

    /// Nil when the extension is neither of the accepted ones.
    private static func gzipByExtension(_ base: String) -> Bool? {
        let lower = base.utf8.lazy.map(\.asciiLowercase).reversed()
        if lower.starts(with: ".csv.gz".utf8.reversed()) { return true }
        return lower.starts(with: ".csv".utf8.reversed()) ? false : nil
    }

    /// The one calendar-valid group of exactly eight digits.
    private static func batchDate(in base: String) throws(FileNameProblem) -> CalendarDate {
        let groups = base.utf8.split { !(0x30...0x39).contains($0) }.filter { $0.count == 8 }.map { Array($0) }
        let dates = groups.compactMap(date)
        guard let date = dates.first else {
            guard let group = groups.first else {
                throw FileNameProblem(.noDate, "the name holds no date: exactly eight digits, YYYYMMDD")
            }
            let text = String(decoding: group, as: UTF8.self)
            throw FileNameProblem(.invalidDate, "the calendar has no day \(text) (YYYYMMDD)")
        }
        guard dates.count == 1 else {
            let list = dates.map(\.description).joined(separator: ", ")
            throw FileNameProblem(.severalDates, "the name holds more than one date: \(list)")
        }
        return date
    }

    private static func date(of digits: [UInt8]) -> CalendarDate? {
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        return CalendarDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    }
}

/// Why a file name is not accepted. The file stays where it is until somebody renames it.
public struct FileNameProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable {
        case unknownType = "unknown_type"
        case ambiguousType = "ambiguous_type"
        case noDate = "no_batch_date"
        case severalDates = "several_batch_dates"
        case invalidDate = "invalid_batch_date"
        case wrongExtension = "wrong_extension"
        case controlCharacter = "control_character"
    }

    public let code: Code
    /// The reason in words, for the alert.
    public let reason: String

    init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    public var description: String { reason }
}
