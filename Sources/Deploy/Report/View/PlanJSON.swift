import CloudAPI
import CloudFormation

/// A plan for programs; `version` counts up when a member changes its meaning or goes away.
struct PlanJSON {
    let view: PlanView

    static let version = 1

    var text: String { String(decoding: json.bytes, as: UTF8.self) }

    var json: JSON {
        .object([
            .init("version", .integer(Self.version)), .init("kind", .string(view.kind.noun.lowercased())),
            .init("title", .string(view.title)),
            .init("hasChanges", .bool(!view.isEmpty)),
            .init(
                "summary",
                .object(Action.allCases.map { .init("\($0)", .integer(view.count(of: $0))) })),
            .init("approvals", .array(view.consents.map { .string($0) })),
            .init("contract", Self.strings(view.contract)),
            .init("stacks", .array(view.stacks.map(Self.stack))),
        ])
    }

    private static func stack(_ stack: StackView) -> JSON {
        .object(compacting: [
            ("name", .string(stack.name)),
            (
                "changes",
                .array(
                    stack.groups.flatMap { group in
                        group.changes.map { change(of: $0, in: group.title) }
                    })
            ),
            ("access", .array(stack.access.map(access))), ("dataLoss", strings(stack.losses)),
            ("undeclared", strings(stack.undeclared)), ("withheld", strings(stack.withheld)),
            ("conflicts", strings(stack.conflicts)),
            ("obstacle", stack.obstacle.map { .string($0) }),
            ("notes", strings(stack.notes)),
        ])
    }

    private static func change(of change: StackView.Change, in group: String) -> JSON {
        .object(compacting: [
            ("group", .string(group)), ("action", .string("\(change.action)")), ("id", .string(change.id)),
            ("type", change.type.isEmpty ? nil : .string(change.type)),
            ("physicalId", change.physicalID.map { .string($0) }), ("note", change.note.map { .string($0) }),
            ("verdict", change.verdict.map(verdict)), ("cloudFormation", change.ownVerdict.map(verdict)),
            (
                "declared",
                change.declared.map { .object([.init("file", .string($0.file)), .init("line", .integer($0.line))]) }
            ),
            ("properties", change.properties.isEmpty ? nil : .array(change.properties.map(property))),
        ])
    }

    private static func verdict(_ verdict: ReplacementVerdict) -> JSON {
        .object([.init("fate", .string(verdict.fate.rawValue)), .init("because", strings(verdict.causes))])
    }

    private static func property(_ property: StackView.Property) -> JSON {
        .object(compacting: [
            ("path", .string(property.path)), ("before", property.before.map { .string($0) }),
            ("after", property.after.map { .string($0) }),
            ("cause", property.cause.isEmpty ? nil : .string(property.cause)),
        ])
    }

    private static func access(_ change: AccessChange) -> JSON {
        .object([
            .init("verdict", .string(change.verdict.rawValue)), .init("action", .string("\(change.action)")),
            .init("place", .string(change.place)), .init("statement", .string(change.statement)),
            .init("reason", .string(change.reason)),
        ])
    }

    private static func strings(_ list: [String]) -> JSON { .array(list.map { .string($0) }) }
}
