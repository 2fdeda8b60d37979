import CloudAPI
import CloudCredentials
import Foundation

extension SignInWorld {
    /// This machine: its variables, its files, its programs, and the person at its terminal.
    static func system(through transport: any Transport) -> SignInWorld {
        SignInWorld(
            variables: .current,
            home: ProcessInfo.processInfo.environment["HOME"],
            read: { path in FileManager.default.contents(atPath: path).map(Array.init) },
            write: { path, bytes in try writePrivately(Data(bytes), to: path) },
            run: { arguments in try captured(arguments) },
            ask: { question in Console.secret(question) },
            transport: transport,
            clock: .system)
    }

    /// Replaces a file whole, readable by its owner alone.
    private static func writePrivately(_ data: Data, to path: String) throws {
        let temporary = "\(path).\(getpid())"
        let isMade = FileManager.default.createFile(
            atPath: temporary, contents: data, attributes: [.posixPermissions: 0o600])
        guard isMade, rename(temporary, path) == 0 else {
            unlink(temporary)
            throw Failure("Can not write \(path).")
        }
    }

    /// A program's output; what it says on its error stream goes to the person.
    private static func captured(_ arguments: [String]) throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, Array(output))
    }
}
