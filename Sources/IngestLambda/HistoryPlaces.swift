import CloudAPI
import DataContract

/// Where the history may keep an object, and how a copy of it is recognised there.
///
/// The first place is the base name below its batch date. It may be taken: the same name came with other content before, or from
/// another folder of the inbox. The names that follow say the content, then the content and the key, so the last is never taken by
/// anything else.
struct HistoryPlaces {
    /// The field of a copy that says which content it was made of. Encryption and multi-part uploads give the copy another eTag
    /// than the source has.
    static let contentField = "source-etag"
    /// The field that says which key it was made of, as the start of its SHA-256: a key does not fit in a field.
    static let keyField = "source-key-sha256"

    /// In the order in which they are looked at.
    let keys: [String]
    private let object: StoredObject

    init(_ file: BatchFile, _ object: StoredObject, under prefix: String) {
        let base = file.historyKey(under: prefix)
        let tag = object.bareETag
        let short = String(tag.prefix(8))
        let name = Self.keyHash(object)
        keys = [
            base, Self.name(base, tagged: short), Self.name(base, tagged: "\(short)-\(name.prefix(8))"),
            Self.name(base, tagged: "\(tag)-\(name)"),
        ]
        self.object = object
    }

    /// The fields of the copy: the user's own and two of ours. Nil where they do not fit into S3's 2 KB; then the copy takes the
    /// source's over as they are.
    static func metadata(for object: StoredObject) -> [String: String]? {
        var metadata = object.head.metadata
        metadata[contentField] = object.bareETag
        metadata[keyField] = keyHash(object)
        let size = metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        return size <= 2_000 ? metadata : nil
    }

    /// Whether what stands at a place is a copy of the object.
    func isCopy(_ target: ObjectHead) -> Bool {
        guard target.size == object.size else { return false }
        guard let content = target.metadata[Self.contentField] else {
            return target.eTag.withoutQuotes == object.bareETag
        }
        let key = target.metadata[Self.keyField]
        return content == object.bareETag && (key == nil || key == Self.keyHash(object))
    }

    /// Whether what stands at a place is the object, where a copy has just been made there on the condition of its eTag. Without
    /// fields of ours only the size can tell.
    func isFresh(_ target: ObjectHead) -> Bool {
        isCopy(target) || (Self.metadata(for: object) == nil && target.size == object.size)
    }

    private static func keyHash(_ object: StoredObject) -> String {
        String(SHA256.hex(Array(object.key.utf8)).prefix(16))
    }

    /// `sales_20250111.csv` has been taken by other content: `sales_20250111__1a2b3c4d.csv`.
    static func name(_ key: String, tagged tag: String) -> String {
        let bytes = key.utf8
        let isGzip = String(Substring(bytes.suffix(7))).mentions(".csv.gz")
        let suffix = isGzip ? 7 : 4
        return "\(Substring(bytes.dropLast(suffix)))__\(tag)\(Substring(bytes.suffix(suffix)))"
    }
}
