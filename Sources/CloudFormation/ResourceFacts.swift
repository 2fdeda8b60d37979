/// What a resource's schema says beside its properties: the ground of offline verdicts (replacement, drift, permissions).
///
/// Facts of a type come from its struct (`S3.Bucket.facts`) or by name: ``of(_:)``.
public struct ResourceFacts: Hashable, Sendable {
    /// What the physical id is made of; most often what `Ref` gives.
    public let primaryIdentifier: PropertyPaths
    /// A change of these replaces the resource.
    public let createOnly: PropertyPaths
    /// A change of these replaces the resource in some cases; only the provider knows which.
    public let conditionalCreateOnly: PropertyPaths
    /// Set by the provider alone.
    public let readOnly: PropertyPaths
    /// Never read back: drift can not see them, and a diff must not print them.
    public let writeOnly: PropertyPaths
    public let deprecated: PropertyPaths
    /// The IAM actions that CloudFormation needs for each operation.
    public let permissions: [Operation: [String]]
    /// The property that takes tags; nil when the resource takes none.
    public let tagProperty: String?
    /// How that property is written.
    public let tagShape: TagShape
    /// True when a replacement deletes the old resource first: between the two there is none.
    public let replacesByDeletingFirst: Bool

    /// How a resource takes its tags.
    public enum TagShape: Hashable, Sendable {
        /// Items of `Key` and `Value`.
        case list
        /// Keys and values.
        case map
        /// In a way of its own.
        case other
    }

    /// What CloudFormation does to a resource.
    public enum Operation: String, Hashable, Sendable, CaseIterable {
        case create, read, update, delete, list
    }

    /// Whether a change replaces the physical resource.
    public enum Replacement: Hashable, Sendable {
        case no
        /// The schema alone can not tell.
        case possible
        case yes
    }

    /// `permissions` are lists set apart by white space.
    public init(
        primaryIdentifier: PropertyPaths = "",
        createOnly: PropertyPaths = "",
        conditionalCreateOnly: PropertyPaths = "",
        readOnly: PropertyPaths = "",
        writeOnly: PropertyPaths = "",
        deprecated: PropertyPaths = "",
        permissions: [Operation: String] = [:],
        tagProperty: String? = nil,
        tagShape: TagShape = .list,
        replacesByDeletingFirst: Bool = false
    ) {
        self.primaryIdentifier = primaryIdentifier
        self.createOnly = createOnly
        self.conditionalCreateOnly = conditionalCreateOnly
        self.readOnly = readOnly
        self.writeOnly = writeOnly
        self.deprecated = deprecated
        self.permissions = permissions.mapValues { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        self.tagProperty = tagProperty
        self.tagShape = tagShape
        self.replacesByDeletingFirst = replacesByDeletingFirst
    }

    public var taggable: Bool { tagProperty != nil }

    /// The verdict on a change at `path`, such as `BucketName` or `LifecycleConfiguration/Rules/0/Status`.
    public func replacement(changing path: String) -> Replacement {
        let createOnly = createOnly.coverage(of: path)
        if createOnly == .inside { return .yes }
        if createOnly == .around || conditionalCreateOnly.coverage(of: path) != .none { return .possible }
        return .no
    }
}
