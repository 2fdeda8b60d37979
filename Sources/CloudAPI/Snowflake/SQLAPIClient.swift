/// Snowflake's SQL API, version 2: one statement a request, complete results.
///
/// May be used from several threads; they share one token.
package final class SQLAPIClient: Sendable {
    package let session: SnowflakeSession
    let transport: any Transport
    let clock: Clock
    let retry: RetryPolicy
    let signIn: SnowflakeSignIn

    package init(
        session: SnowflakeSession,
        transport: any Transport,
        clock: Clock = .system,
        retry: RetryPolicy = RetryPolicy()
    ) {
        self.session = session
        self.transport = transport
        self.clock = clock
        self.retry = retry
        signIn = SnowflakeSignIn(session: session, clock: clock)
    }

    /// What differs from one statement to the next.
    package struct Options: Sendable {
        /// In place of the session's.
        package var role: String?
        package var warehouse: String?
        package var database: String?
        package var schema: String?
        /// The same identifier makes Snowflake recognise the same request; nil for a fresh one.
        package var requestID: RequestID?
        /// The identifier may have been used before (by an earlier process), so ask from the start whether it succeeded.
        package var isResubmission = false
        package var queryTag: String?
        /// Further session parameters of the short list that the SQL API takes.
        package var parameters: [String: String] = [:]
        /// After which Snowflake itself ends the statement; whole seconds.
        package var timeout: Duration = .seconds(600)
        /// A moment of `Clock.monotonic` by which the result must be here.
        package var deadline: Duration?
        /// Whether a statement still running at the deadline is cancelled or left to be picked up by its identifier.
        package var cancelsAtDeadline = true

        package init() {}
    }

    /// Runs one statement and gathers its result.
    ///
    /// - Parameter bindings: texts (nil is NULL) for the `?` of the statement, in order.
    /// - Throws: `SnowflakeError`.
    @discardableResult
    package func execute(_ statement: String, bindings: [String?] = [], _ options: Options = Options()) throws
        -> ResultSet
    {
        var policy = retry
        policy.deadline = [retry.deadline, options.deadline].compactMap { $0 }.min()
        let requestID = options.requestID ?? .random()
        let body = self.body(statement, bindings, options).bytes
        let first = try policy.run(on: clock, unless: Self.isNotToBeRepeated) { attempt in
            var query = [(name: "requestId", value: requestID.description)]
            if attempt > 0 || options.isResubmission { query.append(("retry", "true")) }
            return try exchange("POST", "/api/v2/statements", query, body, policy)
        }
        let answer = try finished(first, policy, options)
        guard answer.code != "391908" else {
            throw SnowflakeError(code: answer.code, message: answer.message, queryID: answer.handle, status: 200)
        }
        var rows = answer.rows
        for partition in 1..<max(1, answer.partitions) {
            rows += try self.partition(partition, of: answer.handle ?? "", policy).rows
        }
        return ResultSet(columns: answer.columns, rows: rows, queryID: answer.handle ?? "", stats: answer.stats)
    }

    /// A statement that ran out of its own time would do so again.
    private static func isNotToBeRepeated(_ error: any TransientError) -> Bool {
        (error as? SnowflakeError)?.status == 408
    }

    private func body(_ statement: String, _ bindings: [String?], _ options: Options) -> JSON {
        var parameters = options.parameters
        parameters["TIMEZONE"] = parameters["TIMEZONE"] ?? "UTC"
        parameters["QUERY_TAG"] = options.queryTag ?? parameters["QUERY_TAG"]
        let bound = bindings.enumerated().map { index, value -> JSON.Member in
            let text: JSON = value.map { .string($0) } ?? .null
            return JSON.Member(String(index + 1), ["type": "TEXT", "value": text])
        }
        return .object(compacting: [
            ("statement", .string(statement)),
            ("timeout", .integer(max(1, Int(options.timeout.components.seconds)))),
            ("database", (options.database ?? session.database).map { .string($0) }),
            ("schema", (options.schema ?? session.schema).map { .string($0) }),
            ("warehouse", (options.warehouse ?? session.warehouse).map { .string($0) }),
            ("role", (options.role ?? session.role).map { .string($0) }),
            ("bindings", bound.isEmpty ? nil : .object(bound)),
            (
                "parameters",
                .object(parameters.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
            ),
        ])
    }

    private func partition(_ number: Int, of handle: String, _ policy: RetryPolicy) throws -> SQLAPIAnswer {
        try policy.run(on: clock) { _ in
            let query = [(name: "partition", value: String(number))]
            return try SQLAPIAnswer(try exchange("GET", Self.path(handle), query, [], policy))
        }
    }

    static func path(_ handle: String) -> String {
        "/api/v2/statements/\(PercentEncoding.encode(handle))"
    }
}
