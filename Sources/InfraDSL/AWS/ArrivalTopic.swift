public import CloudFormation

/// The topic that a bucket tells of arrivals and that Snowflake's pipes listen to: S3 may publish to it, Snowflake's own user
/// may subscribe to it, and nobody else anything.
public struct ArrivalTopic: AWSResource, Adjustable {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let key: Key?
    private let environment: Environment
    private let listener: AnyARN

    /// - Parameter integration: whose user of Snowflake's subscribes; an account has one for all that it does in AWS.
    public init(
        _ id: LogicalID,
        heardBy integration: StorageIntegration,
        in environment: Environment,
        encryptedBy key: Key? = nil,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        listener = integration.userARN
        self.environment = environment
        self.key = key
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    /// Known once the topic is made, so that a pipe that names it comes after.
    public var arn: ARN<SNS.Topic> { ARN(Text(.attribute(of: id, Reference.refAttribute))) }

    var policyID: LogicalID { logicalID.child("Policy") }

    public var entries: [TemplateEntry] {
        adjusted([SNS.Topic(logicalID, kmsMasterKeyId: key?.arn, file: declared.file, line: declared.line).entry])
    }

    /// What the bucket that publishes adds: one policy for both sides.
    func policy(for bucket: ARN<S3.Bucket>, declared: SourceLocation) -> TemplateEntry {
        let policy = SNS.TopicPolicy(
            policyID,
            policyDocument: PolicyDocument(
                [
                    PolicyStatement(
                        sid: "Arrivals",
                        principal: .service("s3.amazonaws.com"),
                        actions: ["sns:Publish"],
                        resources: [.init(arn)],
                        conditions: [.ownAccount, .source(bucket)]
                    ),
                    PolicyStatement(
                        sid: "Snowpipe",
                        principal: .aws(listener),
                        actions: ["sns:Subscribe"],
                        resources: [.init(arn)]
                    ),
                ],
                tlsOnly: "sns:Publish", on: [.init(arn)], in: environment
            ).value,
            topics: [arn],
            file: declared.file,
            line: declared.line
        )
        return policy.with(policy.options.speakingPlainHTTP("SL-TLS-002", in: environment)).entry
    }
}
