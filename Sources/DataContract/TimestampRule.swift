/// The forms of a timestamp that the contract accepts, trimmed:
///
///     date      20211001 or 2021-10-01
///     between   T or one blank
///     time      174600 after the short date, 17:46:00 after the long one
///     fraction  a point and one to nine digits; may be left out
///     zone      Z, +02, +0200 or +02:00, at most 14 hours; without one the time is UTC
///
/// The day exists in the calendar, the time lies between 00:00:00 and 23:59:59.
enum TimestampRule {
    static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var cursor = DigitCursor(text)
        guard let year = cursor.number(4) else { return false }
        let long = cursor.take("-")
        guard let month = cursor.number(2), !long || cursor.take("-"), let day = cursor.number(2) else { return false }
        guard CalendarDate.exists(year: year, month: month, day: day) else { return false }
        guard cursor.take("T") || cursor.take(" ") else { return false }
        guard let hour = cursor.number(2), !long || cursor.take(":") else { return false }
        guard let minute = cursor.number(2), !long || cursor.take(":") else { return false }
        guard let second = cursor.number(2), hour < 24, minute < 60, second < 60 else { return false }
        if cursor.take("."), !(1...9).contains(cursor.skipDigits()) { return false }
        return zone(&cursor) && cursor.isAtEnd
    }

    private static func zone(_ cursor: inout DigitCursor) -> Bool {
        if cursor.isAtEnd || cursor.take("Z") { return true }
        guard cursor.take("+") || cursor.take("-"), let hours = cursor.number(2) else { return false }
        if cursor.isAtEnd { return hours <= 14 }
        _ = cursor.take(":")
        guard let minutes = cursor.number(2), minutes < 60 else { return false }
        return hours * 60 + minutes <= 14 * 60
    }
}

/// Reads digits and single characters from the front of a text.
struct DigitCursor {
    private let text: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { index == text.count }

    /// The number that exactly so many digits write, at most nine.
    mutating func number(_ digits: Int) -> Int? {
        guard text.count &- index >= digits else { return nil }
        var value = 0
        for offset in index..<(index &+ digits) {
            let byte = text[offset]
            guard byte.isDigit else { return nil }
            value = value &* 10 &+ Int(byte &- 0x30)
        }
        index &+= digits
        return value
    }

    /// Steps over the character if it is next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < text.count, UInt32(text[index]) == character.value else { return false }
        index &+= 1
        return true
    }

    /// Steps over all digits that follow and tells how many there were.
    mutating func skipDigits() -> Int {
        let start = index
        while index < text.count, text[index].isDigit { index &+= 1 }
        return index &- start
    }
}
