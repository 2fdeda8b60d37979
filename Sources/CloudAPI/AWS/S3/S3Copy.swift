/// A copy inside S3, from one object to another, and what it depends on.
package struct CopyOrder: Sendable {
    package var source: ObjectReference
    package var target: ObjectReference
    /// The eTag the source must have (412 otherwise).
    package var ifMatch: String?
    /// Refuse if the target is there already (412). S3 has it for CopyObject since October 2025.
    package var ifNoneMatch = false
    /// The user's own fields of the target; nil keeps those of the source, and its other headers as well.
    package var metadata: [String: String]?
    /// What is set beside them when they are replaced: `Content-Type`, `Cache-Control` …
    package var headers: [HTTPHeader] = []
    /// How the target is encrypted; nothing leaves it to the bucket.
    package var encryption: [HTTPHeader] = []
    /// Of one request.
    package var timeout: Duration = .seconds(300)

    package init(from source: ObjectReference, to target: ObjectReference, ifMatch: String? = nil) {
        self.source = source
        self.target = target
        self.ifMatch = ifMatch
    }
}

extension S3Client {
    /// Copies an object of up to 5 GB; its tags go with it. An error that comes after S3 has begun to answer 200 is thrown as
    /// well.
    @discardableResult
    package func copy(_ order: CopyOrder) throws -> ObjectVersion {
        var call = Call(
            operation: "CopyObject", method: "PUT", bucket: order.target.bucket, key: order.target.key,
            timeout: order.timeout)
        addSource(order, to: &call)
        call.add("If-None-Match", order.ifNoneMatch ? "*" : nil)
        if order.metadata != nil { call.add("x-amz-metadata-directive", "REPLACE") }
        Self.addFields(order, to: &call)
        var eTag: String?
        let response = try send(
            call,
            check: { response throws(CloudError) in
                eTag = try Self.result("CopyObjectResult", response, call.operation).text("ETag")
            })
        return ObjectVersion(eTag: eTag ?? "", versionID: response.header("x-amz-version-id"))
    }

    func addSource(_ order: CopyOrder, to call: inout Call) {
        var from = "/\(order.source.bucket)/\(PercentEncoding.encode(order.source.key, keepingSlashes: true))"
        if let version = order.source.versionID { from += "?versionId=\(PercentEncoding.encode(version))" }
        call.add("x-amz-copy-source", from)
        call.add("x-amz-copy-source-if-match", order.ifMatch)
        call.add("x-amz-source-expected-bucket-owner", expectedBucketOwner)
    }

    static func addFields(_ order: CopyOrder, to call: inout Call) {
        call.headers += order.encryption
        guard let metadata = order.metadata else { return }
        call.headers += order.headers
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) { call.add("x-amz-meta-\(name)", value) }
    }

    /// The element in the body of an answer whose status says success: what was made, or the error that came after the status;
    /// that is worth repeating, as S3's documentation says.
    static func result(_ name: String, _ response: HTTPResponse, _ operation: String) throws(CloudError) -> XMLElement {
        guard let root = try? XMLElement.parse(response.body), root.name == name else {
            var error = CloudError("S3", operation, response)
            if error.code == "HTTP\(response.status)" { error.code = "InternalError" }
            throw error
        }
        return root
    }
}
