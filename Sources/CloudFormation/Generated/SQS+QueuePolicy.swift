// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SQS {
    /// `AWS::SQS::QueuePolicy`
    public struct QueuePolicy: GeneratedResource {
        public static let type = "AWS::SQS::QueuePolicy"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            readOnly: "Id",
            permissions: [.create: "sqs:SetQueueAttributes", .update: "sqs:SetQueueAttributes", .delete: "sqs:SetQueueAttributes"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var policyDocument: Value
        public var queues: [ID<SQS.Queue>]

        public init(
            _ logicalID: LogicalID,
            policyDocument: Value,
            queues: [ID<SQS.Queue>],
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.policyDocument = policyDocument
            self.queues = queues
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("PolicyDocument", policyDocument)
            map.put("Queues", queues)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<SQS.QueuePolicy> { ID<SQS.QueuePolicy>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<SQS.QueuePolicy> { ID<SQS.QueuePolicy>(Text(.attribute(of: id, "Id"))) }
    }
}
