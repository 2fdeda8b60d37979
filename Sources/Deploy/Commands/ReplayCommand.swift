import ArgumentParser
import CloudAPI
import Foundation
import InfraDSL

/// Has files processed again whose cause of failure is gone.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Process files again: one, all that lie in the inbox, or the dead letters.",
        discussion: """
            A file that was refused stays in the inbox. Once the cause is mended, it is sent through the function again; what was
            loaded before is not loaded twice, and the outcome is told anew.

              swift run deploy replay --env prod --inbox --dry-run             what lies in the inbox
              swift run deploy replay --env prod --key inbox/sales_20250111.csv
              swift run deploy replay --env prod --inbox
              swift run deploy replay --env prod --dead-letters
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "The key of one file in the inbox.")
    var key: String?

    @Flag(help: "Every file in the inbox.")
    var inbox = false

    @Flag(name: .customLong("dead-letters"), help: "Every message of the dead-letter queue.")
    var deadLetters = false

    @Flag(name: .customLong("dry-run"), help: "Send nothing; list what would be sent.")
    var dryRun = false

    /// How files are listed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text or json.")
    var format = Format.text

    func validate() throws {
        guard [key != nil, inbox, deadLetters].count(where: { $0 }) == 1 else {
            throw ValidationError("Give one of --key, --inbox and --dead-letters.")
        }
    }

    func run() throws {
        let assembly = try target.assembly(giving: "ArrivalsQueueUrl")
        let session = try Session.open(try target.environment, try Checkout.containing())
        try session.checkIdentity()
        let outputs = try StackOutputs.read(assembly, session)
        guard let queueURL = outputs["ArrivalsQueueUrl"], let bucket = outputs["InboxBucket"] else {
            throw Failure(
                "\(assembly.stack.stackName) gives no ArrivalsQueueUrl and InboxBucket.",
                advice: "Name the stack of the pipeline with --stack.")
        }
        let id = RequestID.random().description
        let replay = Replay(
            s3: S3Client(session.aws), sqs: SQSClient(session.aws), bucket: bucket, queueURL: queueURL,
            region: session.environment.region, event: ReplayEvent(id: id),
            checkpoint: {
                try session.checkpoint("What is listed as sent was sent; run the same command for the rest.")
            })
        show(try items(replay), id)
    }

    private func items(_ replay: Replay) throws -> [Replay.Item] {
        if let key { return try replay.send([try replay.file(key)], dryRun: dryRun) }
        if inbox { return try replay.send(try replay.files(), dryRun: dryRun) }
        let started = Int(Date().timeIntervalSince1970 * 1000)
        return try replay.redrive(try replay.deadLetterQueue(), started: started, dryRun: dryRun)
    }

    private func show(_ items: [Replay.Item], _ id: String) {
        switch format {
        case .json:
            let list = items.map { item in
                JSON.object(compacting: [
                    ("key", .string(item.key)), ("size", item.size.map { .integer($0) }), ("sent", .bool(item.isSent)),
                ])
            }
            Console.result(JSON.object([.init("replay", .string(id)), .init("items", .array(list))]).text)
        case .text:
            for item in items { Console.result(item.key + (item.size.map { "  \($0) bytes" } ?? "")) }
            let count = items.count == 1 ? "1 file" : "\(items.count) files"
            if items.isEmpty {
                Console.note("Nothing to replay.")
            } else if dryRun {
                Console.note("\(count) would be sent.")
            } else {
                Console.note("\(count) sent. Refused ones are told of by an alert; loaded ones leave the inbox.")
            }
        }
    }
}
