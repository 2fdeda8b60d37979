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
    private let givenName: String?
    private let speakers: [Speaker]

    /// A service that publishes without a role of ours.
    public enum Speaker: Hashable, Sendable, CaseIterable {
        /// CloudWatch's alarms.
        case alarms
        /// AWS Budgets.
        case budgets
    }

    /// - Parameters:
    ///   - speakers: the services that may publish, for this account alone; roles get it by their permissions.
    ///   - key: encrypts the messages; without one they are kept as sent.
    ///   - email: an address that must confirm its subscription before it hears anything.
    ///   - name: of its own, so that its ARN is known before it is made; replacing it then needs another name.
    ///   - keepsLog: also keeps every message in a queue, for a laptop without a mailbox.
    public init(
        _ id: LogicalID,
        named name: String? = nil,
        in environment: Environment,
        encryptedBy key: Key? = nil,
        hearing speakers: [Speaker] = [.alarms],
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
        givenName = name
        self.speakers = speakers
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var arn: ARN<SNS.Topic> { ARN(Text(.attribute(of: id, Reference.refAttribute))) }

    /// Known before the topic is made; nil for a topic without a name of its own.
    public var knownARN: ARN<SNS.Topic>? {
        givenName.map {
            ARN(Text("arn:\(environment.partition):sns:\(environment.region):\(environment.account):\($0)", naming: id))
        }
    }
    /// The physical name, given by CloudFormation, which metrics are found by.
    var name: Name<SNS.Topic> { Name(Text(.attribute(of: id, "TopicName"))) }

    var policyID: LogicalID { logicalID.child("Policy") }

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
        let topic = SNS.Topic(
            logicalID, kmsMasterKeyId: key?.arn, topicName: givenName.map { Text($0) }, file: declared.file,
            line: declared.line)
        let policy = SNS.TopicPolicy(
            policyID,
            policyDocument: PolicyDocument(
                speakers.map { $0.statement(publishingTo: arn) },
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
