extension S3Client {
    /// Writes an object of up to 5 GB at once; S3 checks the SHA-256 of what it receives.
    ///
    /// - Parameters:
    ///   - metadata: names and values in ASCII, together at most 2 KB.
    ///   - ifNoneMatch: refuse if there is such an object already (412 `PreconditionFailed`).
    ///   - ifMatch: refuse unless the object there has this eTag.
    @discardableResult
    package func put(
        bucket: String,
        key: String,
        body: [UInt8],
        contentType: String? = nil,
        metadata: [String: String] = [:],
        ifNoneMatch: Bool = false,
        ifMatch: String? = nil,
        timeout: Duration = .seconds(300)
    ) throws -> ObjectVersion {
        var call = Call(operation: "PutObject", method: "PUT", bucket: bucket, key: key, body: body, timeout: timeout)
        call.add("Content-Type", contentType)
        call.add("If-None-Match", ifNoneMatch ? "*" : nil)
        call.add("If-Match", ifMatch)
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) { call.add("x-amz-meta-\(name)", value) }
        let response = try send(call)
        return ObjectVersion(
            eTag: response.header("ETag") ?? "", versionID: response.header("x-amz-version-id"))
    }

    /// Copies an object of up to 5 GB inside S3. An error that comes after S3 has begun to answer 200 is thrown as well.
    ///
    /// - Parameters:
    ///   - ifMatch: the eTag the source must have (412 otherwise).
    ///   - metadata: replaces the source's, content type included; nil keeps both.
    @discardableResult
    package func copy(
        from source: ObjectReference,
        to target: ObjectReference,
        ifMatch: String? = nil,
        metadata: [String: String]? = nil,
        contentType: String? = nil,
        timeout: Duration = .seconds(300)
    ) throws -> ObjectVersion {
        var call = Call(
            operation: "CopyObject", method: "PUT", bucket: target.bucket, key: target.key, timeout: timeout)
        var from = "/\(source.bucket)/\(PercentEncoding.encode(source.key, keepingSlashes: true))"
        if let version = source.versionID { from += "?versionId=\(PercentEncoding.encode(version))" }
        call.add("x-amz-copy-source", from)
        call.add("x-amz-copy-source-if-match", ifMatch)
        call.add("x-amz-source-expected-bucket-owner", expectedBucketOwner)
        if let metadata {
            call.add("x-amz-metadata-directive", "REPLACE")
            call.add("Content-Type", contentType)
            for (name, value) in metadata.sorted(by: { $0.key < $1.key }) { call.add("x-amz-meta-\(name)", value) }
        }
        var eTag: String?
        let response = try send(
            call,
            check: { response throws(CloudError) in
                guard let root = try? XMLElement.parse(response.body), root.name == "CopyObjectResult" else {
                    throw Self.hiddenError(response, call.operation)
                }
                eTag = root.text("ETag")
            }
        )
        return ObjectVersion(eTag: eTag ?? "", versionID: response.header("x-amz-version-id"))
    }

    /// The error in the body of an answer whose status says success; worth repeating, as S3's documentation says.
    private static func hiddenError(_ response: HTTPResponse, _ operation: String) -> CloudError {
        var error = CloudError("S3", operation, response)
        if error.code == "HTTP\(response.status)" { error.code = "InternalError" }
        return error
    }

    /// Deletes an object, or one version for good; without a version, a versioned bucket only gets a delete marker.
    /// What is not there counts as deleted.
    package func delete(bucket: String, key: String, versionID: String? = nil) throws {
        var call = Call(operation: "DeleteObject", method: "DELETE", bucket: bucket, key: key)
        if let versionID { call.query.append(("versionId", versionID)) }
        do {
            _ = try send(call)
        } catch let error as CloudError where error.code == "NoSuchKey" || error.code == "NoSuchVersion" {
            return
        }
    }

    /// Deletes objects or versions, in requests of 1000.
    ///
    /// - Returns: what was refused, with S3's reason.
    package func deleteObjects(bucket: String, _ objects: [(key: String, versionID: String?)]) throws
        -> [(key: String, versionID: String?, code: String, message: String)]
    {
        var refused: [(key: String, versionID: String?, code: String, message: String)] = []
        for start in stride(from: 0, to: objects.count, by: 1000) {
            var body = "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Quiet>true</Quiet>"
            for object in objects[start..<min(start + 1000, objects.count)] {
                body += "<Object><Key>\(XMLElement.escaped(object.key))</Key>"
                if let version = object.versionID { body += "<VersionId>\(XMLElement.escaped(version))</VersionId>" }
                body += "</Object>"
            }
            let root = try sendXML("DeleteObjects", method: "POST", bucket, "delete", body + "</Delete>")
            refused += (root?.all("Error") ?? []).map {
                ($0.text("Key") ?? "", $0.text("VersionId"), $0.text("Code") ?? "", $0.text("Message") ?? "")
            }
        }
        return refused
    }
}
