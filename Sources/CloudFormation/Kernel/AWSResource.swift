/// A resource CloudFormation makes: it renders to one or more template entries.
public protocol AWSResource: Resource {
    var entries: [TemplateEntry] { get }
    /// What the template takes from outside for it, such as the key of a code archive.
    var parameters: [TemplateParameter] { get }
    /// The tests it brings along.
    var conditions: [TemplateCondition] { get }
    /// The tables it brings along.
    var mappings: [TemplateMapping] { get }
}

extension AWSResource {
    public var texts: [Text] { entries.flatMap(\.texts) }
    public var parameters: [TemplateParameter] { [] }
    public var conditions: [TemplateCondition] { [] }
    public var mappings: [TemplateMapping] { [] }
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
