import ArgumentParser
import CloudAPI
import CloudFormation
import InfraDSL

/// Takes an environment away again, in reverse order; keeps buckets that hold data.
struct DestroyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "Remove the environment from both clouds; buckets with data are kept.")

    @OptionGroup var target: EnvironmentOption

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Flag(help: "Also empty and remove the stack's buckets, old versions included.")
    var emptyBuckets = false

    @Flag(help: "Also drop the tables of a protected environment.")
    var dropData = false

    @Flag(help: "Take the lease from a run that holds it, after you have made sure that it is dead.")
    var breakLease = false

    @Option(help: "text, or json: what happens as lines of JSON on stdout (docs/events.md).")
    var output = OutputFormat.text

    func run() throws {
        Interruption.enter(.reading)
        Console.givesEvents = output == .json
        // The other way round: what a later stack made may stand on an earlier one.
        let assemblies = try target.assemblies.reversed()
        let environment = try target.environment
        let session = try Session.open(environment, try Checkout.containing())
        try session.checkIdentity()
        session.announce("destroy")
        let run = ExclusiveRun(
            session: session, command: "deploy destroy", sight: try Lease.look(session), isBreaking: breakLease)
        let removals = try assemblies.map { try Removal.plan($0, session, emptyBuckets: emptyBuckets) }
        for removal in removals {
            if removals.count > 1 { Console.note("Stack \(removal.stackName)") }
            for line in removal.lines { Console.note(line) }
        }
        guard !removals.allSatisfy(\.isEmpty) else { return }
        if environment.isProtected, removals.contains(where: \.losesRows), !dropData {
            throw Failure(
                "\(environment.name) is protected, and this would drop its tables.",
                advice: "Add --drop-data when that is what you want. Nothing was changed.", code: .approval)
        }
        try run.announce()
        try approve(environment)
        Interruption.enter(.applying)
        try run.run(stacks: removals.map(\.stackName)) { held in
            for removal in removals where !removal.isEmpty {
                try removal.run(held)
                Console.note("\(removal.stackName) is gone.")
            }
        }
    }

    private func approve(_ environment: Environment) throws {
        guard !yes || environment.isProtected else { return }
        guard Console.isInteractive else {
            throw Failure(
                "Destroying needs an approval and there is no terminal to ask at.",
                advice: environment.isProtected
                    ? "Run it in a terminal; a protected environment is confirmed by its name."
                    : "Run `swift run deploy destroy --env \(environment.name) --yes`.",
                code: .approval)
        }
        guard Console.isConfirmed(by: environment.name) else {
            throw Failure("Nothing was changed.", code: .approval)
        }
    }
}
