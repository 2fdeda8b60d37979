/// An object, or one version of it.
package struct ObjectReference: Sendable, Hashable {
    package var bucket: String
    package var key: String
    package var versionID: String?

    package init(bucket: String, key: String, versionID: String? = nil) {
        self.bucket = bucket
        self.key = key
        self.versionID = versionID
    }
}

/// What HEAD and GET tell of an object.
package struct ObjectHead: Sendable, Hashable {
    /// With its quotes, as conditions want it.
    package var eTag: String
    /// Bytes.
    package var size: Int
    package var versionID: String?
    package var contentType: String?
    package var contentEncoding: String?
    package var lastModified: Timestamp?
    /// When S3 answered, by its own clock.
    package var answered: Timestamp?
    /// The user's own, names without `x-amz-meta-` and in small letters.
    package var metadata: [String: String]
    /// `Content-Type`, `Cache-Control` and the like, as the object was given them.
    package var contentHeaders: [HTTPHeader]
    /// The key of KMS that it is encrypted with, as a request asks for the same; nothing for keys of S3.
    package var encryption: [HTTPHeader]

    init(_ response: HTTPResponse) {
        eTag = response.header("ETag") ?? ""
        let total = response.header("Content-Range")?.utf8.split(separator: UInt8(ascii: "/")).last
        size = (total.map { String(Substring($0)) } ?? response.header("Content-Length")).flatMap(Int.init) ?? 0
        versionID = response.header("x-amz-version-id")
        contentType = response.header("Content-Type")
        contentEncoding = response.header("Content-Encoding")
        lastModified = response.header("Last-Modified").flatMap(Timestamp.init(rfc1123:))
        answered = response.header("Date").flatMap(Timestamp.init(rfc1123:))
        contentHeaders = response.headers.filter {
            Self.contentFields.contains($0.name.lowercasedASCII) && !$0.value.isEmpty
        }
        let isByKMS = response.header("x-amz-server-side-encryption")?.utf8.starts(with: "aws:kms".utf8) == true
        encryption =
            isByKMS
            ? response.headers.filter { $0.name.lowercasedASCII.utf8.starts(with: "x-amz-server-side-encryption".utf8) }
            : []
        metadata = [:]
        for header in response.headers {
            let name = header.name.lowercasedASCII
            guard name.utf8.starts(with: "x-amz-meta-".utf8) else { continue }
            metadata[String(Substring(name.utf8.dropFirst("x-amz-meta-".utf8.count)))] = header.value
        }
    }

    private static let contentFields: Set<String> = [
        "content-type", "content-encoding", "content-disposition", "content-language", "cache-control", "expires",
    ]
}

/// What a write left behind.
package struct ObjectVersion: Sendable, Hashable {
    /// With its quotes.
    package var eTag: String
    /// Nil if the bucket keeps no versions.
    package var versionID: String?
}

extension S3Client {
    /// Nil when there is no such object (or version, or bucket).
    package func head(bucket: String, key: String, versionID: String? = nil) throws -> ObjectHead? {
        var call = Call(operation: "HeadObject", method: "HEAD", bucket: bucket, key: key)
        if let versionID { call.query.append(("versionId", versionID)) }
        do {
            return ObjectHead(try send(call))
        } catch let error as CloudError where error.status == 404 {
            return nil
        }
    }

    /// Streams an object to `sink`. If `ifMatch` or `versionID` says which content is meant, a transfer that breaks is
    /// taken up where it broke; otherwise what has been handed over cannot be repeated, and the error is thrown.
    ///
    /// - Parameter ifMatch: the eTag the object must have (412 `PreconditionFailed` otherwise).
    @discardableResult
    package func get(
        bucket: String,
        key: String,
        versionID: String? = nil,
        ifMatch: String? = nil,
        timeout: Duration = .seconds(300),
        receiving sink: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> ObjectHead {
        var call = Call(operation: "GetObject", method: "GET", bucket: bucket, key: key, timeout: timeout)
        if let versionID { call.query.append(("versionId", versionID)) }
        call.add("If-Match", ifMatch)
        let transport = client.configuration.transport
        let isPinned = ifMatch != nil || versionID != nil
        var received = 0
        do {
            let response = try withoutActuallyEscaping(sink) { sink in
                try send(call) { signed in
                    var request = signed
                    let start = received
                    // Not signed, which S3 allows: the signature was made before it was known.
                    if start > 0 { request.setHeader("Range", "bytes=\(start)-") }
                    do {
                        let response = try transport.send(request) { chunk in
                            received += chunk.count
                            try sink(chunk)
                        }
                        if start > 0, response.status == 200 { throw Unrepeatable(cause: .ignoredRange) }
                        return response
                    } catch let failure as TransportFailure where received > 0 && !isPinned {
                        throw Unrepeatable(cause: failure)
                    }
                }
            }
            return ObjectHead(response)
        } catch let interruption as Unrepeatable {
            throw CloudError(service: client.endpoint.title, operation: call.operation, failure: interruption.cause)
        }
    }

    /// A part of the object is with the caller already.
    private struct Unrepeatable: Error {
        var cause: TransportFailure
    }

    /// A whole object in memory; nil when there is none.
    package func object(bucket: String, key: String, versionID: String? = nil) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        do {
            try get(bucket: bucket, key: key, versionID: versionID) { bytes.append(contentsOf: $0) }
            return bytes
        } catch let error as CloudError where error.status == 404 {
            return nil
        }
    }
}

extension TransportFailure {
    fileprivate static let ignoredRange = TransportFailure(
        .other, "the rest of an object was asked for, and all of it came")
}
