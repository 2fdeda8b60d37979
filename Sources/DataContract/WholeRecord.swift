/// The quick way through a record that lies in one piece and has no fault: nearly all do. It stores the same spans as the state
/// machine of ``RecordSplitter``; whatever it does not understand at once it leaves to that, from the start of the record.
struct WholeRecord {
    /// The index after the end of the line.
    private(set) var next: Int
    /// Bytes without the end of the line.
    private(set) var length = 0
    private(set) var count = 0
    private(set) var lineFeeds = 0

    /// Nil for a record that does not end before `end`, or has a fault.
    @inline(__always)
    init?(
        _ base: UnsafePointer<UInt8>,
        from start: Int,
        to end: Int,
        spans: UnsafeMutableBufferPointer<FieldSpan>
    ) {
        next = start
        var index = start
        var fieldStart = start
        while true {
            index = Self.firstCandidate(base, from: index, to: end)
            guard index < end else { return nil }
            var fieldEnd = index
            var quotes = FieldSpan.Quotes.none
            if base[index] == .quote {
                guard index == fieldStart, let field = Self.enclosed(base, from: index &+ 1, to: end) else {
                    return nil
                }
                fieldStart = index &+ 1
                fieldEnd = field.end
                quotes = field.quotes
                lineFeeds &+= field.lineFeeds
                index = field.end &+ 1
                guard index < end else { return nil }
            }
            let byte = base[index]
            if byte == .comma || byte == .lineFeed || byte == .carriageReturn {
                if count < spans.count {
                    spans[count] = FieldSpan(start: fieldStart &- start, end: fieldEnd &- start, quotes: quotes)
                }
                count &+= 1
                if byte == .comma {
                    index &+= 1
                    fieldStart = index
                    continue
                }
                length = index &- start
                if byte == .carriageReturn {
                    index &+= 1
                    guard index < end, base[index] == .lineFeed else { return nil }
                }
                lineFeeds &+= 1
                next = index &+ 1
                return
            }
            guard quotes == .none else { return nil }
            index &+= 1
        }
    }

    /// The first byte that may be special: one up to the comma. Eight bytes a step.
    @inline(__always)
    private static func firstCandidate(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        let tops: UInt64 = 0x8080_8080_8080_8080
        let limit: UInt64 = 0x2D2D_2D2D_2D2D_2D2D
        var index = start
        while index &+ 8 <= end {
            let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            let candidates = (word &- limit) & ~word & tops
            if candidates != 0 { return index &+ candidates.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < end, base[index] > .comma { index &+= 1 }
        return index
    }

    /// An enclosed field from behind its opening quote to its closing one.
    private static func enclosed(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int)
        -> (end: Int, quotes: FieldSpan.Quotes, lineFeeds: Int)?
    {
        var quotes = FieldSpan.Quotes.enclosing
        var lineFeeds = 0
        var index = start
        while index < end {
            let byte = base[index]
            if byte == .quote {
                guard index &+ 1 < end, base[index &+ 1] == .quote else { return (index, quotes, lineFeeds) }
                quotes = .doubled
                index &+= 1
            } else if byte == .lineFeed {
                lineFeeds &+= 1
            }
            index &+= 1
        }
        return nil
    }
}
