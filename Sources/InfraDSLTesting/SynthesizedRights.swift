import CloudFormation
import InfraDSL

/// What the template lets a role do: the statements of its own policies and of those attached to it.
public struct SynthesizedRights: Sendable {
    /// Action by action: what, on what, under which conditions.
    public struct Right: Hashable, Sendable, CustomStringConvertible {
        public let action: String
        /// Holes are written `${…}`; nil where a function makes it.
        public let resource: String?
        public let isConditional: Bool

        public var description: String {
            "\(action) on \(resource ?? "what a function gives")\(isConditional ? ", on a condition" : "")"
        }
    }

    public let allowed: Set<Right>
    public let denied: Set<Right>
    /// Policies that stand outside of the template; what they allow is not known here.
    public let managedPolicies: [String]
    /// The logical ids of the resources that each right is on.
    private let targets: [Right: Set<String>]

    init(of role: SubjectResource, in template: SynthesizedTemplate) {
        var rights: (allowed: Set<Right>, denied: Set<Right>) = ([], [])
        var targets: [Right: Set<String>] = [:]
        for statement in template.subject.identityStatements(of: role) {
            for action in statement.actions {
                for resource in statement.resources {
                    let right = Right(
                        action: action, resource: resource.flat, isConditional: !statement.conditions.isEmpty)
                    if statement.isAllow { rights.allowed.insert(right) } else { rights.denied.insert(right) }
                    if let id = template.subject.target(of: resource)?.id { targets[right, default: []].insert(id) }
                }
            }
        }
        allowed = rights.allowed
        denied = rights.denied
        self.targets = targets
        managedPolicies = role.body["Properties"]?["ManagedPolicyArns"]?.items.compactMap(\.flat) ?? []
    }

    /// All actions allowed, on whatever.
    public var actions: Set<String> { Set(allowed.map(\.action)) }

    /// The actions allowed on one resource of the template, or on a part of it.
    public func actions(on logicalID: String) -> Set<String> {
        Set(allowed.filter { targets[$0]?.contains(logicalID) ?? false }.map(\.action))
    }

    /// Whether an action is allowed on something, wildcards included, and denied on nothing.
    public func allows(_ action: String) -> Bool {
        func covers(_ right: Right) -> Bool { SubjectStatement.matches(right.action.lowercased(), action.lowercased()) }
        return allowed.contains(where: covers) && !denied.contains(where: covers)
    }
}

extension SynthesizedTemplate {
    /// What a role may do: `template.rights(of: "IngestRole").actions(on: "Arrivals") == ["sqs:ReceiveMessage", …]`.
    public func rights(of role: String) throws -> SynthesizedRights {
        _ = try resource(role, of: IAM.Role.self)
        guard let role = subject[role] else { throw Missing(description: "there is no \(role)") }
        return SynthesizedRights(of: role, in: self)
    }
}
