/// AWS Signature Version 4 in the `Authorization` field.
///
/// Every field that the request holds is signed, but those that a proxy may change. The path is encoded once more than
/// it is sent, and its dot segments are resolved, for all services but S3.
package struct SignatureV4: Sendable {
    package var service: String
    package var region: String

    package enum Payload: Sendable {
        case signed
        /// S3 only, and over TLS only: the body is not hashed.
        case unsigned
    }

    package init(service: String, region: String) {
        self.service = service
        self.region = region
    }

    private var isS3: Bool { service == "s3" }

    /// Adds the date, the session token, for S3 the hash of the body, and the signature; replaces earlier ones.
    package func sign(
        _ request: inout HTTPRequest,
        with credentials: AWSCredentials,
        at moment: Timestamp,
        payload: Payload = .signed
    ) {
        request.headers.removeAll { $0.name.matchesHeaderName("Authorization") }
        request.setHeader("X-Amz-Date", moment.iso8601Basic)
        if let token = credentials.sessionToken { request.setHeader("X-Amz-Security-Token", token) }
        let hash =
            switch payload {
            case .signed: SHA256.hex(request.body)
            case .unsigned: "UNSIGNED-PAYLOAD"
            }
        if isS3 { request.setHeader("x-amz-content-sha256", hash) }
        let (canonical, names) = canonicalRequest(request, payloadHash: hash)
        let signature = Hex.encode(
            HMACSHA256.code(
                for: stringToSign(canonical, at: moment).utf8,
                key: signingKey(credentials.secretAccessKey, at: moment)
            )
        )
        let scope = "\(credentials.accessKeyID)/\(self.scope(moment))"
        request.setHeader(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=\(names), Signature=\(signature)"
        )
    }

    private func scope(_ moment: Timestamp) -> String {
        "\(moment.dateStamp)/\(region)/\(service)/aws4_request"
    }

    func stringToSign(_ canonicalRequest: String, at moment: Timestamp) -> String {
        """
        AWS4-HMAC-SHA256
        \(moment.iso8601Basic)
        \(scope(moment))
        \(SHA256.hex(canonicalRequest.utf8))
        """
    }

    private func signingKey(_ secret: String, at moment: Timestamp) -> [UInt8] {
        [moment.dateStamp, region, service, "aws4_request"].reduce(Array("AWS4\(secret)".utf8)) { key, part in
            HMACSHA256.code(for: part.utf8, key: key)
        }
    }

    /// The canonical request and the names of the signed fields.
    func canonicalRequest(_ request: HTTPRequest, payloadHash: String) -> (text: String, signedHeaders: String) {
        let url = HTTPURL(request.url)
        var fields: [String: [String]] = ["host": [url?.hostField ?? ""]]
        for header in request.headers {
            let name = header.name.lowercasedASCII
            if Self.unsignedFields.contains(name) { continue }
            if name == "host" {
                fields[name] = [header.value]
            } else {
                fields[name, default: []].append(Self.squeezed(header.value))
            }
        }
        let names = fields.keys.sorted()
        let headers = names.map { "\($0):\((fields[$0] ?? []).joined(separator: ","))\n" }.joined()
        let signedHeaders = names.joined(separator: ";")
        let text = """
            \(request.method)
            \(canonicalPath(url?.path ?? "/"))
            \(canonicalQuery(url?.query ?? ""))
            \(headers)
            \(signedHeaders)
            \(payloadHash)
            """
        return (text, signedHeaders)
    }

    private static let unsignedFields: Set<String> = [
        "authorization", "user-agent", "accept-encoding", "connection", "expect", "x-amzn-trace-id",
    ]

    private func canonicalPath(_ path: String) -> String {
        if isS3 { return path }
        var parts: [Substring] = []
        for part in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        let endsInSlash = path.utf8.last == UInt8(ascii: "/") && !parts.isEmpty
        let resolved = "/" + parts.joined(separator: "/") + (endsInSlash ? "/" : "")
        return PercentEncoding.encode(resolved, keepingSlashes: true)
    }

    private func canonicalQuery(_ query: String) -> String {
        query.utf8.split(separator: UInt8(ascii: "&")).map { pair -> (String, String) in
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            return (String(Substring(name)), String(Substring(pair[name.endIndex...].dropFirst())))
        }
        .sorted { $0 < $1 }
        .map { "\($0.0)=\($0.1)" }
        .joined(separator: "&")
    }

    /// Without white space at the ends, and with single blanks inside.
    private static func squeezed(_ value: String) -> String {
        value.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map { String(Substring($0)) }
            .joined(separator: " ")
    }
}
