import CloudAPI

/// The rows of a query, as a table, JSON or CSV.
enum ResultText {
    static func table(_ result: ResultSet) -> [String] {
        let numeric = Set(
            result.columns.indices.filter { column in
                ["fixed", "real"].contains(result.columns[column].type.lowercased())
            })
        let rows = result.rows.map { row in
            zip(row, result.columns).map { value, column in visible(display(value, column) ?? "NULL") }
        }
        let count = rows.count == 1 ? "1 row" : "\(rows.count) rows"
        return TableText(header: result.columns.map(\.name), rows: rows, rightAligned: numeric).lines + ["(\(count))"]
    }

    /// A list of objects, each value a string or null, numbers as numbers.
    static func json(_ result: ResultSet) -> String {
        let rows = result.rows.map { row in
            JSON.object(
                zip(result.columns, row).map { column, value in
                    .init(column.name, member(display(value, column), column))
                })
        }
        return String(decoding: JSON.array(rows).bytes, as: UTF8.self)
    }

    /// RFC 4180, with a header; a null is an empty field.
    static func csv(_ result: ResultSet) -> [String] {
        ([result.columns.map { Optional($0.name) }]
            + result.rows.map { zip($0, result.columns).map { display($0, $1) } })
            .map { $0.map { quoted($0 ?? "") }.joined(separator: ",") }
    }

    private static func member(_ value: String?, _ column: ResultSet.Column) -> JSON {
        guard let value else { return .null }
        switch column.type.lowercased() {
        case "fixed", "real": return .number(value)
        case "boolean": return .bool(value == "true" || value == "1")
        default: return .string(value)
        }
    }

    private static func quoted(_ field: String) -> String {
        field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }

    /// Control characters as they would be typed, so that a value can not move the cursor.
    private static func visible(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            default:
                scalar.value < 0x20 || scalar.value == 0x7F ? "\\u{\(String(scalar.value, radix: 16))}" : "\(scalar)"
            }
        }.joined()
    }

    /// Dates come as days and times as seconds since 1970 (SQL API, "Handling responses").
    private static func display(_ value: String?, _ column: ResultSet.Column) -> String? {
        guard let value else { return nil }
        switch column.type.lowercased() {
        case "date":
            guard let days = Int(value) else { return value }
            return CivilTime(seconds: days * 86_400).date
        case "timestamp_ntz", "timestamp_ltz", "timestamp_tz":
            let parts = value.split(separator: " ")[0].split(separator: ".")
            guard let seconds = Int(parts[0]) else { return value }
            let fraction = parts.count > 1 ? String(parts[1].prefix(3)) : "000"
            return CivilTime(seconds: seconds).text + "." + fraction
        default: return value
        }
    }
}

/// Seconds since 1970 on the calendar, UTC.
struct CivilTime {
    private let days: Int
    private let secondOfDay: Int

    init(seconds: Int) {
        days = Int((Double(seconds) / 86_400).rounded(.down))
        secondOfDay = seconds - days * 86_400
    }

    /// `2025-01-31`, by the days-to-civil arithmetic of the proleptic Gregorian calendar.
    var date: String {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `2025-01-31 13:45:00`.
    var text: String {
        let (hours, rest) = secondOfDay.quotientAndRemainder(dividingBy: 3600)
        return "\(date) \(padded(hours, 2)):\(padded(rest / 60, 2)):\(padded(rest % 60, 2))"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
