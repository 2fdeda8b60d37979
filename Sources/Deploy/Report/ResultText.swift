import CloudAPI

/// The rows of a query, as a table, JSON or CSV.
enum ResultText {
    static func table(_ result: ResultSet) -> [String] {
        let numeric = Set(
            result.columns.indices.filter { column in
                ["fixed", "real"].contains(result.columns[column].type.lowercased())
            })
        let rows = rows(of: result).map { row in row.map { visible($0 ?? "NULL") } }
        let count = rows.count == 1 ? "1 row" : "\(rows.count) rows"
        let header = result.columns.map { visible($0.name) }
        return TableText(header: header, rows: rows, rightAligned: numeric).lines + ["(\(count))"]
    }

    /// A list of objects, each value a string or null, numbers as numbers.
    static func json(_ result: ResultSet) -> String {
        let rows = rows(of: result).map { row in
            JSON.object(zip(result.columns, row).map { column, value in .init(column.name, member(value, column)) })
        }
        return String(decoding: JSON.array(rows).bytes, as: UTF8.self)
    }

    /// RFC 4180, with a header; a null is an empty field.
    static func csv(_ result: ResultSet) -> [String] {
        ([result.columns.map { Optional($0.name) }] + rows(of: result))
            .map { $0.map { quoted($0 ?? "") }.joined(separator: ",") }
    }

    /// Values as people write them.
    private static func rows(of result: ResultSet) -> [[String?]] {
        result.rows.indices.map { row in result.columns.indices.map { result.text(row, $0) } }
    }

    private static func member(_ value: String?, _ column: ResultSet.Column) -> JSON {
        guard let value else { return .null }
        switch column.type.lowercased() {
        case "fixed", "real":
            // NaN and infinities are values of FLOAT and no numbers of JSON.
            let isNumber = (try? JSON.parse(Array(value.utf8))).map { if case .number = $0 { true } else { false } }
            return isNumber == true ? .number(value) : .string(value)
        case "boolean": return .bool(value == "true" || value == "1")
        default: return .string(value)
        }
    }

    private static func quoted(_ field: String) -> String {
        field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }

    /// Control characters as they would be typed, so that a value can not move the cursor.
    static func visible(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            default:
                scalar.properties.generalCategory == .control
                    ? "\\u{\(String(scalar.value, radix: 16))}" : "\(scalar)"
            }
        }.joined()
    }
}
