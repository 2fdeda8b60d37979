extension S3Client {
    /// What one CopyObject takes, and one part of a multi-part upload, in bytes.
    package static let copyLimit = 5 << 30

    /// Copies an object of any size range by range. The target comes into being whole with the last request, or not at all: what
    /// fails is aborted, and what even that does not reach is left to the bucket's rule for incomplete uploads.
    ///
    /// - Parameters:
    ///   - head: the source, as it must be; what `order` does not set is taken from it, and its tags go with it.
    ///   - partSize: bytes of a range, 5 MiB to 5 GiB; made larger where the object has more than 10,000 of them.
    @discardableResult
    package func copyInParts(_ order: CopyOrder, of head: ObjectHead, partSize: Int = 512 << 20) throws -> ObjectVersion
    {
        var order = order
        // Unlike CopyObject, an upload takes nothing over by itself.
        if order.metadata == nil {
            order.metadata = head.metadata
            order.headers = head.contentHeaders
        }
        let upload = try begin(order)
        do {
            let parts = try copyParts(
                order, upload, size: head.size, partSize: Self.partSize(for: head.size, wanted: partSize))
            return try complete(order, upload, parts)
        } catch {
            abort(order.target, upload)
            throw error
        }
    }

    /// An upload has 10,000 parts at most.
    static func partSize(for size: Int, wanted: Int) -> Int { max(wanted, (size + 9_999) / 10_000) }

    private func begin(_ order: CopyOrder) throws -> String {
        let operation = "CreateMultipartUpload"
        var call = Call(
            operation: operation, method: "POST", bucket: order.target.bucket, key: order.target.key,
            query: [("uploads", "")])
        Self.addFields(order, to: &call)
        let tags = try tags(of: order.source)
        if !tags.isEmpty { call.add("x-amz-tagging", PercentEncoding.query(tags)) }
        let response = try send(call)
        guard let id = (try? XMLElement.parse(response.body))?.text("UploadId"), !id.isEmpty else {
            throw client.unreadable(operation, "no UploadId in the answer")
        }
        return id
    }

    /// The tags of an object, in S3's order.
    package func tags(of object: ObjectReference) throws -> [(name: String, value: String)] {
        let operation = "GetObjectTagging"
        var call = Call(
            operation: operation, method: "GET", bucket: object.bucket, key: object.key, query: [("tagging", "")])
        if let version = object.versionID { call.query.append(("versionId", version)) }
        let response = try send(call)
        guard let root = try? XMLElement.parse(response.body) else {
            throw client.unreadable(operation, "no XML in the answer")
        }
        return (root.first("TagSet")?.all("Tag") ?? []).map { ($0.text("Key") ?? "", $0.text("Value") ?? "") }
    }

    /// One after the other; the eTags, in order.
    private func copyParts(_ order: CopyOrder, _ upload: String, size: Int, partSize: Int) throws -> [String] {
        var eTags: [String] = []
        for start in stride(from: 0, to: size, by: partSize) {
            var call = Call(
                operation: "UploadPartCopy", method: "PUT", bucket: order.target.bucket, key: order.target.key,
                query: [("partNumber", String(eTags.count + 1)), ("uploadId", upload)], timeout: order.timeout)
            addSource(order, to: &call)
            call.add("x-amz-copy-source-range", "bytes=\(start)-\(min(start + partSize, size) - 1)")
            var eTag = ""
            _ = try send(
                call,
                check: { response throws(CloudError) in
                    eTag = try Self.result("CopyPartResult", response, call.operation).text("ETag") ?? ""
                })
            eTags.append(eTag)
        }
        return eTags
    }

    private func complete(_ order: CopyOrder, _ upload: String, _ eTags: [String]) throws -> ObjectVersion {
        var body = "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
        for (index, eTag) in eTags.enumerated() {
            body += "<Part><PartNumber>\(index + 1)</PartNumber><ETag>\(XMLElement.escaped(eTag))</ETag></Part>"
        }
        var call = Call(
            operation: "CompleteMultipartUpload", method: "POST", bucket: order.target.bucket, key: order.target.key,
            query: [("uploadId", upload)], body: Array((body + "</CompleteMultipartUpload>").utf8),
            timeout: order.timeout)
        call.add("Content-Type", "application/xml")
        call.add("If-None-Match", order.ifNoneMatch ? "*" : nil)
        var eTag: String?
        let response = try send(
            call,
            check: { response throws(CloudError) in
                eTag = try Self.result("CompleteMultipartUploadResult", response, call.operation).text("ETag")
            })
        return ObjectVersion(eTag: eTag ?? "", versionID: response.header("x-amz-version-id"))
    }

    private func abort(_ target: ObjectReference, _ upload: String) {
        _ = try? send(
            Call(
                operation: "AbortMultipartUpload", method: "DELETE", bucket: target.bucket, key: target.key,
                query: [("uploadId", upload)]))
    }
}
