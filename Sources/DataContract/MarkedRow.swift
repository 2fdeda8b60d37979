/// Where a field stands, without its enclosing quotes.
struct PlainSpan {
    var begin: Int
    var end: Int
}

/// A row taken mark by mark: with enclosed fields, whatever they hold, and text that is not ASCII.
struct MarkedRow {
    private let area: PlainRows.Area
    private let fields: Int
    private let spans: UnsafeMutablePointer<PlainSpan>
    private let start: Int
    private var cursor: Int
    private var place: Int
    private var lines = 1
    private var isASCII = true

    @inline(__always)
    init(
        _ area: PlainRows.Area, _ progress: PlainRows.Progress, fields: Int, spans: UnsafeMutablePointer<PlainSpan>
    ) {
        self.area = area
        self.fields = fields
        self.spans = spans
        start = progress.start
        place = progress.start
        cursor = progress.cursor
    }

    /// Nil when the row was taken, otherwise why not; then nothing has been.
    consuming func take(_ rows: PlainRows, _ progress: inout PlainRows.Progress) -> PlainRows.End? {
        for index in 0..<fields {
            if let end = field(index) { return end }
            guard index < fields &- 1 else { break }
            guard area.byte(at: cursor) == .comma else { return .odd }
            place = area.mark(cursor) &+ 1
            cursor &+= 1
        }
        let last = area.mark(cursor)
        var next = last &+ 1
        if area.bytes[last] == .carriageReturn {
            guard cursor &+ 1 < area.found else { return .indexed }
            guard area.mark(cursor &+ 1) == next, area.bytes[next] == .lineFeed else { return .odd }
            next &+= 1
            cursor &+= 1
        } else if area.bytes[last] != .lineFeed {
            return .odd
        }
        guard last > start, last &- start <= rows.rowLimit, isUTF8(to: last) else { return .odd }
        guard !rows.mayBeHeader(area.bytes + spans[0].begin) else { return .odd }
        for check in rows.checks {
            let span = spans[check.position]
            guard rows.accepts(check, area, span.begin, span.end &- span.begin, &progress.known) else { return .odd }
        }
        progress.rows &+= 1
        progress.lines &+= lines
        progress.start = next
        progress.cursor = cursor &+ 1
        return nil
    }

    /// Goes to the mark that ends a field, which must be a separator for the row to be one.
    @inline(__always)
    private mutating func field(_ index: Int) -> PlainRows.End? {
        guard cursor < area.found else { return .indexed }
        guard area.bytes[place] == .quote else {
            while area.byte(at: cursor) >= 0x80 {
                isASCII = false
                cursor &+= 1
                guard cursor < area.found else { return .indexed }
            }
            spans[index] = PlainSpan(begin: place, end: area.mark(cursor))
            return nil
        }
        cursor &+= 1
        while true {
            // Behind a quote the next mark tells whether it closes.
            guard cursor &+ 1 < area.found else { return .indexed }
            let byte = area.byte(at: cursor)
            if byte == .quote {
                let next = area.mark(cursor) &+ 1
                guard area.mark(cursor &+ 1) == next else { return .odd }
                if area.bytes[next] != .quote { break }
                cursor &+= 1
            } else if byte == .lineFeed {
                lines &+= 1
            } else if byte >= 0x80 {
                isASCII = false
            } else if byte == 0 {
                return .odd
            }
            cursor &+= 1
        }
        spans[index] = PlainSpan(begin: place &+ 1, end: area.mark(cursor))
        cursor &+= 1
        return nil
    }

    private func isUTF8(to end: Int) -> Bool {
        if isASCII { return true }
        var check = UTF8Check()
        var isGood = true
        check.check(UnsafeBufferPointer(start: area.bytes + start, count: end &- start)) { _, _ in isGood = false }
        return isGood && !check.isIncomplete
    }
}
