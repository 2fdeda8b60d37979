import CloudAPI
import TestSupport
import Testing

@testable import CloudCredentials

@Suite struct SnowflakeConnectionTests {
    private static let file = "/home/ana/.snowflake/connections.toml"
    private static let pem = Result { try PrivateKey.generateRSA().pkcs8PEM() }

    private func identity(_ world: FakeWorld, _ name: String? = nil) throws -> SnowflakeIdentity {
        try SnowflakeIdentity(SnowflakeConnection(world.world, named: name), world.world)
    }

    private func problem(_ world: FakeWorld, _ name: String? = nil) -> SignInProblem? {
        #expect(throws: SignInProblem.self) { try identity(world, name) }
    }

    @Test func `a connection of the file is taken by its name, variables win over it`() throws {
        let files = [
            Self.file: """
            [default]
            account = "A-B"
            user = "x"
            [prod]
            account = "MYORG-PROD"
            user = "DEPLOYER"
            role = "SNOWLINE_DEPLOY"
            authenticator = "SNOWFLAKE_JWT"
            private_key_path = "~/keys/prod.p8"
            host = "myorg-prod.privatelink.snowflakecomputing.com"
            """,
            "/home/ana/keys/prod.p8": try Self.pem.get(),
        ]
        let found = try identity(FakeWorld(["SNOWFLAKE_ROLE": "OTHER"], files: files), "prod")
        #expect(found.user == "DEPLOYER" && found.role == "OTHER" && found.account == "MYORG-PROD")
        #expect(found.endpoint == "https://myorg-prod.privatelink.snowflakecomputing.com")
        #expect(found.description.contains("~/keys/prod.p8, named by /home/ana/.snowflake/connections.toml [prod]"))
        let byVariable = FakeWorld(["SNOWFLAKE_DEFAULT_CONNECTION_NAME": "prod"], files: files)
        #expect(try identity(byVariable).user == "DEPLOYER")
    }

    @Test func `config toml names its connections below connections, and the default one`() throws {
        let files = [
            "/snow/config.toml": """
            default_connection_name = "ci"
            [connections.ci]
            user = "CI"
            private_key_file = "/k.p8"
            """, "/k.p8": try Self.pem.get(),
        ]
        #expect(try identity(FakeWorld(["SNOWFLAKE_HOME": "/snow"], files: files)).user == "CI")
    }

    @Test func `an unknown connection lists those there are`() {
        let files = [Self.file: "[dev]\nuser='x'\n"]
        #expect(problem(FakeWorld(files: files), "prd")?.advice == "There are: dev.")
    }

    @Test func `a file that is not TOML is named with its line and not quoted`() {
        let said = problem(FakeWorld(files: [Self.file: "[dev]\npassword = hunter2\n"]))?.description
        #expect(said?.contains("connections.toml can not be read as TOML: line 2") == true)
        #expect(said?.contains("hunter2") == false)
    }

    @Test func `an encrypted key is opened with the passphrase of the variable or of the person`() throws {
        let pem = EncryptedKey.pem
        let variables = ["SNOWFLAKE_USER": "U", "SNOWFLAKE_PRIVATE_KEY_PATH": "/k.p8"]
        let withVariable = variables.merging(["PRIVATE_KEY_PASSPHRASE": EncryptedKey.passphrase]) { $1 }
        #expect(try identity(FakeWorld(withVariable, files: ["/k.p8": pem])).user == "U")
        let asked = FakeWorld(variables, files: ["/k.p8": pem], answer: EncryptedKey.passphrase)
        #expect(try identity(asked).user == "U")
        #expect(asked.questions.count == 1)
        let nobody = problem(FakeWorld(variables, files: ["/k.p8": pem]))
        #expect(nobody?.advice?.contains("PRIVATE_KEY_PASSPHRASE") == true)
    }

    @Test func `a programmatic access token needs no user and is sent as what it is`() throws {
        let world = FakeWorld(["SNOWFLAKE_TOKEN": "pat-secret"])
        let found = try identity(world)
        guard case .token(.programmaticAccess, let read) = found.authentication else {
            Issue.record("not a token")
            return
        }
        #expect(try read() == "pat-secret")
        #expect(!found.description.contains("pat-secret"))
        let answer = #"{"code":"090001","statementHandle":"h","resultSetMetaData":{"rowType":[]},"data":[]}"#
        let transport = ScriptedTransport([.init("POST", "*/api/v2/statements", .status(200, [:], answer))])
        let session = try SnowflakeSession(account: "A-B", user: "", authentication: found.authentication)
        try SQLAPIClient(session: session, transport: transport).execute("SELECT 1")
        let request = try #require(transport.requests.first)
        #expect(request.header("Authorization") == "Bearer pat-secret")
        #expect(request.header("X-Snowflake-Authorization-Token-Type") == "PROGRAMMATIC_ACCESS_TOKEN")
    }

    @Test func `an OAuth token is read from its file again when it was refused`() throws {
        let files = [Self.file: "[default]\nauthenticator='OAUTH'\ntoken_file_path='/t'\n", "/t": "one\n"]
        let world = FakeWorld(files: files)
        let found = try identity(world)
        let answer = #"{"code":"090001","statementHandle":"h","resultSetMetaData":{"rowType":[]},"data":[]}"#
        let transport = ScriptedTransport([
            .init("POST", "*/api/v2/statements", .status(401, [:], #"{"code":"390318","message":"expired"}"#)),
            .init("POST", "*/api/v2/statements", .status(200, [:], answer)),
        ])
        let session = try SnowflakeSession(account: "A-B", user: "", authentication: found.authentication)
        let client = SQLAPIClient(session: session, transport: transport)
        try world.world.write("/t", Array("two".utf8))
        try client.execute("SELECT 1")
        #expect(transport.requests.map { $0.header("Authorization") } == ["Bearer two", "Bearer two"])
        #expect(transport.requests.first?.header("X-Snowflake-Authorization-Token-Type") == "OAUTH")
    }

    @Test(arguments: [
        ("password = 'hunter2'", "takes none"), ("authenticator = 'externalbrowser'", "needs a browser"),
        ("authenticator = 'SNOWFLAKE_JWT'", "names none"), ("user = 'x'", "no sign-in"),
        ("private_key_path = '/missing'\nuser='x'", "missing or may not be read"),
    ])
    func `what the SQL API can not do is said with the way out`(settings: String, words: String) {
        let problem = problem(FakeWorld(files: [Self.file: "[default]\n\(settings)\n"]))
        #expect(problem?.message.contains(words) == true)
        #expect(problem?.advice != nil || words.contains("missing"))
        #expect(problem?.description.contains("hunter2") == false)
    }
}
