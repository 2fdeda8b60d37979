/// Why a schema can not be used: the file, the place in it, and what is wrong there.
public struct SchemaProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// A JSON pointer such as `/properties/Tags/items`; empty for the whole file.
    public let path: String
    public let reason: String

    public init(file: String, path: String = "", _ reason: String) {
        self.file = file
        self.path = path
        self.reason = reason
    }

    public var description: String {
        path.isEmpty ? "\(file): \(reason)" : "\(file): \(path): \(reason)"
    }
}
