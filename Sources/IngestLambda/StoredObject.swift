import CloudAPI

/// The object as it stands in the bucket now: what is validated, loaded and moved is this version and no other.
struct StoredObject: Sendable {
    let bucket: String
    let key: String
    /// With its quotes, as conditions want it.
    let eTag: String
    let versionID: String?
    /// Bytes.
    let size: Int
    let head: ObjectHead

    init(bucket: String, key: String, _ head: ObjectHead) {
        self.bucket = bucket
        self.key = key
        self.head = head
        eTag = head.eTag
        // A bucket that keeps no versions may say so in words.
        versionID = head.versionID == "null" ? nil : head.versionID
        size = head.size
    }

    /// The eTag without its quotes.
    var bareETag: String { eTag.withoutQuotes }
}

extension String {
    /// The text without double quotes; an eTag with or without them is the same.
    var withoutQuotes: String { String(decoding: utf8.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self) }
}
