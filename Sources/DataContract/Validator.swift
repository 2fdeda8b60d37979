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
    /// The first bytes, until there are enough of them to tell a byte order mark; nil afterwards.
    private var opening: [UInt8]? = []
    private var isUndecodable = false
    private var bytes = 0

    public init(_ dataset: Dataset, rowLimit: Int = Validator.rowLimit) {
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
        if !isUndecodable {
            checkEncoding(chunk)
            splitter.consume(chunk, into: &rules)
        }
        bytes += chunk.count
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
