/// How a session proves who it is (docs.snowflake.com/developer-guide/sql-api/authenticating).
package enum SnowflakeAuthentication: Sendable {
    /// A token signed here with the private half of a key pair.
    case keyPair(PrivateKey)
    /// A token made elsewhere; asked for again when it was refused, since a file may hold a new one by then.
    case token(TokenKind, @Sendable () throws -> String)

    package enum TokenKind: String, Sendable, Hashable {
        case oauth = "OAUTH"
        case programmaticAccess = "PROGRAMMATIC_ACCESS_TOKEN"
    }

    /// The value of `X-Snowflake-Authorization-Token-Type`.
    var tokenType: String {
        switch self {
        case .keyPair: "KEYPAIR_JWT"
        case .token(let kind, _): kind.rawValue
        }
    }

    /// The token itself says whose it is.
    var namesUser: Bool { if case .token = self { true } else { false } }
}
