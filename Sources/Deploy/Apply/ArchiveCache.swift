import CloudAPI
import Foundation

/// The last archive of a product, kept with what it was made of: when nothing of that has changed, nothing is compiled, and a
/// deploy without changes does not wait for the compiler to find that out.
struct ArchiveCache {
    let checkout: Checkout
    let product: String
    /// Archives for different places differ.
    let kind: String

    private var folder: String { "\(LambdaBuild.scratch)/archives" }
    private var record: String { "\(folder)/\(product)-\(kind).json" }
    private var file: String { "\(folder)/\(product)-\(kind).zip" }
    private var statement: String { "\(folder)/\(product)-\(kind).zip\(Provenance.suffix)" }

    /// Nil when an input, the compiler or a packed library is another one, or the file is damaged.
    func archive(for inputs: [Provenance.Input], _ toolchain: String) -> LambdaBuild.Archive? {
        guard let text = checkout.text(record), let json = try? JSON.parse(text),
            json["fingerprint"]?.string == Self.fingerprint(inputs, toolchain), let key = json["key"]?.string,
            let members = json["files"]?.members,
            members.allSatisfy({ FileStamp.of($0.name) == $0.value.string }),
            let data = FileManager.default.contents(atPath: checkout.path(file)),
            let provenance = FileManager.default.contents(atPath: checkout.path(statement))
        else { return nil }
        let bytes = Array(data)
        guard key == "\(product)/\(SHA256.hex(bytes)).zip" else { return nil }
        return LambdaBuild.Archive(product: product, bytes: bytes, key: key, provenance: Array(provenance))
    }

    /// Best effort: an archive that is not kept is built again.
    func keep(_ archive: LambdaBuild.Archive, _ inputs: [Provenance.Input], _ toolchain: String, _ files: [String]) {
        let json = JSON.object([
            .init("fingerprint", .string(Self.fingerprint(inputs, toolchain))), .init("key", .string(archive.key)),
            .init("files", .object(files.map { .init($0, .string(FileStamp.of($0) ?? "")) })),
        ])
        do {
            try FileManager.default.createDirectory(atPath: checkout.path(folder), withIntermediateDirectories: true)
            try Data(archive.bytes).write(to: URL(fileURLWithPath: checkout.path(file)), options: .atomic)
            try Data(archive.provenance).write(to: URL(fileURLWithPath: checkout.path(statement)), options: .atomic)
            try checkout.write(String(decoding: json.bytes, as: UTF8.self), to: record)
        } catch {
            try? FileManager.default.removeItem(atPath: checkout.path(record))
        }
    }

    /// The commit is left out: the digest of the sources says more.
    private static func fingerprint(_ inputs: [Provenance.Input], _ toolchain: String) -> String {
        let parts = inputs.filter { $0.digest.0 == "sha256" }.map { "\($0.uri) \($0.digest.1)" } + [toolchain]
        return SHA256.hex(Array(parts.joined(separator: "\n").utf8))
    }
}
