import CloudAPI

/// What Snowflake shows of a public key (Key-pair authentication, "Verify the user's public key fingerprint").
enum Fingerprint {
    /// `SHA256:` and the digest of the key's DER; nil when the text is no base64.
    static func ofPublicKey(base64: String) -> String? {
        guard let der = Base64.decode(base64) else { return nil }
        return "SHA256:" + Base64.encode(SHA256.digest(der))
    }
}
