extension SQLAPIClient {
    /// One exchange; a refused token is renewed once. Returns 200 and 202, throws `SnowflakeError` for all else.
    func exchange(
        _ method: String,
        _ path: String,
        _ query: [(name: String, value: String)],
        _ body: [UInt8],
        _ policy: RetryPolicy,
        timeout: Duration = .seconds(75)
    ) throws -> HTTPResponse {
        var mayRenew = true
        while true {
            guard let timeout = policy.timeout(timeout, on: clock) else {
                throw SnowflakeError(code: "DeadlineExceeded", message: "no time is left")
            }
            let token: String
            do {
                token = try signIn.token()
            } catch {
                throw SnowflakeError(code: "InvalidToken", message: "\(error)")
            }
            let request = HTTPRequest(
                method: method,
                url: session.endpoint + path + (query.isEmpty ? "" : "?" + PercentEncoding.query(query)),
                headers: [
                    HTTPHeader("Authorization", "Bearer \(token)"),
                    HTTPHeader("X-Snowflake-Authorization-Token-Type", session.authentication.tokenType),
                    HTTPHeader("Accept", "application/json"),
                    HTTPHeader("Content-Type", "application/json"),
                    HTTPHeader("User-Agent", "snowline/1.0"),
                ],
                body: body,
                timeout: timeout,
                acceptsGzip: true
            )
            let response: HTTPResponse
            do {
                response = try transport.send(request)
            } catch let failure as TransportFailure {
                throw SnowflakeError(failure)
            }
            switch response.status {
            case 200, 202:
                return response
            case 401 where mayRenew:
                mayRenew = false
                signIn.refused(token, date: response.header("Date"))
            default:
                throw SnowflakeError(response)
            }
        }
    }
}
