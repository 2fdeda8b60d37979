/// The body of a 200 or 202 answer of the SQL API, taken apart.
struct SQLAPIAnswer {
    var code: String
    var message: String
    var handle: String?
    var columns: [ResultSet.Column]
    var rows: [[String?]]
    var stats: [String: Int]
    /// 1 if the answer does not say.
    var partitions: Int

    init(_ response: HTTPResponse) throws(SnowflakeError) {
        let root: JSON
        do {
            root = try JSON.parse(response.body)
        } catch {
            throw SnowflakeError(code: "UnreadableAnswer", message: error.description, status: response.status)
        }
        code = root["code"]?.string ?? ""
        message = root["message"]?.string ?? ""
        handle = root["statementHandle"]?.string
        let metadata = root["resultSetMetaData"]
        columns = (metadata?["rowType"]?.elements ?? []).map {
            ResultSet.Column(
                $0["name"]?.string ?? "",
                type: $0["type"]?.string?.lowercasedASCII ?? "text",
                isNullable: $0["nullable"]?.bool ?? true,
                precision: $0["precision"]?.int,
                scale: $0["scale"]?.int,
                length: $0["length"]?.int
            )
        }
        partitions = max(1, metadata?["partitionInfo"]?.elements?.count ?? 1)
        stats = [:]
        for member in root["stats"]?.members ?? [] {
            if let number = member.value.int ?? member.value.string.flatMap({ Int($0) }) { stats[member.name] = number }
        }
        rows = try Self.rows(root["data"], response.status)
    }

    /// Cells are texts or null; a bare number or truth value is taken as its text.
    private static func rows(_ data: JSON?, _ status: Int) throws(SnowflakeError) -> [[String?]] {
        var rows: [[String?]] = []
        for row in data?.elements ?? [] {
            guard let cells = row.elements else {
                throw SnowflakeError(code: "UnreadableAnswer", message: "a row is not a list", status: status)
            }
            rows.append(
                cells.map { cell in
                    switch cell {
                    case .null: nil
                    case .string(let text), .number(let text): text
                    default: cell.text
                    }
                }
            )
        }
        return rows
    }
}
