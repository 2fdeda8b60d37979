public import CloudFormation

/// A resource of a type that has no struct here, by the names CloudFormation gives its properties. Nothing of it is checked by
/// the compiler: `swift run deploy schema add TYPE` makes the struct. It takes a reason, and synth lists it.
public struct RawResource: AWSResource {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    private let type: String
    private let properties: Value
    private let options: ResourceOptions

    /// - Parameters:
    ///   - type: such as `AWS::Glue::Database`.
    ///   - properties: a map; references stand in its texts.
    public init(
        _ id: LogicalID,
        type: String,
        properties: Value,
        options: ResourceOptions = ResourceOptions(),
        because reason: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.type = type
        self.properties = properties
        self.options = options.overriding(["Type"], because: reason)
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var entries: [TemplateEntry] {
        [TemplateEntry(logicalID, type: type, properties: properties, options: options, declared: declared)]
    }

    /// What `Fn::GetAtt` gives.
    public func attribute(_ name: StaticString) -> Text { Text(.attribute(of: id, "\(name)")) }

    /// What `Ref` gives.
    public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }
}
