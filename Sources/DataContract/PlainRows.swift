/// The quick way over rows whose values have the common forms: by the index of marks, without a look at the bytes between. The first row
/// that is not so, or is not known to be, ends the walk and goes through ``RecordSplitter``, which knows every form.
struct PlainRows {
    /// How the walk ended.
    enum End {
        /// At a row that is not plain, or is not known to be.
        case odd
        /// At the end of what is indexed.
        case indexed
    }

    /// Where the walk is, and what it has passed.
    struct Progress {
        /// Where the next row begins, and its first mark.
        var start: Int
        var cursor: Int
        var rows = 0
        var lines = 0
        var known: KnownDate
    }

    /// What is walked over: bytes, the offsets of the marks in them, and how many bytes before them may be read.
    struct Area {
        let bytes: UnsafePointer<UInt8>
        let marks: UnsafePointer<UInt32>
        let found: Int
        let lead: Int

        @inline(__always)
        func mark(_ index: Int) -> Int { Int(marks[index]) }
        @inline(__always)
        func byte(at index: Int) -> UInt8 { bytes[Int(marks[index])] }
    }

    /// Fields of a row, at least one.
    let fields: Int
    let checks: UnsafeBufferPointer<FieldCheck>
    /// The name of the first column in lower case; empty where a line of names would be data.
    let headerStart: UnsafeBufferPointer<UInt8>
    /// Bytes of a row without its end.
    let rowLimit: Int

    func walk(_ area: Area, _ progress: inout Progress) -> End {
        withUnsafeTemporaryAllocation(of: PlainSpan.self, capacity: fields) { spans in
            guard let base = spans.baseAddress else { return .odd }
            while true {
                if plainRow(area, &progress) { continue }
                if let end = MarkedRow(area, progress, fields: fields, spans: base).take(self, &progress) { return end }
            }
        }
    }

    /// A row without quotes, all ASCII: as many marks as fields, each the end of one. False where it is anything else.
    @inline(__always)
    private func plainRow(_ area: Area, _ progress: inout Progress) -> Bool {
        let (start, cursor) = (progress.start, progress.cursor)
        guard cursor &+ fields < area.found else { return false }
        for index in 0..<(fields &- 1) where area.byte(at: cursor &+ index) != .comma { return false }
        let last = area.mark(cursor &+ fields &- 1)
        var used = fields
        if area.bytes[last] != .lineFeed {
            guard area.bytes[last] == .carriageReturn, area.mark(cursor &+ fields) == last &+ 1,
                area.bytes[last &+ 1] == .lineFeed
            else { return false }
            used &+= 1
        }
        guard last > start, last &- start <= rowLimit, !mayBeHeader(area.bytes + start) else { return false }
        for check in checks {
            let begin = check.position == 0 ? start : area.mark(cursor &+ check.position &- 1) &+ 1
            let count = area.mark(cursor &+ check.position) &- begin
            guard accepts(check, area, begin, count, &progress.known) else { return false }
        }
        progress.rows &+= 1
        progress.lines &+= 1
        progress.cursor = cursor &+ used
        progress.start = last &+ 1 &+ used &- fields
        return true
    }

    @inline(__always)
    func accepts(_ check: FieldCheck, _ area: Area, _ begin: Int, _ count: Int, _ known: inout KnownDate) -> Bool {
        // The check of a short field reads up to eight bytes that end with it.
        begin &+ count &+ area.lead >= 8 && check.acceptsPlainly(area.bytes + begin, count, &known)
    }

    /// Whether the row begins like the first name of a header, ignoring case. A blank within may be one that a header may hold.
    @inline(__always)
    func mayBeHeader(_ row: UnsafePointer<UInt8>) -> Bool {
        guard headerStart.count > 0 else { return false }
        for index in 0..<headerStart.count {
            let byte = row[index]
            if byte.isBlank { return true }
            // An end of the field is here as well: no name holds one.
            if byte.asciiLowercase != headerStart[index] { return false }
        }
        return true
    }
}

extension FieldCheck {
    @inline(__always)
    func acceptsPlainly(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ known: inout KnownDate) -> Bool {
        let field = PlainField(bytes, count: count)
        switch form {
        case .text: return field.isText
        case .timestamp: return field.isTimestamp(&known) || (count == 0 && !isRequired)
        case .decimal: return field.isDecimal(precision: precision, scale: scale) || (count == 0 && !isRequired)
        }
    }
}
