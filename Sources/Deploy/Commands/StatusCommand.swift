import ArgumentParser
import CloudAPI
import InfraDSL

/// One screen: each stack, who is at work, and what the last runs did.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the stacks of an environment, who deploys it now, and the last runs.",
        discussion: """
              swift run deploy status --env prod
              swift run deploy status --env prod --output json

            Exit codes: 0, or 3 when a stack needs a person.
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "text or json.")
    var output = OutputFormat.text

    @Option(help: "How many runs to show.")
    var runs = 5

    func run() throws {
        Interruption.enter(.reading)
        let stacks = try StackInQuestion.all(target)
        guard let session = stacks.first?.session else { return }
        let status = EnvironmentStatus(
            stacks: stacks, lease: try Lease.look(session), runs: try Journal.latest(max(0, runs), session))
        switch output {
        case .json: Console.result(String(decoding: status.json.bytes, as: UTF8.self))
        case .text: for line in status.lines { Console.result(line) }
        }
        if status.needsPerson { throw ExitCode(ExitStatus.attention.rawValue) }
    }
}

/// What `status` shows.
struct EnvironmentStatus {
    let stacks: [StackInQuestion]
    let lease: Lease.Sight
    let runs: [Journal.Entry]

    var needsPerson: Bool { stacks.contains { StackStatus.situation($0.status) == .stuck } }

    var lines: [String] {
        let rows = stacks.map { stack in
            [
                stack.name, stack.live?.status ?? "not deployed",
                (stack.live?.updated ?? stack.live?.created)?.iso8601 ?? "-",
                stack.live?.isProtected == true ? "yes" : "no",
            ]
        }
        var lines = TableText(header: ["stack", "state", "changed", "protected"], rows: rows).lines
        lines.append("")
        if let holder = lease.holder {
            lines.append(
                "\(holder.holder) is at work since \(holder.since), last heard of \(lease.age.components.seconds) s ago."
            )
        } else if let dead = lease.abandoned {
            lines.append("The run of \(dead.holder), begun \(dead.since), did not end.")
        } else {
            lines.append("Nobody is at work.")
        }
        for run in runs {
            let end = run.ended.map { "\(run.outcome ?? "ended") \($0)" } ?? "not ended"
            lines.append("\(run.started)  \(run.command) by \(run.person): \(end)")
            if run.outcome != "done", let step = run.steps.last {
                lines.append("    last step: \(step.name), \(step.at)")
            }
            if let message = run.message { lines.append("    \(message.split(separator: "\n").first ?? "")") }
        }
        return lines
    }

    var json: JSON {
        .object(compacting: [
            (
                "stacks",
                .array(
                    stacks.map { stack in
                        .object(compacting: [
                            ("name", .string(stack.name)), ("state", stack.live.map { .string($0.status) }),
                            ("reason", stack.live?.statusReason.map { .string($0) }),
                            ("created", stack.live?.created.map { .string($0.iso8601) }),
                            ("updated", stack.live?.updated.map { .string($0.iso8601) }),
                            ("protected", stack.live.map { .bool($0.isProtected) }),
                        ])
                    })
            ),
            (
                "lease",
                lease.holder.map { holder in
                    .object(compacting: [
                        ("person", .string(holder.person)), ("host", .string(holder.host)),
                        ("command", .string(holder.command)), ("since", .string(holder.since)),
                        ("build", holder.build.map { .string($0) }),
                        ("age_seconds", .integer(Int(lease.age.components.seconds))),
                    ])
                }
            ),
            ("runs", .array(runs.map(\.json))),
        ])
    }
}
