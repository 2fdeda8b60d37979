public import CloudFormation

/// A private, encrypted, versioned bucket that speaks TLS only and survives its stack.
///
/// Its name is known when declaring, so that whoever is named beside it (a queue's policy, a storage integration) needs no
/// edge to it; the price is that replacing it needs another name.
public struct Bucket: AWSResource, Adjustable {
    public let logicalID: LogicalID
    public let name: Name<S3.Bucket>
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let environment: Environment
    private let key: Key?
    private var notifications: [Notification] = []
    private var announcements: [(topic: ArrivalTopic, path: BucketPath)] = []

    private struct Notification: Sendable {
        let queue: Queue
        let path: BucketPath
    }

    public init(
        _ id: LogicalID,
        name: Text,
        in environment: Environment,
        encryptedBy key: Key? = nil,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.name = Name(Text(name, naming: id.name))
        self.environment = environment
        self.key = key
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    /// Known from the name, hence no one waits for the bucket.
    public var arn: ARN<S3.Bucket> { ARN("arn:\(Pseudo.partition):s3:::\(name)") }

    /// All objects whose key starts with a prefix such as `inbox/`.
    public func path(_ prefix: String) -> BucketPath {
        BucketPath(bucket: name, prefix: prefix, environment: environment, key: key)
    }

    /// Tells a queue of every object that arrives below a path.
    public mutating func notify(_ queue: Queue, onNewIn path: BucketPath) {
        notifications.append(Notification(queue: queue, path: path))
    }

    /// Tells a topic of every object that arrives below a path; S3 allows one listener for a path.
    public mutating func announce(_ path: BucketPath, on topic: ArrivalTopic) {
        announcements.append((topic, path))
    }

    public var entries: [TemplateEntry] {
        var bucket = S3.Bucket(
            logicalID,
            bucketEncryption: .init(serverSideEncryptionConfiguration: [encryption]),
            bucketName: name.text,
            lifecycleConfiguration: .init(rules: [
                .init(
                    status: .enabled,
                    abortIncompleteMultipartUpload: .init(daysAfterInitiation: 1),
                    id: "AbandonedUploads"
                ),
                .init(
                    status: .enabled,
                    id: "OldVersions",
                    noncurrentVersionExpiration: .init(noncurrentDays: 90)
                ),
            ]),
            notificationConfiguration: notifications.isEmpty && announcements.isEmpty
                ? nil
                : .init(
                    queueConfigurations: notifications.isEmpty ? nil : notifications.map(Self.configuration),
                    topicConfigurations: announcements.isEmpty ? nil : announcements.map(Self.announcement)),
            ownershipControls: .init(rules: [.init(objectOwnership: .bucketOwnerEnforced)]),
            publicAccessBlockConfiguration: .init(
                blockPublicAcls: true,
                blockPublicPolicy: true,
                ignorePublicAcls: true,
                restrictPublicBuckets: true
            ),
            versioningConfiguration: .init(status: .enabled),
            file: declared.file,
            line: declared.line
        )
        bucket.options = .onRemoval(.retain)
        // S3 tries the queue when the notification is set, so its policy must stand by then.
        bucket.options.dependsOn = notifications.map { $0.queue.policyID } + announcements.map { $0.topic.policyID }
        bucket.options = bucket.options.speakingPlainHTTP("SL-TLS-001", in: environment)
        let document = PolicyDocument([], tlsOnly: "s3:*", on: [.init(arn), "\(arn)/*"], in: environment)
        let policy = S3.BucketPolicy(
            logicalID.child("Policy"),
            bucket: bucket.ref,
            policyDocument: document.value,
            file: declared.file,
            line: declared.line
        )
        let policies = document.statements.isEmpty ? [] : [policy.entry]
        let topics = announcements.map { $0.topic.policy(for: arn, declared: declared) }
        return adjusted(notifications.map(queuePolicy) + topics + [bucket.entry] + policies)
    }

    /// One data key for many objects where a key of ours is used: a call of KMS for each would cost more than it protects.
    private var encryption: S3.Bucket.ServerSideEncryptionRule {
        guard let key else { return .init(serverSideEncryptionByDefault: .init(sseAlgorithm: .aes256)) }
        return .init(
            bucketKeyEnabled: true,
            serverSideEncryptionByDefault: .init(sseAlgorithm: .awsKms, kmsMasterKeyID: key.arn)
        )
    }

    private static func configuration(
        _ notification: Notification
    ) -> S3.Bucket.QueueConfiguration {
        .init(
            event: "s3:ObjectCreated:*",
            queue: notification.queue.arn,
            filter: .init(s3Key: .init(rules: [.init(name: "prefix", value: Text(notification.path.prefix))]))
        )
    }

    private static func announcement(
        _ announcement: (topic: ArrivalTopic, path: BucketPath)
    ) -> S3.Bucket.TopicConfiguration {
        .init(
            event: "s3:ObjectCreated:*",
            topic: announcement.topic.arn,
            filter: .init(s3Key: .init(rules: [.init(name: "prefix", value: Text(announcement.path.prefix))]))
        )
    }

    private func queuePolicy(_ notification: Notification) -> TemplateEntry {
        notification.queue.policy(
            allowing: PolicyStatement(
                sid: "Notify",
                principal: .service("s3.amazonaws.com"),
                actions: ["sqs:SendMessage"],
                resources: [.init(notification.queue.arn)],
                conditions: [.ownAccount, .source(arn)]
            ),
            declared: declared
        )
    }
}

/// The objects of a bucket below a prefix.
public struct BucketPath: Sendable {
    let bucket: Name<S3.Bucket>
    /// Ends in a slash.
    public let prefix: String
    private let environment: Environment
    let key: Key?

    init(bucket: Name<S3.Bucket>, prefix: String, environment: Environment, key: Key? = nil) {
        self.bucket = bucket
        self.prefix = prefix
        self.environment = environment
        self.key = key
    }

    /// The place as Snowflake writes it.
    public var url: Text {
        switch environment.partition {
        case "aws-cn": "s3china://\(bucket)/\(prefix)"
        case "aws-us-gov": "s3gov://\(bucket)/\(prefix)"
        default: "s3://\(bucket)/\(prefix)"
        }
    }

    /// The prefix, for settings of programs.
    public var text: Text { Text(prefix) }

    var bucketARN: ARN<S3.Bucket> { ARN("arn:\(Pseudo.partition):s3:::\(bucket)") }

    var objectsARN: ARNPattern { "\(bucketARN)/\(prefix)*" }

    /// The prefix as part of a statement id.
    var word: String {
        let letters = prefix.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return letters.prefix(1).uppercased() + letters.dropFirst()
    }
}
