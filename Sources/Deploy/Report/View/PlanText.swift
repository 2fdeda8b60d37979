import CloudFormation

/// A plan as people read it in a terminal: both clouds on one screen, before and after of every property.
struct PlanText {
    let view: PlanView

    var lines: [String] {
        let several = view.stacks.count > 1
        var lines = ["\(view.title)\(view.identity.map { "  ·  \($0)" }.joined())"]
        for stack in view.stacks {
            lines += several ? ["", "Stack \(stack.name)"] : [""]
            lines += self.lines(of: stack)
        }
        if view.isEmpty, !several { lines = [lines[0]] + view.stacks.flatMap(self.lines) }
        if !view.contract.isEmpty { lines += [""] + view.contract }
        if !view.isEmpty { lines += ["", "\(view.kind.noun): \(view.summary)."] }
        return lines
    }

    private func lines(of stack: StackView) -> [String] {
        var blocks = stack.groups.map { [$0.title] + $0.changes.flatMap(Self.block) }
        if stack.groups.isEmpty { blocks.append([view.kind.nothing]) }
        if !stack.notes.isEmpty { blocks.append(stack.notes) }
        if stack.isNew, !stack.access.isEmpty {
            blocks.append(["Who may do what: \(stack.access.count) statements, new with the stack"])
        } else if !stack.access.isEmpty {
            blocks.append(["Who may do what"] + stack.access.flatMap(Self.row))
        }
        if !stack.losses.isEmpty { blocks.append(["Data is lost"] + stack.losses.map { "  ! \($0)" }) }
        if !stack.undeclared.isEmpty {
            blocks.append(["Not declared, left alone"] + stack.undeclared.map { "    \($0)" })
        }
        if !stack.withheld.isEmpty { blocks.append([StackView.withheldTitle] + stack.withheld.map { "  ! \($0)" }) }
        if !stack.conflicts.isEmpty { blocks.append(["To be settled first"] + stack.conflicts.map { "  ! \($0)" }) }
        if let obstacle = stack.obstacle { blocks.append(["No deploy now", "  ! \(obstacle)"]) }
        return Array(blocks.joined(separator: [""]))
    }

    static func block(_ change: StackView.Change) -> [String] {
        let words = [
            change.id, change.type, change.fate, change.declared.map { "(\($0))" } ?? "",
        ].filter { !$0.isEmpty }
        return ["  \(change.action.rawValue) \(words.joined(separator: "  "))"]
            + change.properties.map { property in
                let path = property.path.isEmpty ? "" : "\(property.path): "
                let cause = property.cause.isEmpty ? "" : "  (\(property.cause))"
                return "      \(path)\(property.before ?? "(none)") → \(property.after ?? "(none)")\(cause)"
            }
    }

    private static func row(_ change: AccessChange) -> [String] {
        let verdict = change.verdict.rawValue.padding(to: 8)
        return ["  \(verdict)  \(change.action.rawValue) \(change.place)", "              \(change.statement)"]
            + (change.reason.isEmpty ? [] : ["              → \(change.reason)"])
    }
}

extension String {
    /// With blanks behind it, up to a width in characters.
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
