import CloudAPI

extension FakeClouds.State {
    mutating func answer(_ call: FakeCall) -> HTTPResponse {
        switch call.name.split(separator: " ").first {
        case "SQL": sql(call)
        case "SECRET": secretValue()
        case "QUEUE": hide(call)
        case "SNS": publish(call)
        default: storage(call)
        }
    }

    // MARK: SQS

    private mutating func hide(_ call: FakeCall) -> HTTPResponse {
        guard let input = try? JSON.parse(call.request.body), let receipt = input["ReceiptHandle"]?.string else {
            return HTTPResponse(status: 400)
        }
        hidden[receipt] = input["VisibilityTimeout"]?.int
        return HTTPResponse(status: 200)
    }

    // MARK: Secrets Manager and SNS

    private func secretValue() -> HTTPResponse {
        guard let secret else {
            return HTTPResponse(
                status: 400, body: Array(#"{"__type":"ResourceNotFoundException","message":"none"}"#.utf8))
        }
        let body: JSON = ["SecretString": .string(secret)]
        return HTTPResponse(status: 200, body: body.bytes)
    }

    private mutating func publish(_ call: FakeCall) -> HTTPResponse {
        var fields: [String: String] = [:]
        for pair in String(decoding: call.request.body, as: UTF8.self).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            fields[String(parts[0])] = PercentEncoding.decode(parts.count > 1 ? parts[1] : "", plusIsSpace: true)
        }
        var attributes: [String: String] = [:]
        for (name, value) in fields where name.hasSuffix(".Name") {
            attributes[value] = fields[name.replacing(".Name", with: ".Value.StringValue")]
        }
        let body = fields["Message"] ?? ""
        let machine = body.split(separator: "--- for machines ---\n").last.map(String.init) ?? ""
        alerts.append(
            FakeClouds.Alert(
                subject: fields["Subject"] ?? "", body: body, attributes: attributes,
                json: (try? JSON.parse(machine)) ?? .null))
        let answer = "<PublishResponse><PublishResult><MessageId>m1</MessageId></PublishResult></PublishResponse>"
        return HTTPResponse(status: 200, body: Array(answer.utf8))
    }

    // MARK: Snowflake

    private mutating func sql(_ call: FakeCall) -> HTTPResponse {
        statements.append(call.statement)
        bodies.append((try? JSON.parse(call.request.body)) ?? .null)
        let id = call.query.split(separator: "&").first.map(String.init) ?? ""
        if call.isRetry, let earlier = answeredRequests[id] {
            return HTTPResponse(status: 200, body: earlier.bytes)
        }
        let isCopy = call.statement.hasPrefix("COPY")
        let answer = isCopy ? copyInto(call.statement) : historyAnswer ?? history(call.statement)
        guard let answer else {
            let body =
                #"{"code":"091016","message":"Remote file was not found","sqlState":"22000","statementHandle":"q1"}"#
            return HTTPResponse(status: 422, body: Array(body.utf8))
        }
        if isCopy { answeredRequests[id] = answer }
        return HTTPResponse(status: 200, body: answer.bytes)
    }

    private mutating func copyInto(_ statement: String) -> JSON? {
        if let copyAnswer { return copyAnswer }
        let file = Self.literal(after: "FILES = (", in: statement)
        let table = statement.split(separator: "\"").dropFirst(5).first.map(String.init) ?? ""
        guard let object = objects["inbox/\(file)"] else { return nil }
        if loads.contains(where: { $0.file == file && $0.table == table && $0.eTag == object.eTag }) {
            return FakeClouds.result(["status"], [["Copy executed with 0 files processed."]])
        }
        let lines = object.bytes.split(separator: 0x0A).filter { !$0.isEmpty && !$0.elementsEqual([0x0D]) }.count
        let rows = rowsLoaded ?? lines
        loads.append(FakeClouds.Load(file: file, table: table, eTag: object.eTag, rows: rows, size: object.bytes.count))
        return FakeClouds.result(
            ["file", "status", "rows_parsed", "rows_loaded", "error_limit", "errors_seen", "first_error"],
            [["s3://lake/inbox/\(file)", "LOADED", "\(rows)", "\(rows)", "1", "0", nil]])
    }

    private func history(_ statement: String) -> JSON {
        let file = Self.literal(after: "FILE_NAME = ", in: statement)
        return FakeClouds.result(
            ["STATUS", "ROW_COUNT", "ROW_PARSED", "FILE_SIZE", "LAST_LOAD_TIME"],
            loads.filter { $0.file == file }.map { ["Loaded", "\($0.rows)", "\($0.rows)", "\($0.size)", "1"] })
    }

    /// The text of the SQL literal that follows, unescaped.
    private static func literal(after prefix: String, in statement: String) -> String {
        guard let start = statement.firstRange(of: prefix)?.upperBound else { return "" }
        var text: [Character] = []
        var rest = statement[start...].dropFirst()
        while let character = rest.popFirst() {
            if character == "'" || character == "\\" {
                guard rest.first == character else { break }
                rest.removeFirst()
            }
            text.append(character)
        }
        return String(text)
    }
}

extension FakeClouds {
    /// A complete answer of the SQL API.
    static func result(_ columns: [String], _ rows: [[String?]]) -> JSON {
        let types = columns.map { ["name": .string($0), "type": "text"] as JSON }
        let data = rows.map { row in JSON.array(row.map { $0.map { .string($0) } ?? .null }) }
        return [
            "code": "090001", "statementHandle": "q1", "message": "done",
            "resultSetMetaData": ["rowType": .array(types)], "data": .array(data),
        ]
    }
}
