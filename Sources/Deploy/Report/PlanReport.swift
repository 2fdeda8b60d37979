import InfraDSL

/// A plan as people read it: both clouds on one screen, before and after of every property.
struct PlanReport {
    let plan: Plan

    var lines: [String] {
        var lines = archives + snowflake("Snowflake, before the template", plan.before) + stack + keyPairs
        lines += snowflake("Snowflake, after the template", plan.after)
        return lines.isEmpty ? ["No changes: both clouds are as declared."] : lines + ["", summary]
    }

    /// Counts by action.
    var summary: String {
        let actions = Action.allCases.compactMap { action -> String? in
            let count = plan.count(of: action)
            return count == 0 ? nil : "\(count) to \(action)"
        }
        return "Plan: " + (actions.isEmpty ? "nothing to change" : actions.joined(separator: ", ")) + "."
    }

    private var archives: [String] {
        let new = plan.archives.filter(\.isNew)
        guard !new.isEmpty else { return [] }
        return ["Programs"]
            + new.map { "  + \($0.archive.product)  \($0.archive.bytes.count / 1024) KB  \($0.archive.key.suffix(16))" }
    }

    private var stack: [String] {
        let name = plan.assembly.stack.stackName
        switch plan.stack {
        case .unchanged: return []
        case .create(let diff, let adopted):
            return ["AWS, stack \(name) (new)"]
                + adopted.map { "  > \($0.logicalID)  takes over the bucket \($0.name) and what it holds" }
                + diff.changes.filter { change in !adopted.contains { $0.logicalID == change.id } }.map(Self.line)
        case .update(let diff, let parameters):
            return ["AWS, stack \(name)"] + diff.changes.flatMap(Self.block)
                + (diff.sections + parameters).map { "  ~ \(Self.property($0))" }
        }
    }

    private var keyPairs: [String] {
        let new = plan.keyPairs.filter(\.isNew)
        guard !new.isEmpty else { return [] }
        return ["Key pairs (the private half stays in Secrets Manager)"]
            + new.map { "  + \($0.keyPair.id)  \($0.keyPair.secretName)" }
    }

    private func snowflake(_ title: String, _ changes: [SnowflakeChange]) -> [String] {
        changes.isEmpty
            ? []
            : [title]
                + changes.flatMap { change in
                    ["  \(change.action.rawValue) \(change.id)"]
                        + change.properties.map { "      \(Self.property($0))" }
                }
    }

    static func line(_ change: ResourceChange) -> String {
        "  \(change.action.rawValue) \(change.id)  \(change.type)"
    }

    static func block(_ change: ResourceChange) -> [String] {
        [line(change)]
            + change.properties.map { property in
                let cause = property.replaces(change.type) ? "  (a change of it replaces the resource)" : ""
                return "      \(Self.property(property))\(cause)"
            }
    }

    static func property(_ change: PropertyChange) -> String {
        "\(change.path.joined(separator: ".")): \(change.before ?? "(none)") → \(change.after ?? "(none)")"
    }
}

extension Plan {
    func count(of action: Action) -> Int {
        var actions = before.map(\.action) + after.map(\.action)
        switch stack {
        case .unchanged: break
        case .create(let diff, _): actions += diff.changes.map(\.action)
        case .update(let diff, let parameters):
            actions += diff.changes.map(\.action)
            if diff.isEmpty, !parameters.isEmpty { actions.append(.update) }
        }
        actions += archives.filter(\.isNew).map { _ in .create } + keyPairs.filter(\.isNew).map { _ in .create }
        return actions.count { $0 == action }
    }

    /// What is lost for good when the plan is carried out.
    var dataLoss: [String] {
        guard case .update(let diff, _) = stack else { return [] }
        let stateful = ["AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::SecretsManager::Secret", "AWS::Logs::LogGroup"]
        return diff.changes
            .filter { ($0.action == .delete || $0.action == .replace) && stateful.contains($0.type) }
            .filter { $0.deletionPolicy != "Retain" || $0.action == .replace }
            .map { "\($0.id) (\($0.type))" }
    }
}
