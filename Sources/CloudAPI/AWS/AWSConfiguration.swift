/// What all AWS clients share: where, as whom, and through what. A value: a copy may have another deadline.
package struct AWSConfiguration: Sendable {
    package let region: String
    /// One address for all services (`AWS_ENDPOINT_URL`); nil for AWS itself.
    package let endpoint: String?
    /// Addresses of single services, by the name that `AWS_ENDPOINT_URL_<SERVICE>` gives them, such as `CLOUDFORMATION`;
    /// they win over `endpoint`.
    package let endpoints: [String: String]
    /// Asked before each attempt, so that it may give fresh ones.
    package var credentials: @Sendable () throws -> AWSCredentials
    /// Told of credentials that a service calls expired, so that `credentials` does not give them again.
    package var refuse: @Sendable (AWSCredentials) -> Void = { _ in }
    package var transport: any Transport
    package var clock: Clock
    package var retry: RetryPolicy
    let skew = ClockSkew()

    package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String

        package init(description: String) {
            self.description = description
        }
    }

    /// Throws if the region is not one, or if an endpoint is plain http to another machine.
    package init(
        region: String,
        endpoint: String? = nil,
        endpoints: [String: String] = [:],
        credentials: @escaping @Sendable () throws -> AWSCredentials,
        transport: any Transport,
        clock: Clock = .system,
        retry: RetryPolicy = RetryPolicy()
    ) throws(Problem) {
        guard Self.isLabel(region) else {
            throw Problem(description: "\"\(region)\" is not the name of an AWS region")
        }
        if let endpoint { self.endpoint = try Self.origin(endpoint) } else { self.endpoint = nil }
        var origins: [String: String] = [:]
        for (service, endpoint) in endpoints { origins[service] = try Self.origin(endpoint) }
        self.endpoints = origins
        self.region = region
        self.credentials = credentials
        self.transport = transport
        self.clock = clock
        self.retry = retry
    }

    /// Reads `AWS_REGION` (or `AWS_DEFAULT_REGION`), `AWS_ENDPOINT_URL` and the credentials' variables, the latter anew
    /// for each request.
    package init(
        variables: ProcessVariables = .current,
        transport: any Transport,
        clock: Clock = .system,
        retry: RetryPolicy = RetryPolicy()
    ) throws(Problem) {
        guard let region = variables["AWS_REGION"] ?? variables["AWS_DEFAULT_REGION"] else {
            throw Problem(description: "no AWS region: set AWS_REGION")
        }
        try self.init(
            region: region,
            endpoint: variables["AWS_ENDPOINT_URL"],
            credentials: { try AWSCredentials(variables: variables) },
            transport: transport,
            clock: clock,
            retry: retry
        )
    }

    private static func origin(_ endpoint: String) throws(Problem) -> String {
        guard let url = HTTPURL(endpoint), url.path == "/", url.query == nil else {
            throw Problem(
                description: "the AWS endpoint \"\(endpoint)\" is not an address like http://127.0.0.1:4566")
        }
        guard url.isAllowedEndpoint else {
            throw Problem(
                description: "the AWS endpoint \"\(endpoint)\" is plain http; only this machine may be reached so")
        }
        return url.origin
    }

    /// A copy that neither begins nor waits for anything after that moment of `Clock.monotonic`.
    package func until(_ deadline: Duration?) -> AWSConfiguration {
        var copy = self
        copy.retry.deadline = deadline
        return copy
    }

    /// A part of a host name that cannot smuggle anything else in.
    static func isLabel(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 63
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
