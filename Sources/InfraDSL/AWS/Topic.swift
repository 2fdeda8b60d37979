public import CloudFormation

/// A topic that people and alarms are told through.
public struct Topic: AWSResource, Adjustable {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    let key: Key?
    private let environment: Environment
    private let email: String?
    private let keepsLog: Bool

    /// - Parameters:
    ///   - key: encrypts the messages; without one they are kept as sent.
    ///   - email: an address that must confirm its subscription before it hears anything.
    ///   - keepsLog: also keeps every message in a queue, for a laptop without a mailbox.
    public init(
        _ id: LogicalID,
        in environment: Environment,
        encryptedBy key: Key? = nil,
        emailing email: String? = nil,
        keepingLog keepsLog: Bool = false,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.environment = environment
        self.key = key
        self.email = email
        self.keepsLog = keepsLog
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var arn: ARN<SNS.Topic> { ARN(Text(.attribute(of: id, Reference.refAttribute))) }

    private var logID: LogicalID { logicalID.child("Log") }

    /// The address of the queue that keeps the messages; nil where none does.
    private var logQueueURL: ID<SQS.Queue>? {
        keepsLog ? ID(Text(.attribute(of: logID.name, Reference.refAttribute))) : nil
    }

    /// How the name of an output ends that gives such a queue.
    public static let logOutputSuffix = "LogQueueUrl"

    /// Where the messages can be read, for an environment that keeps them.
    public var logOutputs: [Output] {
        logQueueURL.map { [Output("\(id)\(Self.logOutputSuffix)", $0, "Queue that keeps every message of \(id)")] }
            ?? []
    }

    public var entries: [TemplateEntry] {
        let topic = SNS.Topic(logicalID, kmsMasterKeyId: key?.arn, file: declared.file, line: declared.line)
        let policy = SNS.TopicPolicy(
            logicalID.child("Policy"),
            policyDocument: PolicyDocument(
                [
                    PolicyStatement(
                        sid: "Alarms",
                        principal: .service("cloudwatch.amazonaws.com"),
                        actions: ["sns:Publish"],
                        resources: [.init(arn)],
                        conditions: [.ownAccount]
                    )
                ],
                tlsOnly: "sns:Publish", on: [.init(arn)], in: environment
            ).value,
            topics: [arn],
            file: declared.file,
            line: declared.line
        )
        return adjusted([topic.entry, policy.with(options).entry] + subscription + log)
    }

    private var options: ResourceOptions {
        ResourceOptions().speakingPlainHTTP("SL-TLS-002", in: environment)
    }

    private var subscription: [TemplateEntry] {
        guard let email else { return [] }
        let subscription = SNS.Subscription(
            logicalID.child("Email"),
            protocol: "email",
            topicArn: arn,
            endpoint: Text(email),
            file: declared.file,
            line: declared.line
        )
        return [subscription.entry]
    }

    private var log: [TemplateEntry] {
        guard let logQueueURL else { return [] }
        let queueARN = ARN<SQS.Queue>(Text(.attribute(of: logID.name, "Arn")))
        let queue = SQS.Queue(
            logID,
            kmsMasterKeyId: key?.arn,
            messageRetentionPeriod: Queue.retention,
            sqsManagedSseEnabled: key == nil ? true : nil,
            file: declared.file,
            line: declared.line
        )
        let policy = SQS.QueuePolicy(
            logicalID.child("LogPolicy"),
            policyDocument: PolicyDocument(
                [
                    PolicyStatement(
                        sid: "Log",
                        principal: .service("sns.amazonaws.com"),
                        actions: ["sqs:SendMessage"],
                        resources: [.init(queueARN)],
                        conditions: [.source(arn)]
                    )
                ],
                tlsOnly: "sqs:*", on: [.init(queueARN)], in: environment
            ).value,
            queues: [logQueueURL],
            file: declared.file,
            line: declared.line
        )
        let subscription = SNS.Subscription(
            logicalID.child("LogSubscription"),
            protocol: "sqs",
            topicArn: arn,
            endpoint: queueARN.text,
            file: declared.file,
            line: declared.line
        )
        return [queue.with(.onRemoval(.delete)).entry, policy.with(options).entry, subscription.entry]
    }
}
