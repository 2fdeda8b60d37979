import Foundation

/// The checkout the command runs in, and where things are in it.
struct Checkout: Sendable {
    let root: URL

    /// The nearest folder upwards that holds a `Package.swift` and `stacks/`.
    static func containing(_ folder: String = FileManager.default.currentDirectoryPath) throws -> Checkout {
        var url = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
        while true {
            let files = FileManager.default
            if files.fileExists(atPath: url.appending(path: "Package.swift").path),
                files.fileExists(atPath: url.appending(path: "stacks").path)
            {
                return Checkout(root: url)
            }
            let parent = url.deletingLastPathComponent().standardizedFileURL
            guard parent.path != url.path else {
                throw Failure(
                    "No Snowline checkout at or above \(folder).",
                    advice: "Run the command in the folder that holds Package.swift and stacks/.", code: .invalid)
            }
            url = parent
        }
    }

    func path(_ relative: String) -> String { root.appending(path: relative).path }

    func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

    /// Nil when the file can not be read.
    func text(_ relative: String) -> String? { try? String(contentsOfFile: path(relative), encoding: .utf8) }

    /// Writes a file whole or not at all, with its folders.
    func write(_ contents: String, to relative: String, privately: Bool = false) throws {
        let url = root.appending(path: relative)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            if privately {
                let temporary = url.appendingPathExtension("new")
                try? FileManager.default.removeItem(at: temporary)
                let isCreated = FileManager.default.createFile(
                    atPath: temporary.path, contents: Data(contents.utf8), attributes: [.posixPermissions: 0o600])
                guard isCreated else { throw Failure("Can not write \(relative).") }
                guard rename(temporary.path, url.path) == 0 else { throw Failure("Can not write \(relative).") }
            } else {
                try Data(contents.utf8).write(to: url, options: .atomic)
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure("Can not write \(relative): \(error.localizedDescription)")
        }
    }
}
