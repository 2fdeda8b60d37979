public import CloudFormation

/// Snowflake's way into a bucket without keys: an identity of Snowflake's that may assume one IAM role.
///
/// It is made before the role it names: a named role's ARN is known from account and name, so the integration mentions the
/// role, and the role's trust policy takes the two attributes that only Snowflake knows. It is created if absent and
/// altered after that, never replaced: a new integration has a new external id and detaches every stage.
public struct StorageIntegration: NamedObject, HasManualSteps {
    public let name: ObjectName
    public let declared: SourceLocation
    /// The IAM role's name.
    public let roleName: String
    private let environment: Environment
    private let locations: [BucketPath]
    private let purpose: String
    private let isPrivate: Bool

    /// - Parameter isPrivate: Snowflake comes over a private endpoint of its own; Business Critical Edition or higher.
    public init(
        _ name: String,
        assuming roleName: String,
        in environment: Environment,
        locations: [BucketPath],
        overPrivateLink isPrivate: Bool = false,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = ObjectName(name, kind: .storageIntegration)
        self.roleName = roleName
        self.environment = environment
        self.locations = locations
        self.purpose = purpose
        self.isPrivate = isPrivate
        declared = SourceLocation(file: file, line: line)
    }

    /// The attributes `DESC INTEGRATION` gives and an IAM trust policy needs.
    public enum Attribute: String, Sendable {
        case userARN = "STORAGE_AWS_IAM_USER_ARN"
        case externalID = "STORAGE_AWS_EXTERNAL_ID"
    }

    /// The IAM user of Snowflake's that assumes the role.
    public var userARN: AnyARN { AnyARN(Text(.attribute(of: id, Attribute.userARN.rawValue))) }

    /// What Snowflake sends when it assumes the role, so that no other customer of theirs can. The deployer draws it when the
    /// integration is made; from then on Snowflake is where it is kept.
    public var externalID: Text { Text(.attribute(of: id, Attribute.externalID.rawValue)) }

    public var declaration: SnowflakeDeclaration {
        let role: Text = "arn:\(environment.partition):iam::\(environment.account):role/\(roleName)"
        return .object(
            SnowflakeObject(
                name,
                [
                    .init("TYPE", .word("EXTERNAL_STAGE"), isCreateOnly: true),
                    .init("STORAGE_PROVIDER", .text(Text(storageProvider)), isCreateOnly: true),
                    .init("ENABLED", .bool(true)),
                    .init("STORAGE_AWS_ROLE_ARN", .text(role)),
                    .init("STORAGE_AWS_EXTERNAL_ID", .text(externalID), isCreateOnly: true),
                    .init("STORAGE_ALLOWED_LOCATIONS", .texts(locations.map(\.url))),
                ] + (isPrivate ? [.init("USE_PRIVATELINK_ENDPOINT", .bool(true))] : []),
                purpose: purpose
            )
        )
    }

    public var manualSteps: [String] {
        isPrivate ? OutboundPrivateLink.manualSteps(of: name.dotted, region: environment.region) : []
    }

    /// The places it opens.
    public var locationURLs: [Text] { locations.map(\.url) }

    private var storageProvider: String {
        switch environment.partition {
        case "aws-cn": "S3CHINA"
        case "aws-us-gov": "S3GOV"
        default: "S3"
        }
    }
}
