/// What a service answered when it did not do what was asked, or that it did not answer.
package struct CloudError: Error, Sendable, Hashable, CustomStringConvertible {
    /// `S3`, `CloudFormation`.
    package var service: String
    /// `HeadObject`, `CreateChangeSet`.
    package var operation: String
    /// Nil when no answer came.
    package var status: Int?
    /// The service's own, or `HTTP<status>`, or one of ours: `ConnectionFailed`, `TimedOut`, `TLSRefused`,
    /// `ConnectionReset`, `TransportFault`, `DeadlineExceeded`, `UnreadableAnswer`.
    package var code: String
    package var message: String
    package var requestID: String?
    /// How long the service asks to wait.
    package var retryAfter: Duration?

    package init(
        service: String,
        operation: String,
        status: Int? = nil,
        code: String,
        message: String,
        requestID: String? = nil,
        retryAfter: Duration? = nil
    ) {
        self.service = service
        self.operation = operation
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
        self.retryAfter = retryAfter
    }

    init(service: String, operation: String, failure: TransportFailure) {
        let code =
            switch failure.kind {
            case .connect: "ConnectionFailed"
            case .timeout: "TimedOut"
            case .tls: "TLSRefused"
            case .reset: "ConnectionReset"
            case .other: "TransportFault"
            }
        self.init(service: service, operation: operation, code: code, message: failure.message)
    }

    package var description: String {
        var text = "\(service) \(operation): \(code)"
        if let status, code != "HTTP\(status)" { text += " (\(status))" }
        if !message.isEmpty { text += ": \(message)" }
        if let requestID { text += " [request \(requestID)]" }
        return text
    }
}

/// An error that knows whether the same request may succeed later.
package protocol TransientError: Error {
    var isTransient: Bool { get }
    /// How long the service asks to wait.
    var retryAfter: Duration? { get }
}

extension CloudError: TransientError {
    /// Throttled, overloaded, broken connections, expired credentials (which the next ones replace).
    package var isTransient: Bool {
        if Self.transientCodes.contains(code) || isExpiredCredentials { return true }
        switch status {
        case 429, 500, 502, 503, 504: return true
        default: return false
        }
    }

    /// Only other credentials help.
    package var isExpiredCredentials: Bool {
        ["ExpiredToken", "ExpiredTokenException", "RequestExpired"].contains(code)
    }

    /// The request was sent, and what became of it is not known.
    var mayHaveSucceeded: Bool {
        if let status { return status >= 500 && status != 503 }
        return code != "ConnectionFailed" && code != "TLSRefused"
    }

    private static let transientCodes: Set<String> = [
        "ConnectionFailed", "TimedOut", "ConnectionReset", "DeadlineExceeded",
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "RequestLimitExceeded",
        "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete", "TransactionInProgressException",
        "RequestTimeout", "RequestTimeoutException", "InternalError", "InternalFailure", "InternalServerError",
        "InternalServiceError", "InternalServiceErrorException", "ServiceUnavailable", "ServiceUnavailableException",
        "KMSThrottlingException", "EC2ThrottledException",
    ]
}

extension TransportFailure: TransientError {
    package var retryAfter: Duration? { nil }
}
