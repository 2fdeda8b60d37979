import CloudAPI
import Foundation

/// What an archive was made of and by what: a statement in the form of in-toto with the predicate of SLSA (slsa.dev/provenance/v1).
/// It holds no time and no name of a machine, so that the same inputs give the same bytes. Nobody signs it: it is level 1.
struct Provenance: Sendable {
    /// After the archive's own name.
    static let suffix = ".provenance.json"

    struct Input: Sendable, Hashable {
        let uri: String
        /// The algorithm and the digest.
        let digest: (String, String)

        static func == (left: Input, right: Input) -> Bool { left.uri == right.uri && left.digest == right.digest }

        func hash(into hasher: inout Hasher) { hasher.combine(uri) }

        var json: JSON {
            ["uri": .string(uri), "digest": .object([.init(digest.0, .string(digest.1))])]
        }
    }

    let archive: String
    let sha256: String
    let product: String
    /// Of each compiler call.
    let commands: [[String]]
    let toolchain: String
    let inputs: [Input]

    private static let buildType = "https://github.com/snowline/deploy/lambda-archive/v1"

    var json: JSON {
        [
            "_type": "https://in-toto.io/Statement/v1",
            "subject": [["name": .string(archive), "digest": ["sha256": .string(sha256)]]],
            "predicateType": "https://slsa.dev/provenance/v1",
            "predicate": [
                "buildDefinition": [
                    "buildType": .string(Self.buildType),
                    "externalParameters": ["product": .string(product)],
                    "internalParameters": [
                        "commands": .array(commands.map { .string($0.joined(separator: " ")) }),
                        "toolchain": .string(toolchain),
                    ],
                    "resolvedDependencies": .array(inputs.map(\.json)),
                ],
                "runDetails": ["builder": ["id": "https://github.com/snowline/deploy"]],
            ],
        ]
    }
}

/// The files that a function's program is built from.
enum SourceTree {
    /// Folders of the package whose content reaches the function.
    private static let folders = ["Sources", "stacks/contracts"]

    /// The deployer itself is a program of its own, which no function links.
    private static let excluded = "Sources/Deploy/"

    /// The commit of the checkout, and a digest of every source file: the commit alone says nothing of edits.
    static func inputs(_ checkout: Checkout) throws -> [Provenance.Input] {
        var inputs: [Provenance.Input] = []
        if let head = try? ChildProcess.run(["git", "-C", checkout.root.path, "rev-parse", "HEAD"]), head.status == 0 {
            let commit = head.output.split(separator: "\n").first.map(String.init) ?? ""
            inputs.append(.init(uri: "git+checkout", digest: ("gitCommit", commit)))
        }
        inputs.append(.init(uri: "sources", digest: ("sha256", try digest(checkout))))
        for file in ["Package.swift", "Package.resolved"] {
            guard let data = FileManager.default.contents(atPath: checkout.path(file)) else { continue }
            inputs.append(.init(uri: file, digest: ("sha256", SHA256.hex(data))))
        }
        return inputs
    }

    /// Of the names and contents of all source files, in the order of their names.
    static func digest(_ checkout: Checkout) throws -> String {
        let running = SHA256.Running()
        for path in files(checkout) {
            guard let data = FileManager.default.contents(atPath: checkout.path(path)) else { continue }
            running.update(Array("\(path)\0\(data.count)\0".utf8))
            running.update(data)
        }
        return Hex.encode(running.digest())
    }

    static func files(_ checkout: Checkout) -> [String] {
        folders.flatMap { folder in
            let found = FileManager.default.enumerator(atPath: checkout.path(folder))?.allObjects as? [String] ?? []
            return found.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".h") || $0.hasSuffix(".modulemap") }
                .map { "\(folder)/\($0)" }
        }.filter { !$0.hasPrefix(excluded) }.sorted()
    }
}
