import Foundation

/// A program run to its end: arguments as a list, never through a shell.
enum ChildProcess {
    struct Outcome: Sendable {
        let status: Int32
        /// What it wrote, both streams together; empty when they were passed on.
        let output: String
    }

    /// Where the program's output goes.
    enum Output {
        case collected
        /// Collected, and each line told as it comes.
        case followed(_ tell: (String) -> Void)
        /// Straight to this command's own streams.
        case passedOn
    }

    /// - Parameter input: what the program reads, for secrets that no argument may hold; at most 64 KB.
    static func run(
        _ arguments: [String],
        environment: [String: String]? = nil,
        in folder: URL? = nil,
        output: Output = .collected,
        input: String? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = environment ?? ProcessInfo.processInfo.environment
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        var tell: ((String) -> Void)?
        switch output {
        case .passedOn: break
        case .followed(let follow):
            tell = follow
            fallthrough
        case .collected:
            process.standardOutput = pipe
            process.standardError = pipe
            process.standardInput = FileHandle.nullDevice
        }
        // A pipe holds 64 KB on Linux (pipe(7)), so what is short can be written before anybody reads it.
        if let input {
            let source = Pipe()
            process.standardInput = source
            source.fileHandleForWriting.write(Data(input.utf8))
            try? source.fileHandleForWriting.close()
        }
        do {
            try process.run()
        } catch {
            throw Failure("Can not run \(arguments.first ?? "?"): \(error.localizedDescription)")
        }
        Interruption.forward(to: process.processIdentifier)
        defer { Interruption.forward(to: nil) }
        var text = ""
        if case .passedOn = output {} else { text = collect(pipe.fileHandleForReading, tell) }
        process.waitUntilExit()
        if let status = Interruption.received {
            throw Failure("Interrupted while \(arguments.first ?? "a program") was running.", code: status)
        }
        return Outcome(status: process.terminationStatus, output: text)
    }

    /// Reads to the end; every whole line is told at once.
    private static func collect(_ handle: FileHandle, _ tell: ((String) -> Void)?) -> String {
        var bytes: [UInt8] = []
        var lineStart = 0
        while true {
            let chunk = handle.availableData
            guard !chunk.isEmpty else { break }
            bytes += chunk
            guard let tell else { continue }
            while let end = bytes[lineStart...].firstIndex(of: 0x0A) {
                tell(String(decoding: bytes[lineStart..<end], as: UTF8.self))
                lineStart = end + 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
