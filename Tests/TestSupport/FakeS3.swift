import CloudAPI

/// Objects of S3 in memory, as far as conditions on writes go: `If-None-Match`, `If-Match`, eTags, dates, listings.
struct FakeS3 {
    struct Object {
        var body: [UInt8]
        var eTag: String
        var modified: Timestamp
    }

    private(set) var objects: [String: Object] = [:]
    private var buckets: Set<String> = []
    private var settings: [String: [UInt8]] = [:]
    private var count = 0

    /// The object at `/bucket/key`.
    func body(_ path: String) -> [UInt8]? { objects[path]?.body }

    mutating func answer(_ request: HTTPRequest, at now: Timestamp) -> HTTPResponse {
        guard let url = HTTPURL(request.url) else { return HTTPResponse(status: 400) }
        // Virtual host style: the bucket is the first label.
        let bucket = String(url.host.prefix { $0 != "." })
        let path = "/\(bucket)\(url.path)"
        let isBucket = url.path == "/"
        if isBucket {
            if let query = url.query, !query.contains("list-type") { return setting(request, bucket, query) }
            if url.query != nil { return list(bucket, url.query ?? "") }
            if request.method == "PUT" { buckets.insert(bucket) }
            return HTTPResponse(status: buckets.contains(bucket) ? 200 : 404)
        }
        switch request.method {
        case "PUT": return put(request, path, bucket, now)
        case "GET", "HEAD":
            guard let object = objects[path] else { return error(404, "NoSuchKey") }
            return HTTPResponse(
                status: 200,
                headers: [
                    HTTPHeader("ETag", object.eTag), HTTPHeader("Last-Modified", object.modified.rfc1123),
                    HTTPHeader("Content-Length", "\(object.body.count)"),
                ], body: request.method == "GET" ? object.body : [])
        case "DELETE":
            objects[path] = nil
            return HTTPResponse(status: 204)
        default: return error(405, "MethodNotAllowed")
        }
    }

    private mutating func put(_ request: HTTPRequest, _ path: String, _ bucket: String, _ now: Timestamp)
        -> HTTPResponse
    {
        guard buckets.contains(bucket) else { return error(404, "NoSuchBucket") }
        if request.header("If-None-Match") == "*", objects[path] != nil { return error(412, "PreconditionFailed") }
        if let wanted = request.header("If-Match") {
            guard let object = objects[path] else { return error(404, "NoSuchKey") }
            guard object.eTag == wanted else { return error(412, "PreconditionFailed") }
        }
        count += 1
        let eTag = "\"e\(count)\""
        objects[path] = Object(body: request.body, eTag: eTag, modified: now)
        return HTTPResponse(status: 200, headers: [HTTPHeader("ETag", eTag)])
    }

    private mutating func setting(_ request: HTTPRequest, _ bucket: String, _ query: String) -> HTTPResponse {
        guard buckets.contains(bucket) else { return error(404, "NoSuchBucket") }
        let name = "\(bucket)?\(query.prefix { $0 != "=" })"
        guard request.method == "GET" else {
            settings[name] = request.body
            return HTTPResponse(status: 200)
        }
        return settings[name].map { HTTPResponse(status: 200, body: $0) } ?? error(404, "NoSuchConfiguration")
    }

    private func list(_ bucket: String, _ query: String) -> HTTPResponse {
        let prefix = query.split(separator: "&").first { $0.hasPrefix("prefix=") }.map { $0.dropFirst(7) } ?? ""
        let wanted = "/\(bucket)/" + (PercentEncoding.decode(prefix) ?? "")
        let entries = objects.filter { $0.key.hasPrefix(wanted) }.sorted { $0.key < $1.key }.map {
            "<Contents><Key>\($0.key.dropFirst(bucket.count + 2))</Key><Size>\($0.value.body.count)</Size><ETag>x</ETag>"
                + "<LastModified>\($0.value.modified.iso8601)</LastModified></Contents>"
        }
        let body = "<ListBucketResult><IsTruncated>false</IsTruncated>\(entries.joined())</ListBucketResult>"
        return HTTPResponse(status: buckets.contains(bucket) ? 200 : 404, body: Array(body.utf8))
    }

    private func error(_ status: Int, _ code: String) -> HTTPResponse {
        HTTPResponse(status: status, body: Array("<Error><Code>\(code)</Code><Message>\(code)</Message></Error>".utf8))
    }
}
