import ArgumentParser
import CloudAPI
import InfraDSL

/// Lists the alerts that the topic received, on an environment that keeps them.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "List the alerts of an embedded environment: what an e-mail would have said.",
        discussion: """
              swift run deploy alerts --env local
              swift run deploy alerts --env local --format json
            """)

    @OptionGroup var target: EnvironmentOption

    /// How alerts are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text or json.")
    var format = Format.text

    func run() throws {
        let assemblies = try target.assemblies
        let session = try Session.open(try target.environment, try Checkout.containing())
        let outputs = try assemblies.flatMap { try StackOutputs.read($0, session).values }
        let queues = outputs.filter { $0.name.hasSuffix(Topic.logOutputSuffix) }.map(\.value)
        guard !queues.isEmpty else {
            throw Failure(
                "\(target.name) keeps no log of its alerts.",
                advice: "There they go to the subscribers of its topic: set alertEmail in stacks/Environments.swift.")
        }
        let log = AlertLog(session.checkout, environment: target.name)
        // One file keeps them all, so the last answer has every alert.
        let alerts = try queues.map { try log.collect($0, SQSClient(session.aws)) }.last ?? []
        switch format {
        case .json:
            let list = alerts.map { alert in
                JSON.object([
                    .init("time", .string(alert.time)), .init("subject", .string(alert.subject)),
                    .init("message", .string(alert.message)),
                    .init("attributes", .object(alert.attributes.map { .init($0.name, .string($0.value)) })),
                ])
            }
            Console.result(String(decoding: JSON.array(list).bytes, as: UTF8.self))
        case .text:
            for alert in alerts { Console.result("\(alert.time)  \(alert.subject)\n\n\(alert.message)\n") }
            Console.note(alerts.count == 1 ? "1 alert." : "\(alerts.count) alerts.")
        }
    }
}
