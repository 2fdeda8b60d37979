import CCurl

/// One libcurl easy handle with its connections; the only file that speaks to libcurl.
///
/// `@unchecked Sendable` because libcurl allows a handle on any thread but on one at a time, and `CurlTransport`
/// lends it to one caller at a time.
final class CurlHandle: @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer

    private static let libraryStatus = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    init() throws(TransportFailure) {
        guard Self.libraryStatus == CURLE_OK, let handle = curl_easy_init() else {
            throw TransportFailure(.other, "libcurl could not be initialised")
        }
        self.handle = handle
    }

    deinit {
        curl_easy_cleanup(handle)
    }

    /// What a transfer left behind.
    struct Outcome {
        var code: CURLcode
        var message: String
        /// The connection had served an earlier request.
        var reusedConnection: Bool
        /// The request was (at least partly) on the wire.
        var wasSent: Bool

        var succeeded: Bool { code == CURLE_OK }
    }

    /// Runs one exchange; the answer is collected by `transfer`.
    func perform(_ request: HTTPRequest, options: CurlTransport.Options, fresh: Bool, into transfer: CurlTransfer)
        throws(TransportFailure) -> Outcome
    {
        curl_easy_reset(handle)
        var list = try headerList(request)
        defer { curl_slist_free_all(list) }
        var errorText = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let code = errorText.withUnsafeMutableBufferPointer { error in
            request.body.withUnsafeBytes { body in
                configure(request, options: options, fresh: fresh, body: body, headers: &list)
                set(CURLOPT_ERRORBUFFER, pointer: error.baseAddress)
                set(CURLOPT_WRITEDATA, pointer: Unmanaged.passUnretained(transfer).toOpaque())
                set(CURLOPT_HEADERDATA, pointer: Unmanaged.passUnretained(transfer).toOpaque())
                let code = curl_easy_perform(handle)
                set(CURLOPT_ERRORBUFFER, pointer: nil)
                return code
            }
        }
        let detail = String(decoding: errorText.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return Outcome(
            code: code,
            message: detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail,
            reusedConnection: long(CURLINFO_NUM_CONNECTS) == 0,
            wasSent: offset(CURLINFO_PRETRANSFER_TIME_T) > 0
        )
    }

    private func configure(
        _ request: HTTPRequest,
        options: CurlTransport.Options,
        fresh: Bool,
        body: UnsafeRawBufferPointer,
        headers: inout UnsafeMutablePointer<curl_slist>?
    ) {
        set(CURLOPT_URL, string: request.url)
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_PROTOCOLS_STR, string: "http,https")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_TCP_NODELAY, 1)
        set(CURLOPT_TCP_KEEPALIVE, 1)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let caFile = options.caFile { set(CURLOPT_CAINFO, string: caFile) }
        set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.wholeMilliseconds)
        set(CURLOPT_TIMEOUT_MS, request.timeout.wholeMilliseconds)
        set(CURLOPT_FRESH_CONNECT, fresh ? 1 : 0)
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        if let url = HTTPURL(request.url), url.isLoopback || url.isLinkLocal { set(CURLOPT_PROXY, string: "") }
        if request.acceptsGzip { set(CURLOPT_ACCEPT_ENCODING, string: "gzip") }
        if request.method == "HEAD" {
            set(CURLOPT_NOBODY, 1)
        } else if !body.isEmpty || request.method == "POST" || request.method == "PUT" {
            set(CURLOPT_POST, 1)
            _ = snowline_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            _ = snowline_curl_set_bytes(handle, CURLOPT_POSTFIELDS, body.baseAddress)
            if body.isEmpty { set(CURLOPT_POSTFIELDS, string: "") }
        } else {
            set(CURLOPT_HTTPGET, 1)
        }
        if request.method != "HEAD" { set(CURLOPT_CUSTOMREQUEST, string: request.method) }
        _ = snowline_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
        _ = snowline_curl_set_callback(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue().receive(headerLine: line)
        }
        _ = snowline_curl_set_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let chunk = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue().receive(chunk: chunk)
        }
    }

    /// The fields as libcurl wants them, with those suppressed that it would add of its own accord.
    private func headerList(_ request: HTTPRequest) throws(TransportFailure) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        var lines = request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for name in ["Expect", "Content-Type", "Accept"] where request.header(name) == nil {
            lines.append("\(name):")
        }
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                curl_slist_free_all(list)
                throw TransportFailure(.other, "out of memory")
            }
            list = longer
        }
        return list
    }

    private func set(_ option: CURLoption, _ value: Int) {
        _ = snowline_curl_set_long(handle, option, value)
    }

    private func set(_ option: CURLoption, string value: String) {
        _ = snowline_curl_set_string(handle, option, value)
    }

    private func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer?) {
        _ = snowline_curl_set_pointer(handle, option, value)
    }

    private func long(_ info: CURLINFO) -> Int {
        var value = 0
        return snowline_curl_get_long(handle, info, &value) == CURLE_OK ? value : 0
    }

    private func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return snowline_curl_get_offset(handle, info, &value) == CURLE_OK ? Int(value) : 0
    }
}

extension CurlHandle.Outcome {
    /// The kind of failure; a time-out before anything was sent counts as one of connecting.
    var kind: TransportFailure.Kind {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: .connect
        case CURLE_OPERATION_TIMEDOUT: wasSent ? .timeout : .connect
        case CURLE_SSL_CONNECT_ERROR: wasCutOff ? .connect : .tls
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED:
            .tls
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2,
            CURLE_HTTP2_STREAM:
            .reset
        default: .other
        }
    }

    /// libcurl has one code for a handshake that was refused and one whose connection broke; only the words differ.
    private var wasCutOff: Bool {
        let words: [StaticString] = ["SSL_ERROR_SYSCALL", "Connection reset", "unexpected eof", "Broken pipe"]
        let message = Array(message.utf8)
        return words.contains { message.index(of: $0) != nil }
    }
}

extension Duration {
    /// Rounded up, so that a short wait is never none.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < 1 << 40 else { return 0 }
        return Int(max(0, seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
