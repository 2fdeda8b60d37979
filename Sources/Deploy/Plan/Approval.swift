import ArgumentParser

/// What must be agreed to by name, since a general yes may be given out of habit or by a script.
enum Consent: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// A resource that holds data is deleted or replaced.
    case dataLoss = "data-loss"
}

/// How a plan may be gone on with.
struct Approval {
    /// `--yes`.
    let isGeneral: Bool
    /// `--approve …`.
    let consents: Set<Consent>
    /// Somebody sits at a terminal.
    let isInteractive: Bool

    /// What is to be done before a plan is applied.
    enum Verdict {
        case apply
        case ask
        /// The environment's name must be typed.
        case askForName
        case refuse(Failure)
    }

    func verdict(on plan: EnvironmentPlan, environment: String) -> Verdict {
        if let obstacle = plan.obstacle { return .refuse(obstacle) }
        guard plan.conflicts.isEmpty else {
            return .refuse(
                Failure(plan.conflicts.joined(separator: "\n"), advice: "Nothing was changed.", code: .attention))
        }
        guard !plan.isEmpty else { return .apply }
        let isLossOpen = !plan.dataLoss.isEmpty && !consents.contains(.dataLoss)
        if isGeneral, !isLossOpen { return .apply }
        guard isInteractive, !isGeneral else {
            let consent = isLossOpen ? " --approve \(Consent.dataLoss.rawValue)" : ""
            return .refuse(
                Failure(
                    isLossOpen
                        ? "The plan deletes or replaces what holds data, and --yes alone does not stand for that."
                        : "The plan needs an approval and there is no terminal to ask at.",
                    advice: "If that is what you want: `swift run deploy --env \(environment) --yes\(consent)`. "
                        + "Nothing was changed.",
                    code: .approval))
        }
        return isLossOpen ? .askForName : .ask
    }
}
