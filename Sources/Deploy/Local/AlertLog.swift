import CloudAPI
import Foundation

/// The alerts of an embedded environment: taken from the queue that keeps them and kept in a file, so that each can be
/// looked at again.
struct AlertLog {
    private let checkout: Checkout
    private let file: String

    struct Alert {
        let time: String
        let subject: String
        let message: String
        let attributes: [(name: String, value: String)]

        /// What is for people: the text before the part for machines.
        var readablePart: String {
            message.range(of: "--- for machines").map { String(message[..<$0.lowerBound]) } ?? message
        }
    }

    init(_ checkout: Checkout, environment: String) {
        self.checkout = checkout
        file = ".snowline/\(environment)/alerts.ndjson"
    }

    /// Every alert so far, oldest first.
    func collect(_ queueURL: String, _ queue: SQSClient) throws -> [Alert] {
        while true {
            let messages = try queue.receive(queueURL: queueURL, maximum: 10, waitSeconds: 0)
            guard !messages.isEmpty else { break }
            let lines = messages.map { $0.body.replacing("\n", with: " ") + "\n" }
            try checkout.write((checkout.text(file) ?? "") + lines.joined(), to: file)
            for message in messages { try queue.delete(queueURL: queueURL, receipt: message.receiptHandle) }
        }
        return Self.alerts(in: checkout.text(file) ?? "")
    }

    /// Oldest first, each once: the queue may hand a message out twice (Amazon SQS, "at-least-once delivery").
    static func alerts(in lines: String) -> [Alert] {
        var seen: Set<String> = []
        let envelopes = lines.split(separator: "\n").compactMap { line -> JSON? in
            guard let json = try? JSON.parse(Array(line.utf8)), json.members != nil else { return nil }
            guard let id = json["MessageId"]?.string else { return json }
            return seen.insert(id).inserted ? json : nil
        }
        return envelopes.map(alert).sorted { $0.time < $1.time }
    }

    /// An SNS notification as SQS receives it (Amazon SNS developer guide, "Amazon SNS message and JSON formats").
    private static func alert(_ envelope: JSON) -> Alert {
        let attributes = (envelope["MessageAttributes"]?.members ?? []).compactMap { member in
            member.value["Value"]?.string.map { (name: member.name, value: $0) }
        }
        return Alert(
            time: envelope["Timestamp"]?.string ?? "",
            subject: envelope["Subject"]?.string ?? "(no subject)",
            message: envelope["Message"]?.string ?? "",
            attributes: attributes)
    }
}
