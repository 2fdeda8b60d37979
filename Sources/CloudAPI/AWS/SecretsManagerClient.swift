/// AWS Secrets Manager: texts only. No error of this client holds a secret.
package struct SecretsManagerClient: Sendable {
    private let client: AWSClient

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .secretsManager)
    }

    /// The current text of a secret; nil if there is no such secret or it has no text yet.
    package func value(of secret: String) throws -> String? {
        do {
            return try call("GetSecretValue", ["SecretId": .string(secret)])["SecretString"]?.string
        } catch let error as CloudError where error.code == "ResourceNotFoundException" {
            return nil
        }
    }

    /// Makes the text the current version of an existing secret.
    package func put(value: String, into secret: String) throws {
        _ = try call(
            "PutSecretValue",
            [
                "SecretId": .string(secret),
                "SecretString": .string(value),
                "ClientRequestToken": .string(RequestID.random().description),
            ]
        )
    }

    /// There is such a secret, with a value or not, and it is not about to be deleted.
    package func exists(_ secret: String) throws -> Bool {
        do {
            return try call("DescribeSecret", ["SecretId": .string(secret)])["DeletedDate"] == nil
        } catch let error as CloudError where error.code == "ResourceNotFoundException" {
            return false
        }
    }

    func call(_ operation: String, _ input: JSON) throws -> JSON {
        try client.json(operation, target: "secretsmanager", input)
    }
}
