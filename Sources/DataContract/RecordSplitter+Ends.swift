/// What happens where a field, a record, a chunk or the file ends.
extension RecordSplitter {
    /// Ends the last record, which may lack the end of its line.
    package mutating func finish(into sink: inout some RecordSink) {
        var spans = takeSpans()
        spans.withUnsafeMutableBufferPointer { finish($0, into: &sink) }
        self.spans = spans
    }

    mutating func finish(_ spans: UnsafeMutableBufferPointer<FieldSpan>, into sink: inout some RecordSink) {
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
    mutating func separator(
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
    mutating func closeField(at end: Int, _ spans: UnsafeMutableBufferPointer<FieldSpan>) {
        if count < spans.count {
            spans[count] = FieldSpan(start: fieldStart, end: end, quotes: quotes)
        }
        count &+= 1
    }

    /// One fault a field is enough.
    mutating func report(_ fault: RecordFault, to sink: inout some RecordSink) {
        guard !hasFault else { return }
        hasFault = true
        sink.fault(fault, line: line, column: count &+ 1)
    }

    @inline(__always)
    mutating func reset() {
        count = 0
        if carried > 0 {
            carried = 0
            carry.removeAll(keepingCapacity: true)
        }
    }

    /// Hands the record over whose end of line is at `index` of the chunk.
    mutating func endRecord(
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
    mutating func keep(_ chunk: UnsafeBufferPointer<UInt8>, from origin: Int) {
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
