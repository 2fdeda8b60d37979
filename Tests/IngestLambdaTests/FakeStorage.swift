import CloudAPI

/// S3 as far as the function uses it: conditions, versions without a past, uploads in parts, tags.
extension FakeClouds.State {
    mutating func put(_ key: String, _ bytes: [UInt8]) {
        objects[key] = FakeClouds.Object(
            bytes: bytes, eTag: "\"\(String(SHA256.hex(bytes).prefix(32)))\"", versionID: "v\(nextVersion)")
        nextVersion += 1
    }

    mutating func storage(_ call: FakeCall) -> HTTPResponse {
        if call.isAboutUpload { return upload(call) }
        if let source = call.copySource { return copy(source, call) }
        let object = objects[call.key]
        switch call.request.method {
        case "HEAD", "GET":
            guard let object else { return HTTPResponse(status: 404) }
            if call.query.hasPrefix("tagging") { return tagging(object) }
            if let wanted = call.request.header("If-Match"), wanted != object.eTag { return HTTPResponse(status: 412) }
            let body = call.request.method == "GET" ? object.bytes : []
            return HTTPResponse(status: 200, headers: headers(object), body: body)
        case "PUT":
            guard holds(call, for: object) else { return HTTPResponse(status: 412) }
            put(call.key, call.request.body)
            return HTTPResponse(status: 200, headers: headers(objects[call.key]))
        case "DELETE":
            if call.request.header("If-Match") != nil, object == nil { return HTTPResponse(status: 404) }
            guard holds(call, for: object) else { return HTTPResponse(status: 412) }
            objects[call.key] = nil
            return HTTPResponse(status: 204)
        default: return HTTPResponse(status: 400)
        }
    }

    private func holds(_ call: FakeCall, for object: FakeClouds.Object?) -> Bool {
        if call.request.header("If-None-Match") == "*", object != nil { return false }
        if let wanted = call.request.header("If-Match"), wanted != object?.eTag { return false }
        return true
    }

    private func tagging(_ object: FakeClouds.Object) -> HTTPResponse {
        let tags = object.tags.map { "<Tag><Key>\($0.key)</Key><Value>\($0.value)</Value></Tag>" }.joined()
        return HTTPResponse(status: 200, body: Array("<Tagging><TagSet>\(tags)</TagSet></Tagging>".utf8))
    }

    private func headers(_ object: FakeClouds.Object?) -> [HTTPHeader] {
        guard let object else { return [] }
        return [
            HTTPHeader("ETag", object.eTag),
            HTTPHeader("Content-Length", String(object.claimedSize ?? object.bytes.count)),
        ]
            + (object.versionID.map { [HTTPHeader("x-amz-version-id", $0)] } ?? []) + object.headers
            + object.metadata.map { HTTPHeader("x-amz-meta-\($0.key)", $0.value) }
    }

    /// The source of a copy, or the answer when there is none that fits.
    private func source(_ path: String, _ call: FakeCall) -> Result<FakeClouds.Object, FakeClouds.Refusal> {
        guard let key = PercentEncoding.decode(path.prefix { $0 != "?" }.dropFirst("/lake/".count)),
            let object = objects[key]
        else { return .failure(.init(status: 404)) }
        if let wanted = call.request.header("x-amz-copy-source-if-match"), wanted != object.eTag {
            return .failure(.init(status: 412))
        }
        return .success(object)
    }

    private mutating func copy(_ path: String, _ call: FakeCall) -> HTTPResponse {
        guard case .success(var object) = source(path, call) else {
            guard case .failure(let refusal) = source(path, call) else { return HTTPResponse(status: 500) }
            return HTTPResponse(status: refusal.status)
        }
        guard holds(call, for: objects[call.key]) else { return HTTPResponse(status: 412) }
        if call.request.header("x-amz-metadata-directive") == "REPLACE" { object.take(call.request) }
        // As with a key of KMS: the copy has an eTag of its own.
        object.eTag = "\"copy-\(nextVersion)\""
        object.versionID = "v\(nextVersion)"
        nextVersion += 1
        objects[call.key] = object
        let body = "<CopyObjectResult><ETag>\(object.eTag)</ETag></CopyObjectResult>"
        return HTTPResponse(status: 200, body: Array(body.utf8))
    }

    // MARK: Uploads in parts

    private mutating func upload(_ call: FakeCall) -> HTTPResponse {
        if call.query.hasPrefix("uploads") {
            var object = FakeClouds.Object(bytes: [], eTag: "")
            object.take(call.request)
            let tags = call.request.header("x-amz-tagging")?.split(separator: "&") ?? []
            for pair in tags.map({ $0.split(separator: "=") }) where pair.count == 2 {
                object.tags[String(pair[0])] = String(pair[1])
            }
            uploads["u\(nextVersion)"] = object
            nextVersion += 1
            let body = "<X><UploadId>u\(nextVersion - 1)</UploadId></X>"
            return HTTPResponse(status: 200, body: Array(body.utf8))
        }
        let id = String(call.query.split(separator: "uploadId=").last ?? "")
        guard var object = uploads[id] else { return HTTPResponse(status: 404) }
        if let path = call.copySource {
            guard case .success(let whole) = source(path, call) else {
                guard case .failure(let refusal) = source(path, call) else { return HTTPResponse(status: 500) }
                return HTTPResponse(status: refusal.status)
            }
            let bounds = (call.request.header("x-amz-copy-source-range") ?? "").dropFirst("bytes=".count)
                .split(separator: "-").compactMap { Int($0) }
            // Parts come in order; a repeated one replaces itself.
            object.bytes = Array(object.bytes.prefix(bounds[0])) + whole.bytes[bounds[0]...bounds[1]]
            uploads[id] = object
            let body = "<CopyPartResult><ETag>\"p\"</ETag></CopyPartResult>"
            return HTTPResponse(status: 200, body: Array(body.utf8))
        }
        guard call.request.method == "POST" else {
            uploads[id] = nil
            return HTTPResponse(status: 204)
        }
        guard holds(call, for: objects[call.key]) else { return HTTPResponse(status: 412) }
        object.eTag = "\"parts-\(nextVersion)\""
        object.versionID = "v\(nextVersion)"
        nextVersion += 1
        objects[call.key] = object
        uploads[id] = nil
        let body = "<CompleteMultipartUploadResult><ETag>\(object.eTag)</ETag></CompleteMultipartUploadResult>"
        return HTTPResponse(status: 200, body: Array(body.utf8))
    }
}

extension FakeClouds {
    struct Refusal: Error { var status: Int }
}

extension FakeClouds.Object {
    /// Takes the fields and headers over that a request sets.
    fileprivate mutating func take(_ request: HTTPRequest) {
        metadata = [:]
        headers = []
        for header in request.headers {
            let name = header.name.lowercased()
            if name.hasPrefix("x-amz-meta-") {
                metadata[String(name.dropFirst("x-amz-meta-".count))] = header.value
            } else if ["content-type", "cache-control", "content-encoding"].contains(name) {
                headers.append(header)
            }
        }
    }
}
