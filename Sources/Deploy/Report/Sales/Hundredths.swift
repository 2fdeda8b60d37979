/// Amounts as whole hundredths: exact, as in the tables.
enum Hundredths {
    /// `-12.5` is -1250; 0 for what is no amount.
    static func parse(_ text: String?) -> Int {
        guard let text else { return 0 }
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }) else { return 0 }
        let digits = parts.count > 1 ? String((parts[1] + "00").prefix(2)) : "00"
        let amount = whole * 100 + (Int(digits) ?? 0)
        return isNegative ? -amount : amount
    }

    /// `-1,234.50`.
    static func text(_ amount: Int) -> String {
        let digits = "\(abs(amount) % 100 + 100)".dropFirst()
        return "\(amount < 0 ? "-" : "")\(grouped(abs(amount) / 100)).\(digits)"
    }

    /// `1,234`.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (place, digit) in "\(abs(number))".reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { text = "," + text }
            text = "\(digit)" + text
        }
        return number < 0 ? "-" + text : text
    }

    /// For an axis: `1.5k`, `2M`, `-300`.
    static func short(_ amount: Int) -> String {
        let whole = abs(amount) / 100
        let sign = amount < 0 ? "-" : ""
        func scaled(_ unit: Int, _ letter: String) -> String {
            let tenths = (whole * 10 + unit / 2) / unit
            return sign + (tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)") + letter
        }
        return whole >= 1_000_000 ? scaled(1_000_000, "M") : whole >= 1000 ? scaled(1000, "k") : "\(sign)\(whole)"
    }
}
