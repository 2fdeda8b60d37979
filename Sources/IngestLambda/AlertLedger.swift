import CloudAPI

/// Who tells of a failure, written down in S3 so that it is told once however often and by however many the event is delivered.
///
/// For each failure of each version of a file there is one small object below `<history>_alerts/`. It is created by a conditional
/// write, which one delivery wins; the winner publishes and then marks it as told. A winner that dies in between is succeeded by
/// a later delivery, once its time is over. So an alert is never missing; it is repeated only when the process ends between the
/// topic's answer and the mark (docs/decisions/0011-one-alert-a-version.md).
struct AlertLedger {
    enum Standing {
        /// The caller publishes, and then tells with this claim.
        case ours(Claim)
        case told
        /// Another delivery is at it and has time left.
        case elsewhere
    }

    /// The right to publish; holds the eTag of the record as it was claimed.
    struct Claim {
        fileprivate let eTag: String
    }

    let s3: S3Client
    let bucket: String
    /// Below the history, where the function may write.
    let key: String
    let clock: Clock
    /// Unlike any other: a delivery whose first answer was lost knows its own record again.
    let owner: String
    /// What a reader of the record is told.
    let about: [(String, JSON?)]

    /// - Parameter lease: how long another delivery leaves the claim alone; longer than this process can live on.
    /// - Throws: `CloudError` when the record can be neither read nor written.
    func claim(for lease: Duration) throws -> Standing {
        let record = record(until: clock.now() + lease)
        var condition = Condition.absent
        for _ in 0..<4 {
            do {
                return .ours(Claim(eTag: try write(record, condition)))
            } catch let error as CloudError where condition.isNotMet(error) {
                guard let standing = try read() else {
                    condition = .absent
                    continue
                }
                if standing.isTold { return .told }
                if standing.owner == owner { return .ours(Claim(eTag: standing.eTag)) }
                if standing.until > clock.now().seconds { return .elsewhere }
                condition = .unchanged(standing.eTag)
            }
        }
        return .elsewhere
    }

    /// The topic has taken the alert.
    func tell(_ claim: Claim, messageID: String) throws {
        try write(
            .object(compacting: about + [("told", true), ("messageId", .string(messageID))]), .unchanged(claim.eTag))
    }

    /// The topic has not taken it; whoever comes next may try.
    func release(_ claim: Claim) {
        _ = try? write(record(until: Timestamp(seconds: 0, nanoseconds: 0)), .unchanged(claim.eTag))
    }

    private enum Condition {
        case absent
        case unchanged(String)

        /// Whether it is the condition that S3 refuses the write for, or another write at the same moment.
        func isNotMet(_ error: CloudError) -> Bool {
            switch error.status {
            case 409, 412: true
            case 404: if case .unchanged = self { true } else { false }
            default: false
            }
        }
    }

    @discardableResult
    private func write(_ record: JSON, _ condition: Condition) throws -> String {
        var eTag: String?
        if case .unchanged(let tag) = condition { eTag = tag }
        return try s3.put(
            bucket: bucket, key: key, body: record.bytes, contentType: "application/json", ifNoneMatch: eTag == nil,
            ifMatch: eTag
        ).eTag
    }

    private func record(until end: Timestamp) -> JSON {
        .object(
            compacting: about + [("told", false), ("owner", .string(owner)), ("until", .integer(end.seconds))])
    }

    private func read() throws -> (isTold: Bool, owner: String?, until: Int, eTag: String)? {
        var body: [UInt8] = []
        do {
            let head = try s3.get(bucket: bucket, key: key) { body.append(contentsOf: $0) }
            let record = try? JSON.parse(body)
            // A record that is not understood is nobody's.
            return (
                record?["told"]?.bool ?? false, record?["owner"]?.string, record?["until"]?.int ?? 0, head.eTag
            )
        } catch let error as CloudError where error.status == 404 {
            return nil
        }
    }
}
