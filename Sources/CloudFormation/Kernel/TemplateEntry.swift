/// One resource of a template: what stands under its logical id.
public struct TemplateEntry: Hashable, Sendable {
    public let logicalID: LogicalID
    /// Such as `AWS::S3::Bucket`.
    public let type: String
    /// Always a map.
    public let properties: Value
    public let options: ResourceOptions
    public let declared: SourceLocation

    public init(
        _ logicalID: LogicalID,
        type: String,
        properties: Value,
        options: ResourceOptions = ResourceOptions(),
        declared: SourceLocation
    ) {
        self.logicalID = logicalID
        self.type = type
        self.properties = properties
        self.options = options
        self.declared = declared
    }
}

/// The attributes of a resource beside its properties (Resource attribute reference).
public struct ResourceOptions: Hashable, Sendable {
    /// Orders that no property states.
    public var dependsOn: [LogicalID]
    public var deletionPolicy: DeletionPolicy?
    public var updateReplacePolicy: DeletionPolicy?
    public var metadata: Value?

    public init(
        dependsOn: [LogicalID] = [],
        deletionPolicy: DeletionPolicy? = nil,
        updateReplacePolicy: DeletionPolicy? = nil,
        metadata: Value? = nil
    ) {
        self.dependsOn = dependsOn
        self.deletionPolicy = deletionPolicy
        self.updateReplacePolicy = updateReplacePolicy
        self.metadata = metadata
    }

    /// The same fate on deletion and on replacement.
    public static func onRemoval(_ policy: DeletionPolicy) -> ResourceOptions {
        ResourceOptions(deletionPolicy: policy, updateReplacePolicy: policy)
    }
}

/// What happens to the physical resource when its entry goes away.
public enum DeletionPolicy: String, Hashable, Sendable {
    case delete = "Delete"
    case retain = "Retain"
    case retainExceptOnCreate = "RetainExceptOnCreate"
    case snapshot = "Snapshot"
}
