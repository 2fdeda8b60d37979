import CloudAPI
import Contracts
import DataContract
import InfraDSL

/// The contract that is deployed: kept beside the archives, which carry it compiled in, once a deploy has been verified. So the plan
/// tells what a deploy changes for the partners, whatever the checkout's history says.
struct ContractRecord {
    private let s3: S3Client
    private let bucket: String
    private let key: String

    init(_ session: Session) {
        s3 = S3Client(session.aws)
        bucket = AssetBucket(session).name
        key = "contracts/\(session.environment.name).json"
    }

    /// Nil before the first deploy.
    func deployed() throws -> [Dataset]? {
        guard let bytes = try s3.object(bucket: bucket, key: key) else { return nil }
        return try ContractDocument.datasets(in: String(decoding: bytes, as: UTF8.self), "s3://\(bucket)/\(key)")
    }

    func keep(_ datasets: [Dataset] = Dataset.all) throws {
        let body = Array((ContractDocument.json(datasets).indented + "\n").utf8)
        if try s3.object(bucket: bucket, key: key) == body { return }
        try s3.put(bucket: bucket, key: key, body: body, contentType: "application/json")
    }

    /// What a deploy changes of the contract, for the plan; nothing when it changes nothing.
    func changes(to datasets: [Dataset] = Dataset.all) throws -> [String] {
        guard let old = try deployed() else { return [] }
        let changes = ContractDiff.changes(from: old, to: datasets)
        return changes.isEmpty ? [] : ["Data contract, for partners and readers"] + changes.map { "  \($0)" }
    }
}
