package import CloudFormation

/// One statement of a policy in a template, and where it stands.
package struct SubjectStatement: Sendable {
    package let owner: SubjectResource
    package let kind: Kind
    let path: [String]
    package let value: Value

    /// Where a policy lies.
    package enum Kind: Sendable {
        /// On who acts.
        case identity
        /// On what is acted upon.
        case resource
        /// On a role: who may become it.
        case trust
        /// On a way through a network.
        case endpoint
    }

    package var isAllow: Bool { value["Effect"]?.literal != "Deny" }

    package var actions: [String] { value["Action"]?.items.compactMap(\.flat) ?? [] }

    package var resources: [Value] { value["Resource"]?.items ?? [] }

    /// Kind (`AWS`, `Service`, …) and who.
    var principals: [(kind: String, value: Value)] {
        guard let principal = value["Principal"] else { return [] }
        return principal.branches.flatMap { branch -> [(kind: String, value: Value)] in
            guard case .map(let entries) = branch, branch.intrinsic == nil else { return [("*", branch)] }
            return entries.flatMap { entry in entry.value.items.map { (entry.key, $0) } }
        }
    }

    var services: [String] { principals.filter { $0.kind == "Service" }.compactMap(\.value.flat) }

    /// Operator, key in lower case, values.
    package var conditions: [(test: String, key: String, values: [Value])] {
        guard case .map(let tests)? = value["Condition"] else { return [] }
        return tests.flatMap { test -> [(test: String, key: String, values: [Value])] in
            guard case .map(let keys) = test.value else { return [] }
            return keys.map { (test.key, $0.key.lowercased(), $0.value.items) }
        }
    }

    /// Whether a condition binds any of the keys to something narrower than everything.
    func binds(_ keys: [String]) -> Bool {
        conditions.contains { condition in
            keys.contains { condition.key == $0.lowercased() || condition.key.hasPrefix($0.lowercased() + "/") }
                && !condition.values.isEmpty
                && condition.values.allSatisfy { !["*", "**", "?*", ""].contains($0.flat ?? "-") }
                && !condition.test.contains("Not") && !condition.test.hasSuffix("IfExists")
        }
    }

    /// Whether the actions named cover one, by IAM's wildcards.
    func covers(_ action: String) -> Bool { actions.contains { Self.matches($0.lowercased(), action.lowercased()) } }

    /// `*` is any run of characters, `?` any one.
    package static func matches(_ pattern: String, _ text: String) -> Bool {
        let pattern = Array(pattern.utf8)
        let text = Array(text.utf8)
        var (p, t) = (0, 0)
        var retry: (p: Int, t: Int)?
        while t < text.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                retry = (p, t)
                p += 1
            } else if p < pattern.count, pattern[p] == text[t] || pattern[p] == UInt8(ascii: "?") {
                p += 1
                t += 1
            } else if let (star, from) = retry {
                retry = (star, from + 1)
                p = star + 1
                t = from + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    static func all(of resource: SubjectResource) -> [SubjectStatement] {
        guard let properties = resource.body["Properties"] else { return [] }
        var found: [SubjectStatement] = []
        properties.walk { path, value in
            guard let key = path.last, let statements = value["Statement"] else { return }
            let kind: Kind
            switch key {
            case "AssumeRolePolicyDocument": kind = .trust
            case "KeyPolicy", "RepositoryPolicyText", "ResourcePolicy": kind = .resource
            case "PolicyDocument" where resource.type == "AWS::EC2::VPCEndpoint": kind = .endpoint
            case "PolicyDocument" where resource.type.hasPrefix("AWS::IAM::"): kind = .identity
            case "PolicyDocument": kind = resource.type.hasSuffix("Policy") ? .resource : .identity
            default: return
            }
            found += statements.items.enumerated().map { index, statement in
                SubjectStatement(
                    owner: resource, kind: kind,
                    path: ["Resources", resource.id, "Properties"] + path + ["Statement", "\(index)"], value: statement)
            }
        }
        return found
    }

    func breach(_ detail: String) -> Breach {
        let name = value["Sid"]?.literal.map { "statement \($0)" } ?? "statement \(path.last ?? "")"
        return Breach(id: owner.id, path: path, "\(name): \(detail)")
    }
}
