/// The quick checks of a field that has no quotes: what they accept, the rule accepts as well. What they do not accept is not refused
/// but left to the rule, so that odd forms cost time and nothing else.
struct PlainField {
    private let bytes: UnsafePointer<UInt8>
    private let count: Int

    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, count: Int) {
        self.bytes = bytes
        self.count = count
    }

    /// A text with a value: not blank at either end, and not `NULL`.
    @inline(__always)
    var isText: Bool {
        guard count > 0, bytes[0] > 0x20, bytes[count &- 1] > 0x20 else { return false }
        guard count == 4 else { return true }
        // "null" in the order of the bytes, without regard to case.
        return UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self).littleEndian | 0x2020_2020 != 0x6C6C_756E
    }

    /// `12`, `-1234.50`: up to eight characters behind the sign, with no more digits than the column takes.
    @inline(__always)
    func isDecimal(precision: Int, scale: Int) -> Bool {
        guard count > 0 else { return false }
        let sign = bytes[0] == UInt8(ascii: "-") ? 1 : 0
        let length = count &- sign
        guard length >= 1, length <= 8 else { return false }
        // Right-aligned, so that the point has a fixed place; what stands before the field is masked out.
        let word = UnsafeRawPointer(bytes + (count &- 8)).loadUnaligned(as: UInt64.self).littleEndian
        let mask = UInt64.max << UInt64(truncatingIfNeeded: (8 &- length) &* 8)
        // Two decimals nearly always, or none; the rest is for the rule.
        if length >= 4, scale >= 2, length &- 3 <= precision &- scale,
            Self.areDigits((word ^ 0x3030_2E30_3030_3030) & mask, 0x7676_7F76_7676_7676)
        {
            return true
        }
        return length <= precision &- scale
            && Self.areDigits((word ^ 0x3030_3030_3030_3030) & mask, 0x7676_7676_7676_7676)
    }

    /// Whether adding leaves the top bit of each byte clear: of 0x76, for up to 9; of 0x7F, for 0.
    @inline(__always)
    private static func areDigits(_ bytes: UInt64, _ addends: UInt64) -> Bool {
        let tops: UInt64 = 0x8080_8080_8080_8080
        return (((bytes & ~tops) &+ addends) | bytes) & tops == 0
    }

    /// `20211001T174600`, `2021-10-01T17:46:00` or with a blank, then nothing, `Z`, `.000` or `.000Z`.
    @inline(__always)
    func isTimestamp(_ known: inout KnownDate) -> Bool {
        guard count >= 15 else { return false }
        if bytes[8] == UInt8(ascii: "T") {
            guard isTime(9, 11, 13), known.holds(short: bytes) else { return false }
            return isEnd(from: 15)
        }
        guard count >= 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), isTime(11, 14, 17), known.holds(long: bytes)
        else { return false }
        return isEnd(from: 19)
    }

    @inline(__always)
    private func digit(_ index: Int) -> UInt8 { bytes[index] &- 0x30 }

    @inline(__always)
    private func isTime(_ hour: Int, _ minute: Int, _ second: Int) -> Bool {
        let tens = digit(hour)
        let units = digit(hour &+ 1)
        return units < 10 && (tens < 2 || (tens == 2 && units < 4)) && digit(minute) < 6 && digit(minute &+ 1) < 10
            && digit(second) < 6 && digit(second &+ 1) < 10
    }

    @inline(__always)
    private func isEnd(from start: Int) -> Bool {
        var index = start
        if index < count, bytes[index] == UInt8(ascii: ".") {
            guard index &+ 4 <= count, digit(index &+ 1) < 10, digit(index &+ 2) < 10, digit(index &+ 3) < 10 else {
                return false
            }
            index &+= 4
        }
        return index == count || (index &+ 1 == count && bytes[index] == UInt8(ascii: "Z"))
    }
}

/// The date that was looked up last: files hold few of them, many rows each.
struct KnownDate: Sendable {
    /// Its first eight characters as they stand, and the ninth and tenth of the long form.
    private var start: UInt64 = 0
    private var rest: UInt16 = 0

    /// `20211001`
    @inline(__always)
    mutating func holds(short bytes: UnsafePointer<UInt8>) -> Bool {
        let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
        return (word == start && rest == 0) || look(short: bytes, word)
    }

    /// `2021-10-01`
    @inline(__always)
    mutating func holds(long bytes: UnsafePointer<UInt8>) -> Bool {
        let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
        let end = UnsafeRawPointer(bytes + 8).loadUnaligned(as: UInt16.self)
        return (word == start && end == rest) || look(long: bytes, word, end)
    }

    @inline(never)
    private mutating func look(short bytes: UnsafePointer<UInt8>, _ word: UInt64) -> Bool {
        guard Self.exists(bytes, year: 0, month: 4, day: 6) else { return false }
        (start, rest) = (word, 0)
        return true
    }

    @inline(never)
    private mutating func look(long bytes: UnsafePointer<UInt8>, _ word: UInt64, _ end: UInt16) -> Bool {
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            Self.exists(bytes, year: 0, month: 5, day: 8)
        else { return false }
        (start, rest) = (word, end)
        return true
    }

    private static func exists(_ bytes: UnsafePointer<UInt8>, year: Int, month: Int, day: Int) -> Bool {
        func number(_ start: Int, _ digits: Int) -> Int? {
            var cursor = DigitCursor(UnsafeBufferPointer(start: bytes + start, count: digits))
            return cursor.number(digits)
        }
        guard let year = number(year, 4), let month = number(month, 2), let day = number(day, 2) else { return false }
        return CalendarDate.exists(year: year, month: month, day: day)
    }
}
