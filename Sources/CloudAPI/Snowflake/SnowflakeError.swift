/// What Snowflake answered when it did not do what was asked, or that it did not answer.
package struct SnowflakeError: Error, Sendable, Hashable, CustomStringConvertible, TransientError {
    /// Snowflake's six digits (`002003`), or `HTTP<status>`, or one of those of `CloudError` for want of an answer,
    /// or `InvalidToken`, `UnreadableAnswer`, `DeadlineExceeded`.
    package var code: String
    package var sqlState: String?
    package var message: String
    /// The statement handle.
    package var queryID: String?
    /// Of HTTP; nil when no answer came.
    package var status: Int?
    package var retryAfter: Duration?

    package init(
        code: String,
        sqlState: String? = nil,
        message: String,
        queryID: String? = nil,
        status: Int? = nil,
        retryAfter: Duration? = nil
    ) {
        self.code = code
        self.sqlState = sqlState
        self.message = message
        self.queryID = queryID
        self.status = status
        self.retryAfter = retryAfter
    }

    /// The same statement may succeed later: overload, a broken connection, a statement that took too long.
    package var isTransient: Bool {
        if ["ConnectionFailed", "TimedOut", "ConnectionReset", "DeadlineExceeded", "390505"].contains(code) {
            return true
        }
        switch status {
        case 408, 429, 500, 502, 503, 504: return true
        default: return false
        }
    }

    /// The key, the user or the account is refused.
    package var isAuthentication: Bool { status == 401 || code == "390144" }

    package var description: String {
        var text = "Snowflake \(code)"
        if let sqlState { text += " (SQL state \(sqlState))" }
        if !message.isEmpty { text += ": \(message)" }
        if let queryID { text += " [query \(queryID)]" }
        return text
    }

    /// Reads an answer other than 200 and 202.
    init(_ response: HTTPResponse) {
        let body = try? JSON.parse(response.body)
        let excerpt = String(decoding: response.body.prefix(200), as: UTF8.self)
        self.init(
            code: body?["code"]?.string ?? "HTTP\(response.status)",
            sqlState: body?["sqlState"]?.string,
            message: body?["message"]?.string ?? (excerpt.isEmpty ? "no explanation in the answer" : excerpt),
            queryID: body?["statementHandle"]?.string,
            status: response.status,
            retryAfter: response.header("Retry-After").flatMap(Int.init).map { .seconds(max(0, $0)) }
        )
    }

    init(_ failure: TransportFailure) {
        let error = CloudError(service: "Snowflake", operation: "", failure: failure)
        self.init(code: error.code, message: error.message)
    }
}
