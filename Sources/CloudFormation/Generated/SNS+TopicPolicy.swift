// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SNS {
    /// `AWS::SNS::TopicPolicy`
    public struct TopicPolicy: GeneratedResource {
        public static let type = "AWS::SNS::TopicPolicy"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            readOnly: "Id",
            permissions: [.create: "sns:SetTopicAttributes", .update: "sns:SetTopicAttributes", .delete: "sns:SetTopicAttributes"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var policyDocument: Value
        public var topics: [ARN<SNS.Topic>]

        public init(
            _ logicalID: LogicalID,
            policyDocument: Value,
            topics: [ARN<SNS.Topic>],
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.policyDocument = policyDocument
            self.topics = topics
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("PolicyDocument", policyDocument)
            map.put("Topics", topics)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<SNS.TopicPolicy> { ID<SNS.TopicPolicy>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<SNS.TopicPolicy> { ID<SNS.TopicPolicy>(Text(.attribute(of: id, "Id"))) }
    }
}
