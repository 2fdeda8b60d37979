import ArgumentParser
import CloudAPI

/// Lists the alerts that the topic received, on an environment that keeps them.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "List the alerts of an embedded environment: what an e-mail would have said.")

    @OptionGroup var target: EnvironmentOption

    /// How alerts are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text or json.")
    var format = Format.text

    func run() throws {
        let assembly = try target.assembly(giving: "AlertsLogQueueUrl")
        let session = try Session.open(try target.environment, try Checkout.containing())
        let outputs = try StackOutputs.read(assembly, session)
        guard let queue = outputs["AlertsLogQueueUrl"] else {
            throw Failure(
                "\(target.name) keeps no log of its alerts.",
                advice: "There they go to the subscribers of its topic: set alertEmail in stacks/Environments.swift.")
        }
        let alerts = try AlertLog(session.checkout, environment: target.name).collect(queue, SQSClient(session.aws))
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
