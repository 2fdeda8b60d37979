/// Validates a file while it streams past, in memory that does not grow with the file. Any bytes are taken; none of them trap.
///
///     var validator = Validator(.sales)
///     for chunk in chunks { validator.consume(chunk) }
///     let report = validator.finish()
public struct Validator: Sendable {
    /// The longest row that is accepted, in bytes.
    public static let rowLimit = 1 << 20

    private var rules: ContractRules
    private var splitter: RecordSplitter
    private var encoding = UTF8Check()
    private let usesIndex: Bool
    private var index = MarkIndex()
    /// The first bytes, until there are enough of them to tell a byte order mark; nil afterwards.
    private var opening: [UInt8]? = []
    private var isUndecodable = false
    private var bytes = 0

    public init(_ dataset: Dataset, rowLimit: Int = Validator.rowLimit) {
        self.init(dataset, rowLimit: rowLimit, usesIndex: true)
    }

    /// - Parameter usesIndex: whether plain rows take the quick way; without it every row is split, which tells the same.
    init(_ dataset: Dataset, rowLimit: Int, usesIndex: Bool) {
        self.usesIndex = usesIndex
        rules = ContractRules(dataset)
        splitter = RecordSplitter(fieldCapacity: dataset.columns.count, recordLimit: rowLimit)
    }

    /// Takes the next bytes of the unpacked file.
    public mutating func consume(_ chunk: UnsafeRawBufferPointer) {
        chunk.withMemoryRebound(to: UInt8.self) { chunk in
            guard var start = opening else { return process(chunk) }
            let taken = min(chunk.count, ByteOrderMark.length - start.count)
            start.append(contentsOf: chunk[..<taken])
            opening = start
            if start.count == ByteOrderMark.length {
                open(start)
                process(UnsafeBufferPointer(rebasing: chunk[taken...]))
            }
        }
    }

    /// Ends the file. The validator can not be used afterwards.
    public mutating func finish() -> ValidationReport {
        if let start = opening { open(start) }
        if !isUndecodable {
            if encoding.isIncomplete {
                rules.structural(.encoding) {
                    Breach(
                        .encoding, line: splitter.currentLine,
                        detail: "the file ends in the middle of a UTF-8 character, at byte \(bytes)")
                }
            }
            splitter.finish(into: &rules)
        }
        return rules.report(bytes: bytes)
    }

    private mutating func open(_ start: [UInt8]) {
        opening = nil
        let mark = ByteOrderMark(start)
        if mark == .utf16 {
            isUndecodable = true
            rules.structural(.encoding) { Breach(.encoding, line: 1, detail: "the file is UTF-16, not UTF-8") }
        }
        bytes += mark.length
        start.withUnsafeBufferPointer { process(UnsafeBufferPointer(rebasing: $0.dropFirst(mark.length))) }
    }

    private mutating func process(_ chunk: UnsafeBufferPointer<UInt8>) {
        guard !isUndecodable else {
            bytes += chunk.count
            return
        }
        var marks = index.take()
        marks.withUnsafeMutableBufferPointer { walk(chunk, $0) }
        index.put(back: &marks)
    }

    /// Row after row: the plain ones by the index of their marks, the others by the splitter.
    private mutating func walk(_ chunk: UnsafeBufferPointer<UInt8>, _ marks: UnsafeMutableBufferPointer<UInt32>) {
        guard let base = chunk.baseAddress, let marks = marks.baseAddress else { return }
        var start = 0
        // What is indexed, and the first mark that has not been passed.
        var (origin, indexed, found, cursor) = (0, 0, 0, 0)
        while start < chunk.count {
            if usesIndex, splitter.isAtRecordStart {
                if indexed <= start {
                    (origin, cursor) = (start, 0)
                    indexed = min(chunk.count, start + MarkIndex.window)
                    found = MarkIndex.fill(marks, base + origin, indexed - origin)
                }
                while cursor < found, origin + Int(marks[cursor]) < start { cursor += 1 }
                let area = PlainRows.Area(bytes: base + origin, marks: marks, found: found, lead: origin)
                let rowLimit = splitter.recordLimit
                if let walked = rules.plainRows(area, start: start - origin, cursor: cursor, rowLimit: rowLimit) {
                    let reached = origin + walked.progress.start
                    splitter.pass(lines: walked.progress.lines)
                    bytes += reached - start
                    start = reached
                    cursor = walked.progress.cursor
                    if walked.end == .indexed, indexed < chunk.count, start > origin {
                        indexed = start
                        continue
                    }
                    if start == chunk.count { return }
                }
            }
            let end = Self.endOfLine(chunk, from: start)
            let rows = UnsafeBufferPointer(rebasing: chunk[start..<end])
            checkEncoding(rows)
            splitter.consume(rows, into: &rules)
            bytes += rows.count
            start = end
        }
    }

    /// The place behind the first line feed from `start` on, or the end.
    private static func endOfLine(_ chunk: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < chunk.count, chunk[index] != .lineFeed { index &+= 1 }
        return min(index &+ 1, chunk.count)
    }

    private mutating func checkEncoding(_ chunk: UnsafeBufferPointer<UInt8>) {
        encoding.check(chunk) { fault, offset in
            rules.structural(fault == .nul ? .nulByte : .encoding) {
                let line = chunk[..<max(0, offset)].reduce(splitter.currentLine) { $1 == 0x0A ? $0 + 1 : $0 }
                let place = "at byte \(bytes + offset)"
                return fault == .nul
                    ? Breach(.nulByte, line: line, detail: "a NUL byte, which no text holds, \(place)")
                    : Breach(.encoding, line: line, detail: "not UTF-8 \(place)")
            }
        }
    }
}

/// What the first bytes of a file say about its encoding.
enum ByteOrderMark {
    case none
    case utf8
    case utf16

    /// How many bytes decide.
    static let length = 3

    init(_ start: [UInt8]) {
        if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else {
            self = .none
        }
    }

    /// The bytes that are no text.
    var length: Int { self == .utf8 ? 3 : 0 }
}
