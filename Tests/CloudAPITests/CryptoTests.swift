import CloudAPI
import Foundation
import Testing

@Suite struct CryptoTests {
    @Test func `SHA-256 gives the digests of FIPS 180-4`() {
        #expect(
            SHA256.hex("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        let running = SHA256.Running()
        for piece in ["abcdbcdecdefdefgefghfghighij", "hijkijkljklmklmnlmnomnopnopq"] { running.update(piece.utf8) }
        let expected = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        #expect(Hex.encode(running.digest()) == expected)
        #expect(Hex.encode(running.digest()) == expected, "a digest may be taken twice")
    }

    @Test func `HMAC gives the codes of RFC 4231`() {
        let code = HMACSHA256.code(for: "what do ya want for nothing?".utf8, key: "Jefe".utf8)
        #expect(Hex.encode(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let long = HMACSHA256.code(
            for: "Test Using Larger Than Block-Size Key - Hash Key First".utf8,
            key: [UInt8](repeating: 0xAA, count: 131))
        #expect(Hex.encode(long) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func `a generated key survives its PEM and signs the same`() throws {
        let key = try PrivateKey.generateRSA()
        let pem = key.pkcs8PEM()
        #expect(pem.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        let again = try PrivateKey(pem: pem)
        #expect(again.publicKeyDER() == key.publicKeyDER())
        #expect(try again.signRS256("text".utf8) == key.signRS256("text".utf8))
        #expect(try key.signRS256("text".utf8).count == 256)
    }

    @Test(arguments: ["\\n", " ", "\r\n", ""])
    func `a key is read though its line breaks were spoilt`(separator: String) throws {
        let key = try PrivateKey.generateRSA()
        let spoilt = key.pkcs8PEM().replacingOccurrences(of: "\n", with: separator)
        #expect(try PrivateKey(pem: spoilt).publicKeyDER() == key.publicKeyDER())
    }

    @Test func `no rendering of a key shows the key`() throws {
        let key = try PrivateKey.generateRSA()
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] {
            #expect(text.count < 60, "\(text)")
            #expect(text.contains("RSA 2048"))
        }
    }

    @Test(arguments: [
        "", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "-----BEGIN -----END ",
    ])
    func `what is no key is refused without being repeated`(text: String) {
        let problem = #expect(throws: PrivateKey.Problem.self) { try PrivateKey(pem: text) }
        #expect(problem?.description.contains("AAAA") == false)
    }

    @Test func `an encrypted key opens with its passphrase only`() throws {
        #expect(try PrivateKey(pem: Keys.encrypted, passphrase: "snow").bits == 2048)
        let wrong = #expect(throws: PrivateKey.Problem.self) { try PrivateKey(pem: Keys.encrypted, passphrase: "rain") }
        #expect(wrong?.description.contains("passphrase") == true)
        let missing = #expect(throws: PrivateKey.Problem.self) { try PrivateKey(pem: Keys.encrypted) }
        #expect(missing?.description.contains("no passphrase was given") == true)
    }

    @Test func `an elliptic or a short key is refused`() {
        #expect(throws: PrivateKey.Problem.self) { try PrivateKey(pem: Keys.elliptic) }
        #expect(throws: PrivateKey.Problem.self) { try PrivateKey(pem: Keys.short) }
    }

    @Test func `derived identifiers are stable and keep their parts apart`() {
        let id = RequestID.derived(from: "bucket", "key")
        #expect(id == RequestID.derived(from: "bucket", "key"))
        #expect(id != RequestID.derived(from: "bucketk", "ey"))
        #expect(UUID(uuidString: id.description) != nil)
        #expect(Array(id.description)[14] == "5")
        #expect(Array(RequestID.random().description)[14] == "4")
        #expect(RequestID.random() != RequestID.random())
    }
}
