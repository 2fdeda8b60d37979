import InfraDSL

/// The plan of an environment as people read it; stack by stack where there are several.
struct EnvironmentReport {
    let plan: EnvironmentPlan

    var lines: [String] {
        guard plan.plans.count > 1 else { return plan.plans.flatMap { PlanReport(plan: $0).lines } }
        return Array(
            plan.plans.map { ["Stack \($0.assembly.stack.stackName)"] + PlanReport(plan: $0).lines }
                .joined(separator: [""]))
    }
}
