import CloudAPI
import CloudFormation
import InfraDSL

/// Makes key pairs: the private half goes to Secrets Manager and nowhere else, the public half to Snowflake.
struct KeyPairStep {
    private let secrets: SecretsManagerClient

    init(_ session: Session) { secrets = SecretsManagerClient(session.aws) }

    /// The public half of the pair that the secret holds; nil when it holds none.
    func publicKey(of keyPair: KeyPair) throws -> String? {
        guard let value = try secrets.value(of: keyPair.secretName), !value.isEmpty else { return nil }
        return Base64.encode(try Self.privateKey(in: value, of: keyPair).publicKeyDER())
    }

    /// The private half, for a program that signs in on the deployer's behalf; never printed.
    func privateKeyPEM(of keyPair: KeyPair) throws -> String? {
        guard let value = try secrets.value(of: keyPair.secretName), !value.isEmpty else { return nil }
        return try Self.privateKey(in: value, of: keyPair).pkcs8PEM()
    }

    /// The public half, of a new pair where the secret held none.
    func ensure(_ keyPair: KeyPair) throws -> String {
        if let existing = try publicKey(of: keyPair) { return existing }
        let key = try PrivateKey.generateRSA()
        let value = JSON.object([.init("privateKey", .string(key.pkcs8PEM()))])
        try secrets.put(value: String(decoding: value.bytes, as: UTF8.self), into: keyPair.secretName)
        return Base64.encode(key.publicKeyDER())
    }

    private static func privateKey(in secret: String, of keyPair: KeyPair) throws -> PrivateKey {
        guard let json = try? JSON.parse(Array(secret.utf8)), let pem = json["privateKey"]?.string else {
            throw Failure(
                "The secret \(keyPair.secretName) holds something else than {\"privateKey\": …}.",
                advice: "Put the right value back, or delete the secret's value so that a new pair is made.")
        }
        do {
            return try PrivateKey(pem: pem)
        } catch {
            throw Failure("The private key in the secret \(keyPair.secretName) can not be read: \(error)")
        }
    }
}
