import ArgumentParser
import CloudAPI
import InfraDSL

/// Has CloudFormation take back an update that is under way.
struct CancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel an update that is under way; CloudFormation takes it back.",
        discussion: """
            Only an update can be cancelled: a creation ends by itself, and a deletion can not be stopped.

              swift run deploy cancel --env prod
              swift run deploy cancel --env prod --detach      do not wait for the way back

            Exit codes: 0 the update was taken back, 6 nothing that can be cancelled is under way, 3 the way back failed.
            """)

    @OptionGroup var target: EnvironmentOption

    @Flag(help: "Return at once, and leave CloudFormation to it.")
    var detach = false

    func run() throws {
        Interruption.enter(.reading)
        let stack = try StackInQuestion.one(target) { $0.isBusy }
        guard let live = stack.live, live.status == "UPDATE_IN_PROGRESS" else {
            throw Failure(
                "\(stack.name) is \(stack.live?.status ?? "not there"): there is no update to cancel.",
                advice: stack.isBusy
                    ? "`swift run deploy watch --env \(target.name)` follows what is under way." : nil, code: .busy)
        }
        try stack.client.cancelUpdate(of: live.id)
        Console.note("CloudFormation takes the update of \(stack.name) back.")
        guard !detach else { return }
        Interruption.enter(.watching)
        do {
            try stack.follow()
        } catch let failure as Failure where failure.code == .failed {
            // The update has failed, as was asked for.
            Console.note("\(stack.name) is as it was before the update.")
        }
    }
}
