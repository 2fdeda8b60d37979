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

    /// Deletes an object, or one version for good; without a version, a versioned bucket only gets a delete marker.
    /// What is not there counts as deleted.
    ///
    /// - Parameter ifMatch: the eTag the object must have (412 `PreconditionFailed` otherwise).
    package func delete(bucket: String, key: String, versionID: String? = nil, ifMatch: String? = nil) throws {
        var call = Call(operation: "DeleteObject", method: "DELETE", bucket: bucket, key: key)
        if let versionID { call.query.append(("versionId", versionID)) }
        call.add("If-Match", ifMatch)
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
