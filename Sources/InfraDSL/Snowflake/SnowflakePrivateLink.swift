public import CloudFormation

/// Something that a deploy can not do by itself; told at synth.
public protocol HasManualSteps {
    /// Whole sentences, in the order in which they are done.
    var manualSteps: [String] { get }
}

/// A private way from a network of ours to Snowflake: an interface endpoint (AWS PrivateLink and Snowflake). Snowflake must be
/// on Business Critical Edition or higher, and has to be asked once to let the AWS account in.
public struct SnowflakePrivateLink: AWSResource, HasManualSteps {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    private let service: String
    private let vpc: ID<EC2.VPC>
    private let subnets: [ID<EC2.Subnet>]
    private let groups: [ID<EC2.SecurityGroup>]

    /// - Parameters:
    ///   - service: `privatelink-vpce-id` of SYSTEM$GET_PRIVATELINK_CONFIG(), such as
    ///     `com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0`.
    ///   - groups: let in ports 443 and 80 from where the programs run.
    public init(
        _ id: LogicalID,
        to service: String,
        from vpc: ID<EC2.VPC>,
        subnets: [ID<EC2.Subnet>],
        groups: [ID<EC2.SecurityGroup>],
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.service = service
        self.vpc = vpc
        self.subnets = subnets
        self.groups = groups
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    /// The endpoint's id, for a network rule that lets in nothing else.
    public var endpointID: ID<EC2.VPCEndpoint> { ID(Text(.attribute(of: id, Reference.refAttribute))) }

    public var entries: [TemplateEntry] {
        [
            EC2.VPCEndpoint(
                logicalID, vpcId: vpc, privateDnsEnabled: false, securityGroupIds: groups, serviceName: Text(service),
                subnetIds: subnets, vpcEndpointType: .interface, file: declared.file, line: declared.line
            ).entry
        ]
    }

    public var manualSteps: [String] {
        [
            "Get a token of an IAM user: aws sts get-federation-token --name snowflake (it is good for 12 hours).",
            "As ACCOUNTADMIN: SELECT SYSTEM$AUTHORIZE_PRIVATELINK('<AWS account>', '<token>'), then "
                + "SELECT SYSTEM$GET_PRIVATELINK() until it says that the account is authorized.",
            "As ACCOUNTADMIN: SELECT SYSTEM$GET_PRIVATELINK_CONFIG(): privatelink-vpce-id is the service of \(logicalID.name).",
            "After the deploy: make a private hosted zone with the names of that answer (privatelink-account-url, "
                + "privatelink-ocsp-url and the others) as CNAMEs of the endpoint's DNS name.",
            "Set SNOWFLAKE_HOST to privatelink-account-url where deploys run from that network.",
        ]
    }
}

/// A private way from Snowflake to a bucket of ours, which Snowflake makes and pays into our bill (USE_PRIVATELINK_ENDPOINT).
public enum OutboundPrivateLink {
    static func manualSteps(of integration: String, region: String) -> [String] {
        [
            "As ACCOUNTADMIN, once: SELECT SYSTEM$PROVISION_PRIVATELINK_ENDPOINT('com.amazonaws.\(region).s3', "
                + "'*.s3.\(region).amazonaws.com'), then SELECT SYSTEM$GET_PRIVATELINK_ENDPOINTS_INFO() until it is APPROVED; "
                + "only then does \(integration) reach the bucket.",
            "To let in nothing else, deny the integration's role in the bucket's policy unless aws:SourceVpce is that endpoint.",
        ]
    }
}
