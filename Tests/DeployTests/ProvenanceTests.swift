import CloudAPI
import Foundation
import Testing

@testable import Deploy

@Suite struct ProvenanceTests {
    private func folder(_ files: [String: String]) throws -> Checkout {
        let root = FileManager.default.temporaryDirectory.appending(path: "snowline-\(UUID().uuidString)")
        let checkout = Checkout(root: root)
        for (path, text) in files { try checkout.write(text, to: path) }
        return checkout
    }

    private static let files = [
        "Sources/A/a.swift": "let a = 1", "Sources/A/note.md": "x", "Sources/Deploy/d.swift": "let d = 1",
        "stacks/contracts/c.swift": "let c = 1", "Package.swift": "p",
    ]

    private func archive(_ bytes: [UInt8]) -> LambdaBuild.Archive {
        .init(product: "P", bytes: bytes, key: "P/\(SHA256.hex(bytes)).zip", provenance: Array("{}\n".utf8))
    }

    @Test func `the digest is of the sources wherever they are, and of nothing else`() throws {
        let one = try folder(Self.files)
        let other = try folder(
            Self.files.merging(["Sources/A/note.md": "y", "Sources/Deploy/d.swift": "let d = 2"]) { $1 })
        #expect(try SourceTree.digest(one) == SourceTree.digest(other))
        try other.write("let a = 2", to: "Sources/A/a.swift")
        #expect(try SourceTree.digest(one) != SourceTree.digest(other))
    }

    @Test func `a statement names the archive, the compiler and every input, and no time`() throws {
        let statement = Provenance(
            archive: "P.zip", sha256: "ab", product: "P", commands: [["swift", "build"]], toolchain: "Swift 6.3",
            inputs: [.init(uri: "sources", digest: ("sha256", "cd"))])
        let json = try JSON.parse(statement.json.bytes)
        #expect(json["_type"]?.string == "https://in-toto.io/Statement/v1")
        #expect(json["predicateType"]?.string == "https://slsa.dev/provenance/v1")
        #expect(json["subject"]?[0]?["digest"]?["sha256"]?.string == "ab")
        let definition = json["predicate"]?["buildDefinition"]
        #expect(definition?["internalParameters"]?["toolchain"]?.string == "Swift 6.3")
        #expect(definition?["resolvedDependencies"]?[0]?["digest"]?["sha256"]?.string == "cd")
        #expect(statement.json.bytes == statement.json.bytes)
    }

    @Test func `an archive is taken again until an input, the compiler, a library or the file itself is another one`()
        throws
    {
        let checkout = try folder(Self.files)
        let library = checkout.path("lib.so")
        try checkout.write("l", to: "lib.so")
        let cache = ArchiveCache(checkout: checkout, product: "P", kind: "bundle")
        let inputs = [Provenance.Input(uri: "sources", digest: ("sha256", "cd"))]
        #expect(cache.archive(for: inputs, "swift 1") == nil)
        cache.keep(archive([1, 2, 3]), inputs, "swift 1", [library])
        #expect(cache.archive(for: inputs, "swift 1")?.bytes == [1, 2, 3])
        #expect(cache.archive(for: inputs, "swift 2") == nil)
        #expect(cache.archive(for: [.init(uri: "sources", digest: ("sha256", "ce"))], "swift 1") == nil)
        try checkout.write("longer", to: "lib.so")
        #expect(cache.archive(for: inputs, "swift 1") == nil)
        cache.keep(archive([1, 2, 3]), inputs, "swift 1", [])
        try checkout.write("damaged", to: ".build-lambda/archives/P-bundle.zip")
        #expect(cache.archive(for: inputs, "swift 1") == nil)
    }
}
