import CloudAPI
import CloudCredentials
import InfraDSL

/// The way into a real AWS account: the search for credentials, and where the services are reached.
struct RealAWS {
    let search: CredentialSearch
    let endpoints: EndpointSettings
    let transport: any Transport
    private let region: String

    init(_ environment: Environment, choice: SignInChoice = .current) {
        let world = SignInWorld.system(through: CurlTransport.shared)
        endpoints = EndpointSettings(world, profile: choice.profile, services: AWSPartition.serviceVariables)
        transport = CurlTransport.trusting(endpoints.caBundle)
        var trusting = world
        trusting.transport = transport
        search = CredentialSearch(trusting, profile: choice.profile, region: environment.region)
        region = environment.region
    }

    /// Throws why there are no credentials, each place that was looked at named once.
    func configuration() throws -> AWSConfiguration {
        guard let provider = search.provider else {
            throw Failure(signIn: search.problem ?? SignInProblem("There are no AWS credentials."))
        }
        do {
            var configuration = try AWSConfiguration(
                region: region, endpoint: endpoints.all, endpoints: endpoints.services,
                credentials: { try provider.current() }, transport: transport)
            configuration.refuse = { provider.refuse($0) }
            return configuration
        } catch {
            throw Failure("\(error)", advice: "Correct AWS_ENDPOINT_URL or the profile's endpoint_url.", code: .invalid)
        }
    }
}

/// The way into a real Snowflake account.
struct RealSnowflake {
    let connection: SnowflakeConnection
    let identity: SnowflakeIdentity
    let session: SnowflakeSession

    /// The role of `00_bootstrap.sql`.
    static let role = "SNOWLINE_DEPLOY"

    init(_ environment: Environment, choice: SignInChoice = .current) throws {
        let world = SignInWorld.system(through: CurlTransport.shared)
        do {
            connection = try SnowflakeConnection(world, named: choice.connection)
            identity = try SnowflakeIdentity(connection, world)
        } catch {
            throw Failure(signIn: error)
        }
        do {
            session = try SnowflakeSession(
                account: environment.snowflake.identifier, user: identity.user, role: identity.role ?? Self.role,
                endpoint: identity.endpoint, authentication: identity.authentication)
        } catch {
            throw Failure("\(error)", advice: "Correct SNOWFLAKE_HOST or the connection's host.", code: .identity)
        }
    }

    var client: SQLAPIClient {
        SQLAPIClient(session: session, transport: CurlTransport.shared)
    }
}

extension Failure {
    init(signIn problem: SignInProblem) {
        self.init(problem.message, advice: problem.advice, code: .identity)
    }
}

extension CurlTransport {
    /// One pool of connections for the whole command; `SSL_CERT_FILE` names the roots it trusts, the system's otherwise.
    static let shared = CurlTransport(Options(caFile: ProcessVariables.current["SSL_CERT_FILE"]))

    /// The shared one, or another where other roots are to be trusted.
    static func trusting(_ caFile: String?) -> CurlTransport {
        caFile.map { CurlTransport(Options(caFile: $0)) } ?? .shared
    }
}
