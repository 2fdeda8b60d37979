import ArgumentParser
import CloudAPI
import InfraDSL

/// Brings a stack that stopped half way back to its last stable state.
struct RollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Bring a stack that stopped in UPDATE_FAILED back to its last stable state.",
        discussion: """
            A change that ended well is not taken back by this: deploy the commit before it. A rollback that stopped half way is
            taken up again with `recover`.

              swift run deploy rollback --env dev
            """)

    @OptionGroup var target: EnvironmentOption

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run() throws {
        Interruption.enter(.reading)
        let stack = try StackInQuestion.one(target) { $0.status == "UPDATE_FAILED" }
        switch stack.status {
        case "UPDATE_FAILED":
            var recover = RecoveryRun(stack: stack, isAgreed: yes)
            recover.command = "swift run deploy rollback --env \(target.name)"
            try recover.run(.rollBack)
        case "UPDATE_ROLLBACK_FAILED":
            throw Failure(
                "The rollback of \(stack.name) stopped half way.",
                advice: "`swift run deploy recover --env \(target.name)` takes it up again.", code: .attention)
        case "UPDATE_IN_PROGRESS":
            throw Failure(
                "\(stack.name) is being updated.",
                advice: "`swift run deploy cancel --env \(target.name)` has the update taken back.", code: .busy)
        default:
            throw Failure(
                "\(stack.name) is \(stack.live?.status ?? "not there"): there is nothing to roll back.",
                advice: "To go back to an earlier version, deploy the commit that declared it.", code: .busy)
        }
    }
}
