import CloudFormation
import InfraDSL

/// What differs between declared and shown; pure.
struct SnowflakeDiff: Sendable {
    let changes: [SnowflakeChange]
    /// What stands in the way: an object that is not ours, a column whose type would have to change.
    let conflicts: [String]

    /// - Parameter replaced: integrations that are others than those of the last deploy, by their external ids.
    init(
        _ resources: [any SnowflakeResource],
        live: LiveSnowflake,
        known: KnownValues,
        marker: String,
        adopting: Bool = false,
        replaced: Set<ObjectName> = []
    ) {
        var changes: [SnowflakeChange] = []
        var completions: [SnowflakeChange] = []
        var conflicts: [String] = []
        let tasks = TaskGraph(resources, live)
        var suspended: Set<ObjectName> = []
        for resource in resources {
            switch resource.declaration {
            case .grant(let grant):
                guard live.grants[grant.id] == nil else { continue }
                changes.append(Self.granting(grant, resource.declared))
            case .object(let object):
                let diff = ObjectDiff(
                    object, live.objects[object.name.id], known, marker: marker, declared: resource.declared,
                    adopting: adopting)
                conflicts += diff.conflicts
                if object.name.kind == .task, !diff.changes.isEmpty {
                    let stopping = tasks.suspended(for: object.name).filter { suspended.insert($0).inserted }
                    changes += stopping.map(tasks.suspension)
                }
                changes += diff.changes
                changes += Self.attachments(of: object, live, replaced, declared: resource.declared)
                completions += diff.completions
            }
        }
        self.changes = changes + tasks.resumptions(completions, after: suspended)
        self.conflicts = conflicts
    }

    private static func granting(_ grant: SnowflakeGrant, _ declared: SourceLocation) -> SnowflakeChange {
        let need: SnowflakeChange.Need = if case .inherited = grant { .inheritedGrant } else { .grant }
        return SnowflakeChange(
            action: .create, id: grant.id, statement: grant.statement, purpose: "", declared: declared, need: need)
    }

    /// A stage keeps the identity of its integration: one made anew must be set again, location and all in one statement.
    private static func attachments(
        of object: SnowflakeObject,
        _ live: LiveSnowflake,
        _ replaced: Set<ObjectName>,
        declared: SourceLocation
    ) -> [SnowflakeChange] {
        guard object.name.kind == .stage, live.objects[object.name.id] != nil,
            let option = object.properties.first(where: { $0.key == "STORAGE_INTEGRATION" }),
            case .name(let integration) = option.value,
            live.objects[integration.id] == nil || replaced.contains(integration)
        else { return [] }
        return [
            SnowflakeChange(
                action: .update, id: object.name.id, statement: object.alteration(setting: object.properties),
                purpose: object.purpose,
                properties: [
                    PropertyChange(
                        path: ["STORAGE_INTEGRATION"], before: "\(integration.dotted) that is no more",
                        after: integration.dotted)
                ],
                declared: declared)
        ]
    }
}
