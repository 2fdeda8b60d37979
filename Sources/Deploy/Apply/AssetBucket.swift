import CloudAPI
import InfraDSL

/// The bucket of built archives, one for an account and region; made by the deployer, since the template needs it filled.
struct AssetBucket {
    let name: String
    private let s3: S3Client
    private let environment: Environment

    init(_ session: Session) {
        name = "snowline-assets-\(session.environment.account)-\(session.environment.region)"
        s3 = S3Client(session.aws)
        environment = session.environment
    }

    func holds(_ key: String) throws -> Bool {
        guard try s3.bucketExists(name) else { return false }
        return try s3.head(bucket: name, key: key) != nil
    }

    /// Makes the bucket private, encrypted, versioned, TLS only and self-cleaning where it is missing.
    func prepare() throws {
        guard try !s3.bucketExists(name) else { return }
        try s3.createBucket(name)
        try s3.putPublicAccessBlock(name)
        try s3.putBucketEncryption(name)
        try s3.putBucketVersioning(name)
        try s3.putBucketLifecycle(
            name,
            [
                LifecycleRule(id: "OldVersions", noncurrentExpirationDays: 30, abortMultipartDays: 1)
            ])
        // The embedded AWS speaks plain HTTP on loopback.
        guard environment.hosting == .clouds else { return }
        let arn = "arn:\(environment.partition):s3:::\(name)"
        try s3.putBucketPolicy(
            name,
            document: .object([
                .init("Version", .string("2012-10-17")),
                .init(
                    "Statement",
                    .array([
                        .object([
                            .init("Sid", .string("DenyInsecureTransport")),
                            .init("Effect", .string("Deny")),
                            .init("Principal", .string("*")),
                            .init("Action", .string("s3:*")),
                            .init("Resource", .array([.string(arn), .string("\(arn)/*")])),
                            .init(
                                "Condition",
                                .object([
                                    .init("Bool", .object([.init("aws:SecureTransport", .string("false"))]))
                                ])),
                        ])
                    ])),
            ]))
    }

    /// Keeps a template that is too large for a request, and says where CloudFormation finds it.
    func upload(template: String) throws -> String {
        let bytes = Array(template.utf8)
        let key = "templates/\(Hex.encode(SHA256.digest(bytes))).yaml"
        try s3.put(bucket: name, key: key, body: bytes, contentType: "application/yaml")
        return s3.url(bucket: name, key: key)
    }

    func upload(_ archive: LambdaBuild.Archive) throws {
        try s3.put(bucket: name, key: archive.key, body: archive.bytes, contentType: "application/zip")
    }
}
