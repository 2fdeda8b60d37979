// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Logs {
    /// `AWS::Logs::SubscriptionFilter`
    public struct SubscriptionFilter: GeneratedResource {
        public static let type = "AWS::Logs::SubscriptionFilter"
        public static let facts = ResourceFacts(
            primaryIdentifier: "FilterName LogGroupName",
            createOnly: "FilterName LogGroupName",
            permissions: [.create: "iam:PassRole logs:DescribeSubscriptionFilters logs:PutSubscriptionFilter", .read: "logs:DescribeSubscriptionFilters", .update: "iam:PassRole logs:DescribeSubscriptionFilters logs:PutSubscriptionFilter", .delete: "logs:DeleteSubscriptionFilter", .list: "logs:DescribeSubscriptionFilters"],
            replacesByDeletingFirst: true
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var applyOnTransformedLogs: Scalar<Bool>?
        public var destinationArn: any ARNReference
        public var distribution: Distribution?
        public var emitSystemFields: [Text]?
        public var fieldSelectionCriteria: Text?
        /// A change replaces the resource.
        public var filterName: Text?
        public var filterPattern: Text
        /// A change replaces the resource.
        public var logGroupName: Name<Logs.LogGroup>
        public var roleArn: ARN<IAM.Role>?

        public init(
            _ logicalID: LogicalID,
            destinationArn: any ARNReference,
            filterPattern: Text,
            logGroupName: Name<Logs.LogGroup>,
            applyOnTransformedLogs: Scalar<Bool>? = nil,
            distribution: Distribution? = nil,
            emitSystemFields: [Text]? = nil,
            fieldSelectionCriteria: Text? = nil,
            filterName: Text? = nil,
            roleArn: ARN<IAM.Role>? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.applyOnTransformedLogs = applyOnTransformedLogs
            self.destinationArn = destinationArn
            self.distribution = distribution
            self.emitSystemFields = emitSystemFields
            self.fieldSelectionCriteria = fieldSelectionCriteria
            self.filterName = filterName
            self.filterPattern = filterPattern
            self.logGroupName = logGroupName
            self.roleArn = roleArn
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("ApplyOnTransformedLogs", applyOnTransformedLogs)
            map.put("DestinationArn", destinationArn)
            map.put("Distribution", distribution)
            map.put("EmitSystemFields", emitSystemFields)
            map.put("FieldSelectionCriteria", fieldSelectionCriteria)
            map.put("FilterName", filterName)
            map.put("FilterPattern", filterPattern)
            map.put("LogGroupName", logGroupName)
            map.put("RoleArn", roleArn)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }

        public struct Distribution: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var random: Self { Self("Random") }
            public static var byLogStream: Self { Self("ByLogStream") }
        }
    }
}
