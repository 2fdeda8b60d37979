import CloudAPI
import DataContract

/// The data contract as JSON: what `deploy contract --format json` prints, what is committed as `docs/datasets/contract.json`, and
/// what two states are compared by.
enum ContractDocument {
    static let version = 1

    static func json(_ datasets: [Dataset]) -> JSON {
        ["version": .integer(version), "datasets": .array(datasets.map(json))]
    }

    /// - Parameter name: of the file or place, for the message.
    static func datasets(in text: String, _ name: String) throws -> [Dataset] {
        do {
            let root = try JSON.parse(text)
            guard root["version"]?.int == version else {
                throw Malformed(
                    reason: "it has the version \(root["version"]?.int.map(String.init) ?? "none"), not \(version)")
            }
            return try list(root, "datasets").map(dataset)
        } catch {
            throw Failure(
                "\(name) is no data contract: \(error)",
                advice: "`deploy contract --format json` writes one.", code: .invalid)
        }
    }

    private struct Malformed: Error, CustomStringConvertible {
        let reason: String
        var description: String { reason }
    }

    // MARK: Writing

    private static func json(_ dataset: Dataset) -> JSON {
        [
            "name": .string(dataset.name), "table": .string(dataset.table), "files": json(dataset.files),
            "header": .string(word(dataset.header)), "breachLimit": json(dataset.breachLimit),
            "key": .array(dataset.key.map { .string($0) }), "description": .string(dataset.description),
            "columns": .array(dataset.columns.map(json)),
        ]
    }

    private static func json(_ column: Column) -> JSON {
        [
            "name": .string(column.name), "type": json(column.type), "required": .bool(column.required),
            "mayBeAbsent": .bool(column.mayBeAbsent), "description": .string(column.description),
        ]
    }

    private static func json(_ type: ColumnType) -> JSON {
        switch type {
        case .text: "text"
        case .timestamp: "timestamp"
        case .decimal(let precision, let scale): ["precision": .integer(precision), "scale": .integer(scale)]
        }
    }

    private static func json(_ pattern: FilePattern) -> JSON {
        switch pattern {
        case .startsWith(let prefix): ["startsWith": .string(prefix)]
        }
    }

    private static func json(_ limit: BreachLimit) -> JSON {
        switch limit {
        case .percent(let percent): ["percent": .integer(percent)]
        case .rows(let rows): ["rows": .integer(rows)]
        }
    }

    private static func word(_ header: Header) -> String {
        switch header {
        case .optional: "optional"
        case .required: "required"
        case .absent: "absent"
        }
    }

    // MARK: Reading

    private static func dataset(_ json: JSON) throws -> Dataset {
        Dataset(
            try text(json, "name"), table: try text(json, "table"),
            files: .startsWith(try text(try member(json, "files"), "startsWith")),
            header: try header(try text(json, "header")), breachLimit: try limit(try member(json, "breachLimit")),
            key: try list(json, "key").compactMap(\.string), description: try text(json, "description"),
            columns: try list(json, "columns").map(column))
    }

    private static func column(_ json: JSON) throws -> Column {
        Column(
            try text(json, "name"), try type(try member(json, "type")), required: json["required"]?.bool ?? false,
            mayBeAbsent: json["mayBeAbsent"]?.bool ?? false, description: try text(json, "description"))
    }

    private static func type(_ json: JSON) throws -> ColumnType {
        if let precision = json["precision"]?.int, let scale = json["scale"]?.int {
            return .decimal(precision: precision, scale: scale)
        }
        switch json.string {
        case "text": return .text
        case "timestamp": return .timestamp
        default: throw Malformed(reason: "\(json.text) is no type of a column")
        }
    }

    private static func header(_ word: String) throws -> Header {
        guard let header = [Header.optional, .required, .absent].first(where: { self.word($0) == word }) else {
            throw Malformed(reason: "\"\(word)\" is no kind of header")
        }
        return header
    }

    private static func limit(_ json: JSON) throws -> BreachLimit {
        if let percent = json["percent"]?.int { return .percent(percent) }
        if let rows = json["rows"]?.int { return .rows(rows) }
        throw Malformed(reason: "\(json.text) is no limit")
    }

    private static func member(_ json: JSON, _ name: String) throws -> JSON {
        guard let value = json[name] else { throw Malformed(reason: "\"\(name)\" is missing") }
        return value
    }

    private static func text(_ json: JSON, _ name: String) throws -> String {
        guard let text = try member(json, name).string else { throw Malformed(reason: "\"\(name)\" is no text") }
        return text
    }

    private static func list(_ json: JSON, _ name: String) throws -> [JSON] {
        guard let list = try member(json, name).elements else { throw Malformed(reason: "\"\(name)\" is no list") }
        return list
    }
}
