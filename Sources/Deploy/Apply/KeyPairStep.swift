import CloudAPI
import CloudFormation
import InfraDSL

/// Makes key pairs: the private half goes to Secrets Manager and nowhere else, the public half to Snowflake.
struct KeyPairStep {
    private let secrets: SecretsManagerClient

    init(_ session: Session) { secrets = SecretsManagerClient(session.aws) }

    /// The public half of the pair that the secret holds; nil when it holds none.
    func publicKey(of keyPair: KeyPair) throws -> String? {
        try privateKey(of: keyPair).map { Base64.encode($0.publicKeyDER()) }
    }

    /// The private half, for a program that signs in on the deployer's behalf; never printed.
    func privateKeyPEM(of keyPair: KeyPair) throws -> String? {
        try privateKey(of: keyPair)?.pkcs8PEM()
    }

    /// The public half, of a new pair where the secret held none.
    func ensure(_ keyPair: KeyPair) throws -> String {
        if let existing = try publicKey(of: keyPair) { return existing }
        let key = try PrivateKey.generateRSA()
        let value = JSON.object([.init("privateKey", .string(key.pkcs8PEM()))])
        try secrets.put(value: String(decoding: value.bytes, as: UTF8.self), into: keyPair.secretName)
        return Base64.encode(key.publicKeyDER())
    }

    /// Nil for a secret that is missing, empty, or about to be deleted.
    private func privateKey(of keyPair: KeyPair) throws -> PrivateKey? {
        let value: String?
        do {
            value = try secrets.value(of: keyPair.secretName)
        } catch let error as CloudError where error.code == "InvalidRequestException" {
            // "You can't perform this operation on the secret because it was marked for deletion."
            return nil
        }
        guard let value, !value.isEmpty else { return nil }
        guard let pem = (try? JSON.parse(Array(value.utf8)))?["privateKey"]?.string else {
            throw Failure(
                "The secret \(keyPair.secretName) holds something else than {\"privateKey\": …}.",
                advice: "Put the right value back, or delete the secret's value so that a new pair is made.",
                code: .attention)
        }
        do {
            return try PrivateKey(pem: pem)
        } catch {
            throw Failure(
                "The private key in the secret \(keyPair.secretName) can not be read: \(error)",
                advice: "Put the right value back, or delete the secret's value so that a new pair is made.",
                code: .attention)
        }
    }
}
