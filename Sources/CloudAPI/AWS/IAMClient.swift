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

    /// Says anew who may assume a role.
    ///
    /// - Parameter document: the trust policy, JSON.
    package func setTrustPolicy(of role: String, to document: String) throws {
        _ = try call("UpdateAssumeRolePolicy", [("RoleName", role), ("PolicyDocument", document)])
    }

    /// What IAM says of actions before anybody tries them (`SimulatePrincipalPolicy`), in requests of 50.
    ///
    /// - Parameter principal: the ARN of a user or a role; a session of a role is not one.
    /// - Returns: the actions that are not allowed.
    package func denied(_ actions: [String], to principal: String) throws -> [String] {
        var denied: [String] = []
        for start in stride(from: 0, to: actions.count, by: 50) {
            var parameters = QueryParameters()
            parameters.add("PolicySourceArn", principal)
            parameters.add(list: "ActionNames", Array(actions[start..<min(start + 50, actions.count)]))
            var marker: String?
            repeat {
                var page = parameters
                page.add("Marker", marker)
                let result = try call("SimulatePrincipalPolicy", page.pairs)
                denied += result.members("EvaluationResults")
                    .filter { $0.text("EvalDecision") != "allowed" }.compactMap { $0.text("EvalActionName") }
                marker = result.text("Marker").flatMap { $0.isEmpty ? nil : $0 }
            } while marker != nil
        }
        return denied
    }

    /// Makes a user; one of that name is left as it is.
    package func createUser(_ name: String) throws {
        do {
            _ = try call("CreateUser", [("UserName", name)])
        } catch let error as CloudError where error.code == "EntityAlreadyExists" {
            return
        }
    }

    /// - Parameter document: a policy, JSON.
    package func putUserPolicy(user: String, name: String, document: String) throws {
        _ = try call(
            "PutUserPolicy", [("UserName", user), ("PolicyName", name), ("PolicyDocument", document)])
    }

    /// A new access key, whose secret is told this once. Not asked for again when it may have been made.
    package func createAccessKey(user: String) throws -> AWSCredentials {
        let result = try call("CreateAccessKey", [("UserName", user)], isIdempotent: false)
        guard let id = result.text("AccessKey", "AccessKeyId"),
            let secret = result.text("AccessKey", "SecretAccessKey")
        else { throw client.unreadable("CreateAccessKey", "no key in the answer") }
        return AWSCredentials(accessKeyID: id, secretAccessKey: secret)
    }

    /// The ids of a user's access keys, at most two; empty if there is no such user.
    package func accessKeyIDs(user: String) throws -> [String] {
        do {
            return try call("ListAccessKeys", [("UserName", user)]).members("AccessKeyMetadata")
                .compactMap { $0.text("AccessKeyId") }
        } catch let error as CloudError where error.code == "NoSuchEntity" {
            return []
        }
    }

    /// Deletes an access key; one that is gone counts as deleted.
    package func deleteAccessKey(user: String, id: String) throws {
        do {
            _ = try call("DeleteAccessKey", [("UserName", user), ("AccessKeyId", id)])
        } catch let error as CloudError where error.code == "NoSuchEntity" {
            return
        }
    }

    func call(_ operation: String, _ parameters: [(name: String, value: String)], isIdempotent: Bool = true)
        throws -> XMLElement
    {
        try client.query(operation, version: "2010-05-08", parameters, isIdempotent: isIdempotent)
    }
}
