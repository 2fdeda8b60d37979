/// Which base names belong to a dataset, ignoring case.
public enum FilePattern: Sendable, Hashable {
    /// The base name starts with the text.
    case startsWith(String)

    /// Whether a base name, without its folders, belongs to the dataset.
    public func matches(_ baseName: some StringProtocol) -> Bool {
        switch self {
        case .startsWith(let prefix):
            baseName.utf8.lazy.map(\.asciiLowercase).starts(with: prefix.utf8.lazy.map(\.asciiLowercase))
        }
    }

    /// The rule in words.
    public var description: String {
        switch self {
        case .startsWith(let prefix): "starts with \"\(prefix)\""
        }
    }
}
