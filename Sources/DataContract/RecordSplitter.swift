/// Splits bytes that come in chunks into records and fields by RFC 4180: comma, optional double quotes, LF or CRLF, and no
/// record for an entirely empty line, which is what `SKIP_BLANK_LINES` does in `COPY INTO`. The result does not depend on where
/// the chunks end. Memory is bound by the length limit of a record. Lines are counted by their line feeds.
package struct RecordSplitter {
    private enum State {
        case recordStart
        case fieldStart
        case unquoted
        case quoted
        case afterQuote
        case carriageReturn
    }

    /// The longest record, in bytes without the end of the line.
    package let recordLimit: Int
    private var state = State.recordStart
    private var line = 1
    private var recordLine = 1
    private var quoteLine = 1
    private var fieldStart = 0
    private var quotes = FieldSpan.Quotes.none
    private var hasFault = false
    /// The fields of the record so far; `spans` has a fixed number of places.
    private var spans: [FieldSpan]
    private var count = 0
    /// The bytes of an unfinished record from earlier chunks, and how many there were before they became too many to keep.
    private var carry: [UInt8] = []
    private var carried = 0

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

    /// Ends the last record, which may lack the end of its line.
    package mutating func finish(into sink: inout some RecordSink) {
        var spans = takeSpans()
        spans.withUnsafeMutableBufferPointer { finish($0, into: &sink) }
        self.spans = spans
    }

    /// Taken out while they are written to, so that putting them back copies nothing.
    private mutating func takeSpans() -> [FieldSpan] {
        defer { spans = [] }
        return spans
    }

    private mutating func finish(_ spans: UnsafeMutableBufferPointer<FieldSpan>, into sink: inout some RecordSink) {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        switch state {
        case .recordStart: return
        case .carriageReturn:
            sink.fault(.loneCarriageReturn, line: line, column: max(1, count))
            if count > 0 { endRecord(in: nothing, spans, at: 0, from: 0, length: carried &- 1, into: &sink) }
        case .quoted:
            sink.fault(.unterminatedQuote, line: quoteLine, column: count + 1)
            sink.lostRecord()
        case .fieldStart, .unquoted, .afterQuote:
            if state == .fieldStart {
                fieldStart = carried
                quotes = .none
            }
            closeField(at: state == .afterQuote ? carried &- 1 : carried, spans)
            endRecord(in: nothing, spans, at: 0, from: 0, length: carried, into: &sink)
        }
        state = .recordStart
        reset()
    }

    /// What ends a field: the next field, the end of the record, or the first half of it.
    @inline(__always)
    private mutating func separator(
        _ byte: UInt8,
        in chunk: UnsafeBufferPointer<UInt8>,
        _ spans: UnsafeMutableBufferPointer<FieldSpan>,
        at index: Int,
        origin: Int,
        into sink: inout some RecordSink
    ) {
        if byte == .comma {
            state = .fieldStart
        } else if byte == .carriageReturn {
            state = .carriageReturn
        } else {
            endRecord(in: chunk, spans, at: index, from: origin, length: index &- origin, into: &sink)
            line &+= 1
            state = .recordStart
            reset()
        }
    }

    @inline(__always)
    private mutating func closeField(at end: Int, _ spans: UnsafeMutableBufferPointer<FieldSpan>) {
        if count < spans.count {
            spans[count] = FieldSpan(start: fieldStart, end: end, quotes: quotes)
        }
        count &+= 1
    }

    /// One fault a field is enough.
    private mutating func report(_ fault: RecordFault, to sink: inout some RecordSink) {
        guard !hasFault else { return }
        hasFault = true
        sink.fault(fault, line: line, column: count &+ 1)
    }

    @inline(__always)
    private mutating func reset() {
        count = 0
        if carried > 0 {
            carried = 0
            carry.removeAll(keepingCapacity: true)
        }
    }

    /// Hands the record over whose end of line is at `index` of the chunk.
    private mutating func endRecord(
        in chunk: UnsafeBufferPointer<UInt8>,
        _ spans: UnsafeMutableBufferPointer<FieldSpan>,
        at index: Int,
        from origin: Int,
        length: Int,
        into sink: inout some RecordSink
    ) {
        guard length <= recordLimit else {
            sink.fault(.recordTooLong, line: recordLine, column: 1)
            sink.lostRecord()
            return
        }
        let fields = UnsafeBufferPointer(rebasing: spans[..<min(count, spans.count)])
        if carried == 0, let base = chunk.baseAddress {
            sink.record(Record(base: base + origin, fields: fields, count: count, line: recordLine))
        } else {
            carry.append(contentsOf: chunk[..<index])
            carry.withUnsafeBufferPointer { bytes in
                guard let start = bytes.baseAddress else { return }
                sink.record(Record(base: start, fields: fields, count: count, line: recordLine))
            }
        }
    }

    /// Keeps the unfinished record for the next chunk, unless it is too long already.
    private mutating func keep(_ chunk: UnsafeBufferPointer<UInt8>, from origin: Int) {
        guard state != .recordStart else { return }
        carried = chunk.count &- origin
        // A carriage return that belongs to the end of the line does not count.
        if carried > recordLimit &+ 1 {
            carry.removeAll(keepingCapacity: true)
        } else {
            carry.append(contentsOf: chunk[max(0, origin)...])
        }
    }
}
