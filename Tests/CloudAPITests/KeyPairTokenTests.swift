import TestSupport
import Testing

@testable import CloudAPI

@Suite struct KeyPairTokenTests {
    @Test func `a token is the one that another implementation makes`() throws {
        let key = try PrivateKey(pem: Keys.plain)
        #expect(KeyPairToken.fingerprint(of: key) == Keys.fingerprint)
        let token = try KeyPairToken.make(
            account: "myorg-myaccount", user: "ingest_svc", key: key, now: Timestamp(seconds: 1_736_582_400))
        #expect(token == Keys.token)
    }

    @Test(arguments: [
        ("MYORG-MYACCOUNT", "MYORG-MYACCOUNT"), ("myorg-my_account", "MYORG-MY_ACCOUNT"), ("xy12345", "XY12345"),
        ("xy12345.eu-west-1", "XY12345"), ("xy12345.eu-west-1.aws", "XY12345"), ("acme-xy123.global", "ACME"),
        ("SNOWLINE-LOCAL", "SNOWLINE-LOCAL"),
    ])
    func `the account of a token has neither region nor cloud`(account: String, name: String) {
        #expect(KeyPairToken.accountName(account) == name)
    }

    @Test func `a token never outlives an hour`() throws {
        let key = try PrivateKey(pem: Keys.plain)
        let token = try KeyPairToken.make(
            account: "a", user: "u", key: key, now: Timestamp(seconds: 1000), lifetime: .seconds(9999))
        let claims = try JSON.parse(try #require(Base64.decode(String(token.split(separator: ".")[1]))))
        #expect(claims["exp"]?.int == 940 + 3600)
        #expect(claims["iat"]?.int == 940)
    }

    private func session(_ account: String, _ endpoint: String?) throws -> SnowflakeSession {
        try SnowflakeSession(account: account, user: "U", endpoint: endpoint, key: PrivateKey(pem: Keys.plain))
    }

    @Test func `the endpoint follows from the account`() throws {
        #expect(try session("MyOrg-My_Account", nil).endpoint == "https://myorg-my-account.snowflakecomputing.com")
        #expect(try session("A", "http://127.0.0.1:4580").endpoint == "http://127.0.0.1:4580")
        #expect(try session("A", "https://a.privatelink.snowflakecomputing.com/").endpoint.hasSuffix("computing.com"))
    }

    @Test(
        arguments: [
            ("", nil), ("a/b", nil), ("a@b", nil), (".a", nil), ("A", "http://example.com"), ("A", "https://h/path"),
            ("A", "x"),
        ] as [(String, String?)])
    func `an account or endpoint that would send the token astray is refused`(account: String, endpoint: String?) {
        #expect(throws: SnowflakeSession.Problem.self) { try session(account, endpoint) }
    }
}
