import CloudAPI

/// Which objects of the asset bucket nobody needs any more; a pure decision, so that each rule is a table test.
struct AssetCollection: Sendable {
    struct Asset: Sendable, Hashable {
        let key: String
        let bytes: Int
        let modified: Timestamp?
    }

    let doomed: [Asset]
    /// What stays, by the reason.
    let kept: [(asset: Asset, reason: String)]

    /// - Parameters:
    ///   - live: values of the parameters of every stack that takes its archives from the bucket.
    ///   - recent: keys that the last two runs of some environment deployed; a rollback may want the older one.
    ///   - age: what is younger may be about to be deployed.
    init(_ assets: [Asset], live: Set<String>, recent: Set<String>, now: Timestamp, age: Duration) {
        var doomed: [Asset] = []
        var kept: [(Asset, String)] = []
        for asset in assets {
            let archive =
                asset.key.hasSuffix(Provenance.suffix) ? String(asset.key.dropLast(Provenance.suffix.count)) : asset.key
            if !Self.isOurs(archive) {
                kept.append((asset, "not an archive or a template"))
            } else if live.contains(archive) {
                kept.append((asset, "deployed"))
            } else if recent.contains(archive) {
                kept.append((asset, "deployed by one of the last two runs"))
            } else if asset.modified.map({ now - $0 < age }) ?? true {
                kept.append((asset, "younger than \(age.components.seconds / 86_400) days"))
            } else {
                doomed.append(asset)
            }
        }
        self.doomed = doomed
        self.kept = kept
    }

    /// `<product>/<sha256>.zip` and `templates/<sha256>.yaml`, as the deployer names them.
    static func isOurs(_ key: String) -> Bool {
        key.wholeMatch(of: /[A-Za-z0-9_.-]+\/[0-9a-f]{64}\.zip|templates\/[0-9a-f]{64}\.yaml/) != nil
    }

    var bytes: Int { doomed.reduce(0) { $0 + $1.bytes } }
}
