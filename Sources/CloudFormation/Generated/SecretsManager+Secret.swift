// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SecretsManager {
    /// `AWS::SecretsManager::Secret`
    public struct Secret: GeneratedResource {
        public static let type = "AWS::SecretsManager::Secret"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "Name",
            readOnly: "Id",
            writeOnly: "SecretString GenerateSecretString",
            permissions: [.create: "secretsmanager:CreateSecret secretsmanager:DescribeSecret secretsmanager:GetRandomPassword secretsmanager:ReplicateSecretToRegions secretsmanager:TagResource", .read: "secretsmanager:DescribeSecret secretsmanager:GetSecretValue", .update: "secretsmanager:GetRandomPassword secretsmanager:GetSecretValue secretsmanager:RemoveRegionsFromReplication secretsmanager:ReplicateSecretToRegions secretsmanager:TagResource secretsmanager:UntagResource secretsmanager:UpdateSecret", .delete: "secretsmanager:DeleteSecret secretsmanager:DescribeSecret secretsmanager:RemoveRegionsFromReplication", .list: "secretsmanager:ListSecrets"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var description: Text?
        /// Never read back.
        public var generateSecretString: GenerateSecretString?
        public var kmsKeyId: (any Designator<KMS.Key>)?
        /// A change replaces the resource.
        public var name: Text?
        public var replicaRegions: [ReplicaRegion]?
        /// Never read back.
        public var secretString: Text?
        public var tags: [Tag]?
        public var type: Text?

        public init(
            _ logicalID: LogicalID,
            description: Text? = nil,
            generateSecretString: GenerateSecretString? = nil,
            kmsKeyId: (any Designator<KMS.Key>)? = nil,
            name: Text? = nil,
            replicaRegions: [ReplicaRegion]? = nil,
            secretString: Text? = nil,
            tags: [Tag]? = nil,
            type: Text? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.description = description
            self.generateSecretString = generateSecretString
            self.kmsKeyId = kmsKeyId
            self.name = name
            self.replicaRegions = replicaRegions
            self.secretString = secretString
            self.tags = tags
            self.type = type
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Description", description)
            map.put("GenerateSecretString", generateSecretString)
            map.put("KmsKeyId", kmsKeyId)
            map.put("Name", name)
            map.put("ReplicaRegions", replicaRegions)
            map.put("SecretString", secretString)
            map.put("Tags", tags)
            map.put("Type", type)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<SecretsManager.Secret> { ARN<SecretsManager.Secret>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<SecretsManager.Secret> { ID<SecretsManager.Secret>(Text(.attribute(of: id, "Id"))) }

        public struct GenerateSecretString: PropertyType {
            public var excludeCharacters: Text?
            public var excludeLowercase: Scalar<Bool>?
            public var excludeNumbers: Scalar<Bool>?
            public var excludePunctuation: Scalar<Bool>?
            public var excludeUppercase: Scalar<Bool>?
            public var generateStringKey: Text?
            public var includeSpace: Scalar<Bool>?
            public var passwordLength: Scalar<Int>?
            public var requireEachIncludedType: Scalar<Bool>?
            public var secretStringTemplate: Text?

            public init(
                excludeCharacters: Text? = nil,
                excludeLowercase: Scalar<Bool>? = nil,
                excludeNumbers: Scalar<Bool>? = nil,
                excludePunctuation: Scalar<Bool>? = nil,
                excludeUppercase: Scalar<Bool>? = nil,
                generateStringKey: Text? = nil,
                includeSpace: Scalar<Bool>? = nil,
                passwordLength: Scalar<Int>? = nil,
                requireEachIncludedType: Scalar<Bool>? = nil,
                secretStringTemplate: Text? = nil
            ) {
                self.excludeCharacters = excludeCharacters
                self.excludeLowercase = excludeLowercase
                self.excludeNumbers = excludeNumbers
                self.excludePunctuation = excludePunctuation
                self.excludeUppercase = excludeUppercase
                self.generateStringKey = generateStringKey
                self.includeSpace = includeSpace
                self.passwordLength = passwordLength
                self.requireEachIncludedType = requireEachIncludedType
                self.secretStringTemplate = secretStringTemplate
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ExcludeCharacters", excludeCharacters)
                map.put("ExcludeLowercase", excludeLowercase)
                map.put("ExcludeNumbers", excludeNumbers)
                map.put("ExcludePunctuation", excludePunctuation)
                map.put("ExcludeUppercase", excludeUppercase)
                map.put("GenerateStringKey", generateStringKey)
                map.put("IncludeSpace", includeSpace)
                map.put("PasswordLength", passwordLength)
                map.put("RequireEachIncludedType", requireEachIncludedType)
                map.put("SecretStringTemplate", secretStringTemplate)
                return map.value
            }
        }

        public struct ReplicaRegion: PropertyType {
            public var kmsKeyId: (any Designator<KMS.Key>)?
            public var region: Text

            public init(
                region: Text,
                kmsKeyId: (any Designator<KMS.Key>)? = nil
            ) {
                self.kmsKeyId = kmsKeyId
                self.region = region
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("KmsKeyId", kmsKeyId)
                map.put("Region", region)
                return map.value
            }
        }
    }
}
