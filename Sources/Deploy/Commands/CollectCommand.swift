import ArgumentParser
import CloudAPI
import InfraDSL

/// Removes archives and templates that no stack uses from the asset bucket.
struct CollectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gc",
        abstract: "Remove old archives from the asset bucket; shows what it would remove, and asks.",
        discussion: """
            Kept are: what a stack of the account and region refers to, what the last two runs of each environment deployed, and
            what is younger than --older-than. The bucket keeps old versions for thirty days more.

              swift run deploy gc --env dev                       show, and ask
              swift run deploy gc --env dev --older-than 30d --yes

            Exit codes: 0 done, 4 it was not agreed to, 6 somebody deploys, or a stack is changing.
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "Only what is older: 7d, 12h.")
    var olderThan = "7d"

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run() throws {
        Interruption.enter(.reading)
        guard let age = LogTime.seconds(olderThan) else {
            throw ValidationError("--older-than is \"\(olderThan)\"; 7d and 12h are such times.")
        }
        let session = try Session.open(try target.environment, try Checkout.containing())
        try session.checkIdentity()
        let bucket = AssetBucket(session)
        let collection = try bucket.collection(session, age: .seconds(age))
        for (asset, reason) in collection.kept where AssetCollection.isOurs(asset.key) {
            Console.note("  keep    \(asset.key)  \(reason)")
        }
        for asset in collection.doomed { Console.result("  remove  \(asset.key)  \(asset.bytes / 1024) KB") }
        guard !collection.doomed.isEmpty else { return Console.note("Nothing to remove.") }
        Console.note("\(collection.doomed.count) objects, \(collection.bytes / 1024) KB.")
        guard yes || Console.isInteractive else {
            throw Failure(
                "There is no terminal to ask at.",
                advice: "`swift run deploy gc --env \(target.name) --yes`. Nothing was removed.",
                code: .approval)
        }
        guard yes || Console.agrees("Remove them?") else { throw Failure("Nothing was removed.", code: .approval) }
        let run = ExclusiveRun(session: session, command: "deploy gc", sight: try Lease.look(session))
        try run.announce()
        Interruption.enter(.applying)
        try run.run(stacks: []) { held in try bucket.remove(collection.doomed.map(\.key), held) }
        Console.note("Removed.")
    }
}

extension AssetBucket {
    /// What may go. Throws while somebody deploys: an archive that was just uploaded is not referred to yet.
    func collection(_ session: Session, age: Duration) throws -> AssetCollection {
        let s3 = S3Client(session.aws, expectedBucketOwner: session.environment.account)
        let objects: [ObjectSummary]
        do {
            objects = try s3.list(bucket: name)
        } catch let error as CloudError where error.status == 404 {
            objects = []
        }
        let stacks = try CloudFormationClient(session.aws).stacks()
            .filter { stack in
                stack.tags.contains { $0.key == "snowline:stack" } || stack.parameters.contains { $0.value == name }
            }
        if let busy = stacks.first(where: { !StackStatus.isSettled($0.status) }) {
            throw Failure(
                "\(busy.name) is \(busy.status): what it will refer to is not known yet.",
                advice: "Wait for it to end.", code: .busy)
        }
        let journals = Dictionary(
            grouping: objects.map(\.key).filter { $0.hasPrefix("journal/") && $0.hasSuffix(".json") },
            by: { $0.split(separator: "/").dropFirst().first.map(String.init) ?? "" })
        var recent: Set<String> = []
        for keys in journals.values {
            let runs = keys.sorted().reversed().lazy.compactMap { Journal.entry($0, session) }
                .filter { !$0.archives.isEmpty && $0.outcome == "done" }
            for run in runs.prefix(2) { recent.formUnion(run.archives) }
        }
        return AssetCollection(
            objects.map { .init(key: $0.key, bytes: $0.size, modified: $0.lastModified) },
            live: Set(stacks.flatMap { $0.parameters.map(\.value) }), recent: recent,
            now: session.aws.clock.now(), age: age)
    }

    func remove(_ keys: [String], _ session: Session) throws {
        let refused = try S3Client(session.aws, expectedBucketOwner: session.environment.account)
            .deleteObjects(bucket: name, keys.map { ($0, nil) })
        guard let first = refused.first else { return }
        throw Failure(
            "\(refused.count) objects were not removed; the first is \(first.key): \(first.message)", code: .attention)
    }
}
