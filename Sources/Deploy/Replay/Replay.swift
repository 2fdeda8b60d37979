import CloudAPI
import Foundation

/// Has files processed again: events for files that lie in the inbox, dead letters back into the queue. Nothing is lost on the way:
/// a dead letter is deleted only after it was sent, so an interruption leaves it there or has it twice, and twice is once for the
/// function.
struct Replay {
    static let inbox = "inbox/"

    let s3: S3Client
    let sqs: SQSClient
    let bucket: String
    let queueURL: String
    let region: String
    let event: ReplayEvent
    /// Asked between messages: whether somebody has interrupted the command.
    var checkpoint: () throws -> Void = {}

    /// A file or message, and whether it was sent.
    struct Item: Sendable, Hashable {
        let key: String
        let size: Int?
        var isSent: Bool
    }

    // MARK: The inbox

    /// The file of that key; a key without the inbox's prefix is looked for in it.
    func file(_ key: String) throws -> ObjectSummary {
        for candidate in key.hasPrefix(Self.inbox) ? [key] : [Self.inbox + key, key] {
            // A listing tells what HEAD tells, and the eTag with it.
            let found = try s3.list(bucket: bucket, prefix: candidate, limit: 1).first
            if let found, found.key == candidate { return found }
        }
        throw Failure(
            "There is no object \(key) in s3://\(bucket)/\(Self.inbox).",
            advice: "`deploy replay --inbox --dry-run` lists what lies there; what is in history/ was loaded.")
    }

    /// Everything that lies in the inbox, without what stands for folders.
    func files() throws -> [ObjectSummary] {
        try s3.list(bucket: bucket, prefix: Self.inbox).filter { !$0.key.hasSuffix("/") }
    }

    func send(_ files: [ObjectSummary], dryRun: Bool) throws -> [Item] {
        try files.map { file in
            if !dryRun {
                try checkpoint()
                try sqs.send(queueURL: queueURL, body: event.body(file, in: bucket, region: region))
            }
            return Item(key: file.key, size: file.size, isSent: !dryRun)
        }
    }

    // MARK: Dead letters

    /// The queue that the arrivals' redrive policy names.
    func deadLetterQueue() throws -> String {
        let policy = try sqs.attributes(queueURL: queueURL, ["RedrivePolicy"])["RedrivePolicy"] ?? ""
        guard let arn = (try? JSON.parse(policy))?["deadLetterTargetArn"]?.string,
            let name = arn.split(separator: ":").last, let url = try sqs.queueURL(name: String(name))
        else {
            throw Failure(
                "The queue \(queueURL) has no dead-letter queue that can be found.",
                advice: "Deploy the environment again.", code: .attention)
        }
        return url
    }

    /// Sends dead letters back to the arrivals, those that were there when it began. Does not use StartMessageMoveTask: a moved message
    /// could not say that it is a replay.
    ///
    /// - Parameter started: milliseconds since 1970; what is younger came back during this run.
    func redrive(_ deadLetters: String, started: Int, dryRun: Bool) throws -> [Item] {
        var items: [Item] = []
        var held: [String] = []
        defer {
            // Only looked at: handed back at once.
            for receipt in held { try? sqs.changeVisibility(queueURL: deadLetters, receipt: receipt, seconds: 0) }
        }
        while true {
            let messages = try sqs.receive(queueURL: deadLetters, maximum: 10, waitSeconds: 1)
            guard !messages.isEmpty else { return items }
            for message in messages {
                let keys = ReplayEvent.keys(in: message.body)
                if (message.attributes["SentTimestamp"].flatMap { Int($0) } ?? 0) >= started {
                    held.append(message.receiptHandle)
                    continue
                }
                items.append(
                    Item(
                        key: keys.isEmpty ? "(message \(message.id))" : keys.joined(separator: ", "), size: nil,
                        isSent: !dryRun))
                if dryRun {
                    held.append(message.receiptHandle)
                    continue
                }
                try checkpoint()
                try sqs.send(queueURL: queueURL, body: event.body(again: message.body))
                try sqs.delete(queueURL: deadLetters, receipt: message.receiptHandle)
            }
        }
    }
}
