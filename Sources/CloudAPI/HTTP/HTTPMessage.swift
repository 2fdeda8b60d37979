/// One field of a message; names compare without regard to case, values are kept as they came.
package struct HTTPHeader: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A request, complete: nothing is added on the way but what HTTP itself needs (`Host`, `Content-Length`).
package struct HTTPRequest: Sendable {
    package var method: String
    /// Absolute, percent-encoded; sent as it stands, with dot segments.
    package var url: String
    package var headers: [HTTPHeader]
    package var body: [UInt8]
    /// Of the whole exchange, connecting included; zero waits for ever.
    package var timeout: Duration
    /// Asks for a gzip answer, which is then handed over decoded.
    package var acceptsGzip: Bool

    package init(
        method: String = "GET",
        url: String,
        headers: [HTTPHeader] = [],
        body: [UInt8] = [],
        timeout: Duration = .seconds(60),
        acceptsGzip: Bool = false
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.acceptsGzip = acceptsGzip
    }

    /// The value of the first field of that name.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.matchesHeaderName(name) }?.value
    }

    /// Replaces every field of that name by one.
    package mutating func setHeader(_ name: String, _ value: String) {
        headers.removeAll { $0.name.matchesHeaderName(name) }
        headers.append(HTTPHeader(name, value))
    }
}

/// An answer of whatever status: a 404 is an answer, not an error of the transport.
package struct HTTPResponse: Sendable {
    package var status: Int
    package var headers: [HTTPHeader]
    package var body: [UInt8]

    package init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package var isSuccess: Bool { (200..<300).contains(status) }

    /// The value of the first field of that name.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.matchesHeaderName(name) }?.value
    }
}

extension StringProtocol {
    /// Field names are ASCII and compare without regard to case (RFC 9110, 5.1).
    func matchesHeaderName(_ other: some StringProtocol) -> Bool {
        utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
    }

    /// A–Z made small, every other byte as it is.
    var lowercasedASCII: String {
        String(decoding: utf8.map(\.lowercasedASCII), as: UTF8.self)
    }
}

extension UInt8 {
    var lowercasedASCII: UInt8 {
        (0x41...0x5A).contains(self) ? self | 0x20 : self
    }
}
