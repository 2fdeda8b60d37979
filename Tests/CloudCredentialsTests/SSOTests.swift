import CloudAPI
import TestSupport
import Testing

@testable import CloudCredentials

@Suite struct SSOTests {
    private static let config = """
        [default]
        sso_session = corp
        sso_account_id = 222222222222
        sso_role_name = Deployer
        [sso-session corp]
        sso_region = eu-central-1
        sso_start_url = https://corp.awsapps.com/start
        [profile old]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-central-1
        sso_account_id = 222222222222
        sso_role_name = Deployer
        """
    private static let cache = "/home/ana/.aws/sso/cache/\(SHA1.hex(Array("corp".utf8))).json"
    private static let oldCache =
        "/home/ana/.aws/sso/cache/\(SHA1.hex(Array("https://corp.awsapps.com/start".utf8))).json"

    private static let role = ScriptedTransport.Exchange(
        "GET",
        "portal.sso.eu-central-1.amazonaws.com/federation/credentials?role_name=Deployer&account_id=222222222222",
        .status(
            200, [:],
            #"{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"s","sessionToken":"t","expiration":1736586000000}}"#
        ))

    private func world(_ token: String?, _ exchanges: [ScriptedTransport.Exchange], at path: String = cache)
        -> FakeWorld
    {
        FakeWorld(
            files: [FakeWorld.config: Self.config].merging(token.map { [path: $0] } ?? [:]) { $1 }, exchanges: exchanges
        )
    }

    @Test func `the token of the session's cache is exchanged for credentials`() throws {
        let world = world(#"{"accessToken":"TOKEN","expiresAt":"2025-01-11T16:00:00Z"}"#, [Self.role])
        #expect(try world.search().provider?.current().accessKeyID == "ASIASSO")
        #expect(world.transport.requests.first?.header("x-amz-sso_bearer_token") == "TOKEN")
    }

    @Test func `the older form keeps its token under the start page`() throws {
        let world = world(
            #"{"accessToken":"TOKEN","expiresAt":"2025-01-11T16:00:00Z"}"#, [Self.role], at: Self.oldCache)
        #expect(try world.search("old").provider?.current().accessKeyID == "ASIASSO")
    }

    @Test func `a token that ended names the command to sign in with`() {
        let problem = world(#"{"accessToken":"TOKEN","expiresAt":"2025-01-11T07:00:00Z"}"#, []).search().problem
        #expect(problem?.message.contains("has expired") == true)
        #expect(problem?.advice == "Run `aws sso login --sso-session corp`.")
        #expect(world(nil, []).search("old").problem?.advice == "Run `aws sso login --profile old`.")
    }

    @Test func `a token near its end is renewed and kept, the rest of the file too`() throws {
        let token =
            #"{"startUrl":"u","accessToken":"OLD","expiresAt":"2025-01-11T08:05:00Z","refreshToken":"R","clientId":"C","clientSecret":"S","registrationExpiresAt":"2025-02-01T00:00:00Z"}"#
        let renewal = ScriptedTransport.Exchange(
            "POST", "oidc.eu-central-1.amazonaws.com/token",
            .status(200, [:], #"{"accessToken":"NEW","expiresIn":3600,"refreshToken":"R2"}"#))
        let world = world(token, [renewal, Self.role])
        #expect(try world.search().provider?.current().accessKeyID == "ASIASSO")
        #expect(world.transport.requests.last?.header("x-amz-sso_bearer_token") == "NEW")
        let kept = try JSON.parse(try #require(world.file(Self.cache)))
        #expect(kept["accessToken"]?.string == "NEW" && kept["refreshToken"]?.string == "R2")
        #expect(kept["startUrl"]?.string == "u" && kept["expiresAt"]?.string == "2025-01-11T09:00:00Z")
    }

    @Test func `a renewal that is refused leaves a token that is still good`() throws {
        let token =
            #"{"accessToken":"OLD","expiresAt":"2025-01-11T08:05:00Z","refreshToken":"R","clientId":"C","clientSecret":"S"}"#
        let world = world(token, [.init("POST", "/token", .status(400, [:], "{}")), Self.role])
        #expect(try world.search().provider?.current().accessKeyID == "ASIASSO")
        #expect(world.transport.requests.last?.header("x-amz-sso_bearer_token") == "OLD")
    }
}
