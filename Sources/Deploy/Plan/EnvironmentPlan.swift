/// Everything a deploy will do to an environment: the plans of its stacks in the order they are applied, approved as one.
struct EnvironmentPlan: Sendable {
    let plans: [Plan]

    /// With what would lose data as part of it.
    var releasingWithheld: EnvironmentPlan { EnvironmentPlan(plans: plans.map(\.releasingWithheld)) }

    var isEmpty: Bool { plans.allSatisfy(\.isEmpty) }

    /// The first reason why a stack takes no change now.
    var obstacle: Failure? { plans.lazy.compactMap(\.obstacle).first }

    /// What must be settled by a person first.
    var conflicts: [String] { plans.flatMap(\.conflicts) }

    var dataLoss: [DataLoss] { plans.flatMap(\.dataLoss) }

    func count(of action: Action) -> Int { plans.reduce(0) { $0 + $1.count(of: action) } }
}
