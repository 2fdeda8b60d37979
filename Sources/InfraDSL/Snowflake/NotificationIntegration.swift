public import CloudFormation

/// An integration whose identity in AWS assumes one IAM role with an external id.
public protocol RoleAssumingIntegration: NamedObject {
    /// The IAM role's name.
    var roleName: String { get }
    /// The IAM user of Snowflake's that assumes the role.
    var userARN: AnyARN { get }
    /// What Snowflake sends when it assumes the role.
    var externalID: Text { get }
}

extension StorageIntegration: RoleAssumingIntegration {}

/// Snowflake's way to tell a topic of errors, of a pipe or a task. Accounts hosted on AWS only.
///
/// The topic must have a name of its own: the integration is made before the role that it assumes, and hence before the
/// template that makes the topic.
public struct NotificationIntegration: RoleAssumingIntegration {
    public let name: ObjectName
    public let declared: SourceLocation
    public let roleName: String
    private let topicARN: ARN<SNS.Topic>
    private let environment: Environment
    private let purpose: String

    /// - Parameters:
    ///   - topicARN: of a topic with a name of its own, see ``Topic/knownARN``.
    ///   - roleName: a role that may publish to the topic, made with `Role(…, trustedBy:)`.
    public init(
        _ name: String,
        publishingTo topicARN: ARN<SNS.Topic>,
        assuming roleName: String,
        in environment: Environment,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = ObjectName(name, kind: .notificationIntegration)
        self.topicARN = topicARN
        self.roleName = roleName
        self.environment = environment
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    /// The attributes `DESC INTEGRATION` gives and an IAM trust policy needs.
    public enum Attribute: String, Sendable {
        case userARN = "SF_AWS_IAM_USER_ARN"
        case externalID = "SF_AWS_EXTERNAL_ID"
    }

    public var userARN: AnyARN { AnyARN(Text(.attribute(of: id, Attribute.userARN.rawValue))) }

    public var externalID: Text { Text(.attribute(of: id, Attribute.externalID.rawValue)) }

    public var declaration: SnowflakeDeclaration {
        let role: Text = "arn:\(environment.partition):iam::\(environment.account):role/\(roleName)"
        return .object(
            SnowflakeObject(
                name,
                [
                    .init("ENABLED", .bool(true)),
                    .init("TYPE", .word("QUEUE"), isCreateOnly: true),
                    .init("DIRECTION", .word("OUTBOUND"), isCreateOnly: true),
                    .init("NOTIFICATION_PROVIDER", .word("AWS_SNS"), isCreateOnly: true),
                    .init("AWS_SNS_TOPIC_ARN", .text(topicARN.text)),
                    .init("AWS_SNS_ROLE_ARN", .text(role)),
                ],
                purpose: purpose
            )
        )
    }
}
