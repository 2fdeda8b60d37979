import ArgumentParser
import CloudAPI
import InfraDSL

/// Takes an environment away again, in reverse order; keeps what holds data.
struct DestroyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "Remove the environment from both clouds; what holds data is kept.",
        discussion: """
            Shows what goes and what stays on both clouds, then asks. Stacks go in the reverse order of a deploy; a stack whose \
            exports others import is left alone.

              swift run deploy destroy --env dev                                     keeps buckets and tables with data
              swift run deploy destroy --env dev --empty-buckets --drop-data         asks for the environment's name
              swift run deploy destroy --env dev --empty-buckets --confirm dev       the same without a terminal

            The roles stay with the tables, since what dbt made belongs to them. The next deploy takes both over again.
            """)

    @OptionGroup var target: EnvironmentOption

    @Flag(name: .shortAndLong, help: "Do not ask; stands neither for data nor for a protected environment.")
    var yes = false

    @Flag(help: "Also empty and remove the stacks' buckets, old versions and delete markers included.")
    var emptyBuckets = false

    @Flag(help: "Also drop the tables, with the databases they are in.")
    var dropData = false

    @Option(help: "The environment's name, as it would be typed at a terminal.")
    var confirm: String?

    @Flag(help: "Take the lease from a run that holds it, after you have made sure that it is dead.")
    var breakLease = false

    @Option(help: "text, or json: what happens as lines of JSON on stdout (docs/events.md).")
    var output = OutputFormat.text

    @Option(help: PlanFormat.help)
    var format = PlanFormat.text

    func run() throws {
        Interruption.enter(.reading)
        Console.givesEvents = output == .json
        let environment = try assemble(try target.environment)
        // The other way round: what a later stack made may stand on an earlier one.
        let assemblies = try EnvironmentOption.chosen(target.stackName, of: environment).reversed()
        let session = try Session.open(environment.environment, try Checkout.containing())
        try session.checkIdentity()
        session.announce("destroy")
        let run = ExclusiveRun(
            session: session, command: "deploy destroy", sight: try Lease.look(session), isBreaking: breakLease)
        let options = Removal.Options(emptyBuckets: emptyBuckets, dropData: dropData)
        let leaving = Set(assemblies.map(\.stack.stackName))
        let removals = try assemblies.map { try Removal.plan($0, session, options, leaving: leaving) }
        let view = PlanView(
            title: target.name, identity: PlanView.identity(of: environment.environment),
            stacks: removals.map { StackView($0) }, kind: .removal)
        if format == .text { Console.note(format.write(view)) } else { Console.result(format.write(view)) }
        guard !removals.allSatisfy(\.isEmpty) else { return }
        if let obstacle = removals.lazy.flatMap(\.obstacles).first { throw obstacle }
        try run.announce()
        try approve(environment.environment, losesData: removals.contains(where: \.losesData))
        Interruption.enter(.applying)
        try run.run(stacks: removals.map(\.stackName)) { held in
            for removal in removals where !removal.isEmpty {
                try removal.run(held)
                Console.note("\(removal.stackName) is gone.")
            }
        }
    }

    /// Data and protected environments want the name typed; all else is content with a yes.
    private func approve(_ environment: Environment, losesData: Bool) throws {
        let needsName = losesData || environment.isProtected
        if let confirm {
            guard confirm == environment.name else {
                throw Failure(
                    "--confirm \(confirm) is not \(environment.name).", advice: "Nothing was changed.", code: .approval)
            }
            return
        }
        if yes, !needsName { return }
        guard Console.isInteractive else {
            let stack = target.stackName.map { " --stack \($0)" } ?? ""
            let flags = (emptyBuckets ? " --empty-buckets" : "") + (dropData ? " --drop-data" : "")
            throw Failure(
                needsName
                    ? "Destroying \(losesData ? "data" : "a protected environment") is confirmed by the environment's name, "
                        + "and there is no terminal to ask at."
                    : "Destroying needs an approval and there is no terminal to ask at.",
                advice: "If that is what you want: `swift run deploy destroy --env \(environment.name)\(stack)\(flags) "
                    + (needsName ? "--confirm \(environment.name)`" : "--yes`") + ". Nothing was changed.",
                code: .approval)
        }
        guard Console.isConfirmed(by: environment.name) else {
            throw Failure("Nothing was changed.", code: .approval)
        }
    }
}
