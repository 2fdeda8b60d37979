import CloudAPI
import CloudFormation
import InfraDSL

extension StackView {
    /// What was changed by hand: before is what was deployed, after is what is there.
    init(_ drift: Drift) {
        let plan = drift.plan
        let declared = Declarations(plan.assembly)
        name = plan.assembly.stack.stackName
        let ownRoles = Set(drift.permissions.repairs.map(\.role))
        let aws = drift.resources.map { Change($0, declared[$0.logicalResourceID]) }
        let roles =
            plan.trustRepairs.map { Change(drifted: $0, declared[$0.role.id]) }
            + drift.permissions.repairs.map { Change(drifted: $0, declared[$0.role]) }
        let snowflake = (plan.before + plan.after).map { Change(drifted: $0, declared[$0.id]) }
        groups = [
            Group(title: "AWS, by CloudFormation's drift detection", changes: aws),
            Group(title: "AWS, roles as IAM has them", changes: roles),
            Group(title: "Snowflake", changes: snowflake),
        ].filter { !$0.changes.isEmpty }
        let all = groups.flatMap(\.changes)
        counts = Dictionary(all.map { ($0.action, 1) }, uniquingKeysWith: +)
        let repairs = plan.trustRepairs.map(\.policy) + drift.permissions.repairs.map(\.policy)
        access = repairs.flatMap { $0.drift.changes } + drift.permissions.access
        losses = []
        undeclared = plan.undeclared
        var notes = drift.silence.map { [$0] } ?? []
        if !drift.unchecked.isEmpty {
            notes.append("CloudFormation does not look at \(drift.unchecked.joined(separator: ", ")).")
        }
        let unread = drift.permissions.unchecked.filter { !ownRoles.contains($0) }
        if !unread.isEmpty {
            notes.append("The policies of \(unread.joined(separator: ", ")) hold values that are not known here.")
        }
        if case .update(let diff, _) = plan.stack, !diff.isEmpty {
            notes.append(
                "The declared template is not the deployed one; `deploy diff` shows what a deploy would change.")
        }
        self.notes = notes
        conflicts = plan.conflicts
    }
}

extension StackView.Change {
    fileprivate init(_ drift: CloudFormationClient.ResourceDrift, _ declared: SourceLocation?) {
        let isGone = drift.status == "DELETED"
        self.init(action: isGone ? .delete : .update, id: drift.logicalResourceID, type: drift.resourceType)
        physicalID = drift.physicalResourceID
        note = isGone ? "is gone" : nil
        self.declared = declared
        let writeOnly = ResourceFacts.of(drift.resourceType)?.writeOnly
        properties = drift.differences.map { difference in
            let path = difference.path.split(separator: "/").joined(separator: "/")
            let isHidden = writeOnly?.coverage(of: path) == .inside
            return .init(
                path: path.replacing("/", with: "."),
                before: isHidden ? PropertyChange.hidden : difference.kind == "ADD" ? nil : difference.expected,
                after: isHidden ? PropertyChange.hidden : difference.kind == "REMOVE" ? nil : difference.actual)
        }
    }

    /// A deploy would set it back: what it would set is what was, and what is shown is what is.
    private init(reversing change: Self, _ declared: SourceLocation?) {
        self = change
        self.declared = declared
        properties = change.properties.map { .init(path: $0.path, before: $0.after, after: $0.before) }
    }

    fileprivate init(drifted repair: TrustRepair, _ declared: SourceLocation?) {
        self.init(reversing: Self(repair), declared)
    }

    fileprivate init(drifted repair: PermissionRepair, _ declared: SourceLocation?) {
        self.init(reversing: Self(repair), declared)
        if repair.live == nil { note = "is gone" }
    }

    fileprivate init(drifted change: SnowflakeChange, _ declared: SourceLocation?) {
        self.init(action: change.action == .create ? .delete : .update, id: change.id, type: "")
        note = change.action == .create ? "is gone, or was never made" : nil
        self.declared = declared
        properties = change.properties.map { .init(path: $0.path.propertyPath, before: $0.after, after: $0.before) }
    }
}
