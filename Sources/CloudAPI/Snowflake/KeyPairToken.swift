/// The JSON Web Token by which a key pair signs in to Snowflake
/// (docs.snowflake.com/developer-guide/sql-api/authenticating).
package enum KeyPairToken {
    /// The longest life that Snowflake honours.
    package static let longestLife: Duration = .seconds(3600)

    /// A signed token, valid from a minute before `now`, so that a clock a little ahead is no reason to refuse it.
    package static func make(
        account: String,
        user: String,
        key: PrivateKey,
        now: Timestamp,
        lifetime: Duration = .seconds(3540)
    ) throws -> String {
        let subject = "\(accountName(account)).\(user.uppercasedASCII)"
        let issued = now.seconds - 60
        let life = Int(min(lifetime, longestLife).components.seconds)
        let header: JSON = ["alg": "RS256", "typ": "JWT"]
        let claims: JSON = [
            "iss": .string("\(subject).\(fingerprint(of: key))"),
            "sub": .string(subject),
            "iat": .integer(issued),
            "exp": .integer(issued + life),
        ]
        let signed = "\(Base64.encodeURL(header.bytes)).\(Base64.encodeURL(claims.bytes))"
        return "\(signed).\(Base64.encodeURL(try key.signRS256(Array(signed.utf8))))"
    }

    /// `SHA256:` and the Base64 digest of the public key, as `DESC USER` shows it in RSA_PUBLIC_KEY_FP.
    package static func fingerprint(of key: PrivateKey) -> String {
        "SHA256:\(Base64.encode(SHA256.digest(key.publicKeyDER())))"
    }

    /// The account as a token names it: capitals; of an account locator only the locator, without region and cloud;
    /// of a `.global` name the part before its hyphen; `ORG-ACCOUNT` as it is.
    static func accountName(_ account: String) -> String {
        let name = account.uppercasedASCII.utf8
        guard let dot = name.firstIndex(of: UInt8(ascii: ".")) else { return String(Substring(name[...])) }
        let first = name[..<dot]
        let isGlobal = name[dot...].starts(with: ".GLOBAL".utf8)
        let end = isGlobal ? first.firstIndex(of: UInt8(ascii: "-")) ?? dot : dot
        return String(Substring(name[..<end]))
    }
}

extension StringProtocol {
    /// a–z made capital, every other byte as it is.
    var uppercasedASCII: String {
        String(decoding: utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
    }
}
