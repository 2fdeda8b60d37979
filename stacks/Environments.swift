public import InfraDSL

extension Environment {
    /// The embedded clouds on this machine: no account, no credentials.
    public static let local = Environment(
        "local",
        account: "000000000000",
        region: "eu-west-1",
        snowflake: SnowflakeAccount("SNOWLINE-LOCAL"),
        hosting: .embedded
    )

    /// Put your own account ids here; a deploy that finds other accounts stops before its first write.
    public static let dev = Environment(
        "dev",
        account: "111111111111",
        region: "eu-west-1",
        snowflake: SnowflakeAccount("MYORG-DEV")
    )

    public static let prod = Environment(
        "prod",
        account: "222222222222",
        region: "eu-west-1",
        snowflake: SnowflakeAccount("MYORG-PROD"),
        alertEmail: "data-alerts@example.com",
        isProtected: true
    )

    /// Every environment the deployer knows.
    public static let all: [Environment] = [.local, .dev, .prod]
}
