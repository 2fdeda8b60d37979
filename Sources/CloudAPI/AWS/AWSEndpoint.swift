/// Where a service of AWS is reached, and the names used to sign for it.
struct AWSEndpoint: Sendable {
    /// In error messages: `CloudFormation`.
    var title: String
    /// First part of the host name: `cloudformation`.
    var prefix: String
    /// In signatures; most often the prefix.
    var signingName: String
    /// In `AWS_ENDPOINT_URL_<SERVICE>` and, in small letters, in `services` of the config file (the service id of the SDKs).
    var variable: String
    /// One endpoint for the whole partition.
    var isGlobal = false

    init(
        _ title: String,
        prefix: String,
        signingName: String? = nil,
        variable: String? = nil,
        isGlobal: Bool = false
    ) {
        self.title = title
        self.prefix = prefix
        self.signingName = signingName ?? prefix
        self.variable = variable ?? prefix.uppercasedASCII
        self.isGlobal = isGlobal
    }

    static let s3 = AWSEndpoint("S3", prefix: "s3")
    static let sns = AWSEndpoint("SNS", prefix: "sns")
    static let sqs = AWSEndpoint("SQS", prefix: "sqs")
    static let secretsManager = AWSEndpoint("SecretsManager", prefix: "secretsmanager", variable: "SECRETS_MANAGER")
    static let sts = AWSEndpoint("STS", prefix: "sts")
    static let iam = AWSEndpoint("IAM", prefix: "iam", isGlobal: true)
    static let lambda = AWSEndpoint("Lambda", prefix: "lambda")
    static let cloudFormation = AWSEndpoint("CloudFormation", prefix: "cloudformation")
    static let logs = AWSEndpoint("CloudWatchLogs", prefix: "logs", variable: "CLOUDWATCH_LOGS")
    static let containerRegistry = AWSEndpoint("ECR", prefix: "api.ecr", signingName: "ecr", variable: "ECR")

    /// Scheme and host.
    func origin(_ configuration: AWSConfiguration) -> String {
        override(configuration) ?? "https://\(host(in: configuration.region))"
    }

    /// The address that takes the place of AWS's own; nil if none does.
    func override(_ configuration: AWSConfiguration) -> String? {
        configuration.endpoints[variable] ?? configuration.endpoint
    }

    func host(in region: String) -> String {
        let suffix = Self.suffix(of: region)
        guard isGlobal else { return "\(prefix).\(region).\(suffix)" }
        switch Self.partition(of: region) {
        case .china: return "\(prefix).cn-north-1.\(suffix)"
        case .government: return "\(prefix).us-gov.\(suffix)"
        case .other: return "\(prefix).\(region).\(suffix)"
        case .standard: return "\(prefix).\(suffix)"
        }
    }

    func signingRegion(_ region: String) -> String {
        guard isGlobal else { return region }
        switch Self.partition(of: region) {
        case .china: return "cn-north-1"
        case .government: return "us-gov-west-1"
        case .other: return region
        case .standard: return "us-east-1"
        }
    }

    private enum Partition {
        case standard
        case china
        case government
        case other
    }

    private static func partition(of region: String) -> Partition {
        if region.utf8.starts(with: "cn-".utf8) { return .china }
        if region.utf8.starts(with: "us-gov-".utf8) { return .government }
        return suffix(of: region) == "amazonaws.com" ? .standard : .other
    }

    /// Of the partition's host names, from the published partition metadata of the AWS SDKs.
    static func suffix(of region: String) -> String {
        let suffixes = [
            ("cn-", "amazonaws.com.cn"), ("us-isob-", "sc2s.sgov.gov"), ("us-isof-", "csp.hci.ic.gov"),
            ("us-iso-", "c2s.ic.gov"), ("eu-isoe-", "cloud.adc-e.uk"), ("eusc-", "amazonaws.eu"),
        ]
        return suffixes.first { region.utf8.starts(with: $0.0.utf8) }?.1 ?? "amazonaws.com"
    }
}

/// What the names of AWS's hosts have in common.
package enum AWSPartition {
    /// `amazonaws.com`, or that of another partition.
    package static func suffix(of region: String) -> String { AWSEndpoint.suffix(of: region) }

    /// The names that `AWS_ENDPOINT_URL_<SERVICE>` gives the services of this package.
    package static let serviceVariables = [
        AWSEndpoint.s3, .sns, .sqs, .secretsManager, .sts, .iam, .lambda, .cloudFormation, .logs,
    ].map(\.variable)
}
