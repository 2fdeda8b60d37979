import Foundation
import Testing

/// What the function's size and start depend on: no Foundation, and one file for each C library.
@Suite struct SourceRulesTests {
    private func imports(_ folder: String) throws -> [(file: String, module: String)] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/\(folder)")
        let names = try #require(FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String])
        return try names.filter { $0.hasSuffix(".swift") }.flatMap { name in
            try String(contentsOf: root.appending(path: name), encoding: .utf8).split(separator: "\n").compactMap {
                line in
                let words = line.split(separator: " ").drop { $0 != "import" }
                return words.count == 2 ? (name, String(words.last ?? "")) : nil
            }
        }
    }

    @Test func `the clients and the compression do without Foundation`() throws {
        let allowed: Set = ["CCurl", "COpenSSL", "CZlib", "Synchronization", "Glibc", "Musl", "Darwin", "CloudAPI"]
        for folder in ["CloudAPI", "CloudCredentials", "Compression"] {
            let modules = try imports(folder)
            #expect(!modules.isEmpty)
            for (file, module) in modules { #expect(allowed.contains(module), "\(file) imports \(module)") }
        }
    }

    @Test func `each C library is imported by one file`() throws {
        let modules = try imports("CloudAPI") + imports("Compression")
        for library in ["CCurl", "COpenSSL", "CZlib"] {
            #expect(modules.filter { $0.module == library }.count == 1, "\(library)")
        }
    }
}
