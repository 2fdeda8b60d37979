extension Timestamp {
    /// `20250111T083000Z`, as signatures want it.
    package var iso8601Basic: String {
        let time = CivilTime(self)
        return "\(dateStamp)T\(padded(time.hour, 2))\(padded(time.minute, 2))\(padded(time.second, 2))Z"
    }

    /// `20250111`.
    package var dateStamp: String {
        let time = CivilTime(self)
        return padded(time.year, 4) + padded(time.month, 2) + padded(time.day, 2)
    }

    /// `2025-01-11T08:30:00Z`, with milliseconds if there are any.
    package var iso8601: String {
        let time = CivilTime(self)
        let fraction = nanoseconds >= 1_000_000 ? "." + padded(nanoseconds / 1_000_000, 3) : ""
        return "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))T\(clockTime(time))\(fraction)Z"
    }

    /// `Sat, 11 Jan 2025 08:30:00 GMT` (RFC 1123; IMF-fixdate of RFC 9110).
    package var rfc1123: String {
        let time = CivilTime(self)
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][time.weekday]
        return "\(weekday), \(padded(time.day, 2)) \(Self.months[time.month - 1]) \(padded(time.year, 4)) "
            + "\(clockTime(time)) GMT"
    }

    /// Reads a `Date` field in the form of RFC 1123; the weekday is not checked.
    package init?(rfc1123 text: String) {
        let parts = text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == UInt8(ascii: ",") }).map(Substring.init)
        guard parts.count == 6, parts[5] == "GMT" || parts[5] == "UTC", let day = Int(parts[1]),
            let month = Self.months.firstIndex(where: { parts[2] == $0 }), let year = Int(parts[3])
        else { return nil }
        let clock = parts[4].utf8.split(separator: UInt8(ascii: ":")).compactMap { Int(Substring($0)) }
        guard clock.count == 3,
            let time = CivilTime(
                year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1], second: clock[2])
        else { return nil }
        self = time.timestamp
    }

    /// Reads ISO 8601, extended (`2025-01-11T08:30:00.123Z`, `+01:00`, a blank for the `T`) or basic
    /// (`20250111T083000Z`); a missing zone is UTC.
    package init?(iso8601 text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.take("T") || reader.take("t") || reader.take(" "),
            let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2), reader.skip(":"),
            let second = reader.number(2),
            let time = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        var moment = time.timestamp
        if reader.take(".") || reader.take(",") {
            guard let fraction = reader.fraction() else { return nil }
            moment.nanoseconds = fraction
        }
        let sign = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
        if sign != 0 {
            guard let hours = reader.number(2), reader.skip(":"), let minutes = reader.number(2) else { return nil }
            moment.seconds -= sign * (hours * 3600 + minutes * 60)
        } else {
            _ = reader.take("Z") || reader.take("z")
        }
        guard reader.isAtEnd else { return nil }
        self = moment
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private func clockTime(_ time: CivilTime) -> String {
        "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

private struct DigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) {
        rest = Array(text.utf8)[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Passes over the character if it is there; the basic format leaves it out.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        _ = take(character)
        return true
    }

    mutating func number(_ width: Int) -> Int? {
        guard rest.count >= width else { return nil }
        var value = 0
        for _ in 0..<width {
            guard let digit = rest.popFirst(), (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    /// Nanoseconds of the digits after a point; more than nine are cut off.
    mutating func fraction() -> Int? {
        var value = 0
        var places = 0
        while let digit = rest.first, (0x30...0x39).contains(digit) {
            if places < 9 { value = value * 10 + Int(digit - 0x30) }
            places += 1
            rest.removeFirst()
        }
        guard places > 0 else { return nil }
        for _ in 0..<max(0, 9 - places) { value *= 10 }
        return value
    }
}
