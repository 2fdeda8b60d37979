import CloudAPI
import Dispatch
import InfraDSL
import Synchronization

/// The right to change one environment, held by one run at a time: an object in the asset bucket, written on conditions that S3
/// checks (`If-None-Match`, `If-Match`). It ends by itself when its holder stops renewing it; whether it has is judged by S3's
/// own clock. CloudFormation lets no two operations meet on a stack; this covers Snowflake and the time between.
final class Lease: Sendable {
    /// The lease as somebody else left it, at one moment. A plan keeps it: a lease that was taken since means a plan made of
    /// what is no longer so.
    struct Sight: Sendable, Hashable {
        let eTag: String?
        let record: LeaseRecord?
        /// Since its last renewal, by S3's clock.
        let age: Duration

        static let none = Sight(eTag: nil, record: nil, age: .zero)

        /// Who holds it now; nil when nobody does, or nobody alive.
        var holder: LeaseRecord? {
            guard let record, !record.isReleased, age < Lease.life, !record.isOfDeadProcess else { return nil }
            return record
        }

        /// A run that ended without giving it back: it was killed, or its machine was.
        var abandoned: LeaseRecord? {
            guard let record, !record.isReleased, holder == nil else { return nil }
            return record
        }
    }

    /// How long it lasts without renewal.
    static let life = Duration.seconds(90)
    private static let renewal = 20.0

    let record: LeaseRecord
    private let s3: S3Client
    private let bucket: String
    private let key: String

    private struct State {
        var eTag: String
        var isOver = false
        /// Who took it away.
        var thief: String?
    }

    private let state: Mutex<State>

    private init(_ record: LeaseRecord, _ s3: S3Client, _ bucket: String, _ key: String, _ eTag: String) {
        self.record = record
        self.s3 = s3
        self.bucket = bucket
        self.key = key
        state = Mutex(State(eTag: eTag))
    }

    static func key(_ environment: String) -> String { "leases/\(environment).json" }

    /// Looks without taking.
    static func look(_ session: Session) throws -> Sight {
        try look(
            S3Client(session.aws, expectedBucketOwner: session.environment.account), AssetBucket(session).name,
            key(session.environment.name))
    }

    private static func look(_ s3: S3Client, _ bucket: String, _ key: String) throws -> Sight {
        var bytes: [UInt8] = []
        do {
            let head = try s3.get(bucket: bucket, key: key) { bytes.append(contentsOf: $0) }
            let age = head.answered.flatMap { now in head.lastModified.map { now - $0 } } ?? .zero
            return Sight(eTag: head.eTag, record: LeaseRecord(bytes), age: age)
        } catch let error as CloudError where error.status == 404 {
            return .none
        }
    }

    /// Takes it as it was seen. Throws when somebody holds it, or held it since: then the plan is of yesterday.
    ///
    /// - Parameter breaking: takes it from its holder.
    static func take(_ session: Session, as record: LeaseRecord, since sight: Sight, breaking: Bool) throws -> Lease {
        let s3 = S3Client(session.aws, expectedBucketOwner: session.environment.account)
        let bucket = AssetBucket(session).name
        let key = key(session.environment.name)
        if let holder = sight.holder {
            guard breaking else { throw busy(holder, sight.age, session.environment.name) }
            Console.note(Console.styled("taking the lease of \(holder.holder), held since \(holder.since)", .yellow))
        }
        do {
            let version = try s3.put(
                bucket: bucket, key: key, body: record.bytes, contentType: "application/json",
                ifNoneMatch: sight.eTag == nil, ifMatch: sight.eTag)
            let lease = Lease(record, s3, bucket, key, version.eTag)
            lease.keep()
            return lease
        } catch let error as CloudError where [404, 409, 412].contains(error.status) {
            let now = try look(s3, bucket, key)
            // The answer to the first attempt may have been lost, and the second one met its own work.
            if now.record?.id == record.id, let eTag = now.eTag {
                let lease = Lease(record, s3, bucket, key, eTag)
                lease.keep()
                return lease
            }
            if let holder = now.holder { throw busy(holder, now.age, session.environment.name) }
            throw Failure(
                "\(now.record?.holder ?? "Somebody") has deployed \(session.environment.name) since this plan was made.",
                advice: "Nothing was changed. Run the same command again for a plan of what is there now.", code: .busy)
        }
    }

    static func busy(_ holder: LeaseRecord, _ age: Duration, _ environment: String) -> Failure {
        Failure(
            "\(environment) is being deployed by \(holder.holder) since \(holder.since); last heard of "
                + "\(age.components.seconds) s ago.",
            advice:
                "Wait for it: `swift run deploy status --env \(environment)` shows how far it is. A run that died loses its "
                + "lease \(life.components.seconds) s after it was last heard of; --break-lease takes it at once.",
            code: .busy)
    }

    /// Throws when somebody has taken it away.
    func check() throws {
        if let thief = state.withLock({ $0.thief }) {
            throw Failure(
                "The lease was taken over by \(thief).",
                advice: "This run stopped where it was; the other one goes on from there.", code: .busy)
        }
    }

    /// Gives it back; best effort, since it ends by itself.
    func release() {
        let eTag = state.withLock { state -> String? in
            defer { state.isOver = true }
            return state.thief == nil && !state.isOver ? state.eTag : nil
        }
        guard let eTag else { return }
        var record = record
        record.isReleased = true
        do {
            try s3.put(bucket: bucket, key: key, body: record.bytes, contentType: "application/json", ifMatch: eTag)
        } catch {
            Console.note(
                "The lease could not be given back and ends by itself in \(Self.life.components.seconds) s: \(error)")
        }
    }

    /// Renews it until it is given back; holds no thread between.
    private func keep() {
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.renewal) { [weak self] in
            guard let self, self.renew() else { return }
            self.keep()
        }
    }

    /// The lock is held meanwhile: a release waits for a renewal under way and then has its eTag. False when it is over.
    func renew() -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            do {
                state.eTag =
                    try s3.put(
                        bucket: bucket, key: key, body: record.bytes, contentType: "application/json",
                        ifMatch: state.eTag
                    ).eTag
            } catch let error as CloudError where error.status == 412 {
                guard let now = try? Self.look(s3, bucket, key) else { return true }
                if now.record?.id == record.id, let eTag = now.eTag {
                    state.eTag = eTag
                } else {
                    state.thief = now.record?.holder ?? "somebody"
                }
            } catch {
                // The next one may come through; if none does, the lease ends.
            }
            return state.thief == nil
        }
    }
}
