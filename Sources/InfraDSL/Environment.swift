public import CloudFormation

/// One place a stack is deployed to, and all that differs between places.
public struct Environment: Hashable, Sendable {
    /// Lower-case letters and digits; part of every physical name.
    public let name: String
    /// The AWS account, twelve digits. A deploy that finds itself in another account stops before its first write.
    public let account: String
    /// Such as `eu-west-1`.
    public let region: String
    public let snowflake: SnowflakeAccount
    /// Who is told of files that can not be loaded.
    public let alertEmail: String?
    /// Protected environments keep their data on destroy unless a flag names it.
    public let isProtected: Bool
    /// Put on every resource that takes tags.
    public let tags: [String: String]
    /// Where the clouds are: the real ones, or the embedded ones on this machine.
    public let hosting: Hosting

    /// Which clouds an environment runs on.
    public enum Hosting: Hashable, Sendable {
        case clouds
        case embedded
    }

    public init(
        _ name: String,
        account: String,
        region: String,
        snowflake: SnowflakeAccount,
        alertEmail: String? = nil,
        isProtected: Bool = false,
        tags: [String: String] = [:],
        hosting: Hosting = .clouds
    ) {
        self.name = name
        self.account = account
        self.region = region
        self.snowflake = snowflake
        self.alertEmail = alertEmail
        self.isProtected = isProtected
        self.tags = tags
        self.hosting = hosting
    }

    /// The account as the provider knows it: `AWS::AccountId` in the template, the pinned number elsewhere.
    public var accountID: Text { Text(.account(.accountID)) }

    /// `aws`, or the partition of China or GovCloud.
    public var partition: String {
        if region.hasPrefix("cn-") { "aws-cn" } else if region.hasPrefix("us-gov-") { "aws-us-gov" } else { "aws" }
    }

    /// Where programs reach Snowflake's API: the account's own address, or what the deployer says of the embedded one.
    public var snowflakeEndpoint: Text {
        switch hosting {
        case .clouds: "https://\(snowflake.identifier.lowercased()).snowflakecomputing.com"
        case .embedded: Text(.parameter(Self.snowflakeEndpointParameter))
        }
    }

    /// The parameter that takes the address of the embedded Snowflake.
    public static let snowflakeEndpointParameter = "SnowflakeEndpointUrl"

    /// The environment's part of a Snowflake name, as in `RETAIL_PROD`.
    public var snowflakeName: String { name.uppercased() }

    /// What is known of the account before anything is deployed.
    func known(_ pseudo: Pseudo) -> String? {
        switch pseudo {
        case .accountID: account
        case .region: region
        case .partition: partition
        case .urlSuffix: partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"
        case .stackID, .stackName: nil
        }
    }
}

/// The Snowflake account an environment deploys to.
public struct SnowflakeAccount: Hashable, Sendable {
    /// `ORGANIZATION-ACCOUNT`, upper case.
    public let identifier: String

    public init(_ identifier: String) { self.identifier = identifier }

    /// The identifier, for settings of programs.
    public var text: Text { Text(identifier) }
}
