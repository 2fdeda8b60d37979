import Foundation

/// The compiler in use.
enum Toolchain {
    /// Tells one installed compiler from another without running it: where it is, how large, how old.
    static let identity: String = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        for folder in path.split(separator: ":") {
            let file = URL(fileURLWithPath: "\(folder)/swift").resolvingSymlinksInPath().path
            guard FileManager.default.isExecutableFile(atPath: file) else { continue }
            return "\(file) \(FileStamp.of(file) ?? "")"
        }
        return "none"
    }()

    /// As it says itself.
    static func version() throws -> String {
        let outcome = try ChildProcess.run(["swift", "--version"])
        guard outcome.status == 0 else { throw Failure("swift does not run.", advice: "Install Swift 6.2 or later.") }
        return outcome.output.split(separator: "\n").filter { $0.contains("version") || $0.contains("Target") }
            .joined(separator: "; ")
    }
}

/// What changes when a file is replaced.
enum FileStamp {
    /// Size and moment of the last change; nil for what is not there.
    static func of(_ path: String) -> String? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let size = attributes[.size] as? NSNumber, let date = attributes[.modificationDate] as? Date
        else { return nil }
        return "\(size) \(Int(date.timeIntervalSince1970 * 1000))"
    }
}

/// A program that needs no shared library at all.
enum StaticLinking {
    /// Of the Swift SDK for static Linux; throws where it is not installed.
    static func flags() throws -> [String] {
        let outcome = try ChildProcess.run(["swift", "sdk", "list"])
        let sdk = outcome.output.split(separator: "\n").map(String.init).first {
            $0.contains("static-linux") || $0.contains("musl")
        }
        guard outcome.status == 0, sdk != nil else {
            throw Failure(
                "A fully static program needs the Swift SDK for static Linux, which is not installed.",
                advice:
                    "Install it (swift.org, \"Static Linux SDK\"), with libcurl, OpenSSL and zlib built for musl; or leave "
                    + "--static out: the archive then brings its own loader and libraries and runs from an empty root as well.",
                code: .invalid)
        }
        return ["--swift-sdk", "x86_64-swift-linux-musl"]
    }
}
