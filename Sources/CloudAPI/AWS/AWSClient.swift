/// Signs, sends, tries again: what every AWS client stands on.
struct AWSClient: Sendable {
    let configuration: AWSConfiguration
    let endpoint: AWSEndpoint

    init(_ configuration: AWSConfiguration, _ endpoint: AWSEndpoint) {
        self.configuration = configuration
        self.endpoint = endpoint
    }

    var origin: String { endpoint.origin(configuration) }

    /// One operation with all its attempts; returns a 2xx answer or throws `CloudError`.
    ///
    /// - Parameters:
    ///   - region: signs for another region than the configuration's.
    ///   - isIdempotent: if not, a request that may have been carried out is not sent again.
    ///   - attempt: makes one exchange of the signed request; a body sink goes in here.
    ///   - check: looks at a 2xx answer, and may throw the error that hides in it.
    func send(
        _ operation: String,
        _ request: HTTPRequest,
        region: String? = nil,
        payload: SignatureV4.Payload = .signed,
        isIdempotent: Bool = true,
        through attempt: ((HTTPRequest) throws -> HTTPResponse)? = nil,
        check: (HTTPResponse) throws(CloudError) -> Void = { _ in }
    ) throws -> HTTPResponse {
        let send = attempt ?? configuration.transport.send
        var used: AWSCredentials?
        return try configuration.retry.run(
            on: configuration.clock,
            unless: { error in
                guard let error = error as? CloudError else { return false }
                // Expired credentials are worth another attempt only when there are others by now.
                if error.isExpiredCredentials {
                    if let used { configuration.refuse(used) }
                    return (try? configuration.credentials()) == used
                }
                return !isIdempotent && error.mayHaveSucceeded
            }
        ) { _ in
            let credentials = try configuration.credentials()
            used = credentials
            var mayCorrectClock = true
            while true {
                let (response, error) = try exchange(
                    operation, request, credentials, region: region, payload: payload, send, check)
                guard let error else { return response }
                if mayCorrectClock, Self.clockCodes.contains(error.code),
                    configuration.skew.learn(from: response.header("Date"), at: configuration.clock.now())
                {
                    mayCorrectClock = false
                    continue
                }
                throw error
            }
        }
    }

    /// A refused signature may mean a wrong clock on this side.
    private static let clockCodes: Set<String> = [
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "SignatureDoesNotMatch",
        "InvalidSignatureException", "AuthFailure",
    ]

    private func exchange(
        _ operation: String,
        _ request: HTTPRequest,
        _ credentials: AWSCredentials,
        region: String?,
        payload: SignatureV4.Payload,
        _ send: (HTTPRequest) throws -> HTTPResponse,
        _ check: (HTTPResponse) throws(CloudError) -> Void
    ) throws -> (HTTPResponse, CloudError?) {
        var signed = request
        guard let timeout = configuration.retry.timeout(request.timeout, on: configuration.clock) else {
            throw CloudError(
                service: endpoint.title, operation: operation, code: "DeadlineExceeded", message: "no time is left")
        }
        signed.timeout = timeout
        if signed.header("User-Agent") == nil { signed.setHeader("User-Agent", "snowline") }
        let signature = SignatureV4(
            service: endpoint.signingName,
            region: region ?? endpoint.signingRegion(configuration.region)
        )
        let moment = configuration.skew.corrected(configuration.clock.now())
        signature.sign(&signed, with: credentials, at: moment, payload: payload)
        let response: HTTPResponse
        do {
            response = try send(signed)
        } catch let failure as TransportFailure {
            throw CloudError(service: endpoint.title, operation: operation, failure: failure)
        }
        guard response.isSuccess else {
            return (response, CloudError(endpoint.title, operation, response))
        }
        do throws(CloudError) {
            try check(response)
        } catch {
            return (response, error)
        }
        return (response, nil)
    }

    func unreadable(_ operation: String, _ problem: String) -> CloudError {
        CloudError(service: endpoint.title, operation: operation, code: "UnreadableAnswer", message: problem)
    }
}
