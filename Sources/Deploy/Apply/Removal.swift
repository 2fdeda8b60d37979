import CloudAPI
import CloudFormation
import InfraDSL

/// The way back of one stack: Snowflake objects that needed the template, the CloudFormation stack, its buckets, the other
/// Snowflake objects. What holds data stays unless it was named.
struct Removal: Sendable {
    let assembly: Assembly
    /// In the order they are run.
    let after: [SnowflakeChange]
    let before: [SnowflakeChange]
    let stack: StackFate?
    let buckets: [BucketFate]
    /// Ids of Snowflake objects that stay, with the rows in them and the roles that own them.
    let kept: [String]
    /// Why nothing may be removed now.
    let obstacles: [Failure]

    /// What may go beside what holds no data.
    struct Options: Sendable {
        /// Buckets with all they hold, old versions and delete markers included.
        var emptyBuckets = false
        /// Tables with their rows.
        var dropData = false
    }

    /// What happens to a bucket once no stack holds it.
    struct BucketFate: Sendable {
        let name: String
        let isEmpty: Bool
        let isRemoved: Bool
    }

    /// What the CloudFormation stack holds.
    struct StackFate: Sendable {
        let status: String
        let resources: [Resource]

        struct Resource: Sendable {
            let id: String
            let type: String
            let physicalID: String?
            /// Its DeletionPolicy lets it live on outside of the stack.
            let isKept: Bool
        }
    }

    var stackName: String { assembly.stack.stackName }

    var isEmpty: Bool {
        after.isEmpty && before.isEmpty && stack == nil && !buckets.contains(where: \.isRemoved)
    }

    /// Rows or objects go that nothing brings back.
    var losesData: Bool {
        (after + before).contains(where: \.losesData) || buckets.contains { $0.isRemoved && !$0.isEmpty }
    }

    /// - Parameter session: the one that is allowed to write.
    func run(_ session: Session) throws {
        let known = KnownValues(session.environment)
        let statements = StatementRun(session: session)
        try statements.run(after, known)
        if stack != nil { try StackOperation(session: session, assembly: assembly).delete() }
        let s3 = S3Client(session.aws)
        for bucket in buckets where bucket.isRemoved {
            try session.checkpoint("The stack is gone; run the same command again for the rest.")
            Console.step("removing bucket \(bucket.name)")
            try s3.empty(bucket.name)
            try s3.deleteBucket(bucket.name)
        }
        try statements.run(before, known)
    }
}

extension S3Client {
    /// No object, no old version, no delete marker.
    func isEmpty(_ bucket: String) throws -> Bool { try listVersions(bucket: bucket, limit: 1).isEmpty }

    /// Removes every version and delete marker.
    func empty(_ bucket: String) throws {
        let versions = try listVersions(bucket: bucket)
        let refused = try deleteObjects(bucket: bucket, versions.map { ($0.key, $0.versionID) })
        guard let first = refused.first else { return }
        throw Failure(
            "\(refused.count) objects of \(bucket) can not be removed; the first is \(first.key): \(first.message)",
            advice: "Look at the bucket's policy and object locks.", code: .attention)
    }
}
