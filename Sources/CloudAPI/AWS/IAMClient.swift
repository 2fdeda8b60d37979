/// AWS IAM, as far as the deployer looks at roles and the embedded AWS needs a user (API version 2010-05-08).
package struct IAMClient: Sendable {
    private let client: AWSClient

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .iam)
    }

    package struct Role: Sendable, Hashable {
        package let arn: String
        /// The trust policy, JSON.
        package let trustPolicy: String
    }

    /// Nil for a role that does not exist.
    package func role(name: String) throws -> Role? {
        do {
            let result = try call("GetRole", [("RoleName", name)])
            guard let arn = result.text("Role", "Arn"), let policy = result.text("Role", "AssumeRolePolicyDocument")
            else { throw client.unreadable("GetRole", "no role in the answer") }
            return Role(arn: arn, trustPolicy: PercentEncoding.decode(policy) ?? policy)
        } catch let error as CloudError where error.code == "NoSuchEntity" {
            return nil
        }
    }

    package func createUser(_ name: String) throws { _ = try call("CreateUser", [("UserName", name)]) }

    /// - Parameter document: a policy, JSON.
    package func putUserPolicy(user: String, name: String, document: String) throws {
        _ = try call(
            "PutUserPolicy", [("UserName", user), ("PolicyName", name), ("PolicyDocument", document)])
    }

    package func createAccessKey(user: String) throws -> AWSCredentials {
        let result = try call("CreateAccessKey", [("UserName", user)])
        guard let id = result.text("AccessKey", "AccessKeyId"),
            let secret = result.text("AccessKey", "SecretAccessKey")
        else { throw client.unreadable("CreateAccessKey", "no key in the answer") }
        return AWSCredentials(accessKeyID: id, secretAccessKey: secret)
    }

    private func call(_ operation: String, _ parameters: [(name: String, value: String)]) throws -> XMLElement {
        try client.query(operation, version: "2010-05-08", parameters)
    }
}
