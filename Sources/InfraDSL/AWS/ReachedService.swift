import CloudFormation

/// A service that programs of a network reach without the Internet, and what they may do there: the endpoint's own policy
/// holds against whatever rights a program or a stolen credential has.
public struct ReachedService: Hashable, Sendable {
    /// Part of the endpoint's logical id.
    let name: String
    /// The endpoints' service names behind `com.amazonaws.<region>.`; empty for S3's gateway.
    let interfaces: [Interface]
    /// For S3's gateway.
    let buckets: [ARN<S3.Bucket>]

    struct Interface: Hashable, Sendable {
        let suffix: StaticName
        let service: String
        /// Whether its calls name resources, whose account is then checked as well.
        let namesResources: Bool
    }

    /// A suffix of a logical id.
    enum StaticName: String, Hashable, Sendable {
        case secrets = "SecretsEndpoint"
        case topics = "TopicsEndpoint"
        case queues = "QueuesEndpoint"
        case logs = "LogsEndpoint"
        case images = "ImagesEndpoint"
        case layers = "LayersEndpoint"

        var literal: StaticString {
            switch self {
            case .secrets: "SecretsEndpoint"
            case .topics: "TopicsEndpoint"
            case .queues: "QueuesEndpoint"
            case .logs: "LogsEndpoint"
            case .images: "ImagesEndpoint"
            case .layers: "LayersEndpoint"
            }
        }
    }

    private init(_ name: String, _ interfaces: [(StaticName, String, Bool)] = [], buckets: [ARN<S3.Bucket>] = []) {
        self.name = name
        self.interfaces = interfaces.map { Interface(suffix: $0.0, service: $0.1, namesResources: $0.2) }
        self.buckets = buckets
    }

    /// Objects of these buckets and of no other. The way costs nothing.
    public static func objects(of buckets: Bucket...) -> ReachedService {
        ReachedService("objects", buckets: buckets.map(\.arn))
    }

    /// Secrets Manager.
    public static let secrets = ReachedService("secrets", [(.secrets, "secretsmanager", true)])
    /// SNS.
    public static let topics = ReachedService("topics", [(.topics, "sns", true)])
    /// SQS.
    public static let queues = ReachedService("queues", [(.queues, "sqs", true)])
    /// CloudWatch Logs, which tasks write to; functions need no way there.
    public static let logs = ReachedService("logs", [(.logs, "logs", false)])
    /// ECR, for tasks.
    public static let images = ReachedService("images", [(.images, "ecr.api", false), (.layers, "ecr.dkr", false)])
}

extension Network {
    var endpoints: [TemplateEntry] {
        services.flatMap { $0.interfaces }.map(interface) + [gateway].compactMap { $0 }
    }

    private func interface(_ interface: ReachedService.Interface) -> TemplateEntry {
        EC2.VPCEndpoint(
            logicalID.child(interface.suffix.literal),
            vpcId: networkID,
            policyDocument: PolicyDocument([
                PolicyStatement(
                    sid: "OwnAccount",
                    principal: .anyone,
                    actions: ["*"],
                    resources: ["*"],
                    conditions: [.init("StringEquals", "aws:PrincipalAccount", "\(Pseudo.accountID)")]
                        + (interface.namesResources
                            ? [.init("StringEquals", "aws:ResourceAccount", "\(Pseudo.accountID)")] : [])
                )
            ]).value,
            privateDnsEnabled: true,
            securityGroupIds: [ID(Text(.attribute(of: logicalID.child("Endpoints").name, "GroupId")))],
            serviceName: "com.amazonaws.\(Pseudo.region).\(interface.service)",
            subnetIds: subnetIDs,
            vpcEndpointType: .interface,
            file: declared.file,
            line: declared.line
        ).entry
    }

    /// S3's gateway takes all traffic to S3, image layers included, wherever there is one; ECR keeps those in a bucket of its own
    /// (ECR user guide, "Create the Amazon S3 gateway endpoint").
    private var gateway: TemplateEntry? {
        let buckets = services.flatMap(\.buckets)
        let pullsImages = services.contains(.images)
        guard !buckets.isEmpty || pullsImages else { return nil }
        let own = PolicyStatement(
            sid: "OwnBuckets",
            principal: .anyone,
            actions: ["s3:*"],
            resources: buckets.flatMap { [ARNPattern($0), "\($0)/*"] },
            conditions: [.init("StringEquals", "aws:PrincipalAccount", "\(Pseudo.accountID)")]
        )
        let layers = PolicyStatement(
            sid: "ImageLayers",
            principal: .anyone,
            actions: ["s3:GetObject"],
            resources: ["arn:\(Pseudo.partition):s3:::prod-\(Pseudo.region)-starport-layer-bucket/*"]
        )
        return EC2.VPCEndpoint(
            logicalID.child("ObjectsEndpoint"),
            vpcId: networkID,
            policyDocument: PolicyDocument((buckets.isEmpty ? [] : [own]) + [layers]).value,
            routeTableIds: [privateRoutesID],
            serviceName: "com.amazonaws.\(Pseudo.region).s3",
            vpcEndpointType: .gateway,
            file: declared.file,
            line: declared.line
        ).entry
    }
}
