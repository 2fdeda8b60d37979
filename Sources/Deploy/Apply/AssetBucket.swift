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
        try s3.head(bucket: name, key: key) != nil
    }

    /// Makes the bucket where it is missing, and always sets it private, encrypted, versioned, TLS only and self-cleaning: a
    /// run may have been killed between the two.
    func prepare() throws {
        if try !s3.bucketExists(name) { try s3.createBucket(name) }
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
        try s3.putBucketPolicy(name, document: tlsOnly)
    }

    private var tlsOnly: JSON {
        let arn = "arn:\(environment.partition):s3:::\(name)"
        return [
            "Version": "2012-10-17",
            "Statement": [
                [
                    "Sid": "DenyInsecureTransport",
                    "Effect": "Deny",
                    "Principal": "*",
                    "Action": "s3:*",
                    "Resource": [.string(arn), .string("\(arn)/*")],
                    "Condition": ["Bool": ["aws:SecureTransport": "false"]],
                ]
            ],
        ]
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
