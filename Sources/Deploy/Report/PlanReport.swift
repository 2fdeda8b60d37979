import InfraDSL

/// A plan as people read it: both clouds on one screen, before and after of every property.
struct PlanReport {
    let plan: Plan

    var lines: [String] {
        var lines = archives + snowflake("Snowflake, before the template", plan.before) + stack + trust + keyPairs
        lines += snowflake("Snowflake, after the template", plan.after)
        if lines.isEmpty { lines = ["No changes: both clouds are as declared."] } else { lines += ["", summary] }
        return lines + undeclared + withheld + losses
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
        case .create(let diff, let adopted, let stillborn):
            return ["AWS, stack \(name) (new)"]
                + (stillborn == nil ? [] : ["  - what a first creation that failed left of \(name)"])
                + adopted.map { "  > \($0.logicalID)  takes over the bucket \($0.name) and what it holds" }
                + diff.changes.filter { change in !adopted.contains { $0.logicalID == change.id } }
                .map { TemplateReport.line($0) }
        case .update(let diff, let parameters):
            return ["AWS, stack \(name)"] + TemplateReport(diff: diff, parameters: parameters).lines
        }
    }

    private var trust: [String] {
        guard !plan.trustRepairs.isEmpty else { return [] }
        return ["AWS, changed by hand and set back"]
            + plan.trustRepairs.flatMap { repair in
                [
                    "  ~ \(repair.role.id)  trust policy of \(repair.role.name)",
                    "      is: \(repair.live.split(whereSeparator: \.isWhitespace).joined(separator: " "))",
                    "      declared: \(repair.declared)",
                ]
            }
    }

    private var keyPairs: [String] {
        let new = plan.keyPairs.filter(\.isNew)
        guard !new.isEmpty else { return [] }
        return ["Key pairs (the private half stays in Secrets Manager)"]
            + new.map { "  + \($0.keyPair.id)  \($0.keyPair.secretName)" }
    }

    private var undeclared: [String] {
        plan.undeclared.isEmpty
            ? [] : ["", "Not declared, left alone"] + plan.undeclared.map { "    \($0)" }
    }

    private var withheld: [String] {
        plan.withheld.isEmpty
            ? []
            : ["", "Held back, since data would be lost; done with --approve \(Consent.dataLoss.rawValue)"]
                + plan.withheld.map { "  ! \($0.id): \($0.loss ?? "")" }
    }

    private var losses: [String] {
        plan.dataLoss.isEmpty ? [] : ["", "Data is lost"] + plan.dataLoss.map { "  ! \($0.description)" }
    }

    private func snowflake(_ title: String, _ changes: [SnowflakeChange]) -> [String] {
        changes.isEmpty
            ? []
            : [title]
                + changes.flatMap { change in
                    ["  \(change.action.rawValue) \(change.id)"]
                        + change.properties.map { "      \(TemplateReport.property($0))" }
                }
    }
}
