// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Scheduler {
    /// `AWS::Scheduler::ScheduleGroup`
    public struct ScheduleGroup: GeneratedResource {
        public static let type = "AWS::Scheduler::ScheduleGroup"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Name",
            createOnly: "Name",
            readOnly: "Arn CreationDate LastModificationDate State",
            permissions: [.create: "scheduler:CreateScheduleGroup scheduler:GetScheduleGroup scheduler:ListTagsForResource scheduler:TagResource", .read: "scheduler:GetScheduleGroup scheduler:ListTagsForResource", .update: "scheduler:GetScheduleGroup scheduler:ListTagsForResource scheduler:TagResource scheduler:UntagResource", .delete: "scheduler:DeleteSchedule scheduler:DeleteScheduleGroup scheduler:GetScheduleGroup", .list: "scheduler:ListScheduleGroups"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var name: Text?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            name: Text? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.name = name
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Name", name)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<Scheduler.ScheduleGroup> { Name<Scheduler.ScheduleGroup>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<Scheduler.ScheduleGroup> { ARN<Scheduler.ScheduleGroup>(Text(.attribute(of: id, "Arn"))) }

        public var creationDate: Text { Text(.attribute(of: id, "CreationDate")) }

        public var lastModificationDate: Text { Text(.attribute(of: id, "LastModificationDate")) }

        public var state: Text { Text(.attribute(of: id, "State")) }
    }
}
