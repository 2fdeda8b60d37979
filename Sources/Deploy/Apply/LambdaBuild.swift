import CloudAPI
import Compression
import Foundation
import InfraDSL

/// Builds a function's program and packs it as Lambda wants it: an archive whose bytes depend on its content only.
struct LambdaBuild {
    let checkout: Checkout
    let environment: Environment

    /// An archive and the key it is kept under.
    struct Archive: Sendable {
        let product: String
        let bytes: [UInt8]
        /// Named by its content, so that the same program is the same key.
        let key: String
    }

    /// The folder builds go to, apart from `.build`, which a running `swift run` may hold.
    private static let scratch = ".build-lambda"

    func archive(of asset: Asset) throws -> Archive {
        let program = try build(asset.product, linking: [])
        var zip = ZipArchive()
        switch environment.hosting {
        case .embedded:
            // The embedded AWS runs the program on this machine, with this machine's libraries.
            try zip.add(name: "bootstrap", mode: 0o755, bytes: try read(program))
        case .clouds:
            let bundled = try build(asset.product, linking: Self.ownLoader)
            try zip.add(name: "bootstrap", mode: 0o755, bytes: try read(bundled))
            for library in try SharedLibraries.of(program) {
                try zip.add(name: "lib/\(library.name)", mode: 0o755, bytes: try read(library.path))
            }
            try zip.add(name: "ca.pem", mode: 0o644, bytes: try read(CertificateBundle.path))
        }
        let bytes = try zip.bytes()
        let digest = Hex.encode(SHA256.digest(bytes))
        return Archive(product: asset.product, bytes: bytes, key: "\(asset.product)/\(digest).zip")
    }

    /// The program brings its own loader and libraries, found through DT_RPATH: the image's are never mixed in.
    private static let ownLoader = [
        "-Xlinker", "--dynamic-linker=/var/task/lib/ld-linux-x86-64.so.2", "-Xlinker", "-rpath=/var/task/lib",
        "-Xlinker", "--disable-new-dtags",
    ]

    /// The path of the built program, stripped.
    private func build(_ product: String, linking flags: [String]) throws -> String {
        let scratch = flags.isEmpty ? Self.scratch : Self.scratch + "-bundle"
        let arguments =
            [
                "swift", "build", "-c", "release", "--product", product, "--static-swift-stdlib",
                "--package-path", checkout.root.path, "--scratch-path", checkout.path(scratch),
                "-Xlinker", "-s",
            ] + flags
        let outcome = try ChildProcess.run(
            arguments, in: checkout.root, output: .followed { Console.progress("\(product): \($0)") })
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
