import CloudAPI
import CloudFormation
import InfraDSL

/// Who may assume an IAM role. CloudFormation compares templates and not roles: a trust that somebody edited by hand stays
/// edited until the deployer looks at the role itself.
enum TrustPolicy {
    /// A role that the stack gives a name of its own, so that it can be found without asking CloudFormation.
    struct NamedRole: Sendable {
        let id: String
        let name: String
        let document: Value
    }

    static func namedRoles(of assembly: Assembly) -> [NamedRole] {
        assembly.template.entries.compactMap { entry in
            guard entry.type == IAM.Role.type, let name = entry.properties["RoleName"]?.string,
                let document = entry.properties["AssumeRolePolicyDocument"]
            else { return nil }
            return NamedRole(id: entry.logicalID.name, name: name, document: document)
        }
    }

    /// A declared document as JSON; nil while a hole in it is not known.
    static func rendered(_ value: Value, _ known: KnownValues) -> JSON? {
        switch value {
        case .text(let text): return text.resolved(known.value).map { .string($0) }
        case .int(let number): return .integer(number)
        case .double(let number): return .number("\(number)")
        case .bool(let bool): return .bool(bool)
        case .list(let items):
            let rendered = items.compactMap { self.rendered($0, known) }
            return rendered.count == items.count ? .array(rendered) : nil
        case .map(let entries):
            let members = entries.compactMap { entry in
                rendered(entry.value, known).map { JSON.Member(entry.key, $0) }
            }
            return members.count == entries.count ? .object(members) : nil
        }
    }

    /// Whether two documents mean the same: order does not matter, and one item is as good as a list of it
    /// (IAM user guide, "Grammar of the IAM JSON policy language").
    static func agree(_ one: JSON, _ other: JSON) -> Bool { canonical(one) == canonical(other) }

    private static func canonical(_ json: JSON) -> JSON {
        switch json {
        case .object(let members):
            return .object(
                members.map { JSON.Member($0.name, canonical($0.value)) }.sorted { $0.name < $1.name })
        case .array(let items):
            let inner = items.map(canonical)
            if inner.count == 1 { return inner[0] }
            return .array(inner.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
        case .bool(let bool): return .string(bool ? "true" : "false")
        case .number(let number): return .string(number)
        case .string, .null: return json
        }
    }
}

/// A trust policy that differs from what the stack declares, and that CloudFormation would leave as it is.
struct TrustRepair: Sendable {
    let role: TrustPolicy.NamedRole
    /// The policy as IAM has it, JSON.
    let live: String
    /// The policy as declared, JSON.
    let declared: String

    /// - Parameter changes: what the deploy changes in the template; a trust among it is CloudFormation's to set.
    static func all(
        for assembly: Assembly,
        live policies: [String: String],
        known: KnownValues,
        changes: [ResourceChange]
    ) -> (repairs: [TrustRepair], missing: [TrustPolicy.NamedRole]) {
        var repairs: [TrustRepair] = []
        var missing: [TrustPolicy.NamedRole] = []
        for role in TrustPolicy.namedRoles(of: assembly) {
            let change = changes.first { $0.id == role.id }
            if change?.action == .create || change?.setsTrust == true { continue }
            guard let live = policies[role.name] else {
                missing.append(role)
                continue
            }
            guard let declared = TrustPolicy.rendered(role.document, known) else { continue }
            if let json = try? JSON.parse(Array(live.utf8)), TrustPolicy.agree(json, declared) { continue }
            repairs.append(
                TrustRepair(role: role, live: live, declared: String(decoding: declared.bytes, as: UTF8.self)))
        }
        return (repairs, missing)
    }
}

extension ResourceChange {
    fileprivate var setsTrust: Bool {
        properties.contains { $0.path.starts(with: ["Properties", "AssumeRolePolicyDocument"]) }
    }
}
