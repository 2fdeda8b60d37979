/// What a role may do, as IAM has it.
extension IAMClient {
    /// The documents of a role's inline policies, JSON, by name; nil for a role that does not exist.
    package func inlinePolicies(ofRole role: String) throws -> [String: String]? {
        do {
            var policies: [String: String] = [:]
            for name in try pages("ListRolePolicies", role, "PolicyNames").map(\.text) {
                let result = try call("GetRolePolicy", [("RoleName", role), ("PolicyName", name)])
                let document = result.text("PolicyDocument") ?? ""
                policies[name] = PercentEncoding.decode(document) ?? document
            }
            return policies
        } catch let error as CloudError where error.code == "NoSuchEntity" {
            return nil
        }
    }

    /// The ARNs of the managed policies attached to a role; none for a role that does not exist.
    package func attachedPolicies(ofRole role: String) throws -> [String] {
        do {
            return try pages("ListAttachedRolePolicies", role, "AttachedPolicies").compactMap { $0.text("PolicyArn") }
        } catch let error as CloudError where error.code == "NoSuchEntity" {
            return []
        }
    }

    /// Sets an inline policy, whether there is one of that name or not.
    ///
    /// - Parameter document: a policy, JSON.
    package func putRolePolicy(role: String, name: String, document: String) throws {
        _ = try call("PutRolePolicy", [("RoleName", role), ("PolicyName", name), ("PolicyDocument", document)])
    }

    private func pages(_ operation: String, _ role: String, _ list: String) throws -> [XMLElement] {
        var elements: [XMLElement] = []
        var marker: String?
        repeat {
            let result = try call(operation, [("RoleName", role)] + (marker.map { [("Marker", $0)] } ?? []))
            elements += result.members(list)
            marker = result.text("IsTruncated") == "true" ? result.text("Marker") : nil
        } while marker != nil
        return elements
    }
}
