import CloudAPI
import CloudFormation
import InfraDSL

/// The way back: Snowflake objects that needed the template, the stack, its buckets, the other Snowflake objects.
struct Removal {
    private let session: Session
    private let assembly: Assembly
    private let after: [SnowflakeChange]
    private let before: [SnowflakeChange]
    private let stackExists: Bool
    private let buckets: [BucketFate]

    /// What happens to a bucket once no stack holds it.
    private struct BucketFate {
        let name: String
        let isEmpty: Bool
        let isRemoved: Bool
    }

    static func plan(_ assembly: Assembly, _ session: Session, emptyBuckets: Bool) throws -> Removal {
        let live = try SnowflakeInspection.read(for: assembly, through: session.snowflake)
        let s3 = S3Client(session.aws)
        let names = assembly.namedBuckets(KnownValues(session.environment)).map(\.name)
        let buckets = try names.filter { try s3.bucketExists($0) }.map { name in
            let isEmpty = try s3.isEmpty(name)
            return BucketFate(name: name, isEmpty: isEmpty, isRemoved: isEmpty || emptyBuckets)
        }
        let stack = try CloudFormationClient(session.aws).describeStack(assembly.stack.stackName)
        return Removal(
            session: session,
            assembly: assembly,
            after: SnowflakeRemoval.changes(of: assembly.after, live: live, marker: assembly.marker),
            before: SnowflakeRemoval.changes(of: assembly.before, live: live, marker: assembly.marker),
            stackExists: stack.map { $0.status != "DELETE_COMPLETE" } ?? false,
            buckets: buckets
        )
    }

    var stackName: String { assembly.stack.stackName }

    var isEmpty: Bool { after.isEmpty && before.isEmpty && !stackExists && !buckets.contains(where: \.isRemoved) }

    var losesRows: Bool { (after + before).contains(where: \.losesData) }

    var lines: [String] {
        var lines = after.map { "  - \($0.id)" }
        if stackExists { lines.append("  - stack \(assembly.stack.stackName) and what it made") }
        for bucket in buckets {
            lines.append(
                bucket.isRemoved
                    ? "  - bucket \(bucket.name)"
                        + (bucket.isEmpty ? "" : " and everything in it, old versions included")
                    : "    bucket \(bucket.name) holds data and is kept (--empty-buckets removes it)")
        }
        lines += before.map { "  - \($0.id)" + ($0.losesData ? " and every table in it" : "") }
        return isEmpty ? lines + ["Nothing of \(assembly.stack.stackName) is left to remove."] : lines
    }

    /// - Parameter session: that of the run which holds the lease.
    func run(_ session: Session) throws {
        let known = KnownValues(session.environment)
        let statements = StatementRun(session: session)
        try statements.run(after, known)
        if stackExists { try StackOperation(session: session, assembly: assembly).delete() }
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
