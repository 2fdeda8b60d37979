import CloudAPI
import InfraDSL

/// The bucket of built archives, one for an account and region; made by the deployer, since the template needs it filled.
struct AssetBucket {
    let name: String
    private let s3: S3Client
    private let environment: Environment

    init(_ session: Session) { self.init(session.environment, session.aws) }

    init(_ environment: Environment, _ aws: AWSConfiguration) {
        name = "snowline-assets-\(environment.account)-\(environment.region)"
        // A bucket of that name in another account is somebody's trap.
        s3 = S3Client(aws, expectedBucketOwner: environment.account)
        self.environment = environment
    }

    var exists: Bool { get throws { try s3.bucketExists(name) } }

    func holds(_ key: String) throws -> Bool {
        try s3.head(bucket: name, key: key) != nil
    }

    /// Makes the bucket where it is missing and sets what it lacks of being private, encrypted, versioned, TLS only and
    /// self-cleaning: a run may have been killed between the two, and people change things by hand.
    func prepare() throws {
        if try !s3.bucketExists(name) { try s3.createBucket(name) }
        for lack in try lacks() {
            switch lack {
            case .privacy: try s3.putPublicAccessBlock(name)
            case .encryption: try s3.putBucketEncryption(name)
            case .versioning: try s3.putBucketVersioning(name)
            case .lifecycle: try s3.putBucketLifecycle(name, Self.rules)
            case .transport: try s3.putBucketPolicy(name, document: tlsOnly)
            }
        }
    }

    /// A protection that every asset bucket has.
    enum Protection: String, CaseIterable, Sendable {
        case privacy = "public access is blocked"
        case encryption = "objects are encrypted"
        case versioning = "versions are kept"
        case lifecycle = "old versions and journals go by themselves"
        case transport = "plain HTTP is denied"
    }

    /// The protections it has not.
    func lacks() throws -> [Protection] {
        let found = try s3.protection(of: name)
        return Protection.allCases.filter { protection in
            switch protection {
            case .privacy: !found.blocksPublicAccess
            case .encryption: found.encryption == nil
            case .versioning: !found.isVersioned
            case .lifecycle: !Set(Self.rules.map(\.id)).isSubset(of: found.lifecycleRules)
            // The embedded AWS speaks plain HTTP on loopback.
            case .transport: environment.hosting == .clouds && found.policy?.contains("DenyInsecureTransport") != true
            }
        }
    }

    private static let rules = [
        LifecycleRule(id: "OldVersions", noncurrentExpirationDays: 30, abortMultipartDays: 1),
        LifecycleRule(id: "Journals", prefix: "journal/", expirationDays: 90),
    ]

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
        guard !archive.provenance.isEmpty else { return }
        try s3.put(
            bucket: name, key: archive.key + Provenance.suffix, body: archive.provenance,
            contentType: "application/vnd.in-toto+json")
    }
}
