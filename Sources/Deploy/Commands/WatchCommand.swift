import ArgumentParser
import CloudAPI
import InfraDSL

/// Follows an operation that runs already, started here or elsewhere; CloudFormation's events are all it needs.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Follow a change of a stack that is under way, from any machine.",
        discussion: """
            Ends as the change ends: 0 when it succeeded, 1 when it failed and was taken back, 3 when it needs a person. Ctrl-C
            leaves the change alone.

              swift run deploy watch --env prod
              swift run deploy watch --env prod --stack retail-pipeline --output json
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "text, or json: what happens as lines of JSON on stdout (docs/events.md).")
    var output = OutputFormat.text

    func run() throws {
        Interruption.enter(.reading)
        Console.givesEvents = output == .json
        let stack = try StackInQuestion.one(target) { $0.isBusy }
        stack.session.announce("watch")
        guard stack.isBusy else {
            Console.note("\(stack.name) is \(stack.live?.status ?? "not there"): nothing is under way.")
            return
        }
        Interruption.enter(.watching)
        try stack.follow()
    }
}
