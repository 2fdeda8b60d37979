/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.exists(year: year, month: month, day: day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether the calendar has the day.
    static func exists(year: Int, month: Int, day: Int) -> Bool {
        guard year >= 1, year <= 9999, day >= 1 else { return false }
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: return day <= 31
        case 4, 6, 9, 11: return day <= 30
        case 2: return day <= (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28)
        default: return false
        }
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Four digits.
    public var yearText: String { Self.padded(year, to: 4) }
    /// Two digits.
    public var monthText: String { Self.padded(month, to: 2) }
    /// Two digits.
    public var dayText: String { Self.padded(day, to: 2) }

    /// `YYYY-MM-DD`.
    public var description: String { "\(yearText)-\(monthText)-\(dayText)" }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
