import CloudAPI
import Foundation
import InfraDSL

/// Both clouds of one environment, signed in to.
struct Session: Sendable {
    let environment: Environment
    let checkout: Checkout
    let aws: AWSConfiguration
    let snowflake: SQLAPIClient
    /// The settings of the embedded clouds; nil for real ones.
    let local: LocalSettings?
    /// How the deployer signs in to Snowflake.
    let snowflakeUser: String
    let snowflakeEndpoint: String
    /// Asked between steps: how the command is to end, once somebody has interrupted it.
    var interruption: @Sendable () -> ExitStatus? = { Interruption.received }
    /// Forgets an interruption that was answered otherwise.
    var forgive: @Sendable () -> Void = { Interruption.forgive() }
    /// Asked of the person who interrupted a change of a stack; whether it can be cancelled is the second argument.
    var decide: @Sendable (String, Bool) -> Interruption.Decision = { Interruption.decide(about: $0, mayCancel: $1) }
    /// Throws when another run has taken the lease over.
    var holdsLease: @Sendable () throws -> Void = {}
    /// Of the run that holds the lease.
    var journal: Journal?

    /// Starts the embedded clouds where the environment lives on them.
    static func open(_ environment: Environment, _ checkout: Checkout) throws -> Session {
        switch environment.hosting {
        case .embedded:
            let clouds = try LocalClouds(checkout)
            try clouds.start()
            return try embedded(environment, checkout, clouds.settings)
        case .clouds:
            return try real(environment, checkout)
        }
    }

    private static func embedded(
        _ environment: Environment,
        _ checkout: Checkout,
        _ settings: LocalSettings
    ) throws -> Session {
        guard let credentials = LocalCredentials(settings).stored,
            let pem = try? String(contentsOf: settings.deployerKey, encoding: .utf8)
        else {
            throw Failure("The embedded clouds have no credentials yet.", advice: "Run `swift run deploy local up`.")
        }
        let aws = try AWSConfiguration(
            region: environment.region, endpoint: settings.awsEndpoint, credentials: { credentials },
            transport: CurlTransport.shared)
        let snowflake = try client(
            environment, user: LocalSettings.snowflakeUser, role: "ACCOUNTADMIN", endpoint: settings.snowflakeEndpoint,
            key: PrivateKey(pem: pem))
        return Session(
            environment: environment, checkout: checkout, aws: aws, snowflake: snowflake, local: settings,
            snowflakeUser: LocalSettings.snowflakeUser, snowflakeEndpoint: settings.snowflakeEndpoint)
    }

    private static func real(_ environment: Environment, _ checkout: Checkout) throws -> Session {
        let aws = try RealAWS(environment).configuration()
        let snowflake = try RealSnowflake(environment)
        return Session(
            environment: environment, checkout: checkout, aws: aws, snowflake: snowflake.client, local: nil,
            snowflakeUser: snowflake.session.user, snowflakeEndpoint: snowflake.session.endpoint)
    }

    private static func client(
        _ environment: Environment,
        user: String,
        role: String?,
        endpoint: String,
        key: PrivateKey
    ) throws -> SQLAPIClient {
        try SQLAPIClient(
            session: SnowflakeSession(
                account: environment.snowflake.identifier, user: user, role: role, endpoint: endpoint, key: key),
            transport: CurlTransport.shared)
    }

    /// Says who works where, as the first event of the command.
    func announce(_ command: String) {
        Console.event(
            .start(
                command: command, environment: environment.name, account: environment.account,
                region: environment.region, snowflake: environment.snowflake.identifier))
    }

    /// Ends the command here when somebody has asked it to.
    ///
    /// - Parameter place: a sentence that says where it stopped and how to go on.
    func checkpoint(_ place: @autoclosure () -> String) throws {
        try holdsLease()
        guard let status = interruption() else { return }
        throw Failure("Interrupted. \(place())", code: status)
    }

    /// Where programs reach Snowflake, in parts; the port is that of the scheme when none is named.
    var snowflakeAddress: (scheme: String, host: String, port: Int) {
        let parts = URLComponents(string: snowflakeEndpoint)
        let scheme = parts?.scheme ?? "https"
        return (scheme, parts?.host ?? "", parts?.port ?? (scheme == "http" ? 80 : 443))
    }

    /// Stops before the first write when either cloud is not the account the environment names.
    func checkIdentity() throws {
        let statement = "SELECT CURRENT_ORGANIZATION_NAME() || '-' || CURRENT_ACCOUNT_NAME() AS ACCOUNT"
        let (caller, account) = try concurrently(
            { try STSClient(aws).callerIdentity().account },
            { try snowflake.execute(statement).namedRows.first?["account"] ?? "" })
        guard caller == environment.account else {
            throw Failure(
                "These AWS credentials are for account \(caller); \(environment.name) is \(environment.account).",
                advice: "Sign in to \(environment.account), or correct the account in stacks/Environments.swift.",
                code: .identity)
        }
        guard account.uppercased() == environment.snowflake.identifier.uppercased() else {
            throw Failure(
                "This Snowflake sign-in is for \(account); \(environment.name) is \(environment.snowflake.identifier).",
                advice: "Sign in to \(environment.snowflake.identifier), or correct stacks/Environments.swift.",
                code: .identity)
        }
    }
}
