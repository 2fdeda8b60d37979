import CloudAPI

/// Statements for Snowflake, signed in with the private key of the secret. The key is read once and kept; when Snowflake refuses
/// the sign-in it is read again, once, because it may have been rotated.
final class SnowflakeAccess {
    private let configuration: Configuration
    private let aws: AWSConfiguration
    private let retry: RetryPolicy
    private var client: SQLAPIClient?

    init(_ configuration: Configuration, aws: AWSConfiguration, retry: RetryPolicy = RetryPolicy(attempts: 4)) {
        self.configuration = configuration
        self.aws = aws
        self.retry = retry
    }

    /// Reads the key, so that what is wrong with it shows at the start. Nil when all is well; a reason when the key can not be
    /// had now and may be later: on a first deploy the function is there before its key is.
    func prepare(until deadline: Duration? = nil) throws -> String? {
        do {
            client = try signIn(until: deadline)
            return nil
        } catch let failure as IngestFailure where failure.isTransient {
            return failure.message
        } catch let error as CloudError {
            return error.description
        }
    }

    func execute(_ statement: String, _ options: SQLAPIClient.Options) throws -> ResultSet {
        let used = try client ?? signIn(until: options.deadline)
        client = used
        do {
            return try used.execute(statement, options)
        } catch let refusal as SnowflakeError where refusal.isAuthentication {
            let renewed = try signIn(until: options.deadline)
            guard renewed.fingerprint != used.fingerprint else { throw refusal }
            client = renewed
            return try renewed.execute(statement, options)
        }
    }

    private func signIn(until deadline: Duration?) throws -> SQLAPIClient {
        let secrets = SecretsManagerClient(aws.until(deadline))
        guard let text = try secrets.value(of: configuration.secret), !text.isEmpty else {
            throw IngestFailure(
                .keyMissing, isTransient: true,
                "the secret \(configuration.secret) does not exist or has no value yet")
        }
        guard let pem = (try? JSON.parse(text))?["privateKey"]?.string else {
            throw IngestFailure(
                .keyUnusable, "the secret \(configuration.secret) is not JSON with the text \"privateKey\"")
        }
        do {
            let session = try SnowflakeSession(
                account: configuration.account, user: configuration.user, role: configuration.role,
                warehouse: configuration.warehouse, database: configuration.database, schema: configuration.schema,
                endpoint: configuration.snowflakeEndpoint, key: try PrivateKey(pem: pem))
            return SQLAPIClient(session: session, transport: aws.transport, clock: aws.clock, retry: retry)
        } catch {
            throw IngestFailure(
                .keyUnusable, "no sign-in to Snowflake with secret \(configuration.secret): \(error)")
        }
    }
}

extension SQLAPIClient {
    /// Of the public key, to tell one key from another.
    fileprivate var fingerprint: String { session.key.map(KeyPairToken.fingerprint) ?? "" }
}
