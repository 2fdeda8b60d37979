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

    @Option(help: "Agree to one thing by name: \(Consent.allCases.map(\.rawValue).joined(separator: ", ")).")
    var approve: [Consent] = []

    @Flag(help: "Take the lease from a run that holds it, after you have made sure that it is dead.")
    var breakLease = false

    @Option(help: "text, or json: what happens as lines of JSON on stdout (docs/events.md).")
    var output = OutputFormat.text

    func run() throws {
        Interruption.enter(.reading)
        Console.givesEvents = output == .json
        let environment = try assemble(try target.environment)
        let assemblies = try EnvironmentOption.chosen(target.stackName, of: environment)
        let checkout = try Checkout.containing()
        let session = try Session.open(try target.environment, checkout)
        try session.checkIdentity()
        session.announce("up")
        let run = ExclusiveRun(
            session: session, command: "deploy up", sight: try Lease.look(session), isBreaking: breakLease)
        let whole = try Planning(
            session: session, assemblies: assemblies, environment: environment.all, adopting: adopt
        ).plan()
        let plan = approve.contains(.dataLoss) ? whole.releasingWithheld : whole
        for line in EnvironmentReport(plan: plan).lines { Console.note(line) }
        let contract = ContractRecord(session)
        for line in try contract.changes() { Console.note(line) }
        if !plan.isEmpty { try run.announce() }
        try agree(to: plan)
        if plan.isEmpty {
            Interruption.enter(.other)
            try verify(plan, session)
        } else {
            Interruption.enter(.applying)
            let stacks = plan.plans.map(\.assembly.stack.stackName)
            let archives = plan.plans.flatMap(\.archives).map(\.archive.key)
            try run.run(stacks: stacks, archives: archives) { held in
                for stack in plan.plans where !stack.isEmpty { try Apply(session: held, plan: stack).run() }
                Interruption.enter(.other)
                held.journal?.begin("verification")
                try verify(plan, held)
            }
        }
        try contract.keep()
        let outputs = try EnvironmentOutputs.read(assemblies, session)
        if output == .json {
            Console.event(.outputs(outputs.json))
        } else {
            for line in outputs.text { Console.result(line) }
        }
    }

    private func verify(_ plan: EnvironmentPlan, _ session: Session) throws {
        for stack in plan.plans {
            try Verification(session: session, assembly: stack.assembly).run(changed: !stack.isEmpty)
        }
    }

    private func agree(to plan: EnvironmentPlan) throws {
        let approval = Approval(isGeneral: yes, consents: Set(approve), isInteractive: Console.isInteractive)
        let isAgreed =
            switch approval.verdict(on: plan, environment: target.name) {
            case .apply: true
            case .refuse(let failure): throw failure
            case .ask: Console.agrees("Apply this plan?")
            case .askForName: Console.isConfirmed(by: target.name)
            }
        guard isAgreed else { throw Failure("Nothing was changed.", code: .approval) }
    }
}
