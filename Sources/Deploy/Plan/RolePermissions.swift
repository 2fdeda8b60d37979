import CloudAPI
import CloudFormation
import InfraDSL

/// What a role may do, as IAM has it.
struct LivePermissions: Sendable, Hashable {
    let roleName: String
    /// Documents by the policy's name, JSON.
    let inline: [String: String]
    /// ARNs.
    let attached: [String]
}

/// An inline policy that is not as declared, and that CloudFormation would leave as it is: it compares templates, not roles.
struct PermissionRepair: Sendable, Hashable {
    /// The logical id.
    let role: String
    let roleName: String
    let policyName: String
    /// Nil where the policy is gone.
    let live: String?
    /// JSON.
    let declared: String
}

/// The permissions of roles compared with what is declared.
struct PermissionDrift: Sendable {
    var repairs: [PermissionRepair] = []
    /// Policies that somebody added: they are told and left alone.
    var added: [String] = []
    /// Roles whose declared policies hold values that are not known here.
    var unchecked: [String] = []
    /// What the added policies mean for who may do what.
    var access: [AccessChange] = []

    /// - Parameters:
    ///   - live: by logical id.
    ///   - changes: what the deploy changes in the template; policies among it are CloudFormation's to set.
    init(
        _ assembly: Assembly,
        live: [String: LivePermissions],
        known: KnownValues,
        changes: [ResourceChange] = []
    ) {
        // A managed policy of the stack may name its roles itself; its `Ref` is its ARN.
        let own = Set(
            assembly.template.entries.filter { $0.type == "AWS::IAM::ManagedPolicy" }.compactMap {
                known.value(.attribute(of: $0.logicalID.name, Reference.refAttribute))
            })
        for entry in assembly.template.entries where entry.type == IAM.Role.type {
            guard let permissions = live[entry.logicalID.name] else { continue }
            let change = changes.first { $0.id == entry.logicalID.name }
            if change?.action == .create || change?.setsPolicies == true { continue }
            compare(entry, permissions, known, own)
        }
    }

    private mutating func compare(
        _ entry: TemplateEntry, _ live: LivePermissions, _ known: KnownValues, _ own: Set<String>
    ) {
        let id = entry.logicalID.name
        var declaredNames: Set<String> = []
        for policy in entry.properties["Policies"]?.policyItems ?? [] {
            guard let name = policy["PolicyName"]?.string, let document = policy["PolicyDocument"],
                let declared = TrustPolicy.rendered(document, known)
            else {
                if let name = policy["PolicyName"]?.string { declaredNames.insert(name) }
                if !unchecked.contains(id) { unchecked.append(id) }
                continue
            }
            declaredNames.insert(name)
            let found = live.inline[name]
            let parsed = found.flatMap { try? JSON.parse(Array($0.utf8)) }
            if let parsed, TrustPolicy.agree(parsed, declared) { continue }
            repairs.append(
                PermissionRepair(
                    role: id, roleName: live.roleName, policyName: name, live: found,
                    declared: String(decoding: declared.bytes, as: UTF8.self)))
        }
        for name in live.inline.keys.sorted() where !declaredNames.contains(name) {
            added.append("inline policy \(name) of \(live.roleName)")
            let document = (try? JSON.parse(Array((live.inline[name] ?? "").utf8))).map { Value($0) }
            access +=
                AccessDiff("\(id) permissions", from: [], to: AccessStatement.all(of: document ?? .map([]))).changes
        }
        let declared = Set(
            (entry.properties["ManagedPolicyArns"]?.policyItems ?? []).compactMap { item -> String? in
                if case .text(let text) = item { text.resolved(known.value) } else { nil }
            })
        for arn in live.attached where !declared.contains(arn) && !own.contains(arn) {
            added.append("managed policy \(arn) on \(live.roleName)")
        }
    }
}

extension ResourceChange {
    fileprivate var setsPolicies: Bool {
        properties.contains { $0.path.starts(with: ["Properties", "Policies"]) || $0.path == ["Properties"] }
    }
}

extension Value {
    /// JSON as a tree of properties; null becomes an empty text.
    init(_ json: JSON) {
        switch json {
        case .null: self = ""
        case .bool(let bool): self = .bool(bool)
        case .number(let number): self = Int(number).map { .int($0) } ?? .text(Text(number))
        case .string(let string): self = .text(Text(string))
        case .array(let items): self = .list(items.map { Value($0) })
        case .object(let members): self = .map(members.map { .init($0.name, Value($0.value)) })
        }
    }
}
