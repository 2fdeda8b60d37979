/// An RSA private key. It signs, and gives its public half; no description, mirror or dump shows the key itself.
package struct PrivateKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// PKCS#8 in DER; libcrypto's own form is made anew for each use, so that this stays a plain value.
    private let pkcs8: [UInt8]
    package let bits: Int

    /// Why a text is not a usable key; never holds a part of it.
    package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    /// Reads PKCS#8 PEM, encrypted or not (PKCS#1 too). Line breaks may be lost or written as `\n`, as they come out of
    /// environment variables and badly quoted secrets.
    package init(pem: String, passphrase: String? = nil) throws {
        let normalised = try Self.normalised(pem)
        guard let key = OpenSSL.RSAKey.read(pem: Array(normalised.utf8), passphrase: passphrase) else {
            let isEncrypted = Self.kind(of: normalised).utf8.elementsEqual("ENCRYPTED PRIVATE KEY".utf8)
            throw Problem(
                description: isEncrypted
                    ? passphrase == nil
                        ? "the private key is encrypted and no passphrase was given"
                        : "the private key cannot be read: wrong passphrase or damaged text"
                    : "the private key cannot be read: not an RSA key in PKCS#8 PEM, or damaged text"
            )
        }
        try self.init(key)
    }

    package static func generateRSA(bits: Int = 2048) throws -> PrivateKey {
        guard let key = OpenSSL.RSAKey.generate(bits: bits) else {
            throw Problem(description: "libcrypto cannot make an RSA key of \(bits) bits")
        }
        return try PrivateKey(key)
    }

    private init(_ key: consuming OpenSSL.RSAKey) throws {
        guard key.bits >= 2048 else {
            throw Problem(description: "the RSA key has \(key.bits) bits; Snowflake takes 2048 or more")
        }
        bits = key.bits
        pkcs8 = key.pkcs8()
        guard !pkcs8.isEmpty else { throw Problem(description: "libcrypto cannot write the RSA key") }
    }

    /// PKCS#8 PEM, unencrypted: a secret.
    package func pkcs8PEM() -> String {
        Self.armoured("PRIVATE KEY", Array(Base64.encode(pkcs8).utf8))
    }

    /// SubjectPublicKeyInfo in DER.
    package func publicKeyDER() -> [UInt8] {
        OpenSSL.RSAKey.read(pkcs8: pkcs8)?.publicKeyDER() ?? []
    }

    /// SubjectPublicKeyInfo in Base64 without line breaks: what `RSA_PUBLIC_KEY` of a Snowflake user takes.
    package func publicKeyBase64() -> String {
        Base64.encode(publicKeyDER())
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RS256 of RFC 7518).
    package func signRS256(_ message: some Collection<UInt8>) throws -> [UInt8] {
        guard let signature = OpenSSL.RSAKey.read(pkcs8: pkcs8)?.signSHA256(Array(message)) else {
            throw Problem(description: "libcrypto refuses to sign with this key")
        }
        return signature
    }

    package var description: String { "PrivateKey(RSA \(bits) bits)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension PrivateKey {
    /// The label between the dashes of the first line.
    private static func kind(of pem: String) -> String {
        let line = Substring(pem.utf8.prefix { $0 != 0x0A })
        return String(Substring(line.utf8.dropFirst("-----BEGIN ".utf8.count).dropLast("-----".utf8.count)))
    }

    /// PEM in lines of 64 again, whatever was done to its white space.
    private static func normalised(_ pem: String) throws -> String {
        let problem = Problem(description: "the private key is not PEM: no line \"-----BEGIN PRIVATE KEY-----\"")
        var bytes: [UInt8] = []
        var source = Array(pem.utf8)[...]
        while let byte = source.popFirst() {
            if byte == UInt8(ascii: "\\"), source.first == UInt8(ascii: "n") {
                source.removeFirst()
                bytes.append(0x0A)
            } else {
                bytes.append(byte)
            }
        }
        guard let begin = bytes.index(of: "-----BEGIN "), let labelEnd = bytes[(begin + 11)...].index(of: "-----"),
            let end = bytes[(labelEnd + 5)...].index(of: "-----END ")
        else { throw problem }
        let label = String(decoding: bytes[(begin + 11)..<labelEnd], as: UTF8.self)
        guard label.utf8.count < 40 else { throw problem }
        let body = bytes[(labelEnd + 5)..<end]
        // PKCS#1 encryption has header lines, which only an intact text can hold.
        if body.contains(UInt8(ascii: ":")) { return String(decoding: bytes[begin...], as: UTF8.self) }
        return Self.armoured(label, body.filter { $0 > 0x20 })
    }

    private static func armoured(_ label: String, _ base64: [UInt8]) -> String {
        var text = "-----BEGIN \(label)-----\n"
        for start in stride(from: 0, to: base64.count, by: 64) {
            text += String(decoding: base64[start..<min(start + 64, base64.count)], as: UTF8.self) + "\n"
        }
        return text + "-----END \(label)-----\n"
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// The first place where the text stands.
    func index(of text: StaticString) -> Int? {
        let needle = text.withUTF8Buffer(Array.init)
        guard count >= needle.count else { return nil }
        return (startIndex...(endIndex - needle.count)).first { self[$0..<($0 + needle.count)].elementsEqual(needle) }
    }
}
