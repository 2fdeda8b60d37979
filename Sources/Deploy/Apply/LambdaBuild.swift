import CloudAPI
import Compression
import Foundation
import InfraDSL

/// Builds a function's program and packs it as Lambda wants it: an archive whose bytes depend on its content only.
struct LambdaBuild {
    let checkout: Checkout
    let environment: Environment
    /// One program without any shared library, in place of a bundle of both.
    var isStatic = false

    /// An archive and the key it is kept under.
    struct Archive: Sendable {
        let product: String
        let bytes: [UInt8]
        /// Named by its content, so that the same program is the same key.
        let key: String
        /// What it was made of (JSON of in-toto).
        var provenance: [UInt8] = []
    }

    /// The folder builds go to, apart from `.build`, which a running `swift run` may hold.
    static let scratch = ".build-lambda"

    func archive(of asset: Asset) throws -> Archive {
        let cache = ArchiveCache(checkout: checkout, product: asset.product, kind: kind)
        let inputs = try SourceTree.inputs(checkout)
        let toolchain = Toolchain.identity
        if let kept = cache.archive(for: inputs, toolchain) { return kept }
        let made = try make(asset, inputs)
        // What was edited while the compiler ran is in none or in half of the program.
        if try SourceTree.inputs(checkout) == inputs { cache.keep(made.archive, inputs, toolchain, made.files) }
        return made.archive
    }

    private var kind: String { isStatic ? "static" : environment.hosting == .embedded ? "embedded" : "bundle" }

    private func make(_ asset: Asset, _ inputs: [Provenance.Input]) throws -> (archive: Archive, files: [String]) {
        var zip = ZipArchive()
        var files: [String] = []
        var commands: [[String]] = []
        switch environment.hosting {
        case _ where isStatic:
            let program = try build(asset.product, StaticLinking.flags(), into: "-static", &commands)
            try zip.add(name: "bootstrap", mode: 0o755, bytes: try read(program))
        case .embedded:
            // The embedded AWS runs the program on this machine, with this machine's libraries.
            let program = try build(asset.product, [], into: "", &commands)
            try zip.add(name: "bootstrap", mode: 0o755, bytes: try read(program))
        case .clouds:
            let program = try build(asset.product, [], into: "", &commands)
            let bundled = try build(asset.product, Self.ownLoader, into: "-bundle", &commands)
            try zip.add(name: "bootstrap", mode: 0o755, bytes: try read(bundled))
            for library in try SharedLibraries.of(program) {
                try zip.add(name: "lib/\(library.name)", mode: 0o755, bytes: try read(library.path))
                files.append(library.path)
            }
            try zip.add(name: "ca.pem", mode: 0o644, bytes: try read(CertificateBundle.path))
            files.append(CertificateBundle.path)
        }
        let bytes = try zip.bytes()
        let digest = Hex.encode(SHA256.digest(bytes))
        let key = "\(asset.product)/\(digest).zip"
        let libraries = try files.map { path in
            Provenance.Input(
                uri: "file:\(path)", digest: ("sha256", SHA256.hex(try read(path))))
        }
        let statement = Provenance(
            archive: "\(asset.product).zip", sha256: digest, product: asset.product, commands: commands,
            toolchain: try Toolchain.version(), inputs: inputs + libraries)
        return (
            Archive(product: asset.product, bytes: bytes, key: key, provenance: statement.json.bytes + [0x0A]), files
        )
    }

    /// The program brings its own loader and libraries, found through DT_RPATH: the image's are never mixed in.
    private static let ownLoader = [
        "--static-swift-stdlib", "-Xlinker", "--dynamic-linker=/var/task/lib/ld-linux-x86-64.so.2", "-Xlinker",
        "-rpath=/var/task/lib", "-Xlinker", "--disable-new-dtags",
    ]

    /// The path of the built program, stripped.
    private func build(_ product: String, _ flags: [String], into suffix: String, _ commands: inout [[String]]) throws
        -> String
    {
        let scratch = Self.scratch + suffix
        let flags = flags.isEmpty ? ["--static-swift-stdlib"] : flags
        let common = ["swift", "build", "-c", "release", "--product", product, "-Xlinker", "-s"] + flags
        commands.append(common)
        let outcome = try ChildProcess.run(
            common + ["--package-path", checkout.root.path, "--scratch-path", checkout.path(scratch)],
            in: checkout.root, output: .followed { Console.progress("\(product): \($0)") })
        guard outcome.status == 0 else {
            throw Failure(
                "Building \(product) failed:\n\(outcome.output.split(separator: "\n").suffix(30).joined(separator: "\n"))",
                advice: "Correct the program and run the command again; nothing was deployed.")
        }
        return checkout.path("\(scratch)/release/\(product)")
    }

    private func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw Failure("Can not read \(path).") }
        return Array(data)
    }
}

/// The shared libraries a program needs, its loader among them.
enum SharedLibraries {
    struct Library: Sendable {
        let name: String
        let path: String
    }

    static func of(_ program: String) throws -> [Library] {
        let outcome = try ChildProcess.run(["ldd", program])
        guard outcome.status == 0 else { throw Failure("ldd can not read \(program):\n\(outcome.output)") }
        return outcome.output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let path = words.first(where: { $0.hasPrefix("/") }) else { return nil }
            return Library(name: String(path.split(separator: "/").last ?? ""), path: path)
        }.sorted { $0.name < $1.name }
    }
}

/// The certificates a function trusts, since the image's file may lie elsewhere.
enum CertificateBundle {
    /// Debian's `ca-certificates`.
    static let path = "/etc/ssl/certs/ca-certificates.crt"
}
