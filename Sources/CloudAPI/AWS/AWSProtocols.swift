extension AWSClient {
    /// One operation of the Query protocol: parameters as a form, the answer in XML.
    ///
    /// - Returns: the `<Operation>Result` element, or the root if the operation has none.
    func query(
        _ operation: String,
        version: String,
        _ parameters: [(name: String, value: String)],
        isIdempotent: Bool = true
    ) throws -> XMLElement {
        let form = [("Action", operation), ("Version", version)] + parameters
        let request = HTTPRequest(
            method: "POST",
            url: origin + "/",
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: Array(PercentEncoding.query(form).utf8)
        )
        let response = try send(operation, request, isIdempotent: isIdempotent)
        do {
            let root = try XMLElement.parse(response.body)
            return root["\(operation)Result"] ?? root
        } catch {
            throw unreadable(operation, "\(error)")
        }
    }

    /// One operation of the JSON protocol.
    ///
    /// - Parameter target: the service's prefix of `X-Amz-Target`.
    func json(_ operation: String, target: String, version: String = "1.1", _ input: JSON, timeout: Duration? = nil)
        throws -> JSON
    {
        var request = HTTPRequest(
            method: "POST",
            url: origin + "/",
            headers: [
                HTTPHeader("Content-Type", "application/x-amz-json-\(version)"),
                HTTPHeader("X-Amz-Target", "\(target).\(operation)"),
            ],
            body: input.bytes
        )
        if let timeout { request.timeout = timeout }
        let response = try send(operation, request)
        if response.body.isEmpty { return [:] }
        do {
            return try JSON.parse(response.body)
        } catch {
            throw unreadable(operation, "\(error)")
        }
    }
}

/// Parameters of the Query protocol: nothing for what is nil, `Name.member.N` for lists.
struct QueryParameters {
    private(set) var pairs: [(name: String, value: String)] = []

    mutating func add(_ name: String, _ value: String?) {
        if let value { pairs.append((name, value)) }
    }

    mutating func add(_ name: String, _ value: Bool?) {
        add(name, value.map { $0 ? "true" : "false" })
    }

    /// An empty list is sent as an empty value, which clears what was set; nil leaves it out.
    mutating func add(list name: String, _ values: [String]?) {
        guard let values else { return }
        if values.isEmpty { add(name, "") }
        for (index, value) in values.enumerated() { add("\(name).member.\(index + 1)", value) }
    }

    /// A list of structures, each given as its own parameters.
    mutating func add(list name: String, structures: [[(name: String, value: String)]]?) {
        for (index, fields) in (structures ?? []).enumerated() {
            for field in fields { add("\(name).member.\(index + 1).\(field.name)", field.value) }
        }
    }
}
