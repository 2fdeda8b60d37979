import CloudFormation

/// What a role or function may do, said by naming the resource; each becomes the fewest actions on the narrowest ARNs.
public struct Permission: Sendable {
    let statements: [PolicyStatement]
    var keys: [KeyUse] = []
    /// Of statements written by hand.
    var reasons: [Reason] = []

    /// Reads and lists objects below a path, old versions included.
    public static func read(_ path: BucketPath) -> Permission {
        Permission(
            statements: [
                PolicyStatement(
                    sid: "Read\(path.word)",
                    actions: ["s3:GetObject", "s3:GetObjectVersion"],
                    resources: [path.objectsARN]
                ),
                list(path),
                PolicyStatement(
                    sid: "Locate\(path.word)",
                    actions: ["s3:GetBucketLocation"],
                    resources: [.init(path.bucketARN)]
                ),
            ], keys: KeyUse.reading(path.key))
    }

    /// Reads, and removes what was dealt with.
    public static func take(_ path: BucketPath) -> Permission {
        Permission(
            statements: [
                PolicyStatement(
                    sid: "Take\(path.word)",
                    actions: [
                        "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:GetObjectVersionTagging",
                        "s3:DeleteObject",
                    ],
                    resources: [path.objectsARN]
                ),
                list(path),
            ], keys: KeyUse.reading(path.key))
    }

    /// Adds objects below a path, and sees what is there already.
    public static func keep(_ path: BucketPath) -> Permission {
        Permission(
            statements: [
                PolicyStatement(
                    sid: "Keep\(path.word)",
                    actions: ["s3:PutObject", "s3:PutObjectTagging", "s3:GetObject", "s3:AbortMultipartUpload"],
                    resources: [path.objectsARN]
                ),
                list(path),
            ], keys: KeyUse.writing(path.key))
    }

    public static func publish(to topic: Topic) -> Permission {
        Permission(
            statements: [
                PolicyStatement(sid: "Publish\(topic.id)", actions: ["sns:Publish"], resources: [.init(topic.arn)])
            ], keys: KeyUse.writing(topic.key))
    }

    /// Reads the private half of a key pair.
    public static func sign(with key: KeyPair) -> Permission {
        Permission(
            statements: [
                PolicyStatement(
                    sid: "Sign\(key.id)",
                    actions: ["secretsmanager:GetSecretValue"],
                    resources: [key.secretARN]
                )
            ], keys: KeyUse.reading(key.key))
    }

    static func consume(_ queue: Queue) -> Permission {
        Permission(
            statements: [
                PolicyStatement(
                    sid: "Consume\(queue.id)",
                    actions: [
                        "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
                        "sqs:ChangeMessageVisibility",
                    ],
                    resources: [.init(queue.arn)]
                )
            ], keys: KeyUse.reading(queue.key))
    }

    /// Reads its own settings, which the key encrypts.
    static func readSettings(_ key: Key?) -> Permission { Permission(statements: [], keys: KeyUse.reading(key)) }

    /// Sees which logs there are (VPC user guide, "IAM role for publishing flow logs to CloudWatch Logs").
    static func findLogs(_ group: ARN<Logs.LogGroup>) -> Permission {
        Permission(statements: [
            PolicyStatement(sid: "FindLogGroups", actions: ["logs:DescribeLogGroups"], resources: ["*"]),
            PolicyStatement(sid: "FindLogStreams", actions: ["logs:DescribeLogStreams"], resources: [.init(group)]),
        ])
    }

    /// Has an address in a network (Lambda developer guide, "Giving Lambda functions access to resources in an Amazon VPC").
    static func attach(to network: Network) -> Permission {
        Permission(statements: [
            PolicyStatement(
                sid: "FindInterfaces", actions: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
                resources: ["*"]),
            PolicyStatement(
                sid: "Attach",
                actions: [
                    "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
                    "ec2:UnassignPrivateIpAddresses",
                ],
                resources: ["*"],
                conditions: [.init("StringEquals", "aws:RequestedRegion", "\(Pseudo.region)")]
            ),
        ])
    }

    static func log(to group: ARN<Logs.LogGroup>) -> Permission {
        Permission(statements: [
            PolicyStatement(
                sid: "Log",
                actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
                resources: [.init(group)]
            )
        ])
    }

    /// Without it S3 answers 403 where an object is absent, and the caller can not tell the two apart.
    private static func list(_ path: BucketPath) -> PolicyStatement {
        PolicyStatement(
            sid: "List\(path.word)",
            actions: ["s3:ListBucket"],
            resources: [.init(path.bucketARN)],
            conditions: [.init("StringLike", "s3:prefix", "\(path.prefix)*")]
        )
    }
}
