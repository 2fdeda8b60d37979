/// A resource CloudFormation makes: it renders to one or more template entries.
public protocol AWSResource: Resource {
    var entries: [TemplateEntry] { get }
    /// What the deployer must supply for it, such as the key of a code archive.
    var parameters: [TemplateParameter] { get }
}

extension AWSResource {
    public var texts: [Text] { entries.flatMap { $0.properties.texts + ($0.options.metadata?.texts ?? []) } }
    public var parameters: [TemplateParameter] { [] }
}

/// A resource struct generated from its CloudFormation schema: one property for each of the schema's.
public protocol GeneratedResource: AWSResource {
    /// Such as `AWS::S3::Bucket`.
    static var type: String { get }
    var logicalID: LogicalID { get }
    var options: ResourceOptions { get set }
    /// The properties given, as a map.
    var properties: Value { get }
}

extension GeneratedResource {
    public var id: String { logicalID.name }

    public var entry: TemplateEntry {
        TemplateEntry(logicalID, type: Self.type, properties: properties, options: options, declared: declared)
    }

    public var entries: [TemplateEntry] { [entry] }

    /// The same resource with other options.
    public func with(_ options: ResourceOptions) -> Self {
        var copy = self
        copy.options = options
        return copy
    }
}

/// A value the template takes from outside (Parameters section).
public struct TemplateParameter: Hashable, Sendable {
    public let name: String
    public let description: String
    /// A regular expression the whole value must match.
    public let allowedPattern: String?
    /// True keeps the value out of every description of the stack.
    public let noEcho: Bool

    public init(_ name: String, description: String, allowedPattern: String? = nil, noEcho: Bool = false) {
        self.name = name
        self.description = description
        self.allowedPattern = allowedPattern
        self.noEcho = noEcho
    }
}
