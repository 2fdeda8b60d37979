// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension ECS {
    /// `AWS::ECS::Cluster`
    public struct Cluster: GeneratedResource {
        public static let type = "AWS::ECS::Cluster"
        public static let facts = ResourceFacts(
            primaryIdentifier: "ClusterName",
            createOnly: "ClusterName",
            readOnly: "Arn",
            writeOnly: "ServiceConnectDefaults",
            permissions: [.create: "ecs:CreateCluster ecs:DescribeClusters ecs:TagResource iam:CreateServiceLinkedRole kms:DescribeKey", .read: "ecs:DescribeClusters kms:DescribeKey", .update: "ecs:DescribeClusters ecs:ListTagsForResource ecs:PutAccountSetting ecs:PutAccountSettingDefault ecs:PutClusterCapacityProviders ecs:TagResource ecs:UntagResource ecs:UpdateCluster ecs:UpdateClusterSettings kms:DescribeKey", .delete: "ecs:DeleteCluster ecs:DescribeClusters kms:DescribeKey", .list: "ecs:DescribeClusters ecs:ListClusters"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var capacityProviders: [Text]?
        /// A change replaces the resource.
        public var clusterName: Text?
        public var clusterSettings: [ClusterSettings]?
        public var configuration: ClusterConfiguration?
        public var defaultCapacityProviderStrategy: [CapacityProviderStrategyItem]?
        /// Never read back.
        public var serviceConnectDefaults: ServiceConnectDefaults?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            capacityProviders: [Text]? = nil,
            clusterName: Text? = nil,
            clusterSettings: [ClusterSettings]? = nil,
            configuration: ClusterConfiguration? = nil,
            defaultCapacityProviderStrategy: [CapacityProviderStrategyItem]? = nil,
            serviceConnectDefaults: ServiceConnectDefaults? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.capacityProviders = capacityProviders
            self.clusterName = clusterName
            self.clusterSettings = clusterSettings
            self.configuration = configuration
            self.defaultCapacityProviderStrategy = defaultCapacityProviderStrategy
            self.serviceConnectDefaults = serviceConnectDefaults
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("CapacityProviders", capacityProviders)
            map.put("ClusterName", clusterName)
            map.put("ClusterSettings", clusterSettings)
            map.put("Configuration", configuration)
            map.put("DefaultCapacityProviderStrategy", defaultCapacityProviderStrategy)
            map.put("ServiceConnectDefaults", serviceConnectDefaults)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<ECS.Cluster> { Name<ECS.Cluster>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<ECS.Cluster> { ARN<ECS.Cluster>(Text(.attribute(of: id, "Arn"))) }

        public struct CapacityProviderStrategyItem: PropertyType {
            public var base: Scalar<Int>?
            public var capacityProvider: Text?
            public var weight: Scalar<Int>?

            public init(
                base: Scalar<Int>? = nil,
                capacityProvider: Text? = nil,
                weight: Scalar<Int>? = nil
            ) {
                self.base = base
                self.capacityProvider = capacityProvider
                self.weight = weight
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Base", base)
                map.put("CapacityProvider", capacityProvider)
                map.put("Weight", weight)
                return map.value
            }
        }

        public struct ClusterConfiguration: PropertyType {
            public var executeCommandConfiguration: ExecuteCommandConfiguration?
            public var managedStorageConfiguration: ManagedStorageConfiguration?

            public init(
                executeCommandConfiguration: ExecuteCommandConfiguration? = nil,
                managedStorageConfiguration: ManagedStorageConfiguration? = nil
            ) {
                self.executeCommandConfiguration = executeCommandConfiguration
                self.managedStorageConfiguration = managedStorageConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ExecuteCommandConfiguration", executeCommandConfiguration)
                map.put("ManagedStorageConfiguration", managedStorageConfiguration)
                return map.value
            }
        }

        public struct ClusterSettings: PropertyType {
            public var name: Text?
            public var value: Text?

            public init(
                name: Text? = nil,
                value: Text? = nil
            ) {
                self.name = name
                self.value = value
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Name", name)
                map.put("Value", value)
                return map.value
            }
        }

        public struct ExecuteCommandConfiguration: PropertyType {
            public var kmsKeyId: (any Designator<KMS.Key>)?
            public var logConfiguration: ExecuteCommandLogConfiguration?
            public var logging: Logging?

            public init(
                kmsKeyId: (any Designator<KMS.Key>)? = nil,
                logConfiguration: ExecuteCommandLogConfiguration? = nil,
                logging: Logging? = nil
            ) {
                self.kmsKeyId = kmsKeyId
                self.logConfiguration = logConfiguration
                self.logging = logging
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("KmsKeyId", kmsKeyId)
                map.put("LogConfiguration", logConfiguration)
                map.put("Logging", logging)
                return map.value
            }

            public struct Logging: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var `default`: Self { Self("DEFAULT") }
                public static var noneValue: Self { Self("NONE") }
                public static var override: Self { Self("OVERRIDE") }
            }
        }

        public struct ExecuteCommandLogConfiguration: PropertyType {
            public var cloudWatchEncryptionEnabled: Scalar<Bool>?
            public var cloudWatchLogGroupName: Name<Logs.LogGroup>?
            public var s3BucketName: Name<S3.Bucket>?
            public var s3EncryptionEnabled: Scalar<Bool>?
            public var s3KeyPrefix: Text?

            public init(
                cloudWatchEncryptionEnabled: Scalar<Bool>? = nil,
                cloudWatchLogGroupName: Name<Logs.LogGroup>? = nil,
                s3BucketName: Name<S3.Bucket>? = nil,
                s3EncryptionEnabled: Scalar<Bool>? = nil,
                s3KeyPrefix: Text? = nil
            ) {
                self.cloudWatchEncryptionEnabled = cloudWatchEncryptionEnabled
                self.cloudWatchLogGroupName = cloudWatchLogGroupName
                self.s3BucketName = s3BucketName
                self.s3EncryptionEnabled = s3EncryptionEnabled
                self.s3KeyPrefix = s3KeyPrefix
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CloudWatchEncryptionEnabled", cloudWatchEncryptionEnabled)
                map.put("CloudWatchLogGroupName", cloudWatchLogGroupName)
                map.put("S3BucketName", s3BucketName)
                map.put("S3EncryptionEnabled", s3EncryptionEnabled)
                map.put("S3KeyPrefix", s3KeyPrefix)
                return map.value
            }
        }

        public struct ManagedStorageConfiguration: PropertyType {
            public var fargateEphemeralStorageKmsKeyId: (any Designator<KMS.Key>)?
            public var kmsKeyId: (any Designator<KMS.Key>)?

            public init(
                fargateEphemeralStorageKmsKeyId: (any Designator<KMS.Key>)? = nil,
                kmsKeyId: (any Designator<KMS.Key>)? = nil
            ) {
                self.fargateEphemeralStorageKmsKeyId = fargateEphemeralStorageKmsKeyId
                self.kmsKeyId = kmsKeyId
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("FargateEphemeralStorageKmsKeyId", fargateEphemeralStorageKmsKeyId)
                map.put("KmsKeyId", kmsKeyId)
                return map.value
            }
        }

        public struct ServiceConnectDefaults: PropertyType {
            public var namespace: Text?

            public init(
                namespace: Text? = nil
            ) {
                self.namespace = namespace
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Namespace", namespace)
                return map.value
            }
        }
    }
}
