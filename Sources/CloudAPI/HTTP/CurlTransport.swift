import Synchronization

/// HTTP/1.1 over libcurl: connections are kept and re-used, certificates verified, redirects never followed.
///
/// HTTP/2 is left out on purpose: each handle carries one exchange at a time, so there is nothing to multiplex.
/// May be used from several threads at once; each exchange borrows a handle, the last one given back first, so that
/// its connection is the warmest.
package final class CurlTransport: Transport {
    package struct Options: Sendable {
        /// PEM file of the trusted roots; libcurl's own default if nil.
        package var caFile: String?
        package var connectTimeout: Duration
        /// Of a body that is not handed to a sink.
        package var bodyLimit: Int

        package init(caFile: String? = nil, connectTimeout: Duration = .seconds(5), bodyLimit: Int = 256 << 20) {
            self.caFile = caFile
            self.connectTimeout = connectTimeout
            self.bodyLimit = bodyLimit
        }
    }

    private let options: Options
    private let idle = Mutex<[CurlHandle]>([])
    private static let idleLimit = 8

    package init(_ options: Options = Options()) {
        self.options = options
    }

    package func send(_ request: HTTPRequest) throws -> HTTPResponse {
        try exchange(request, sink: nil)
    }

    package func send(_ request: HTTPRequest, receiving sink: (UnsafeRawBufferPointer) throws -> Void) throws
        -> HTTPResponse
    {
        try withoutActuallyEscaping(sink) { try exchange(request, sink: $0) }
    }

    private func exchange(_ request: HTTPRequest, sink: ((UnsafeRawBufferPointer) throws -> Void)?) throws
        -> HTTPResponse
    {
        try check(request)
        let handle = try idle.withLock { $0.popLast() } ?? CurlHandle()
        defer {
            idle.withLock { if $0.count < Self.idleLimit { $0.append(handle) } }
        }
        var transfer = CurlTransfer(limit: options.bodyLimit, sink: sink)
        var outcome = try handle.perform(request, options: options, fresh: false, into: transfer)
        if !outcome.succeeded, outcome.kind == .reset, outcome.reusedConnection, !transfer.hasBegun,
            Self.idempotentMethods.contains(request.method)
        {
            // The peer had closed an idle connection; nothing of an answer was seen.
            transfer = CurlTransfer(limit: options.bodyLimit, sink: sink)
            outcome = try handle.perform(request, options: options, fresh: true, into: transfer)
        }
        if let stopped = transfer.stopped { throw stopped }
        guard outcome.succeeded else {
            throw TransportFailure(outcome.kind, "\(request.method) \(request.place): \(outcome.message)")
        }
        return HTTPResponse(status: transfer.status, headers: transfer.headers, body: transfer.body)
    }

    private static let idempotentMethods: Set<String> = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]

    /// A line break in what becomes the head of a message would let data write further fields.
    private func check(_ request: HTTPRequest) throws(TransportFailure) {
        for header in request.headers {
            guard !header.name.isEmpty, header.name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }),
                header.value.utf8.allSatisfy({ ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F })
            else {
                throw TransportFailure(.other, "a control character in the request field \"\(header.name.prefix(60))\"")
            }
        }
        guard !request.method.isEmpty, request.method.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            request.url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), HTTPURL(request.url) != nil
        else {
            throw TransportFailure(.other, "malformed method or address: \(request.method) \(request.place)")
        }
    }
}

extension HTTPRequest {
    /// The address without its query, for messages.
    package var place: String { String(Substring(url.utf8.prefix { $0 != UInt8(ascii: "?") })) }
}
