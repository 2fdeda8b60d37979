import ArgumentParser
import CloudAPI
import Foundation
import InfraDSL

/// Plans, asks, applies, verifies, prints the outputs.
struct UpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up", abstract: "Plan, ask, apply, verify and print the outputs (the default).",
        discussion: """
              swift run deploy --env local --yes                          everything on this machine
              swift run deploy --env dev                                  shows the plan and asks
              swift run deploy up --env prod --plan plan.json             applies exactly a plan that `diff --out` saved
              swift run deploy up --env dev --yes --approve data-loss     agrees to one thing by name

            --yes does not stand for losing data or dropping Snowflake objects. A protected environment takes saved plans \
            only, each of broadening, replace, data-loss and snowflake-drop is agreed to by name, and its stacks get \
            termination protection.
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "Apply exactly this plan, made by `diff --out`, or refuse it as stale.")
    var plan: String?

    @Flag(name: .shortAndLong, help: "Apply without asking.")
    var yes = false

    @Flag(help: "Take over Snowflake objects of the declared names that are not marked as this stack's.")
    var adopt = false

    @Option(help: "Agree to one thing by name: \(Consent.allCases.map(\.rawValue).joined(separator: ", ")).")
    var approve: [Consent] = []

    @Option(help: PlanFormat.help)
    var format = PlanFormat.text

    @Flag(help: "Take the lease from a run that holds it, after you have made sure that it is dead.")
    var breakLease = false

    @Option(help: "text, or json: what happens as lines of JSON on stdout (docs/events.md).")
    var output = OutputFormat.text

    func validate() throws {
        guard plan == nil || !adopt else { throw ValidationError("A saved plan says itself whether it takes over.") }
        guard output == .text || format == .text else {
            throw ValidationError("--output json and --format \(format.rawValue) would both write to stdout: give one.")
        }
    }

    func run() throws {
        Interruption.enter(.reading)
        Console.givesEvents = output == .json
        let environment = try assemble(try target.environment)
        let saved = try plan.map(PlanFile.read)
        let assemblies = try chosen(of: environment, saved)
        let session = try Session.open(environment.environment, try Checkout.containing())
        try session.checkIdentity()
        session.announce("up")
        let run = ExclusiveRun(
            session: session, command: "deploy up", sight: try Lease.look(session), isBreaking: breakLease)
        let isProtected = environment.environment.isProtected
        let whole = try Planning(
            session: session, assemblies: assemblies, environment: environment.all,
            adopting: saved?.isAdopting ?? adopt, asking: !yes || isProtected
        ).plan()
        let plan = (saved?.isReleasing ?? approve.contains(.dataLoss)) ? whole.releasingWithheld : whole
        let contract = ContractRecord(session)
        var view = PlanView(plan, environment: environment.environment)
        view.contract = try contract.changes()
        let text = format.write(view)
        if format == .text { Console.note(text) } else { Console.result(text) }
        if let stale = saved?.staleness(against: plan, environment: environment.environment) { throw stale }
        if !plan.isEmpty { try run.announce() }
        try agree(to: plan, isProtected: isProtected)
        if plan.isEmpty {
            Interruption.enter(.other)
            try finish(plan, isProtected: isProtected, session)
        } else {
            Interruption.enter(.applying)
            let stacks = plan.plans.map(\.assembly.stack.stackName)
            let archives = plan.plans.flatMap(\.archives).map(\.archive.key)
            try run.run(stacks: stacks, archives: archives) { held in
                for stack in plan.plans where !stack.isEmpty { try Apply(session: held, plan: stack).run() }
                held.journal?.begin("verification")
                try finish(plan, isProtected: isProtected, held)
            }
        }
        try contract.keep()
        for note in try ContainerImages(session: session).notes(for: assemblies) { Console.note(note) }
        let outputs = try EnvironmentOutputs.read(assemblies, session)
        if output == .json { return Console.event(.outputs(outputs.json)) }
        for line in outputs.text { if format == .text { Console.result(line) } else { Console.note(line) } }
    }

    private func finish(_ plan: EnvironmentPlan, isProtected: Bool, _ session: Session) throws {
        if isProtected { try TerminationProtection.turnOn(for: plan.plans.map(\.assembly), session) }
        for stack in plan.plans {
            try Verification(session: session, assembly: stack.assembly).run(changed: !stack.isEmpty)
        }
    }

    /// The stacks of the saved plan, or those asked for.
    private func chosen(of environment: Assemblies, _ saved: SavedPlan?) throws -> [Assembly] {
        guard let saved else { return try EnvironmentOption.chosen(target.stackName, of: environment) }
        guard saved.environment == target.name else {
            throw Failure(
                "The plan is for \(saved.environment), and this is \(target.name).", advice: "Nothing was changed.",
                code: .invalid)
        }
        let names = Set(saved.stacks.map(\.name))
        return environment.all.filter { names.contains($0.stack.name) }
    }

    private func agree(to plan: EnvironmentPlan, isProtected: Bool) throws {
        let stack = target.stackName.map { " --stack \($0)" } ?? ""
        if isProtected, self.plan == nil, !plan.isEmpty {
            throw Failure(
                "\(target.name) is protected and takes saved plans only.",
                advice:
                    "Run `swift run deploy diff --env \(target.name)\(stack) --out plan.json`, have it reviewed, then "
                    + "`swift run deploy up --env \(target.name) --plan plan.json`. Nothing was changed.",
                code: .approval)
        }
        let file = self.plan.map { " --plan \($0)" } ?? ""
        let approval = Approval(
            isGeneral: yes, consents: Set(approve), isInteractive: Console.isInteractive, isProtected: isProtected,
            command: "up --env \(target.name)\(stack)\(file)\(adopt ? " --adopt" : "")")
        let isAgreed =
            switch approval.verdict(on: plan) {
            case .apply: true
            case .refuse(let failure): throw failure
            case .ask: Console.agrees("Apply this plan?")
            case .askForName: Console.isConfirmed(by: target.name)
            }
        guard isAgreed else { throw Failure("Nothing was changed.", code: .approval) }
    }
}
