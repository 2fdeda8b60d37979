/// Where a field stands in its record: without its enclosing quotes.
package struct FieldSpan: Sendable {
    package enum Quotes: UInt8, Sendable {
        case none
        case enclosing
        /// Enclosed, and quotes within are written twice.
        case doubled
    }

    package var start: Int
    package var end: Int
    package var quotes: Quotes
}

/// A record as it stands in the file, valid only while it is handed over.
package struct Record {
    package let base: UnsafePointer<UInt8>
    package let fields: UnsafeBufferPointer<FieldSpan>
    /// How many fields the record has; no more than the splitter's capacity of them are in `fields`.
    package let count: Int
    /// The line on which the record starts, from 1.
    package let line: Int

    /// The bytes of a field as they stand in the file, trimmed of blanks. Doubled quotes are still doubled.
    @inline(__always)
    func trimmed(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let field = fields[index]
        var start = field.start
        var end = field.end
        while start < end, base[start].isBlank { start &+= 1 }
        while start < end, base[end &- 1].isBlank { end &-= 1 }
        return UnsafeBufferPointer(start: base + start, count: end &- start)
    }

    /// The value of a field, quotes and all resolved.
    package func value(_ index: Int) -> [UInt8] {
        let field = fields[index]
        let bytes = UnsafeBufferPointer(start: base + field.start, count: field.end - field.start)
        guard field.quotes == .doubled else { return Array(bytes) }
        var value: [UInt8] = []
        var afterQuote = false
        for byte in bytes {
            let isQuote = byte == .quote
            if isQuote, afterQuote {
                afterQuote = false
            } else {
                value.append(byte)
                afterQuote = isQuote
            }
        }
        return value
    }

    /// The line on which a field starts.
    func line(of index: Int) -> Int {
        UnsafeBufferPointer(start: base, count: fields[index].start).reduce(line) { $1 == 0x0A ? $0 + 1 : $0 }
    }
}

/// What breaks the form of RFC 4180.
package enum RecordFault: Sendable {
    /// A quote within a field that is not enclosed in quotes.
    case strayQuote
    /// Something other than a comma or the end of the line after a closing quote.
    case textAfterQuote
    /// A carriage return that no line feed follows.
    case loneCarriageReturn
    /// A field whose closing quote never comes.
    case unterminatedQuote
    /// A record longer than the limit.
    case recordTooLong
}

/// Takes what a ``RecordSplitter`` finds.
package protocol RecordSink {
    mutating func record(_ record: Record)
    /// A record that could not be handed over, because it is too long or never ends.
    mutating func lostRecord()
    mutating func fault(_ fault: RecordFault, line: Int, column: Int)
}
