import ArgumentParser
import CloudAPI

/// What must be agreed to by name, since a general yes may be given out of habit or by a script.
enum Consent: String, ExpressibleByArgument, CaseIterable, Sendable, Comparable {
    /// Somebody may do more than before.
    case broadening
    /// A physical resource makes way for another.
    case replace
    /// A resource that holds data is deleted or replaced.
    case dataLoss = "data-loss"
    /// A Snowflake object is dropped or made anew.
    case snowflakeDrop = "snowflake-drop"

    static func < (left: Consent, right: Consent) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }

    /// What the plan does, as the subject "the plan" goes on.
    var meaning: String {
        switch self {
        case .broadening: "gives more access than before"
        case .replace: "replaces resources"
        case .dataLoss: "deletes or replaces what holds data"
        case .snowflakeDrop: "drops Snowflake objects"
        }
    }
}

extension EnvironmentPlan {
    /// What the plan does that has a name of its own.
    var consents: Set<Consent> { plans.reduce(into: []) { $0.formUnion($1.consents) } }

    /// What `--yes` does not stand for: losing things anywhere, and all else in a protected environment.
    func consents(isProtected: Bool) -> Set<Consent> {
        isProtected ? consents : consents.intersection([.dataLoss, .snowflakeDrop])
    }
}

extension Plan {
    var consents: Set<Consent> {
        var consents: Set<Consent> = []
        if !dataLoss.isEmpty { consents.insert(.dataLoss) }
        let dropped = (before + after).contains {
            ($0.action == .delete || $0.action == .replace) && !$0.id.hasPrefix("GRANT ")
        }
        if dropped { consents.insert(.snowflakeDrop) }
        let isReplacing =
            resourceChanges.contains { $0.action == .replace }
            || (review?.changes.values.contains { $0.replacement == "True" } ?? false)
        if isReplacing { consents.insert(.replace) }
        // All access of a stack that does not exist yet is new with it.
        if !stack.isCreation, access.contains(where: \.isBroadening) { consents.insert(.broadening) }
        return consents
    }
}

/// How a plan may be gone on with.
struct Approval {
    /// `--yes`.
    let isGeneral: Bool
    /// `--approve …`.
    let consents: Set<Consent>
    /// Somebody sits at a terminal.
    let isInteractive: Bool
    /// The environment takes saved plans only, and no general yes for what has a name.
    var isProtected = false
    /// The words behind `swift run deploy` that say the same again, without approvals.
    var command: String

    /// What is to be done before a plan is applied.
    enum Verdict {
        case apply
        case ask
        /// The environment's name must be typed.
        case askForName
        case refuse(Failure)
    }

    func verdict(on plan: EnvironmentPlan) -> Verdict {
        if let obstacle = plan.obstacle { return .refuse(obstacle) }
        guard plan.conflicts.isEmpty else {
            return .refuse(
                Failure(plan.conflicts.joined(separator: "\n"), advice: "Nothing was changed.", code: .attention))
        }
        guard !plan.isEmpty else { return .apply }
        let open = plan.consents(isProtected: isProtected).subtracting(consents).sorted()
        if isGeneral, open.isEmpty { return .apply }
        guard isInteractive, !isGeneral else { return .refuse(refusal(open, plan)) }
        return open.isEmpty ? .ask : .askForName
    }

    private func refusal(_ open: [Consent], _ plan: EnvironmentPlan) -> Failure {
        let wanted = plan.consents(isProtected: isProtected).sorted().map { " --approve \($0.rawValue)" }.joined()
        let message =
            open.isEmpty
            ? "The plan needs an approval and there is no terminal to ask at."
            : "The plan \(open.map(\.meaning).joined(separator: ", ")), and "
                + (isGeneral ? "--yes alone does not stand for that." : "there is no terminal to ask at.")
        return Failure(
            message,
            advice: "If that is what you want: `swift run deploy \(command) --yes\(wanted)`. Nothing was changed.",
            code: .approval)
    }
}
