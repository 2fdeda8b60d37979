/// The form of an amount that the contract accepts, trimmed: an optional sign, an optional `$`, digits with or without thousands
/// commas (`1234` or `1,234`, never `12,34`), and optionally a point with one digit or more, no more than the scale.
/// The value fits `NUMBER(precision,scale)`; zeros in front do not count.
enum DecimalRule {
    static func accepts(_ text: UnsafeBufferPointer<UInt8>, precision: Int, scale: Int) -> Bool {
        var cursor = DigitCursor(text)
        if !cursor.take("-") { _ = cursor.take("+") }
        _ = cursor.take("$")
        guard let whole = wholeDigits(&cursor), whole <= precision - scale else { return false }
        if cursor.take("."), !(1...max(1, scale)).contains(cursor.skipDigits()) || scale == 0 { return false }
        return cursor.isAtEnd
    }

    /// How many digits the whole part has without zeros in front; nil when there are none or the commas are misplaced.
    private static func wholeDigits(_ cursor: inout DigitCursor) -> Int? {
        let zeros = cursor.skipZeros()
        var digits = cursor.skipDigits()
        let first = zeros + digits
        guard first > 0 else { return nil }
        while cursor.take(",") {
            guard first <= 3 else { return nil }
            let more = digits == 0 ? cursor.skipZeros() : 0
            let rest = cursor.skipDigits()
            guard more + rest == 3 else { return nil }
            digits += rest
        }
        return digits
    }
}

extension DigitCursor {
    /// Steps over all zeros that follow and tells how many there were.
    mutating func skipZeros() -> Int {
        var count = 0
        while take("0") { count &+= 1 }
        return count
    }
}
