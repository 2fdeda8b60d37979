import CloudAPI
import DataContract

/// Moves a loaded object from the inbox to the history: copy, verify, delete, each of them only for the version that was loaded.
/// Whatever it is interrupted by, the object is in the inbox, in the history, or in both; a repetition completes it.
struct Move {
    enum Outcome {
        /// With the key in the history.
        case moved(String)
        /// The object in the inbox is another by now, or gone; the event of the other takes care of it.
        case replaced
    }

    /// The field of the copy that says which version of which object it was made of. Encryption and multipart uploads give
    /// the copy another eTag than the source has.
    static let sourceField = "source-etag"
    /// What one CopyObject takes, in bytes.
    static let sizeLimit = 5 << 30

    let s3: S3Client
    let configuration: Configuration

    /// - Throws: `CloudError`; `IngestFailure` when the copy is not what was to be copied.
    func run(_ file: BatchFile, _ object: StoredObject) throws -> Outcome {
        let (target, isCopied) = try place(for: file, object)
        if !isCopied {
            do {
                try copy(object, to: target)
            } catch let error as CloudError where error.status == 412 || error.status == 404 {
                return .replaced
            }
            guard let copied = try s3.head(bucket: object.bucket, key: target), isCopy(copied, of: object) else {
                throw IngestFailure(
                    .unavailable, isTransient: true, "the copy in \(target) is not the object; nothing was deleted")
            }
        }
        guard let current = try s3.head(bucket: object.bucket, key: object.key) else { return .moved(target) }
        guard current.eTag == object.eTag else { return .replaced }
        try s3.delete(bucket: object.bucket, key: object.key)
        return .moved(target)
    }

    /// The key in the history that is free or holds a copy of the object already; nothing there is ever overwritten.
    private func place(for file: BatchFile, _ object: StoredObject) throws -> (key: String, isCopied: Bool) {
        let base = file.historyKey(under: configuration.historyPrefix)
        let tag = object.bareETag
        for key in [base, Self.name(base, tagged: String(tag.prefix(8))), Self.name(base, tagged: tag)] {
            guard let other = try s3.head(bucket: object.bucket, key: key) else { return (key, false) }
            if isCopy(other, of: object) { return (key, true) }
        }
        throw IngestFailure(.storageRefused, "\(base) and its other names are taken by other content")
    }

    /// The user's own fields are kept and the source's eTag is added, where they can be set anew without losing others.
    private func copy(_ object: StoredObject, to target: String) throws {
        var metadata = object.head.metadata
        metadata[Self.sourceField] = object.bareETag
        let size = metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        let canReplace = object.head.contentEncoding == nil && size <= 2_000
        try s3.copy(
            from: ObjectReference(bucket: object.bucket, key: object.key, versionID: object.versionID),
            to: ObjectReference(bucket: object.bucket, key: target), ifMatch: object.eTag,
            metadata: canReplace ? metadata : nil, contentType: canReplace ? object.head.contentType : nil,
            timeout: .seconds(900))
    }

    private func isCopy(_ target: ObjectHead, of object: StoredObject) -> Bool {
        let source = target.metadata[Self.sourceField] ?? target.eTag.withoutQuotes
        return target.size == object.size && source == object.bareETag
    }

    /// `sales_20250111.csv` has been taken by other content: `sales_20250111__1a2b3c4d.csv`.
    static func name(_ key: String, tagged tag: String) -> String {
        let bytes = key.utf8
        let isGzip = String(Substring(bytes.suffix(7))).mentions(".csv.gz")
        let suffix = isGzip ? 7 : 4
        return "\(Substring(bytes.dropLast(suffix)))__\(tag)\(Substring(bytes.suffix(suffix)))"
    }
}
