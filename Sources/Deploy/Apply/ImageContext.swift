import CloudAPI
import Foundation

/// A folder that becomes a container image: what a container engine is sent of it, and the name that this content has.
struct ImageContext {
    let root: URL
    /// Relative paths, in order.
    let files: [String]

    /// Reads which files there are; what `.dockerignore` names is left out. Of its patterns those are known that name a file or
    /// folder from the root (`logs`) or anywhere (`**/__pycache__`).
    init(_ root: URL) throws {
        self.root = root
        let ignored = try Self.ignored(in: root)
        var found: [String] = []
        try Self.collect("", in: root, ignored, into: &found)
        files = found.sorted()
        guard files.contains("Dockerfile") else {
            throw Failure("\(root.path) has no Dockerfile.", advice: "Add one, or name another folder in stacks/.")
        }
    }

    /// 64 hexadecimal digits that depend on the names and contents of the files and on nothing else.
    var tag: String {
        get throws {
            var bytes: [UInt8] = []
            for file in files {
                guard let data = FileManager.default.contents(atPath: root.appending(path: file).path) else {
                    throw Failure("Can not read \(root.appending(path: file).path).")
                }
                bytes += Array("\(file)\u{0}\(data.count)\u{0}".utf8) + Array(data)
            }
            return Hex.encode(SHA256.digest(bytes))
        }
    }

    private struct Ignored {
        var atRoot: Set<String> = []
        var anywhere: Set<String> = []

        func covers(_ path: String) -> Bool {
            atRoot.contains(path) || anywhere.contains(path.split(separator: "/").last.map(String.init) ?? path)
        }
    }

    private static func ignored(in root: URL) throws -> Ignored {
        let file = root.appending(path: ".dockerignore")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return Ignored() }
        var ignored = Ignored()
        for line in text.split(whereSeparator: \.isNewline) {
            var pattern = line.trimmingCharacters(in: .whitespaces)
            if pattern.isEmpty || pattern.hasPrefix("#") { continue }
            while pattern.hasSuffix("/") { pattern.removeLast() }
            let isAnywhere = pattern.hasPrefix("**/")
            let name = isAnywhere ? String(pattern.dropFirst(3)) : pattern
            guard !name.isEmpty, !name.contains(where: { "*?![]\\".contains($0) }), !(isAnywhere && name.contains("/"))
            else {
                throw Failure(
                    "\(file.path): \"\(pattern)\" is no pattern that the deployer knows.",
                    advice: "Write a path from the folder (logs), or a name anywhere (**/__pycache__).", code: .invalid)
            }
            if isAnywhere { ignored.anywhere.insert(name) } else { ignored.atRoot.insert(name) }
        }
        return ignored
    }

    private static func collect(_ folder: String, in root: URL, _ ignored: Ignored, into found: inout [String]) throws {
        let url = folder.isEmpty ? root : root.appending(path: folder)
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        } catch {
            throw Failure("Can not read the folder \(url.path): \(error.localizedDescription)")
        }
        for name in names {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if ignored.covers(path) { continue }
            let type = try FileManager.default.attributesOfItem(atPath: root.appending(path: path).path)[.type]
            switch type as? FileAttributeType {
            case .typeDirectory: try collect(path, in: root, ignored, into: &found)
            case .typeRegular: found.append(path)
            default:
                throw Failure(
                    "\(root.appending(path: path).path) is neither file nor folder, so the image would differ from place to place.",
                    advice: "Put a file in its place, or name it in .dockerignore.", code: .invalid)
            }
        }
    }
}
