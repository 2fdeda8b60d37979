import ArgumentParser
import Foundation

/// Says what a deploy would change, and changes nothing.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what a deploy would change on both clouds; changes nothing.")

    @OptionGroup var target: EnvironmentOption

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 when there are changes.")
    var detailedExitCode = false

    func run() throws {
        let assembly = try target.assembly
        let session = try Session.open(try target.environment, try Checkout.containing())
        try session.checkIdentity()
        let plan = try Planning(session: session, assembly: assembly).plan()
        for line in PlanReport(plan: plan).lines { Console.result(line) }
        for conflict in plan.conflicts { Console.note(Console.styled("conflict: ", .yellow) + conflict) }
        if detailedExitCode, !plan.isEmpty { throw ExitCode(ExitStatus.changes.rawValue) }
    }
}
