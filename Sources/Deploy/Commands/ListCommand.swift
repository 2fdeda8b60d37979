import ArgumentParser
import CloudAPI
import InfraDSL

/// Lists the stacks of the account that Snowline made.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ls",
        abstract: "List the stacks that Snowline made in the account and region of an environment.",
        discussion: """
            Stacks that no environment declares any more are marked: they live on until somebody destroys them.

              swift run deploy ls --env prod
              swift run deploy ls --env prod --output json
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func run() throws {
        Interruption.enter(.reading)
        let session = try Session.open(try target.environment, try Checkout.containing())
        try session.checkIdentity()
        let declared = Set(try assemble(session.environment).all.map(\.stack.stackName))
        let stacks = try CloudFormationClient(session.aws).stacks().compactMap { OwnStack($0, declared) }
            .sorted { $0.stack.name < $1.stack.name }
        let now = session.aws.clock.now()
        switch output {
        case .json:
            Console.result(String(decoding: JSON.array(stacks.map(\.json)).bytes, as: UTF8.self))
        case .text:
            let rows = stacks.map { own in
                [
                    own.stack.name, own.environment, own.stack.status, Age.text(own.stack.created, now),
                    Age.text(own.stack.updated ?? own.stack.created, now), own.stack.isProtected ? "yes" : "no",
                    own.mark,
                ]
            }
            let header = ["stack", "env", "state", "age", "changed", "protected", ""]
            for line in TableText(header: header, rows: rows).lines { Console.result(line) }
            Console.note(
                "\(stacks.count) stacks in account \(session.environment.account), \(session.environment.region).")
        }
    }
}

/// A stack with Snowline's tags.
private struct OwnStack {
    let stack: CloudFormationClient.StackDescription
    let environment: String
    /// Nobody declares it any more, as far as this checkout's environment knows.
    let isOrphan: Bool

    init?(_ stack: CloudFormationClient.StackDescription, _ declared: Set<String>) {
        guard let environment = stack.tags.first(where: { $0.key == "snowline:env" })?.value else { return nil }
        self.stack = stack
        self.environment = environment
        isOrphan = declared.contains { $0.hasSuffix("-\(environment)") } && !declared.contains(stack.name)
    }

    var mark: String { isOrphan ? "not declared any more" : "" }

    var json: JSON {
        .object(compacting: [
            ("name", .string(stack.name)), ("environment", .string(environment)), ("state", .string(stack.status)),
            ("created", stack.created.map { .string($0.iso8601) }),
            ("updated", stack.updated.map { .string($0.iso8601) }),
            ("protected", .bool(stack.isProtected)), ("declared", .bool(!isOrphan)),
        ])
    }
}

/// How long ago, in one number.
enum Age {
    static func text(_ moment: Timestamp?, _ now: Timestamp) -> String {
        guard let moment else { return "-" }
        let seconds = max(0, (now - moment).components.seconds)
        for (unit, length) in [("d", Int64(86_400)), ("h", 3600), ("min", 60)] where seconds >= length {
            return "\(seconds / length) \(unit)"
        }
        return "\(seconds) s"
    }
}
