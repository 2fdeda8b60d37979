import ArgumentParser
import CloudAPI
import InfraDSL

/// Brings a stack out of whatever state it is stuck in. Says what it found and what it would do; deletes nothing unless asked.
struct RecoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Bring a stack out of a failed state; nothing is deleted unless you say so.",
        discussion: """
            Looks at the state of each stack and does what brings it on: follows what is under way, removes a review that nobody
            finished, rolls back, or takes up a rollback that stopped. Where only a person can choose, it says between what.

              swift run deploy recover --env prod
              swift run deploy recover --env prod --skip Ingest       take a resource for rolled back that can not be
              swift run deploy recover --env dev --delete             remove what a failed creation left
              swift run deploy recover --env dev --retain DataLake    delete the rest and leave this one behind

            Exit codes: 0 the stack takes changes again, 3 a person must choose, 4 it was not agreed to.
            """)

    @OptionGroup var target: EnvironmentOption

    @Flag(help: "Delete what is left of a stack that never lived, or that could not be deleted.")
    var delete = false

    @Option(help: "Leave this resource behind when the stack is deleted; may be repeated.")
    var retain: [String] = []

    @Option(help: "Take this resource for rolled back, whatever it is; may be repeated.")
    var skip: [String] = []

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run() throws {
        Interruption.enter(.reading)
        let wish = Recovery.Wish(deletes: delete, retained: retain, skipped: skip)
        for stack in try StackInQuestion.all(target) {
            let command = "swift run deploy recover --env \(target.name) --stack \(stack.assembly.stack.name)"
            var recovery = RecoveryRun(stack: stack, isAgreed: yes)
            recovery.command = command
            let failed = try recovery.failedResources()
            try recovery.run(
                Recovery.from(stack.status, failed: failed.map(\.logicalResourceID), wish, command: command))
        }
    }
}
