/// Splits bytes that come in chunks into records and fields by RFC 4180: comma, optional double quotes, LF or CRLF, and no
/// record for an entirely empty line, which is what `SKIP_BLANK_LINES` does in `COPY INTO`. The result does not depend on where
/// the chunks end. Memory is bound by the length limit of a record. Lines are counted by their line feeds.
package struct RecordSplitter {
    enum State {
        case recordStart
        case fieldStart
        case unquoted
        case quoted
        case afterQuote
        case carriageReturn
    }

    /// The longest record, in bytes without the end of the line.
    package let recordLimit: Int
    var state = State.recordStart
    var line = 1
    var recordLine = 1
    var quoteLine = 1
    var fieldStart = 0
    var quotes = FieldSpan.Quotes.none
    var hasFault = false
    /// The fields of the record so far; `spans` has a fixed number of places.
    var spans: [FieldSpan]
    var count = 0
    /// The bytes of an unfinished record from earlier chunks, and how many there were before they became too many to keep.
    var carry: [UInt8] = []
    var carried = 0

    /// - Parameter fieldCapacity: how many fields of a record are handed over; the rest is only counted.
    package init(fieldCapacity: Int, recordLimit: Int) {
        self.recordLimit = recordLimit
        spans = Array(repeating: FieldSpan(start: 0, end: 0, quotes: .none), count: max(1, fieldCapacity))
    }

    /// The line of the next byte.
    package var currentLine: Int { line }

    /// Whether no record is open, so that what follows may be taken by somebody else.
    var isAtRecordStart: Bool { state == .recordStart }

    /// Somebody else has taken whole records of so many lines.
    mutating func pass(lines: Int) { line &+= lines }

    package mutating func consume(_ chunk: UnsafeBufferPointer<UInt8>, into sink: inout some RecordSink) {
        var spans = takeSpans()
        spans.withUnsafeMutableBufferPointer { consume(chunk, $0, into: &sink) }
        self.spans = spans
    }

    private mutating func consume(
        _ chunk: UnsafeBufferPointer<UInt8>,
        _ spans: UnsafeMutableBufferPointer<FieldSpan>,
        into sink: inout some RecordSink
    ) {
        guard let base = chunk.baseAddress else { return }
        let end = chunk.count
        // Where the record starts, as an index of this chunk; negative when it started in an earlier one.
        var origin = -carried
        var index = 0
        while index < end {
            switch state {
            case .recordStart:
                origin = index
                recordLine = line
                if base[index] == .lineFeed {
                    line &+= 1
                    index &+= 1
                } else if base[index] == .carriageReturn {
                    state = .carriageReturn
                    index &+= 1
                } else if let whole = WholeRecord(base, from: index, to: end, spans: spans), whole.length <= recordLimit
                {
                    let fields = UnsafeBufferPointer(rebasing: spans[..<min(whole.count, spans.count)])
                    sink.record(Record(base: base + index, fields: fields, count: whole.count, line: line))
                    line &+= whole.lineFeeds
                    index = whole.next
                } else {
                    state = .fieldStart
                }
            case .fieldStart:
                fieldStart = index &- origin
                quotes = .none
                hasFault = false
                state = .unquoted
                if base[index] == .quote {
                    quotes = .enclosing
                    quoteLine = line
                    fieldStart &+= 1
                    index &+= 1
                    state = .quoted
                }
            case .unquoted:
                while index < end, !base[index].isSpecial { index &+= 1 }
                guard index < end else { break }
                if base[index] == .quote {
                    report(.strayQuote, to: &sink)
                } else {
                    closeField(at: index &- origin, spans)
                    separator(base[index], in: chunk, spans, at: index, origin: origin, into: &sink)
                }
                index &+= 1
            case .quoted:
                while index < end, base[index] != .quote {
                    if base[index] == .lineFeed { line &+= 1 }
                    index &+= 1
                }
                guard index < end else { break }
                state = .afterQuote
                index &+= 1
            case .afterQuote:
                switch base[index] {
                case .quote:
                    quotes = .doubled
                    state = .quoted
                    index &+= 1
                case .comma, .lineFeed, .carriageReturn:
                    closeField(at: index &- origin &- 1, spans)
                    separator(base[index], in: chunk, spans, at: index, origin: origin, into: &sink)
                    index &+= 1
                default:
                    report(.textAfterQuote, to: &sink)
                    quotes = .none
                    state = .unquoted
                }
            case .carriageReturn:
                if base[index] == .lineFeed {
                    line &+= 1
                } else {
                    sink.fault(.loneCarriageReturn, line: line, column: max(1, count))
                }
                if count > 0 {
                    let length = index &- origin &- 1
                    endRecord(in: chunk, spans, at: index, from: origin, length: length, into: &sink)
                }
                state = .recordStart
                reset()
                // Any other byte starts the next record.
                if base[index] == .lineFeed { index &+= 1 }
            }
        }
        keep(chunk, from: origin)
    }

    /// Taken out while they are written to, so that putting them back copies nothing.
    mutating func takeSpans() -> [FieldSpan] {
        defer { spans = [] }
        return spans
    }
}
