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
        /// Straight to this command's own streams.
        case passedOn
    }

    static func run(
        _ arguments: [String],
        environment: [String: String]? = nil,
        in folder: URL? = nil,
        output: Output = .collected
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = environment ?? ProcessInfo.processInfo.environment
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        if case .collected = output {
            process.standardOutput = pipe
            process.standardError = pipe
            process.standardInput = FileHandle.nullDevice
        }
        do {
            try process.run()
        } catch {
            throw Failure("Can not run \(arguments.first ?? "?"): \(error.localizedDescription)")
        }
        var text = ""
        if case .collected = output {
            text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text)
    }
}
