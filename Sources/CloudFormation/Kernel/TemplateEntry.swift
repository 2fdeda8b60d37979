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

    /// Every text of the entry: what it refers to and mentions.
    public var texts: [Text] { properties.texts + options.texts }
}

/// The attributes of a resource beside its properties (Resource attribute reference).
public struct ResourceOptions: Hashable, Sendable {
    /// Orders that no property states.
    public var dependsOn: [LogicalID]
    public var deletionPolicy: DeletionPolicy?
    public var updateReplacePolicy: DeletionPolicy?
    public var metadata: Value?
    /// The condition under which the resource is made at all.
    public var condition: LogicalID?
    /// When creation counts as done (CreationPolicy attribute).
    public var creationPolicy: Value?
    /// How an update goes about it (UpdatePolicy attribute).
    public var updatePolicy: Value?
    /// The logical id the resource had before: the deployer moves it, where a new id alone would replace it.
    public var formerly: LogicalID?

    public init(
        dependsOn: [LogicalID] = [],
        deletionPolicy: DeletionPolicy? = nil,
        updateReplacePolicy: DeletionPolicy? = nil,
        metadata: Value? = nil,
        condition: LogicalID? = nil,
        creationPolicy: Value? = nil,
        updatePolicy: Value? = nil,
        formerly: LogicalID? = nil
    ) {
        self.dependsOn = dependsOn
        self.deletionPolicy = deletionPolicy
        self.updateReplacePolicy = updateReplacePolicy
        self.metadata = metadata
        self.condition = condition
        self.creationPolicy = creationPolicy
        self.updatePolicy = updatePolicy
        self.formerly = formerly
    }

    /// Every text in them; what is only named (another resource to wait for, a condition) is a mention.
    public var texts: [Text] {
        let values = [metadata, creationPolicy, updatePolicy].compactMap { $0 }.flatMap(\.texts)
        let named = (dependsOn + [condition].compactMap { $0 }).map { Text("", naming: $0.name) }
        return values + named
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
