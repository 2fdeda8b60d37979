// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension CloudWatch {
    /// `AWS::CloudWatch::Dashboard`
    public struct Dashboard: GeneratedResource {
        public static let type = "AWS::CloudWatch::Dashboard"
        public static let facts = ResourceFacts(
            primaryIdentifier: "DashboardName",
            createOnly: "DashboardName",
            permissions: [.create: "cloudwatch:GetDashboard cloudwatch:PutDashboard cloudwatch:TagResource", .read: "cloudwatch:GetDashboard cloudwatch:ListTagsForResource", .update: "cloudwatch:ListTagsForResource cloudwatch:PutDashboard cloudwatch:TagResource cloudwatch:UntagResource", .delete: "cloudwatch:DeleteDashboards cloudwatch:GetDashboard", .list: "cloudwatch:ListDashboards"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var dashboardBody: Text
        /// A change replaces the resource.
        public var dashboardName: Text?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            dashboardBody: Text,
            dashboardName: Text? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.dashboardBody = dashboardBody
            self.dashboardName = dashboardName
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("DashboardBody", dashboardBody)
            map.put("DashboardName", dashboardName)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<CloudWatch.Dashboard> { Name<CloudWatch.Dashboard>(Text(.attribute(of: id, Reference.refAttribute))) }
    }
}
