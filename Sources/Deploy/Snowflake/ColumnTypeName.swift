import CloudAPI

/// Column types in the form DDL writes them.
enum ColumnTypeName {
    /// SHOW COLUMNS gives a type as JSON, such as `{"type":"FIXED","precision":38,"scale":0}`; anything else is kept.
    static func form(_ shown: String) -> String {
        guard let json = try? JSON.parse(Array(shown.utf8)), let type = json["type"]?.plain else { return shown }
        switch type {
        case "TEXT":
            let length = json["length"]?.plain
            return length == nil || length == "16777216" || length == "134217728"
                ? "VARCHAR" : "VARCHAR(\(length ?? ""))"
        case "FIXED": return "NUMBER(\(json["precision"]?.plain ?? "38"),\(json["scale"]?.plain ?? "0"))"
        case "TIMESTAMP_NTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ", "TIME":
            return "\(type)(\(json["scale"]?.plain ?? "9"))"
        case "REAL": return "FLOAT"
        default: return type
        }
    }
}

extension JSON {
    /// A scalar as text; a list as its items in brackets.
    var plain: String? {
        switch self {
        case .null: nil
        case .bool(let bool): bool ? "true" : "false"
        case .number(let number): number
        case .string(let string): string
        case .array(let items): "[\(items.map { $0.plain ?? "" }.joined(separator: ","))]"
        case .object: nil
        }
    }
}
