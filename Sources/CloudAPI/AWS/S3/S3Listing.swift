/// One object of a listing.
package struct ObjectSummary: Sendable, Hashable {
    package var key: String
    /// Bytes; 0 for a delete marker.
    package var size: Int
    package var eTag: String
    package var lastModified: Timestamp?
    /// Only in a listing of versions.
    package var versionID: String?
    package var isLatest: Bool
    package var isDeleteMarker: Bool

    init(_ element: XMLElement, in page: XMLElement) {
        key = page.key(element.text("Key")) ?? ""
        size = element.text("Size").flatMap(Int.init) ?? 0
        eTag = element.text("ETag") ?? ""
        lastModified = element.text("LastModified").flatMap(Timestamp.init(iso8601:))
        versionID = element.text("VersionId")
        isLatest = element.text("IsLatest").map { $0 == "true" } ?? true
        isDeleteMarker = element.name == "DeleteMarker"
    }
}

extension S3Client {
    /// All objects whose keys begin with `prefix`, in the order of S3 (UTF-8 bytes), page by page until all are read
    /// or there are `limit`.
    package func list(bucket: String, prefix: String = "", limit: Int = .max) throws -> [ObjectSummary] {
        var objects: [ObjectSummary] = []
        var continuation: String?
        repeat {
            var query = [("list-type", "2"), ("encoding-type", "url"), ("prefix", prefix)]
            query.append(("max-keys", String(min(1000, limit - objects.count))))
            if let continuation { query.append(("continuation-token", continuation)) }
            let page = try page("ListObjectsV2", bucket, query)
            objects += page.all("Contents").map { ObjectSummary($0, in: page) }
            continuation = page.text("IsTruncated") == "true" ? page.text("NextContinuationToken") : nil
        } while continuation != nil && objects.count < limit
        return Array(objects.prefix(limit))
    }

    /// All versions and delete markers whose keys begin with `prefix`. A page that begins with the last entry of the one
    /// before (embedded services do that) is no repetition, and one that does not move on is the last.
    package func listVersions(bucket: String, prefix: String = "", limit: Int = .max) throws -> [ObjectSummary] {
        var versions: [ObjectSummary] = []
        var marker: (key: String, version: String?)?
        repeat {
            var query = [("versions", ""), ("encoding-type", "url"), ("prefix", prefix)]
            query.append(("max-keys", String(min(1000, max(2, limit - versions.count)))))
            if let marker {
                query.append(("key-marker", marker.key))
                if let version = marker.version { query.append(("version-id-marker", version)) }
            }
            let page = try page("ListObjectVersions", bucket, query)
            let found = page.children.filter { $0.name == "Version" || $0.name == "DeleteMarker" }
                .map { ObjectSummary($0, in: page) }
                .filter { marker == nil || $0.key != marker?.key || $0.versionID != marker?.version }
            versions += found
            let next = page.key(page.text("NextKeyMarker"))
            let isLast = page.text("IsTruncated") != "true" || found.isEmpty
            marker = isLast ? nil : next.map { ($0, page.text("NextVersionIdMarker")) }
        } while marker != nil && versions.count < limit
        return Array(versions.prefix(limit))
    }

    private func page(_ operation: String, _ bucket: String, _ query: [(String, String)]) throws -> XMLElement {
        let call = Call(
            operation: operation, method: "GET", bucket: bucket, query: query.map { (name: $0.0, value: $0.1) })
        let response = try send(call)
        do {
            return try XMLElement.parse(response.body)
        } catch {
            throw client.unreadable(operation, "\(error)")
        }
    }
}

extension XMLElement {
    /// A key of this page of a listing: percent-encoded where the page says so, and as it is where it does not (ListObjectVersions,
    /// "EncodingType").
    fileprivate func key(_ text: String?) -> String? {
        guard self.text("EncodingType") == "url" else { return text }
        return text.flatMap { PercentEncoding.decode($0, plusIsSpace: true) }
    }
}
