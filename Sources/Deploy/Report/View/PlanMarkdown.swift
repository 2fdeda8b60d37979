import CloudFormation
import Foundation

/// A plan as a comment on a pull request (GitHub Flavored Markdown), cut where a comment would not be taken.
struct PlanMarkdown {
    let view: PlanView

    /// GitHub takes comments of 65,536 characters.
    private static let limit = 60_000

    var text: String {
        var parts = ["### \(view.kind.noun) of `\(view.title)`: \(view.isEmpty ? "no changes" : view.summary)"]
        if !view.identity.isEmpty { parts.append(view.identity.map(Self.escaped).joined(separator: " · ")) }
        let losses = view.stacks.flatMap(\.losses)
        if !losses.isEmpty {
            parts.append(
                "> [!CAUTION]\n" + losses.map { "> **Data is lost:** \(Self.escaped($0))" }.joined(separator: "\n>\n"))
        }
        let broader = view.stacks.filter { !$0.isNew }.flatMap(\.access).filter(\.isBroadening).count
        if broader > 0 {
            parts.append("> [!WARNING]\n> \(broader) statements give more access than before, or may.")
        }
        for stack in view.stacks { parts += Self.stack(stack, view.kind, isAlone: view.stacks.count == 1) }
        if !view.contract.isEmpty { parts.append(view.contract.map(Self.escaped).joined(separator: "  \n")) }
        if !view.consents.isEmpty {
            parts.append("Needs " + view.consents.map { "`--approve \($0)`" }.joined(separator: " ") + ".")
        }
        return Self.cut(parts.joined(separator: "\n\n")) + "\n"
    }

    private static func stack(_ stack: StackView, _ kind: PlanView.Kind, isAlone: Bool) -> [String] {
        var parts = isAlone ? [] : ["#### Stack `\(stack.name)`"]
        if stack.groups.isEmpty { parts.append(kind.nothing) }
        for group in stack.groups {
            parts.append("**\(escaped(group.title))**")
            parts.append(
                table(
                    ["", "What", "Verdict", "Where"],
                    group.changes.map { change in
                        [
                            code(change.action.rawValue),
                            code(change.id) + (change.type.isEmpty ? "" : " " + escaped(change.type)),
                            escaped(change.fate), change.declared.map { code("\($0)") } ?? "",
                        ]
                    }))
            let detailed = group.changes.filter { !$0.properties.isEmpty }
            if !detailed.isEmpty { parts.append(details(detailed)) }
        }
        parts += stack.notes.map(escaped)
        if stack.isNew, !stack.access.isEmpty {
            parts.append("**Who may do what:** \(stack.access.count) statements, new with the stack")
        } else if !stack.access.isEmpty {
            parts.append("**Who may do what**")
            parts.append(
                table(
                    ["", "", "Policy", "Statement", "Why"],
                    stack.access.map { change in
                        [
                            change.isBroadening ? "**\(change.verdict.rawValue)**" : change.verdict.rawValue,
                            code(change.action.rawValue), escaped(change.place), code(change.statement),
                            escaped(change.reason),
                        ]
                    }))
        }
        parts += list("Not declared, left alone", stack.undeclared)
        parts += list(StackView.withheldTitle, stack.withheld)
        parts += list("To be settled first", stack.conflicts + (stack.obstacle.map { [$0] } ?? []))
        return parts
    }

    private static func details(_ changes: [StackView.Change]) -> String {
        let rows = changes.flatMap { change in
            change.properties.map { property in
                let path = property.path.isEmpty ? change.id : "\(change.id).\(property.path)"
                return [
                    code(path), code(property.before ?? "(none)"), code(property.after ?? "(none)"),
                    escaped(property.cause),
                ]
            }
        }
        let count = rows.count == 1 ? "1 value" : "\(rows.count) values"
        return "<details><summary>\(count) before and after</summary>\n\n"
            + table(["Property", "Before", "After", ""], rows) + "\n\n</details>"
    }

    private static func list(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["**\(title)**", items.map { "- \(escaped($0))" }.joined(separator: "\n")]
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(
            separator: "\n")
    }

    /// Plain text that Markdown and HTML leave as it is.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~": result += "\\\(character)"
            case _ where character.isNewline: result += " "
            default: result.append(character)
            }
        }
    }

    /// A code span in a table; a fence longer than any run of backticks inside.
    static func code(_ text: String) -> String {
        let flat = String(text.map { $0.isNewline ? " " : $0 }).replacing("|", with: "\\|")
        guard flat.contains("`") else { return flat.isEmpty ? "" : "`\(flat)`" }
        let longest = flat.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence) \(flat) \(fence)"
    }

    private static func cut(_ text: String) -> String {
        guard text.count > limit else { return text }
        let kept = text.prefix(limit)
        let end = kept.lastIndex(of: "\n") ?? kept.endIndex
        let open =
            kept[..<end].components(separatedBy: "<details>").count
            > kept[..<end].components(separatedBy: "</details>").count
        return kept[..<end] + (open ? "\n\n</details>" : "") + "\n\n*Cut here; the whole plan is in the job's log.*"
    }
}
