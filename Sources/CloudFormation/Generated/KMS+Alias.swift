// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension KMS {
    /// `AWS::KMS::Alias`
    public struct Alias: GeneratedResource {
        public static let type = "AWS::KMS::Alias"
        public static let facts = ResourceFacts(
            primaryIdentifier: "AliasName",
            createOnly: "AliasName",
            permissions: [.create: "kms:CreateAlias", .read: "kms:ListAliases", .update: "kms:UpdateAlias", .delete: "kms:DeleteAlias", .list: "kms:ListAliases"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var aliasName: Text
        public var targetKeyId: any Designator<KMS.Key>

        public init(
            _ logicalID: LogicalID,
            aliasName: Text,
            targetKeyId: any Designator<KMS.Key>,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.aliasName = aliasName
            self.targetKeyId = targetKeyId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AliasName", aliasName)
            map.put("TargetKeyId", targetKeyId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<KMS.Alias> { Name<KMS.Alias>(Text(.attribute(of: id, Reference.refAttribute))) }
    }
}
