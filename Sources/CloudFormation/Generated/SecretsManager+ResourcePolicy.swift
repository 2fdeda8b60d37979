// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SecretsManager {
    /// `AWS::SecretsManager::ResourcePolicy`
    public struct ResourcePolicy: GeneratedResource {
        public static let type = "AWS::SecretsManager::ResourcePolicy"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "SecretId",
            readOnly: "Id",
            writeOnly: "BlockPublicPolicy",
            permissions: [.create: "secretsmanager:GetResourcePolicy secretsmanager:PutResourcePolicy", .read: "secretsmanager:GetResourcePolicy", .update: "secretsmanager:GetResourcePolicy secretsmanager:PutResourcePolicy", .delete: "secretsmanager:DeleteResourcePolicy secretsmanager:GetResourcePolicy", .list: "secretsmanager:GetResourcePolicy secretsmanager:ListSecrets"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// Never read back.
        public var blockPublicPolicy: Scalar<Bool>?
        public var resourcePolicy: Value
        /// A change replaces the resource.
        public var secretId: any Designator<SecretsManager.Secret>

        public init(
            _ logicalID: LogicalID,
            resourcePolicy: Value,
            secretId: any Designator<SecretsManager.Secret>,
            blockPublicPolicy: Scalar<Bool>? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.blockPublicPolicy = blockPublicPolicy
            self.resourcePolicy = resourcePolicy
            self.secretId = secretId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("BlockPublicPolicy", blockPublicPolicy)
            map.put("ResourcePolicy", resourcePolicy)
            map.put("SecretId", secretId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<SecretsManager.ResourcePolicy> { ID<SecretsManager.ResourcePolicy>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<SecretsManager.ResourcePolicy> { ID<SecretsManager.ResourcePolicy>(Text(.attribute(of: id, "Id"))) }
    }
}
