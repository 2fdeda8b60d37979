// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension ECR {
    /// `AWS::ECR::Repository`
    public struct Repository: GeneratedResource {
        public static let type = "AWS::ECR::Repository"
        public static let facts = ResourceFacts(
            primaryIdentifier: "RepositoryName",
            createOnly: "RepositoryName EncryptionConfiguration EncryptionConfiguration/EncryptionType EncryptionConfiguration/KmsKey",
            readOnly: "Arn RepositoryUri",
            writeOnly: "EmptyOnDelete",
            permissions: [.create: "ecr:CreateRepository ecr:PutLifecyclePolicy ecr:SetRepositoryPolicy ecr:TagResource kms:CreateGrant kms:DescribeKey kms:RetireGrant", .read: "ecr:DescribeRepositories ecr:GetLifecyclePolicy ecr:GetRepositoryPolicy ecr:ListTagsForResource", .update: "ecr:DeleteLifecyclePolicy ecr:DeleteRepositoryPolicy ecr:DescribeRepositories ecr:PutImageScanningConfiguration ecr:PutImageTagMutability ecr:PutLifecyclePolicy ecr:SetRepositoryPolicy ecr:TagResource ecr:UntagResource kms:CreateGrant kms:DescribeKey kms:RetireGrant", .delete: "ecr:DeleteRepository kms:RetireGrant", .list: "ecr:DescribeRepositories"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// Never read back.
        public var emptyOnDelete: Scalar<Bool>?
        /// A change replaces the resource.
        public var encryptionConfiguration: EncryptionConfiguration?
        public var imageScanningConfiguration: ImageScanningConfiguration?
        public var imageTagMutability: ImageTagMutability?
        public var imageTagMutabilityExclusionFilters: [ImageTagMutabilityExclusionFilter]?
        public var lifecyclePolicy: LifecyclePolicy?
        /// A change replaces the resource.
        public var repositoryName: Text?
        public var repositoryPolicyText: Value?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            emptyOnDelete: Scalar<Bool>? = nil,
            encryptionConfiguration: EncryptionConfiguration? = nil,
            imageScanningConfiguration: ImageScanningConfiguration? = nil,
            imageTagMutability: ImageTagMutability? = nil,
            imageTagMutabilityExclusionFilters: [ImageTagMutabilityExclusionFilter]? = nil,
            lifecyclePolicy: LifecyclePolicy? = nil,
            repositoryName: Text? = nil,
            repositoryPolicyText: Value? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.emptyOnDelete = emptyOnDelete
            self.encryptionConfiguration = encryptionConfiguration
            self.imageScanningConfiguration = imageScanningConfiguration
            self.imageTagMutability = imageTagMutability
            self.imageTagMutabilityExclusionFilters = imageTagMutabilityExclusionFilters
            self.lifecyclePolicy = lifecyclePolicy
            self.repositoryName = repositoryName
            self.repositoryPolicyText = repositoryPolicyText
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("EmptyOnDelete", emptyOnDelete)
            map.put("EncryptionConfiguration", encryptionConfiguration)
            map.put("ImageScanningConfiguration", imageScanningConfiguration)
            map.put("ImageTagMutability", imageTagMutability)
            map.put("ImageTagMutabilityExclusionFilters", imageTagMutabilityExclusionFilters)
            map.put("LifecyclePolicy", lifecyclePolicy)
            map.put("RepositoryName", repositoryName)
            map.put("RepositoryPolicyText", repositoryPolicyText)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<ECR.Repository> { Name<ECR.Repository>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<ECR.Repository> { ARN<ECR.Repository>(Text(.attribute(of: id, "Arn"))) }

        public var repositoryUri: Text { Text(.attribute(of: id, "RepositoryUri")) }

        public struct EncryptionType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var aes256: Self { Self("AES256") }
            public static var kms: Self { Self("KMS") }
            public static var kmsDsse: Self { Self("KMS_DSSE") }
        }

        public struct ImageTagMutability: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var mutable: Self { Self("MUTABLE") }
            public static var immutable: Self { Self("IMMUTABLE") }
            public static var mutableWithExclusion: Self { Self("MUTABLE_WITH_EXCLUSION") }
            public static var immutableWithExclusion: Self { Self("IMMUTABLE_WITH_EXCLUSION") }
        }

        public struct ImageTagMutabilityExclusionFilterType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var wildcard: Self { Self("WILDCARD") }
        }

        public struct EncryptionConfiguration: PropertyType {
            public var encryptionType: EncryptionType
            public var kmsKey: Text?

            public init(
                encryptionType: EncryptionType,
                kmsKey: Text? = nil
            ) {
                self.encryptionType = encryptionType
                self.kmsKey = kmsKey
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EncryptionType", encryptionType)
                map.put("KmsKey", kmsKey)
                return map.value
            }
        }

        public struct ImageScanningConfiguration: PropertyType {
            public var scanOnPush: Scalar<Bool>?

            public init(
                scanOnPush: Scalar<Bool>? = nil
            ) {
                self.scanOnPush = scanOnPush
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ScanOnPush", scanOnPush)
                return map.value
            }
        }

        public struct ImageTagMutabilityExclusionFilter: PropertyType {
            public var imageTagMutabilityExclusionFilterType: ImageTagMutabilityExclusionFilterType
            public var imageTagMutabilityExclusionFilterValue: Text

            public init(
                imageTagMutabilityExclusionFilterType: ImageTagMutabilityExclusionFilterType,
                imageTagMutabilityExclusionFilterValue: Text
            ) {
                self.imageTagMutabilityExclusionFilterType = imageTagMutabilityExclusionFilterType
                self.imageTagMutabilityExclusionFilterValue = imageTagMutabilityExclusionFilterValue
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ImageTagMutabilityExclusionFilterType", imageTagMutabilityExclusionFilterType)
                map.put("ImageTagMutabilityExclusionFilterValue", imageTagMutabilityExclusionFilterValue)
                return map.value
            }
        }

        public struct LifecyclePolicy: PropertyType {
            public var lifecyclePolicyText: Text?
            public var registryId: Text?

            public init(
                lifecyclePolicyText: Text? = nil,
                registryId: Text? = nil
            ) {
                self.lifecyclePolicyText = lifecyclePolicyText
                self.registryId = registryId
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("LifecyclePolicyText", lifecyclePolicyText)
                map.put("RegistryId", registryId)
                return map.value
            }
        }
    }
}
