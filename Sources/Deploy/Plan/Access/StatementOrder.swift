/// How far what one statement speaks of reaches, compared with others: the partial order behind "broader" and "narrower".
/// It errs to one side only: a yes is proved, a no may be a yes that could not be proved.
enum StatementOrder {
    /// Whether the statements together speak of everything that `statement` speaks of; all have the same effect.
    ///
    /// Asked for each action, resource and principal by itself, so that a statement which is split in two stays covered.
    static func covers(_ statements: [AccessStatement], _ statement: AccessStatement) -> Coverage {
        if statements.contains(where: { $0.says(statement) }) { return Coverage(.yes) }
        guard !statement.isOpaque else { return Coverage(.unknown, "what can not be read offline") }
        let others = statements.filter { !$0.isOpaque }
        let hasOpaque = others.count < statements.count
        var open: Coverage?
        for part in statement.parts {
            let answers = others.map { covers($0, part) }
            let truth = Truth.any(answers)
            if truth == .yes { continue }
            let found = Coverage(
                truth == .no && hasOpaque ? .unknown : truth, part.reason(against: others))
            if found.truth == .no { return found }
            open = open ?? found
        }
        return open ?? Coverage(.yes)
    }

    /// The answer, and what is not covered where it is not yes.
    struct Coverage: Sendable, Hashable {
        let truth: Truth
        let reason: String

        init(_ truth: Truth, _ reason: String = "") {
            self.truth = truth
            self.reason = reason
        }
    }

    private static func covers(_ one: AccessStatement, _ part: AccessStatement) -> Truth {
        Truth.all([
            covers(one.actions, part.actions), covers(one.resources, part.resources),
            covers(one.principals, part.principals), implies(part.conditions, one.conditions),
        ])
    }

    static func covers(_ one: AccessStatement.Selection?, _ other: AccessStatement.Selection?) -> Truth {
        switch (one, other) {
        case (nil, nil): return .yes
        case (nil, _), (_, nil): return .unknown
        case (let one?, let other?):
            if one == other { return .yes }
            switch (one.isNegated, other.isNegated) {
            case (false, false):
                return .all(other.items.map { item in .any(one.items.map { $0.covers(item) }) })
            // All but A reaches as far as all but B when B leaves out all that A does.
            case (true, true):
                return .all(one.items.map { item in .any(other.items.map { $0.covers(item) }) })
            case (false, true): return one.items.contains(.everything) ? .yes : .unknown
            case (true, false): return .unknown
            }
        }
    }

    /// Whether the first conditions hold only where the second do.
    static func implies(_ first: [AccessStatement.Condition], _ second: [AccessStatement.Condition]) -> Truth {
        .all(
            second.map { wanted in
                let same = first.filter { $0.key == wanted.key }
                return same.isEmpty ? .no : .any(same.map { implies($0, wanted) })
            })
    }

    private static func implies(_ first: AccessStatement.Condition, _ second: AccessStatement.Condition) -> Truth {
        if first == second { return .yes }
        let isLoosened = first.test == "StringEquals" && second.test == "StringLike"
        let isSameARN = first.test.arnTest == second.test.arnTest && first.test.contains("Arn")
        guard first.test == second.test || isLoosened || isSameARN else { return .unknown }
        switch first.test.meaning {
        case .oneOf:
            return .all(first.values.map { value in .any(second.values.map { $0.covers(value) }) })
        case .noneOf:
            return .all(second.values.map { value in .any(first.values.map { $0.covers(value) }) })
        case .other: return .unknown
        }
    }
}

extension AccessStatement {
    /// The same but for its name.
    func says(_ other: AccessStatement) -> Bool {
        isAllow == other.isAllow && actions == other.actions && resources == other.resources
            && principals == other.principals && conditions == other.conditions && !isOpaque && !other.isOpaque
    }

    /// One statement for each action, resource and principal.
    fileprivate var parts: [AccessStatement] {
        actions.parts.flatMap { action in
            resources.parts.flatMap { resource in
                (principals?.parts.map(Optional.some) ?? [nil]).map { with(action, resource, $0) }
            }
        }
    }

    private func with(_ actions: Selection, _ resources: Selection, _ principals: Selection?) -> AccessStatement {
        AccessStatement(self, actions, resources, principals)
    }

    /// What of this part none of the others has.
    fileprivate func reason(against others: [AccessStatement]) -> String {
        let action = others.filter { StatementOrder.covers($0.actions, actions) == .yes }
        guard !action.isEmpty else { return actions.words }
        let resource = action.filter { StatementOrder.covers($0.resources, resources) == .yes }
        guard !resource.isEmpty else { return "\(actions.words) on \(resources.words)" }
        let principal = resource.filter { StatementOrder.covers($0.principals, principals) == .yes }
        guard !principal.isEmpty else { return "\(actions.words) for \(principals?.words ?? "")" }
        return "\(actions.words) under other conditions"
    }
}

extension AccessStatement.Selection {
    fileprivate var parts: [Self] {
        isNegated ? [self] : items.sorted { $0.description < $1.description }.map { Self(items: [$0]) }
    }
}

/// What the values of a condition are to the value of the request.
private enum ConditionMeaning {
    case oneOf
    case noneOf
    case other
}

extension String {
    /// Without the prefix for keys of many values and the suffix for keys that may be absent; both keep the order of values.
    fileprivate var baseTest: String {
        let name = split(separator: ":").last.map(String.init) ?? self
        return name.hasSuffix("IfExists") ? String(name.dropLast(8)) : name
    }

    /// `ArnEquals` and `ArnLike` mean the same (IAM user guide, "ARN condition operators").
    fileprivate var arnTest: String { replacing("ArnEquals", with: "ArnLike") }

    fileprivate var meaning: ConditionMeaning {
        switch baseTest {
        case "StringEquals", "StringLike", "ArnEquals", "ArnLike", "NumericEquals", "DateEquals", "Bool",
            "BinaryEquals":
            .oneOf
        case "StringNotEquals", "StringNotLike", "ArnNotEquals", "ArnNotLike", "NumericNotEquals", "DateNotEquals":
            .noneOf
        default: .other
        }
    }
}
