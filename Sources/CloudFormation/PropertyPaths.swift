/// Properties of a resource named by path, such as `BucketName` or `Rules/*/Status`; `*` is any item of a list or map.
public struct PropertyPaths: Hashable, Sendable, ExpressibleByStringLiteral {
    public let paths: [String]

    /// Paths set apart by white space.
    public init(stringLiteral paths: String) {
        self.init(paths.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    public init(_ paths: [String]) { self.paths = paths }

    public var isEmpty: Bool { paths.isEmpty }

    /// Whether this very path is named, spelled as the schema spells it.
    public func contains(_ path: String) -> Bool { paths.contains(path) }

    /// How the place that changed relates to the places named.
    public enum Coverage: Hashable, Sendable {
        /// The place is named itself or lies inside a named one.
        case inside
        /// A named place lies inside of it: what of it changed decides.
        case around
        case none
    }

    /// `path` may hold indexes or keys where the schema says `*`: `Rules/0/Status`.
    public func coverage(of path: String) -> Coverage {
        let place = path.split(separator: "/")
        var result = Coverage.none
        for named in paths.map({ $0.split(separator: "/") }) {
            let agrees = zip(named, place).allSatisfy { $0 == $1 || $0 == "*" }
            guard agrees else { continue }
            if named.count <= place.count { return .inside }
            result = .around
        }
        return result
    }
}
