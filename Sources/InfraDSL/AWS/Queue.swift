public import CloudFormation

/// A queue with a dead-letter queue behind it, and an alarm when anything lands there.
public struct Queue: AWSResource, Adjustable, Alarming {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    /// How often a message is handed out before it is a dead letter.
    public let maxReceives: Int
    /// Seconds a message stays hidden while someone works on it: six times what its function may take (Lambda with SQS).
    public let visibilityTimeout: Int
    public var adjustments = Adjustments()
    let key: Key?
    private let environment: Environment
    private let alarming: Topic

    /// Two weeks, the longest SQS keeps a message; in seconds.
    static let retention: Scalar<Int> = 1_209_600

    public init(
        _ id: LogicalID,
        in environment: Environment,
        encryptedBy key: Key? = nil,
        forWorkOf timeout: Int,
        maxReceives: Int = 5,
        alarming: Topic,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.environment = environment
        self.key = key
        visibilityTimeout = 6 * timeout
        self.maxReceives = maxReceives
        self.alarming = alarming
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var arn: ARN<SQS.Queue> { ARN(Text(.attribute(of: id, "Arn"))) }

    public var url: ID<SQS.Queue> { ID(Text(.attribute(of: id, Reference.refAttribute))) }

    var policyID: LogicalID { logicalID.child("Policy") }

    private var deadLettersID: LogicalID { logicalID.child("DeadLetters") }

    /// The physical names, given by CloudFormation, which metrics are found by.
    var name: Name<SQS.Queue> { Name(Text(.attribute(of: id, "QueueName"))) }

    var deadLettersName: Name<SQS.Queue> { Name(Text(.attribute(of: deadLettersID.name, "QueueName"))) }

    private var deadLettersARN: ARN<SQS.Queue> { ARN(Text(.attribute(of: deadLettersID.name, "Arn"))) }

    public var entries: [TemplateEntry] {
        let deadLetters = SQS.Queue(
            deadLettersID,
            kmsMasterKeyId: key?.arn,
            messageRetentionPeriod: Self.retention,
            sqsManagedSseEnabled: key == nil ? true : nil,
            file: declared.file,
            line: declared.line
        )
        let queue = SQS.Queue(
            logicalID,
            kmsMasterKeyId: key?.arn,
            messageRetentionPeriod: Self.retention,
            redrivePolicy: .init(deadLetterTargetArn: deadLettersARN, maxReceiveCount: Scalar(maxReceives)),
            sqsManagedSseEnabled: key == nil ? true : nil,
            visibilityTimeout: Scalar(visibilityTimeout),
            file: declared.file,
            line: declared.line
        )
        return adjusted(
            [
                deadLetters.with(.onRemoval(.delete)).entry,
                queue.with(.onRemoval(.delete)).entry,
            ] + alarm.entries)
    }

    /// The one policy of the queue: what the caller adds, and TLS only.
    func policy(allowing statement: PolicyStatement, declared: SourceLocation) -> TemplateEntry {
        let policy = SQS.QueuePolicy(
            policyID,
            policyDocument: PolicyDocument([statement], tlsOnly: "sqs:*", on: [.init(arn)], in: environment).value,
            queues: [url],
            file: declared.file,
            line: declared.line
        )
        return policy.with(policy.options.speakingPlainHTTP("SL-TLS-002", in: environment)).entry
    }

    private var alarm: Alarm {
        Alarm(logicalID.child("DeadLettersAlarm"), .deadLetters(of: self), alarming: alarming, declared: declared)
    }

    public var alarmARNs: [AnyARN] { alarm.alarmARNs }
}
