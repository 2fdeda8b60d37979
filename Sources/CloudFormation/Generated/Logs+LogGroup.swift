// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Logs {
    /// `AWS::Logs::LogGroup`
    public struct LogGroup: GeneratedResource {
        public static let type = "AWS::Logs::LogGroup"
        public static let facts = ResourceFacts(
            primaryIdentifier: "LogGroupName",
            createOnly: "LogGroupName",
            readOnly: "Arn",
            permissions: [.create: "firehose:TagDeliveryStream logs:CreateLogDelivery logs:CreateLogGroup logs:DescribeIndexPolicies logs:DescribeLogGroups logs:DescribeResourcePolicies logs:GetDataProtectionPolicy logs:PutBearerTokenAuthentication logs:PutDataProtectionPolicy logs:PutIndexPolicy logs:PutResourcePolicy logs:PutRetentionPolicy logs:TagResource s3:REST.PUT.OBJECT", .read: "logs:DescribeIndexPolicies logs:DescribeLogGroups logs:DescribeResourcePolicies logs:GetDataProtectionPolicy logs:ListTagsForResource", .update: "firehose:TagDeliveryStream logs:AssociateKmsKey logs:CreateLogDelivery logs:DeleteIndexPolicy logs:DeleteResourcePolicy logs:DeleteRetentionPolicy logs:DescribeLogGroups logs:DescribeResourcePolicies logs:DisassociateKmsKey logs:GetDataProtectionPolicy logs:ListTagsForResource logs:PutBearerTokenAuthentication logs:PutDataProtectionPolicy logs:PutIndexPolicy logs:PutLogGroupDeletionProtection logs:PutResourcePolicy logs:PutRetentionPolicy logs:TagResource logs:UntagResource s3:REST.PUT.OBJECT", .delete: "logs:DeleteDataProtectionPolicy logs:DeleteLogGroup logs:DescribeLogGroups", .list: "logs:DescribeLogGroups logs:ListTagsForResource"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var bearerTokenAuthenticationEnabled: Scalar<Bool>?
        public var dataProtectionPolicy: Value?
        public var deletionProtectionEnabled: Scalar<Bool>?
        public var fieldIndexPolicies: [Value]?
        public var kmsKeyId: (any Designator<KMS.Key>)?
        public var logGroupClass: LogGroupClass?
        /// A change replaces the resource.
        public var logGroupName: Text?
        public var resourcePolicyDocument: Value?
        public var retentionInDays: Scalar<Int>?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            bearerTokenAuthenticationEnabled: Scalar<Bool>? = nil,
            dataProtectionPolicy: Value? = nil,
            deletionProtectionEnabled: Scalar<Bool>? = nil,
            fieldIndexPolicies: [Value]? = nil,
            kmsKeyId: (any Designator<KMS.Key>)? = nil,
            logGroupClass: LogGroupClass? = nil,
            logGroupName: Text? = nil,
            resourcePolicyDocument: Value? = nil,
            retentionInDays: Scalar<Int>? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.bearerTokenAuthenticationEnabled = bearerTokenAuthenticationEnabled
            self.dataProtectionPolicy = dataProtectionPolicy
            self.deletionProtectionEnabled = deletionProtectionEnabled
            self.fieldIndexPolicies = fieldIndexPolicies
            self.kmsKeyId = kmsKeyId
            self.logGroupClass = logGroupClass
            self.logGroupName = logGroupName
            self.resourcePolicyDocument = resourcePolicyDocument
            self.retentionInDays = retentionInDays
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("BearerTokenAuthenticationEnabled", bearerTokenAuthenticationEnabled)
            map.put("DataProtectionPolicy", dataProtectionPolicy)
            map.put("DeletionProtectionEnabled", deletionProtectionEnabled)
            map.put("FieldIndexPolicies", fieldIndexPolicies)
            map.put("KmsKeyId", kmsKeyId)
            map.put("LogGroupClass", logGroupClass)
            map.put("LogGroupName", logGroupName)
            map.put("ResourcePolicyDocument", resourcePolicyDocument)
            map.put("RetentionInDays", retentionInDays)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<Logs.LogGroup> { Name<Logs.LogGroup>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<Logs.LogGroup> { ARN<Logs.LogGroup>(Text(.attribute(of: id, "Arn"))) }

        public struct LogGroupClass: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var standard: Self { Self("STANDARD") }
            public static var infrequentAccess: Self { Self("INFREQUENT_ACCESS") }
            public static var delivery: Self { Self("DELIVERY") }
        }
    }
}
