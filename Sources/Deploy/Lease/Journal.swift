import CloudAPI
import InfraDSL
import Synchronization

/// What a run did and when, step by step: an object of its own in the asset bucket. Told by `status` and by the run that comes
/// after a killed one; nothing is ever decided by it, since the clouds themselves say what is there.
final class Journal: Sendable {
    /// A run as it is kept.
    struct Entry: Sendable {
        struct Step: Sendable, Hashable {
            let name: String
            /// ISO 8601.
            let at: String
        }

        var run: String
        var environment: String
        var command: String
        var person: String
        var started: String
        var ended: String?
        /// `done`, `failed`, `interrupted`; nil while it runs, or for ever when it was killed.
        var outcome: String?
        var message: String?
        var stacks: [String] = []
        /// Keys of the archives the run deployed, for `gc`.
        var archives: [String] = []
        var steps: [Step] = []
    }

    private let s3: S3Client
    private let bucket: String
    private let clock: Clock
    private let state: Mutex<(entry: Entry, written: Duration?)>

    /// Between two writes inside one step.
    private static let pause = Duration.seconds(2)

    static func prefix(_ environment: String) -> String { "journal/\(environment)/" }

    /// A name that sorts by time.
    static func key(_ session: Session) -> String {
        let moment = session.aws.clock.now().iso8601Basic
        return "\(prefix(session.environment.name))\(moment)-\("\(RequestID.random())".prefix(8)).json"
    }

    init(_ session: Session, _ record: LeaseRecord, stacks: [String], archives: [String]) {
        s3 = S3Client(session.aws, expectedBucketOwner: session.environment.account)
        bucket = AssetBucket(session).name
        clock = session.aws.clock
        var entry = Entry(
            run: record.journal, environment: session.environment.name, command: record.command,
            person: record.person, started: record.since)
        entry.stacks = stacks
        entry.archives = archives
        state = Mutex((entry, nil))
    }

    /// Before a step begins, so that a run that dies in it has named it.
    ///
    /// - Parameter isPart: one of many small ones, which need not each be written.
    func begin(_ step: String, isPart: Bool = false) {
        let now = clock.monotonic()
        let entry = state.withLock { state -> Entry? in
            if isPart, state.entry.steps.last?.name.hasPrefix(Self.head(step)) == true {
                state.entry.steps.removeLast()
            }
            state.entry.steps.append(.init(name: step, at: clock.now().iso8601))
            if isPart, let written = state.written, now - written < Self.pause { return nil }
            state.written = now
            return state.entry
        }
        if let entry { write(entry) }
    }

    func end(_ outcome: String, _ message: String?) {
        let entry = state.withLock { state in
            state.entry.ended = clock.now().iso8601
            state.entry.outcome = outcome
            state.entry.message = message
            return state.entry
        }
        write(entry)
    }

    /// `statement 3 of 40 …` and `statement 4 of 40 …` are one step.
    private static func head(_ step: String) -> String { String(step.prefix { $0 != ":" }) + ":" }

    /// A journal that can not be kept is no reason to stop.
    private func write(_ entry: Entry) {
        _ = try? s3.put(bucket: bucket, key: entry.run, body: entry.json.bytes, contentType: "application/json")
    }

    /// The newest runs of an environment, newest first.
    static func latest(_ count: Int, _ session: Session) throws -> [Entry] {
        let s3 = S3Client(session.aws, expectedBucketOwner: session.environment.account)
        let bucket = AssetBucket(session).name
        do {
            let keys = try s3.list(bucket: bucket, prefix: prefix(session.environment.name)).map(\.key).sorted().suffix(
                count)
            return try keys.reversed().compactMap { try read($0, s3, bucket) }
        } catch let error as CloudError where error.status == 404 {
            return []
        }
    }

    /// Nil when it is gone or is none.
    static func entry(_ key: String, _ session: Session) -> Entry? {
        try? read(
            key, S3Client(session.aws, expectedBucketOwner: session.environment.account), AssetBucket(session).name)
    }

    private static func read(_ key: String, _ s3: S3Client, _ bucket: String) throws -> Entry? {
        try s3.object(bucket: bucket, key: key).flatMap { try? JSON.parse($0) }.flatMap(Entry.init)
    }
}

extension Journal.Entry {
    var json: JSON {
        .object(compacting: [
            ("v", 1), ("run", .string(run)), ("environment", .string(environment)), ("command", .string(command)),
            ("person", .string(person)), ("started", .string(started)), ("ended", ended.map { .string($0) }),
            ("outcome", outcome.map { .string($0) }), ("message", message.map { .string($0) }),
            ("stacks", .array(stacks.map { .string($0) })), ("archives", .array(archives.map { .string($0) })),
            ("steps", .array(steps.map { ["name": .string($0.name), "at": .string($0.at)] })),
        ])
    }

    init?(_ json: JSON) {
        guard json["v"]?.int == 1, let run = json["run"]?.string else { return nil }
        self.init(
            run: run, environment: json["environment"]?.string ?? "", command: json["command"]?.string ?? "",
            person: json["person"]?.string ?? "", started: json["started"]?.string ?? "", ended: json["ended"]?.string,
            outcome: json["outcome"]?.string, message: json["message"]?.string)
        stacks = (json["stacks"]?.elements ?? []).compactMap(\.string)
        archives = (json["archives"]?.elements ?? []).compactMap(\.string)
        steps = (json["steps"]?.elements ?? []).compactMap { step in
            step["name"]?.string.map { .init(name: $0, at: step["at"]?.string ?? "") }
        }
    }
}
