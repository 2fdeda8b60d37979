import CloudAPI
import TestSupport
import Testing

@Suite struct SQLAPIClientTests {
    private let manual = ManualClock()

    private func client(_ transport: ScriptedTransport, deadline: Duration? = nil) throws -> SQLAPIClient {
        SQLAPIClient(
            session: try SnowflakeSession(
                account: "SNOWLINE-LOCAL", user: "INGEST", role: "R", warehouse: "W", database: "D", schema: "RAW",
                endpoint: "http://127.0.0.1:4580", key: PrivateKey(pem: Keys.plain)),
            transport: transport,
            clock: manual.clock,
            retry: RetryPolicy(attempts: 4, baseDelay: .seconds(1), deadline: deadline, random: { 0.5 })
        )
    }

    private func done(_ data: String = "[]", _ columns: String = "[]", _ more: String = "") -> ScriptedTransport.Answer
    {
        .status(
            200, [:],
            """
            {"code":"090001","statementHandle":"h-1","message":"ok","data":\(data),\
            "resultSetMetaData":{"rowType":\(columns)\(more)}}
            """)
    }

    private let running = ScriptedTransport.Answer.status(
        202, [:], "{\"code\":\"333334\",\"message\":\"running\",\"statementHandle\":\"h-1\"}")

    private func failed(_ status: Int, _ code: String, _ headers: [String: String] = [:]) -> ScriptedTransport.Answer {
        .status(
            status, headers,
            "{\"code\":\"\(code)\",\"message\":\"why\",\"sqlState\":\"42S02\",\"statementHandle\":\"h-1\"}")
    }

    private let post = "*/api/v2/statements?requestId="

    @Test func `a statement goes out whole and its rows come back by name`() throws {
        let columns = """
            [{"name":"ID","type":"FIXED","nullable":false,"precision":38,"scale":0},{"name":"Name","type":"text","length":9}]
            """
        let transport = ScriptedTransport([.init("POST", post, done("[[\"1\",\"a\"],[\"2\",null]]", columns))])
        var options = SQLAPIClient.Options()
        options.queryTag = "tag"
        options.role = "OTHER"
        options.timeout = .seconds(30)
        let result = try client(transport).execute("select ?, ?", bindings: ["x", nil], options)
        #expect(result.columns.map(\.name) == ["ID", "Name"])
        #expect(result.columns[0] == .init("ID", type: "fixed", isNullable: false, precision: 38, scale: 0))
        #expect(result[0, "id"] == "1")
        #expect(result[1, "NAME"] == nil)
        #expect(result["name"] == ["a", nil])
        #expect(result[2, "ID"] == nil)
        #expect(result.queryID == "h-1")

        let request = transport.requests[0]
        #expect(request.header("Authorization")?.hasPrefix("Bearer ey") == true)
        #expect(request.header("X-Snowflake-Authorization-Token-Type") == "KEYPAIR_JWT")
        #expect(request.header("Accept") == "application/json")
        #expect(request.acceptsGzip)
        #expect(!request.url.contains("retry="))
        #expect(
            try JSON.parse(request.body) == [
                "statement": "select ?, ?", "timeout": 30, "database": "D", "schema": "RAW", "warehouse": "W",
                "role": "OTHER",
                "bindings": ["1": ["type": "TEXT", "value": "x"], "2": ["type": "TEXT", "value": .null]],
                "parameters": ["QUERY_TAG": "tag", "TIMEZONE": "UTC"],
            ])
    }

    @Test func `the same request is resubmitted as such`() throws {
        let transport = ScriptedTransport([
            .init("POST", post, .failure(TransportFailure(.timeout, "late"))),
            .init("POST", "&retry=true", .status(502)),
            .init("POST", "&retry=true", failed(429, "390505", ["Retry-After": "2"])),
            .init("POST", "&retry=true", done()),
        ])
        var options = SQLAPIClient.Options()
        options.requestID = .derived(from: "bucket", "key")
        try client(transport).execute("copy", options)
        let addresses = transport.requests.map { $0.url.replacing("&retry=true", with: "") }
        #expect(Set(addresses).count == 1)
        #expect(addresses[0].hasSuffix("requestId=\(RequestID.derived(from: "bucket", "key"))"))
        #expect(manual.waits == [.seconds(0.5), .seconds(1), .seconds(4)])
    }

    @Test func `an identifier used before is asked about from the start`() throws {
        let transport = ScriptedTransport([.init("POST", "&retry=true", done())])
        var options = SQLAPIClient.Options()
        options.isResubmission = true
        try client(transport).execute("copy", options)
    }

    @Test func `a statement that takes its time is polled with growing waits`() throws {
        let poll = "/api/v2/statements/h-1"
        let transport = ScriptedTransport([
            .init("POST", post, running), .init("GET", poll, running), .init("GET", poll, failed(429, "000000")),
            .init("GET", poll, .failure(TransportFailure(.reset, "broken"))), .init("GET", poll, running),
            .init("GET", poll, done("[[\"1\"]]", "[{\"name\":\"A\"}]")),
        ])
        let result = try client(transport).execute("copy")
        #expect(result.rows == [["1"]])
        #expect(manual.waits == [.seconds(0.375), .seconds(0.75), .seconds(1.5), .seconds(3), .seconds(3.75)])
    }

    @Test func `a statement that fails while it is polled fails`() throws {
        let transport = ScriptedTransport([
            .init("POST", post, running), .init("GET", "/h-1", failed(422, "100035")),
        ])
        let error = #expect(throws: SnowflakeError.self) { try client(transport).execute("copy") }
        #expect(error?.code == "100035")
        #expect(transport.remaining.isEmpty)
    }

    @Test func `polling that never succeeds ends`() throws {
        let failures = (0..<4).map { _ in ScriptedTransport.Exchange("GET", "/h-1", .status(503)) }
        let transport = ScriptedTransport([.init("POST", post, running)] + failures)
        let error = #expect(throws: SnowflakeError.self) { try client(transport).execute("copy") }
        #expect(error?.status == 503)
        #expect(transport.remaining.isEmpty)
    }

    @Test func `at the deadline a running statement is cancelled`() throws {
        let transport = ScriptedTransport([
            .init("POST", post, running), .init("GET", "/h-1", running), .init("GET", "/h-1", running),
            .init("POST", "/api/v2/statements/h-1/cancel", .status(200, [:], "{}")),
        ])
        var options = SQLAPIClient.Options()
        options.deadline = .seconds(2)
        let error = #expect(throws: SnowflakeError.self) { try client(transport).execute("copy", options) }
        #expect(error?.code == "DeadlineExceeded")
        #expect(error?.queryID == "h-1")
        #expect(error?.isTransient == true)
        #expect(manual.elapsed < .seconds(2))
        #expect(transport.remaining.isEmpty)
    }

    @Test func `a statement that may be picked up later is left alone`() throws {
        let transport = ScriptedTransport([.init("POST", post, running)])
        var options = SQLAPIClient.Options()
        options.deadline = .milliseconds(100)
        options.cancelsAtDeadline = false
        #expect(throws: SnowflakeError.self) { try client(transport).execute("copy", options) }
        #expect(transport.remaining.isEmpty)
    }

    @Test func `an error of SQL is told in full and not tried again`() throws {
        let transport = ScriptedTransport([.init("POST", post, failed(422, "002003"))])
        let error = #expect(throws: SnowflakeError.self) { try client(transport).execute("select") }
        #expect(error?.description == "Snowflake 002003 (SQL state 42S02): why [query h-1]")
        #expect(error?.isTransient == false)
        #expect(error?.status == 422)
    }

    @Test func `a statement that ran out of time is not tried again here`() throws {
        let transport = ScriptedTransport([.init("POST", post, failed(408, "000630"))])
        let error = #expect(throws: SnowflakeError.self) { try client(transport).execute("select") }
        #expect(error?.isTransient == true)
        #expect(transport.remaining.isEmpty)
    }

    @Test func `a refused token is renewed once, by the server's clock`() throws {
        let date = ["Date": "Sat, 11 Jan 2025 10:00:00 GMT"]
        let transport = ScriptedTransport([
            .init("POST", post, failed(401, "390144", date)), .init("POST", post, done()), .init("POST", post, done()),
        ])
        let client = try client(transport)
        try client.execute("select 1")
        try client.execute("select 2")
        let issued = try transport.requests.map { request in
            let token = try #require(request.header("Authorization")).split(separator: ".")
            return try JSON.parse(try #require(Base64.decode(String(token[1]))))["iat"]?.int
        }
        #expect(issued == [1_736_582_340, 1_736_589_540, 1_736_589_540])
        let refused = ScriptedTransport([
            .init("POST", post, failed(401, "390144")), .init("POST", post, failed(401, "390144")),
        ])
        let error = #expect(throws: SnowflakeError.self) { try self.client(refused).execute("select") }
        #expect(error?.isAuthentication == true)
        #expect(refused.remaining.isEmpty)
    }

    @Test func `a token serves for most of its hour`() throws {
        let transport = ScriptedTransport((0..<3).map { _ in .init("POST", post, done()) })
        let client = try client(transport)
        try client.execute("select")
        manual.advance(by: .seconds(3299))
        try client.execute("select")
        manual.advance(by: .seconds(1))
        try client.execute("select")
        let tokens = transport.requests.map { $0.header("Authorization") }
        #expect(tokens[0] == tokens[1])
        #expect(tokens[1] != tokens[2])
    }

    @Test func `all partitions of a result are gathered`() throws {
        let parts = ",\"partitionInfo\":[{\"rowCount\":1},{\"rowCount\":1},{\"rowCount\":1}]"
        let transport = ScriptedTransport([
            .init("POST", post, done("[[\"1\"]]", "[{\"name\":\"A\"}]", parts)),
            .init("GET", "/h-1?partition=1", .status(200, [:], "{\"data\":[[\"2\"]]}")),
            .init("GET", "/h-1?partition=2", .status(503)),
            .init("GET", "/h-1?partition=2", .status(200, [:], "{\"data\":[[null]]}")),
        ])
        #expect(try client(transport).execute("select")["A"] == ["1", "2", nil])
    }

    @Test(arguments: ["", "<html>", "{\"data\":[1]}", "[]"])
    func `an answer that cannot be read is an error, not a crash`(body: String) throws {
        let transport = ScriptedTransport([.init("POST", post, .status(body == "[]" ? 202 : 200, [:], body))])
        let error = #expect(throws: SnowflakeError.self) { try client(transport).execute("select") }
        #expect(error?.code == "UnreadableAnswer")
    }

    @Test func `a result that is too large is an error`() throws {
        let transport = ScriptedTransport([
            .init("POST", post, .status(200, [:], "{\"code\":\"391908\",\"message\":\"big\"}"))
        ])
        #expect(throws: SnowflakeError.self) { try client(transport).execute("select") }
    }

    @Test func `changed rows are counted`() throws {
        let transport = ScriptedTransport([
            .init(
                "POST", post,
                .status(200, [:], "{\"statementHandle\":\"h\",\"stats\":{\"numRowsInserted\":3,\"x\":\"4\"}}"))
        ])
        #expect(try client(transport).execute("insert").stats == ["numRowsInserted": 3, "x": 4])
    }

    @Test(arguments: [
        ("date", "20099", "2025-01-11"), ("date", "-1", "1969-12-31"), ("date", "2025-01-11", "2025-01-11"),
        ("time", "30600.000000000", "08:30:00"), ("time", "30600.125000000", "08:30:00.125"),
        ("timestamp_ntz", "1736584200.123000000", "2025-01-11 08:30:00.123"),
        ("timestamp_ntz", "-0.500000000", "1969-12-31 23:59:59.5"),
        ("timestamp_ltz", "1736584200.000000000", "2025-01-11 08:30:00 Z"),
        ("timestamp_tz", "1736584200.000000000 1500", "2025-01-11 09:30:00 +0100"),
        ("timestamp_tz", "1736584200.000000000 1110", "2025-01-11 03:00:00 -0530"), ("fixed", "12.50", "12.50"),
        ("timestamp_ntz", "2025-01-11 08:30:00", "2025-01-11 08:30:00"), ("timestamp_tz", "x", "x"),
        ("timestamp_ntz", "99999999999999999999", "99999999999999999999"), ("date", "999999999999", "999999999999"),
    ])
    func `values are shown as people write them`(type: String, value: String, text: String) {
        #expect(ResultSet(columns: [.init("A", type: type)], rows: [[value], [nil]]).text(0, 0) == text)
        #expect(ResultSet(columns: [.init("A", type: type)], rows: [[value], [nil]]).text(1, 0) == nil)
    }
}
