/// The one seam to the outside: every request of this package goes through it, and tests play scripted answers behind it.
package protocol Transport: Sendable {
    /// Sends a request and reads the whole answer. Throws `TransportFailure` when no answer came.
    func send(_ request: HTTPRequest) throws -> HTTPResponse

    /// Hands the body of a 2xx answer over in chunks as it comes; another answer's body is in the response.
    ///
    /// An error thrown by `sink` ends the transfer and is thrown as it is.
    func send(_ request: HTTPRequest, receiving sink: (UnsafeRawBufferPointer) throws -> Void) throws -> HTTPResponse
}

/// No (complete) answer came. Whether the request was carried out is unknown, but for `.connect` and `.tls`.
package struct TransportFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable {
        /// Name not found, connection refused, or no connection in time: nothing was sent.
        case connect
        /// Sent, but not answered in time.
        case timeout
        /// The peer's certificate or protocol was refused: nothing was sent.
        case tls
        /// The connection broke while sending or receiving.
        case reset
        /// A malformed request or answer, or a local fault.
        case other
    }

    package var kind: Kind
    /// Cause and place (method, address without query), never a header or a body.
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// Trying again later may succeed.
    package var isTransient: Bool {
        switch kind {
        case .connect, .timeout, .reset: true
        case .tls, .other: false
        }
    }

    package var description: String { message }
}
