import ArgumentParser
import InfraDSL

/// Plans, asks, applies, verifies, prints the outputs.
struct UpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up", abstract: "Plan, ask, apply, verify and print the outputs (the default).")

    @OptionGroup var target: EnvironmentOption

    @Flag(name: .shortAndLong, help: "Apply without asking.")
    var yes = false

    @Flag(help: "Take over Snowflake objects of the declared names that are not marked as this stack's.")
    var adopt = false

    func run() throws {
        let assembly = try target.assembly
        let checkout = try Checkout.containing()
        let session = try Session.open(try target.environment, checkout)
        try session.checkIdentity()
        let plan = try Planning(session: session, assembly: assembly, adopting: adopt).plan()
        for line in PlanReport(plan: plan).lines { Console.note(line) }
        try approve(plan)
        if !plan.isEmpty { try Apply(session: session, plan: plan).run() }
        try Verification(session: session, assembly: assembly).run(changed: !plan.isEmpty)
        let outputs = try StackOutputs.read(assembly, session)
        for line in outputs.text { Console.result(line) }
    }

    private func approve(_ plan: Plan) throws {
        guard plan.conflicts.isEmpty else {
            throw Failure(plan.conflicts.joined(separator: "\n"), advice: "Nothing was changed.", code: .attention)
        }
        if !plan.dataLoss.isEmpty {
            Console.note(Console.styled("Data is lost: ", .red) + plan.dataLoss.joined(separator: ", "))
        }
        guard !plan.isEmpty, !yes else { return }
        guard Console.isInteractive else {
            throw Failure(
                "The plan needs an approval and there is no terminal to ask at.",
                advice: "Run `swift run deploy --env \(target.name) --yes`.", code: .approval)
        }
        guard Console.agrees("Apply this plan?") else {
            throw Failure("Nothing was changed.", code: .approval)
        }
    }
}

/// Builds the programs and makes the plan: the reading half that `up` and `diff` share.
struct Planning {
    let session: Session
    let assembly: Assembly
    var adopting = false

    func plan() throws -> Plan {
        let build = LambdaBuild(checkout: session.checkout, environment: session.environment)
        let archives = try assembly.assets.map { asset in
            Console.step("building \(asset.product)")
            return try build.archive(of: asset)
        }
        Console.step("reading both clouds")
        return try Planner(session: session, assembly: assembly, adopting: adopting).plan(archives)
    }
}
