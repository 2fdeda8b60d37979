/// What protects a bucket, as S3 tells it.
package struct BucketProtection: Sendable, Hashable {
    /// The algorithm new objects are encrypted with; nil for none.
    package var encryption: String?
    package var isVersioned: Bool
    /// All four ways of public access are blocked.
    package var blocksPublicAccess: Bool
    /// The policy, JSON; nil for none.
    package var policy: String?
    package var lifecycleRules: [String]
}

extension S3Client {
    /// Reads every protection of a bucket.
    package func protection(of bucket: String) throws -> BucketProtection {
        let block = try setting(bucket, "publicAccessBlock", "GetPublicAccessBlock").flatMap(Self.xml)
        let names = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"]
        return BucketProtection(
            encryption: try setting(bucket, "encryption", "GetBucketEncryption").flatMap(Self.xml)?
                .first("SSEAlgorithm")?.text,
            isVersioned: try setting(bucket, "versioning", "GetBucketVersioning").flatMap(Self.xml)?
                .first("Status")?.text == "Enabled",
            blocksPublicAccess: names.allSatisfy { block?.first($0)?.text.lowercasedASCII == "true" },
            policy: try setting(bucket, "policy", "GetBucketPolicy").map { String(decoding: $0, as: UTF8.self) },
            lifecycleRules: try setting(bucket, "lifecycle", "GetBucketLifecycleConfiguration").flatMap(Self.xml)?
                .all("Rule").compactMap { $0.text("ID") } ?? []
        )
    }

    /// Nil for a setting that was never made: S3 answers 404 then.
    private func setting(_ bucket: String, _ name: String, _ operation: String) throws -> [UInt8]? {
        do {
            return try send(Call(operation: operation, method: "GET", bucket: bucket, query: [(name, "")])).body
        } catch let error as CloudError where error.status == 404 && error.code != "NoSuchBucket" {
            return nil
        }
    }

    private static func xml(_ body: [UInt8]) -> XMLElement? { try? XMLElement.parse(body) }
}
