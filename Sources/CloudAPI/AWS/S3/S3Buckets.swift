extension S3Client {
    /// The bucket is there and ours to see. A bucket of somebody else throws `AccessDenied`.
    package func bucketExists(_ bucket: String) throws -> Bool {
        do {
            _ = try send(Call(operation: "HeadBucket", method: "HEAD", bucket: bucket))
            return true
        } catch let error as CloudError where error.status == 404 {
            return false
        }
    }

    /// Makes a bucket in the configuration's region; one that we own already is left as it is.
    package func createBucket(_ bucket: String) throws {
        let region = client.configuration.region
        // us-east-1 is the one region that must not be named.
        let body =
            region == "us-east-1"
            ? ""
            : "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>"
                + "\(region)</LocationConstraint></CreateBucketConfiguration>"
        var call = Call(operation: "CreateBucket", method: "PUT", bucket: bucket, body: Array(body.utf8))
        if !body.isEmpty { call.add("Content-Type", "application/xml") }
        do {
            _ = try send(call)
        } catch let error as CloudError where error.code == "BucketAlreadyOwnedByYou" {
            return
        }
    }

    /// Encryption at rest for new objects: with the key of S3, or with the named key of KMS and a bucket key.
    package func putBucketEncryption(_ bucket: String, kmsKeyID: String? = nil) throws {
        let key = kmsKeyID.map { "<KMSMasterKeyID>\(XMLElement.escaped($0))</KMSMasterKeyID>" } ?? ""
        try configure(
            "PutBucketEncryption", bucket, "encryption",
            """
            <ServerSideEncryptionConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule>\
            <ApplyServerSideEncryptionByDefault><SSEAlgorithm>\(kmsKeyID == nil ? "AES256" : "aws:kms")</SSEAlgorithm>\
            \(key)</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>\(kmsKeyID != nil)</BucketKeyEnabled>\
            </Rule></ServerSideEncryptionConfiguration>
            """
        )
    }

    package func putBucketVersioning(_ bucket: String, enabled: Bool = true) throws {
        try configure(
            "PutBucketVersioning", bucket, "versioning",
            """
            <VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>\
            \(enabled ? "Enabled" : "Suspended")</Status></VersioningConfiguration>
            """
        )
    }

    /// Blocks public access in all four ways.
    package func putPublicAccessBlock(_ bucket: String) throws {
        try configure(
            "PutPublicAccessBlock", bucket, "publicAccessBlock",
            """
            <PublicAccessBlockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\
            <BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>\
            <BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>\
            </PublicAccessBlockConfiguration>
            """
        )
    }

    package func putBucketPolicy(_ bucket: String, document: JSON) throws {
        var call = Call(
            operation: "PutBucketPolicy", method: "PUT", bucket: bucket, query: [("policy", "")], body: document.bytes)
        call.add("Content-Type", "application/json")
        _ = try send(call)
    }

    /// Rules of the lifecycle; they replace those there are.
    package func putBucketLifecycle(_ bucket: String, _ rules: [LifecycleRule]) throws {
        let body = rules.map(\.xml).joined()
        try configure(
            "PutBucketLifecycleConfiguration", bucket, "lifecycle",
            "<LifecycleConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\(body)</LifecycleConfiguration>"
        )
    }

    /// Deletes an empty bucket; one that is not there counts as deleted.
    package func deleteBucket(_ bucket: String) throws {
        do {
            _ = try send(Call(operation: "DeleteBucket", method: "DELETE", bucket: bucket))
        } catch let error as CloudError where error.code == "NoSuchBucket" {
            return
        }
    }

    private func configure(_ operation: String, _ bucket: String, _ subresource: String, _ body: String) throws {
        _ = try sendXML(operation, method: "PUT", bucket, subresource, body)
    }

    /// Sends a document about a bucket with the checksum that S3 demands there.
    func sendXML(_ operation: String, method: String, _ bucket: String, _ subresource: String, _ body: String) throws
        -> XMLElement?
    {
        let bytes = Array(body.utf8)
        var call = Call(
            operation: operation, method: method, bucket: bucket, query: [(subresource, "")], body: bytes)
        call.add("Content-Type", "application/xml")
        call.add("x-amz-sdk-checksum-algorithm", "SHA256")
        call.add("x-amz-checksum-sha256", Base64.encode(SHA256.digest(bytes)))
        let response = try send(call)
        return response.body.isEmpty ? nil : try? XMLElement.parse(response.body)
    }
}

/// One rule of a bucket's lifecycle; what is nil is not asked for.
package struct LifecycleRule: Sendable, Hashable {
    package var id: String
    package var prefix: String
    package var expirationDays: Int?
    package var noncurrentExpirationDays: Int?
    package var abortMultipartDays: Int?

    package init(
        id: String,
        prefix: String = "",
        expirationDays: Int? = nil,
        noncurrentExpirationDays: Int? = nil,
        abortMultipartDays: Int? = nil
    ) {
        self.id = id
        self.prefix = prefix
        self.expirationDays = expirationDays
        self.noncurrentExpirationDays = noncurrentExpirationDays
        self.abortMultipartDays = abortMultipartDays
    }

    fileprivate var xml: String {
        var text = "<Rule><ID>\(XMLElement.escaped(id))</ID>"
        text += "<Filter><Prefix>\(XMLElement.escaped(prefix))</Prefix></Filter><Status>Enabled</Status>"
        if let days = expirationDays { text += "<Expiration><Days>\(days)</Days></Expiration>" }
        if let days = noncurrentExpirationDays {
            text += "<NoncurrentVersionExpiration><NoncurrentDays>\(days)</NoncurrentDays>"
            text += "</NoncurrentVersionExpiration>"
        }
        if let days = abortMultipartDays {
            text += "<AbortIncompleteMultipartUpload><DaysAfterInitiation>\(days)</DaysAfterInitiation>"
            text += "</AbortIncompleteMultipartUpload>"
        }
        return text + "</Rule>"
    }
}
