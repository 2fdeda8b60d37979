public import CloudFormation

/// An encryption key of the account's own, turned every year, which outlives its stack as the data under it does.
///
/// Services that act unasked (an event from S3, an alarm, a log line) are let in by the key's policy and only on behalf of
/// this account; roles get what they need with the permission that needs it, so no one states the two apart.
public struct Key: AWSResource, Adjustable {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let purpose: String
    private let users: [Sender]

    /// A service that encrypts without a role of ours.
    public enum Sender: Hashable, Sendable, CaseIterable {
        /// S3, which writes events to an encrypted queue.
        case storageEvents
        /// CloudWatch, whose alarms speak through an encrypted topic.
        case alarms
        /// SNS, which hands messages to an encrypted queue.
        case topics
        /// CloudWatch Logs.
        case logs
        /// AWS Budgets, which speaks through an encrypted topic.
        case budgets
    }

    public init(
        _ id: LogicalID,
        purpose: String,
        usedBy users: [Sender] = [.storageEvents, .alarms, .logs],
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.purpose = purpose
        self.users = users
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var arn: ARN<KMS.Key> { ARN(Text(.attribute(of: id, "Arn"))) }

    public var entries: [TemplateEntry] {
        var key = KMS.Key(
            logicalID,
            description: Text(purpose),
            enableKeyRotation: true,
            keyPolicy: PolicyDocument([Self.administration] + users.map(Self.statement)).value,
            pendingWindowInDays: 30,
            file: declared.file,
            line: declared.line
        )
        key.options = .onRemoval(.retain)
        return adjusted([key.entry])
    }

    /// Leaves the key to the account's own policies; without it nobody could ever change the key again
    /// (KMS developer guide, "Default key policy").
    private static let administration = PolicyStatement(
        sid: "Administration",
        principal: .aws(AnyARN("arn:\(Pseudo.partition):iam::\(Pseudo.accountID):root")),
        actions: ["kms:*"],
        resources: ["*"]
    )

    private static func statement(for sender: Sender) -> PolicyStatement {
        PolicyStatement(
            sid: sender.word,
            principal: .service(sender.principal),
            actions: ["kms:Decrypt", "kms:GenerateDataKey*"]
                + (sender == .logs ? ["kms:Encrypt", "kms:DescribeKey"] : []),
            resources: ["*"],
            conditions: [sender.condition]
        )
    }
}

extension Key.Sender {
    var word: String {
        switch self {
        case .storageEvents: "StorageEvents"
        case .alarms: "Alarms"
        case .topics: "Topics"
        case .logs: "Logs"
        case .budgets: "Budgets"
        }
    }

    var principal: Text {
        switch self {
        case .storageEvents: "s3.amazonaws.com"
        case .alarms: "cloudwatch.amazonaws.com"
        case .topics: "sns.amazonaws.com"
        case .logs: "logs.\(Pseudo.region).\(Pseudo.urlSuffix)"
        case .budgets: "budgets.amazonaws.com"
        }
    }

    /// Logs names the group it encrypts for, the others the account they act for.
    var condition: PolicyStatement.Condition {
        switch self {
        case .logs:
            .init(
                "ArnLike", "kms:EncryptionContext:aws:logs:arn",
                "arn:\(Pseudo.partition):logs:\(Pseudo.region):\(Pseudo.accountID):log-group:*")
        default: .ownAccount
        }
    }
}

/// What a permission needs of the key that what it names is encrypted with.
struct KeyUse: Hashable, Sendable {
    let key: Key
    let writes: Bool

    static func reading(_ key: Key?) -> [KeyUse] { key.map { [KeyUse(key: $0, writes: false)] } ?? [] }
    static func writing(_ key: Key?) -> [KeyUse] { key.map { [KeyUse(key: $0, writes: true)] } ?? [] }

    static func == (left: KeyUse, right: KeyUse) -> Bool {
        left.key.id == right.key.id && left.writes == right.writes
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(key.id)
        hasher.combine(writes)
    }

    /// One statement a key, whatever number of permissions needs it.
    static func statements(_ uses: [KeyUse]) -> [PolicyStatement] {
        var keys: [Key] = []
        for use in uses where !keys.contains(where: { $0.id == use.key.id }) { keys.append(use.key) }
        return keys.map { key in
            let writes = uses.contains { $0.key.id == key.id && $0.writes }
            return PolicyStatement(
                sid: "Use\(key.id)",
                actions: ["kms:Decrypt"] + (writes ? ["kms:GenerateDataKey"] : []),
                resources: [.init(key.arn)]
            )
        }
    }
}
