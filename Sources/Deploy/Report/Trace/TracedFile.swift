import CloudAPI
import Contracts
import DataContract

/// One load of one partner file, and the object in history that it was read from.
struct TracedFile {
    /// The key in the inbox, as RAW holds it.
    let key: String
    let batchDate: String
    /// ISO with a blank, UTC.
    let loadedAt: String
    /// How many of the traced rows it brought.
    let rows: Int
    /// Nil when history holds none: the file has not been moved yet, or somebody took it away.
    let object: ObjectSummary?
}

/// Finds the objects of loads. Listings are asked for once for each key.
struct HistoryObjects {
    private let versions: (_ prefix: String) throws -> [ObjectSummary]
    private let prefix: String

    /// - Parameter versions: all versions below a prefix, such as `S3Client.listVersions`.
    init(under prefix: String = "history/", versions: @escaping (_ prefix: String) throws -> [ObjectSummary]) {
        self.prefix = prefix
        self.versions = versions
    }

    /// The function copies a file to history after it has loaded it, so a load's object is the first one made after it. Content that
    /// came again needs no second copy: then it is the last one made before.
    func object(of key: String, loadedAt moment: Timestamp) throws -> ObjectSummary? {
        guard let file = try? BatchFile(key: key, among: Dataset.all) else { return nil }
        let base = file.historyKey(under: prefix)
        let stem = Self.stem(base)
        let copies = try versions(stem.text)
            .filter { !$0.isDeleteMarker && Self.isCopy($0.key, base: base, stem: stem) }
            .sorted {
                ($0.lastModified ?? Timestamp(seconds: 0)).seconds < ($1.lastModified ?? Timestamp(seconds: 0)).seconds
            }
        // S3 tells whole seconds.
        return copies.first { ($0.lastModified?.seconds ?? 0) >= moment.seconds } ?? copies.last
    }

    /// The key without its extension, and the extension.
    private static func stem(_ key: String) -> (text: String, extension: String) {
        let length = key.lowercased().hasSuffix(".csv.gz") ? 7 : 4
        return (String(key.dropLast(length)), String(key.suffix(length)))
    }

    /// `sales_20250111.csv`, or `sales_20250111__1a2b3c4d.csv` where that name was taken by other content.
    private static func isCopy(_ key: String, base: String, stem: (text: String, extension: String)) -> Bool {
        if key == base { return true }
        guard key.hasPrefix(stem.text + "__"), key.hasSuffix(stem.extension) else { return false }
        let tag = key.dropFirst(stem.text.count + 2).dropLast(stem.extension.count)
        return !tag.isEmpty && tag.allSatisfy { $0.isHexDigit || $0 == "-" }
    }
}
