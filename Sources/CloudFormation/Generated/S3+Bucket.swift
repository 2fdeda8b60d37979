// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension S3 {
    /// `AWS::S3::Bucket`
    public struct Bucket: GeneratedResource {
        public static let type = "AWS::S3::Bucket"
        public static let facts = ResourceFacts(
            primaryIdentifier: "BucketName",
            createOnly: "BucketName BucketNamePrefix BucketNamespace",
            readOnly: "Arn DomainName DualStackDomainName RegionalDomainName MetadataTableConfiguration/S3TablesDestination/TableNamespace MetadataTableConfiguration/S3TablesDestination/TableArn MetadataConfiguration/Destination MetadataConfiguration/JournalTableConfiguration/TableName MetadataConfiguration/JournalTableConfiguration/TableArn MetadataConfiguration/InventoryTableConfiguration/TableName MetadataConfiguration/InventoryTableConfiguration/TableArn MetadataConfiguration/AnnotationTableConfiguration/TableName MetadataConfiguration/AnnotationTableConfiguration/TableArn WebsiteURL",
            writeOnly: "AccessControl BucketNamePrefix BucketNamespace MetadataConfiguration/JournalTableConfiguration/EncryptionConfiguration MetadataConfiguration/InventoryTableConfiguration/EncryptionConfiguration MetadataConfiguration/AnnotationTableConfiguration/EncryptionConfiguration LifecycleConfiguration/Rules/*/NoncurrentVersionExpirationInDays LifecycleConfiguration/Rules/*/NoncurrentVersionTransition LifecycleConfiguration/Rules/*/Transition ReplicationConfiguration/Rules/*/Prefix LifecycleConfiguration/Rules/*/ExpiredObjectDeleteMarker",
            permissions: [.create: "iam:PassRole s3:CreateBucket s3:CreateBucketMetadataTableConfiguration s3:DeleteObject s3:GetBucketAcl s3:GetBucketMetadataTableConfiguration s3:ListBucket s3:PutAccelerateConfiguration s3:PutAnalyticsConfiguration s3:PutBucketAbac s3:PutBucketCORS s3:PutBucketLogging s3:PutBucketNotification s3:PutBucketObjectLockConfiguration s3:PutBucketOwnershipControls s3:PutBucketPublicAccessBlock s3:PutBucketReplication s3:PutBucketTagging s3:PutBucketVersioning s3:PutBucketWebsite s3:PutEncryptionConfiguration s3:PutIntelligentTieringConfiguration s3:PutInventoryConfiguration s3:PutLifecycleConfiguration s3:PutMetricsConfiguration s3:PutObjectAcl s3:PutObjectLockConfiguration s3:PutReplicationConfiguration s3:TagResource s3tables:CreateNamespace s3tables:CreateTable s3tables:CreateTableBucket s3tables:GetTable s3tables:GetTableMetadataLocation s3tables:PutTableBucketPolicy s3tables:PutTableEncryption s3tables:PutTablePolicy s3tables:UpdateTableMetadataLocation", .read: "s3:GetAccelerateConfiguration s3:GetAnalyticsConfiguration s3:GetBucketAbac s3:GetBucketCORS s3:GetBucketLogging s3:GetBucketMetadataTableConfiguration s3:GetBucketNotification s3:GetBucketObjectLockConfiguration s3:GetBucketOwnershipControls s3:GetBucketPublicAccessBlock s3:GetBucketTagging s3:GetBucketVersioning s3:GetBucketWebsite s3:GetEncryptionConfiguration s3:GetIntelligentTieringConfiguration s3:GetInventoryConfiguration s3:GetLifecycleConfiguration s3:GetMetricsConfiguration s3:GetReplicationConfiguration s3:ListBucket s3:ListTagsForResource", .update: "iam:PassRole s3:CreateBucketMetadataTableConfiguration s3:DeleteBucketAnalyticsConfiguration s3:DeleteBucketCors s3:DeleteBucketEncryption s3:DeleteBucketLifecycle s3:DeleteBucketMetadataTableConfiguration s3:DeleteBucketMetricsConfiguration s3:DeleteBucketReplication s3:DeleteBucketWebsite s3:GetBucketMetadataTableConfiguration s3:ListBucket s3:PutAccelerateConfiguration s3:PutAnalyticsConfiguration s3:PutBucketAbac s3:PutBucketAcl s3:PutBucketCORS s3:PutBucketLogging s3:PutBucketNotification s3:PutBucketObjectLockConfiguration s3:PutBucketOwnershipControls s3:PutBucketPublicAccessBlock s3:PutBucketReplication s3:PutBucketTagging s3:PutBucketVersioning s3:PutBucketWebsite s3:PutEncryptionConfiguration s3:PutIntelligentTieringConfiguration s3:PutInventoryConfiguration s3:PutLifecycleConfiguration s3:PutMetricsConfiguration s3:PutObjectLockConfiguration s3:PutReplicationConfiguration s3:TagResource s3:UntagResource s3:UpdateBucketMetadataAnnotationTableConfiguration s3:UpdateBucketMetadataInventoryTableConfiguration s3:UpdateBucketMetadataJournalTableConfiguration s3tables:CreateNamespace s3tables:CreateTable s3tables:CreateTableBucket s3tables:GetTable s3tables:GetTableMetadataLocation s3tables:PutTableBucketPolicy s3tables:PutTableEncryption s3tables:PutTablePolicy s3tables:UpdateTableMetadataLocation", .delete: "s3:DeleteBucket s3:ListBucket", .list: "s3:ListAllMyBuckets"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var abacStatus: AbacStatus?
        public var accelerateConfiguration: AccelerateConfiguration?
        /// Never read back.
        public var accessControl: AccessControl?
        public var analyticsConfigurations: [AnalyticsConfiguration]?
        public var bucketEncryption: BucketEncryption?
        /// A change replaces the resource.
        public var bucketName: Text?
        /// A change replaces the resource. Never read back.
        public var bucketNamePrefix: Text?
        /// A change replaces the resource. Never read back.
        public var bucketNamespace: BucketNamespace?
        public var corsConfiguration: CorsConfiguration?
        public var intelligentTieringConfigurations: [IntelligentTieringConfiguration]?
        public var inventoryConfigurations: [InventoryConfiguration]?
        public var lifecycleConfiguration: LifecycleConfiguration?
        public var loggingConfiguration: LoggingConfiguration?
        public var metadataConfiguration: MetadataConfiguration?
        public var metadataTableConfiguration: MetadataTableConfiguration?
        public var metricsConfigurations: [MetricsConfiguration]?
        public var notificationConfiguration: NotificationConfiguration?
        public var objectLockConfiguration: ObjectLockConfiguration?
        public var objectLockEnabled: Scalar<Bool>?
        public var ownershipControls: OwnershipControls?
        public var publicAccessBlockConfiguration: PublicAccessBlockConfiguration?
        public var replicationConfiguration: ReplicationConfiguration?
        public var tags: [Tag]?
        public var versioningConfiguration: VersioningConfiguration?
        public var websiteConfiguration: WebsiteConfiguration?

        public init(
            _ logicalID: LogicalID,
            abacStatus: AbacStatus? = nil,
            accelerateConfiguration: AccelerateConfiguration? = nil,
            accessControl: AccessControl? = nil,
            analyticsConfigurations: [AnalyticsConfiguration]? = nil,
            bucketEncryption: BucketEncryption? = nil,
            bucketName: Text? = nil,
            bucketNamePrefix: Text? = nil,
            bucketNamespace: BucketNamespace? = nil,
            corsConfiguration: CorsConfiguration? = nil,
            intelligentTieringConfigurations: [IntelligentTieringConfiguration]? = nil,
            inventoryConfigurations: [InventoryConfiguration]? = nil,
            lifecycleConfiguration: LifecycleConfiguration? = nil,
            loggingConfiguration: LoggingConfiguration? = nil,
            metadataConfiguration: MetadataConfiguration? = nil,
            metadataTableConfiguration: MetadataTableConfiguration? = nil,
            metricsConfigurations: [MetricsConfiguration]? = nil,
            notificationConfiguration: NotificationConfiguration? = nil,
            objectLockConfiguration: ObjectLockConfiguration? = nil,
            objectLockEnabled: Scalar<Bool>? = nil,
            ownershipControls: OwnershipControls? = nil,
            publicAccessBlockConfiguration: PublicAccessBlockConfiguration? = nil,
            replicationConfiguration: ReplicationConfiguration? = nil,
            tags: [Tag]? = nil,
            versioningConfiguration: VersioningConfiguration? = nil,
            websiteConfiguration: WebsiteConfiguration? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.abacStatus = abacStatus
            self.accelerateConfiguration = accelerateConfiguration
            self.accessControl = accessControl
            self.analyticsConfigurations = analyticsConfigurations
            self.bucketEncryption = bucketEncryption
            self.bucketName = bucketName
            self.bucketNamePrefix = bucketNamePrefix
            self.bucketNamespace = bucketNamespace
            self.corsConfiguration = corsConfiguration
            self.intelligentTieringConfigurations = intelligentTieringConfigurations
            self.inventoryConfigurations = inventoryConfigurations
            self.lifecycleConfiguration = lifecycleConfiguration
            self.loggingConfiguration = loggingConfiguration
            self.metadataConfiguration = metadataConfiguration
            self.metadataTableConfiguration = metadataTableConfiguration
            self.metricsConfigurations = metricsConfigurations
            self.notificationConfiguration = notificationConfiguration
            self.objectLockConfiguration = objectLockConfiguration
            self.objectLockEnabled = objectLockEnabled
            self.ownershipControls = ownershipControls
            self.publicAccessBlockConfiguration = publicAccessBlockConfiguration
            self.replicationConfiguration = replicationConfiguration
            self.tags = tags
            self.versioningConfiguration = versioningConfiguration
            self.websiteConfiguration = websiteConfiguration
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AbacStatus", abacStatus)
            map.put("AccelerateConfiguration", accelerateConfiguration)
            map.put("AccessControl", accessControl)
            map.put("AnalyticsConfigurations", analyticsConfigurations)
            map.put("BucketEncryption", bucketEncryption)
            map.put("BucketName", bucketName)
            map.put("BucketNamePrefix", bucketNamePrefix)
            map.put("BucketNamespace", bucketNamespace)
            map.put("CorsConfiguration", corsConfiguration)
            map.put("IntelligentTieringConfigurations", intelligentTieringConfigurations)
            map.put("InventoryConfigurations", inventoryConfigurations)
            map.put("LifecycleConfiguration", lifecycleConfiguration)
            map.put("LoggingConfiguration", loggingConfiguration)
            map.put("MetadataConfiguration", metadataConfiguration)
            map.put("MetadataTableConfiguration", metadataTableConfiguration)
            map.put("MetricsConfigurations", metricsConfigurations)
            map.put("NotificationConfiguration", notificationConfiguration)
            map.put("ObjectLockConfiguration", objectLockConfiguration)
            map.put("ObjectLockEnabled", objectLockEnabled)
            map.put("OwnershipControls", ownershipControls)
            map.put("PublicAccessBlockConfiguration", publicAccessBlockConfiguration)
            map.put("ReplicationConfiguration", replicationConfiguration)
            map.put("Tags", tags)
            map.put("VersioningConfiguration", versioningConfiguration)
            map.put("WebsiteConfiguration", websiteConfiguration)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<S3.Bucket> { Name<S3.Bucket>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<S3.Bucket> { ARN<S3.Bucket>(Text(.attribute(of: id, "Arn"))) }

        public var domainName: Text { Text(.attribute(of: id, "DomainName")) }

        public var dualStackDomainName: Text { Text(.attribute(of: id, "DualStackDomainName")) }

        public var metadataConfigurationAnnotationTableConfigurationTableArn: AnyARN { AnyARN(Text(.attribute(of: id, "MetadataConfiguration.AnnotationTableConfiguration.TableArn"))) }

        public var metadataConfigurationAnnotationTableConfigurationTableName: Text { Text(.attribute(of: id, "MetadataConfiguration.AnnotationTableConfiguration.TableName")) }

        public var metadataConfigurationInventoryTableConfigurationTableArn: AnyARN { AnyARN(Text(.attribute(of: id, "MetadataConfiguration.InventoryTableConfiguration.TableArn"))) }

        public var metadataConfigurationInventoryTableConfigurationTableName: Text { Text(.attribute(of: id, "MetadataConfiguration.InventoryTableConfiguration.TableName")) }

        public var metadataConfigurationJournalTableConfigurationTableArn: AnyARN { AnyARN(Text(.attribute(of: id, "MetadataConfiguration.JournalTableConfiguration.TableArn"))) }

        public var metadataConfigurationJournalTableConfigurationTableName: Text { Text(.attribute(of: id, "MetadataConfiguration.JournalTableConfiguration.TableName")) }

        public var metadataTableConfigurationS3TablesDestinationTableArn: AnyARN { AnyARN(Text(.attribute(of: id, "MetadataTableConfiguration.S3TablesDestination.TableArn"))) }

        public var metadataTableConfigurationS3TablesDestinationTableNamespace: Text { Text(.attribute(of: id, "MetadataTableConfiguration.S3TablesDestination.TableNamespace")) }

        public var regionalDomainName: Text { Text(.attribute(of: id, "RegionalDomainName")) }

        public var websiteURL: Text { Text(.attribute(of: id, "WebsiteURL")) }

        public struct AbacStatus: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var enabled: Self { Self("Enabled") }
            public static var disabled: Self { Self("Disabled") }
        }

        public struct AccessControl: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var authenticatedRead: Self { Self("AuthenticatedRead") }
            public static var awsExecRead: Self { Self("AwsExecRead") }
            public static var bucketOwnerFullControl: Self { Self("BucketOwnerFullControl") }
            public static var bucketOwnerRead: Self { Self("BucketOwnerRead") }
            public static var logDeliveryWrite: Self { Self("LogDeliveryWrite") }
            public static var `private`: Self { Self("Private") }
            public static var publicRead: Self { Self("PublicRead") }
            public static var publicReadWrite: Self { Self("PublicReadWrite") }
        }

        public struct BlockedEncryptionType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var noneValue: Self { Self("NONE") }
            public static var sseC: Self { Self("SSE-C") }
        }

        public struct BucketNamespace: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var global: Self { Self("global") }
            public static var accountRegional: Self { Self("account-regional") }
        }

        public struct AbortIncompleteMultipartUpload: PropertyType {
            public var daysAfterInitiation: Scalar<Int>

            public init(
                daysAfterInitiation: Scalar<Int>
            ) {
                self.daysAfterInitiation = daysAfterInitiation
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DaysAfterInitiation", daysAfterInitiation)
                return map.value
            }
        }

        public struct AccelerateConfiguration: PropertyType {
            public var accelerationStatus: AccelerationStatus

            public init(
                accelerationStatus: AccelerationStatus
            ) {
                self.accelerationStatus = accelerationStatus
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccelerationStatus", accelerationStatus)
                return map.value
            }

            public struct AccelerationStatus: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("Enabled") }
                public static var suspended: Self { Self("Suspended") }
            }
        }

        public struct AccessControlTranslation: PropertyType {
            public var owner: Owner

            public init(
                owner: Owner
            ) {
                self.owner = owner
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Owner", owner)
                return map.value
            }

            public struct Owner: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var destination: Self { Self("Destination") }
            }
        }

        public struct AnalyticsConfiguration: PropertyType {
            public var id: Text
            public var prefix: Text?
            public var storageClassAnalysis: StorageClassAnalysis
            public var tagFilters: [Tag]?

            public init(
                id: Text,
                storageClassAnalysis: StorageClassAnalysis,
                prefix: Text? = nil,
                tagFilters: [Tag]? = nil
            ) {
                self.id = id
                self.prefix = prefix
                self.storageClassAnalysis = storageClassAnalysis
                self.tagFilters = tagFilters
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Id", id)
                map.put("Prefix", prefix)
                map.put("StorageClassAnalysis", storageClassAnalysis)
                map.put("TagFilters", tagFilters)
                return map.value
            }
        }

        public struct AnnotationTableConfiguration: PropertyType {
            public var configurationState: ConfigurationState
            public var encryptionConfiguration: MetadataTableEncryptionConfiguration?
            public var role: Text?

            public init(
                configurationState: ConfigurationState,
                encryptionConfiguration: MetadataTableEncryptionConfiguration? = nil,
                role: Text? = nil
            ) {
                self.configurationState = configurationState
                self.encryptionConfiguration = encryptionConfiguration
                self.role = role
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ConfigurationState", configurationState)
                map.put("EncryptionConfiguration", encryptionConfiguration)
                map.put("Role", role)
                return map.value
            }

            public struct ConfigurationState: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("ENABLED") }
                public static var disabled: Self { Self("DISABLED") }
            }
        }

        public struct BlockedEncryptionTypes: PropertyType {
            public var encryptionType: [BlockedEncryptionType]?

            public init(
                encryptionType: [BlockedEncryptionType]? = nil
            ) {
                self.encryptionType = encryptionType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EncryptionType", encryptionType)
                return map.value
            }
        }

        public struct BucketEncryption: PropertyType {
            public var serverSideEncryptionConfiguration: [ServerSideEncryptionRule]

            public init(
                serverSideEncryptionConfiguration: [ServerSideEncryptionRule]
            ) {
                self.serverSideEncryptionConfiguration = serverSideEncryptionConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ServerSideEncryptionConfiguration", serverSideEncryptionConfiguration)
                return map.value
            }
        }

        public struct CorsConfiguration: PropertyType {
            public var corsRules: [CorsRule]

            public init(
                corsRules: [CorsRule]
            ) {
                self.corsRules = corsRules
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CorsRules", corsRules)
                return map.value
            }
        }

        public struct CorsRule: PropertyType {
            public var allowedHeaders: [Text]?
            public var allowedMethods: [AllowedMethod]
            public var allowedOrigins: [Text]
            public var exposedHeaders: [Text]?
            public var id: Text?
            public var maxAge: Scalar<Int>?

            public init(
                allowedMethods: [AllowedMethod],
                allowedOrigins: [Text],
                allowedHeaders: [Text]? = nil,
                exposedHeaders: [Text]? = nil,
                id: Text? = nil,
                maxAge: Scalar<Int>? = nil
            ) {
                self.allowedHeaders = allowedHeaders
                self.allowedMethods = allowedMethods
                self.allowedOrigins = allowedOrigins
                self.exposedHeaders = exposedHeaders
                self.id = id
                self.maxAge = maxAge
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AllowedHeaders", allowedHeaders)
                map.put("AllowedMethods", allowedMethods)
                map.put("AllowedOrigins", allowedOrigins)
                map.put("ExposedHeaders", exposedHeaders)
                map.put("Id", id)
                map.put("MaxAge", maxAge)
                return map.value
            }

            public struct AllowedMethod: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var get: Self { Self("GET") }
                public static var put: Self { Self("PUT") }
                public static var head: Self { Self("HEAD") }
                public static var post: Self { Self("POST") }
                public static var delete: Self { Self("DELETE") }
            }
        }

        public struct DataExport: PropertyType {
            public var destination: Destination
            public var outputSchemaVersion: OutputSchemaVersion

            public init(
                destination: Destination,
                outputSchemaVersion: OutputSchemaVersion
            ) {
                self.destination = destination
                self.outputSchemaVersion = outputSchemaVersion
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Destination", destination)
                map.put("OutputSchemaVersion", outputSchemaVersion)
                return map.value
            }

            public struct OutputSchemaVersion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var v1: Self { Self("V_1") }
            }
        }

        public struct DefaultEventHold: PropertyType {
            public var days: Scalar<Int>?
            public var years: Scalar<Int>?

            public init(
                days: Scalar<Int>? = nil,
                years: Scalar<Int>? = nil
            ) {
                self.days = days
                self.years = years
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Days", days)
                map.put("Years", years)
                return map.value
            }
        }

        public struct DefaultRetention: PropertyType {
            public var days: Scalar<Int>?
            public var defaultEventHold: DefaultEventHold?
            public var mode: Mode?
            public var years: Scalar<Int>?

            public init(
                days: Scalar<Int>? = nil,
                defaultEventHold: DefaultEventHold? = nil,
                mode: Mode? = nil,
                years: Scalar<Int>? = nil
            ) {
                self.days = days
                self.defaultEventHold = defaultEventHold
                self.mode = mode
                self.years = years
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Days", days)
                map.put("DefaultEventHold", defaultEventHold)
                map.put("Mode", mode)
                map.put("Years", years)
                return map.value
            }

            public struct Mode: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var compliance: Self { Self("COMPLIANCE") }
                public static var governance: Self { Self("GOVERNANCE") }
            }
        }

        public struct DeleteMarkerReplication: PropertyType {
            public var status: Status?

            public init(
                status: Status? = nil
            ) {
                self.status = status
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Status", status)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var disabled: Self { Self("Disabled") }
                public static var enabled: Self { Self("Enabled") }
            }
        }

        public struct Destination: PropertyType {
            public var bucketAccountId: Text?
            public var bucketArn: ARN<S3.Bucket>
            public var format: Format
            public var prefix: Text?

            public init(
                bucketArn: ARN<S3.Bucket>,
                format: Format,
                bucketAccountId: Text? = nil,
                prefix: Text? = nil
            ) {
                self.bucketAccountId = bucketAccountId
                self.bucketArn = bucketArn
                self.format = format
                self.prefix = prefix
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("BucketAccountId", bucketAccountId)
                map.put("BucketArn", bucketArn)
                map.put("Format", format)
                map.put("Prefix", prefix)
                return map.value
            }

            public struct Format: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var csv: Self { Self("CSV") }
                public static var orc: Self { Self("ORC") }
                public static var parquet: Self { Self("Parquet") }
            }
        }

        public struct EncryptionConfiguration: PropertyType {
            public var replicaKmsKeyID: any Designator<KMS.Key>

            public init(
                replicaKmsKeyID: any Designator<KMS.Key>
            ) {
                self.replicaKmsKeyID = replicaKmsKeyID
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ReplicaKmsKeyID", replicaKmsKeyID)
                return map.value
            }
        }

        public struct EventBridgeConfiguration: PropertyType {
            public var eventBridgeEnabled: Scalar<Bool>

            public init(
                eventBridgeEnabled: Scalar<Bool>
            ) {
                self.eventBridgeEnabled = eventBridgeEnabled
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EventBridgeEnabled", eventBridgeEnabled)
                return map.value
            }
        }

        public struct FilterRule: PropertyType {
            public var name: Text
            public var value: Text

            public init(
                name: Text,
                value: Text
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

        public struct IntelligentTieringConfiguration: PropertyType {
            public var id: Text
            public var prefix: Text?
            public var status: Status
            public var tagFilters: [Tag]?
            public var tierings: [Tiering]

            public init(
                id: Text,
                status: Status,
                tierings: [Tiering],
                prefix: Text? = nil,
                tagFilters: [Tag]? = nil
            ) {
                self.id = id
                self.prefix = prefix
                self.status = status
                self.tagFilters = tagFilters
                self.tierings = tierings
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Id", id)
                map.put("Prefix", prefix)
                map.put("Status", status)
                map.put("TagFilters", tagFilters)
                map.put("Tierings", tierings)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var disabled: Self { Self("Disabled") }
                public static var enabled: Self { Self("Enabled") }
            }
        }

        public struct InventoryConfiguration: PropertyType {
            public var destination: Destination
            public var enabled: Scalar<Bool>
            public var id: Text
            public var includedObjectVersions: IncludedObjectVersions
            public var optionalFields: [OptionalField]?
            public var prefix: Text?
            public var scheduleFrequency: ScheduleFrequency

            public init(
                destination: Destination,
                enabled: Scalar<Bool>,
                id: Text,
                includedObjectVersions: IncludedObjectVersions,
                scheduleFrequency: ScheduleFrequency,
                optionalFields: [OptionalField]? = nil,
                prefix: Text? = nil
            ) {
                self.destination = destination
                self.enabled = enabled
                self.id = id
                self.includedObjectVersions = includedObjectVersions
                self.optionalFields = optionalFields
                self.prefix = prefix
                self.scheduleFrequency = scheduleFrequency
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Destination", destination)
                map.put("Enabled", enabled)
                map.put("Id", id)
                map.put("IncludedObjectVersions", includedObjectVersions)
                map.put("OptionalFields", optionalFields)
                map.put("Prefix", prefix)
                map.put("ScheduleFrequency", scheduleFrequency)
                return map.value
            }

            public struct IncludedObjectVersions: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var all: Self { Self("All") }
                public static var current: Self { Self("Current") }
            }

            public struct OptionalField: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var size: Self { Self("Size") }
                public static var lastModifiedDate: Self { Self("LastModifiedDate") }
                public static var storageClass: Self { Self("StorageClass") }
                public static var eTag: Self { Self("ETag") }
                public static var isMultipartUploaded: Self { Self("IsMultipartUploaded") }
                public static var replicationStatus: Self { Self("ReplicationStatus") }
                public static var encryptionStatus: Self { Self("EncryptionStatus") }
                public static var objectLockRetainUntilDate: Self { Self("ObjectLockRetainUntilDate") }
                public static var objectLockMode: Self { Self("ObjectLockMode") }
                public static var objectLockLegalHoldStatus: Self { Self("ObjectLockLegalHoldStatus") }
                public static var objectLockEventHoldStatus: Self { Self("ObjectLockEventHoldStatus") }
                public static var objectLockEventHoldDuration: Self { Self("ObjectLockEventHoldDuration") }
                public static var intelligentTieringAccessTier: Self { Self("IntelligentTieringAccessTier") }
                public static var bucketKeyStatus: Self { Self("BucketKeyStatus") }
                public static var checksumAlgorithm: Self { Self("ChecksumAlgorithm") }
                public static var objectAccessControlList: Self { Self("ObjectAccessControlList") }
                public static var objectOwner: Self { Self("ObjectOwner") }
                public static var lifecycleExpirationDate: Self { Self("LifecycleExpirationDate") }
                public static var intelligentTieringReferenceDate: Self { Self("IntelligentTieringReferenceDate") }
            }

            public struct ScheduleFrequency: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var daily: Self { Self("Daily") }
                public static var weekly: Self { Self("Weekly") }
            }
        }

        public struct InventoryTableConfiguration: PropertyType {
            public var configurationState: ConfigurationState
            public var encryptionConfiguration: MetadataTableEncryptionConfiguration?

            public init(
                configurationState: ConfigurationState,
                encryptionConfiguration: MetadataTableEncryptionConfiguration? = nil
            ) {
                self.configurationState = configurationState
                self.encryptionConfiguration = encryptionConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ConfigurationState", configurationState)
                map.put("EncryptionConfiguration", encryptionConfiguration)
                return map.value
            }

            public struct ConfigurationState: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("ENABLED") }
                public static var disabled: Self { Self("DISABLED") }
            }
        }

        public struct JournalTableConfiguration: PropertyType {
            public var encryptionConfiguration: MetadataTableEncryptionConfiguration?
            public var recordExpiration: RecordExpiration

            public init(
                recordExpiration: RecordExpiration,
                encryptionConfiguration: MetadataTableEncryptionConfiguration? = nil
            ) {
                self.encryptionConfiguration = encryptionConfiguration
                self.recordExpiration = recordExpiration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EncryptionConfiguration", encryptionConfiguration)
                map.put("RecordExpiration", recordExpiration)
                return map.value
            }
        }

        public struct LambdaConfiguration: PropertyType {
            public var event: Text
            public var filter: NotificationFilter?
            public var function: ARN<Lambda.Function>

            public init(
                event: Text,
                function: ARN<Lambda.Function>,
                filter: NotificationFilter? = nil
            ) {
                self.event = event
                self.filter = filter
                self.function = function
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Event", event)
                map.put("Filter", filter)
                map.put("Function", function)
                return map.value
            }
        }

        public struct LifecycleConfiguration: PropertyType {
            public var rules: [Rule]
            public var transitionDefaultMinimumObjectSize: TransitionDefaultMinimumObjectSize?

            public init(
                rules: [Rule],
                transitionDefaultMinimumObjectSize: TransitionDefaultMinimumObjectSize? = nil
            ) {
                self.rules = rules
                self.transitionDefaultMinimumObjectSize = transitionDefaultMinimumObjectSize
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Rules", rules)
                map.put("TransitionDefaultMinimumObjectSize", transitionDefaultMinimumObjectSize)
                return map.value
            }

            public struct TransitionDefaultMinimumObjectSize: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var variesByStorageClass: Self { Self("varies_by_storage_class") }
                public static var allStorageClasses128k: Self { Self("all_storage_classes_128K") }
            }
        }

        public struct LoggingConfiguration: PropertyType {
            public var destinationBucketName: Name<S3.Bucket>?
            public var logFilePrefix: Text?
            public var targetObjectKeyFormat: TargetObjectKeyFormat?

            public init(
                destinationBucketName: Name<S3.Bucket>? = nil,
                logFilePrefix: Text? = nil,
                targetObjectKeyFormat: TargetObjectKeyFormat? = nil
            ) {
                self.destinationBucketName = destinationBucketName
                self.logFilePrefix = logFilePrefix
                self.targetObjectKeyFormat = targetObjectKeyFormat
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DestinationBucketName", destinationBucketName)
                map.put("LogFilePrefix", logFilePrefix)
                map.put("TargetObjectKeyFormat", targetObjectKeyFormat)
                return map.value
            }
        }

        public struct MetadataConfiguration: PropertyType {
            public var annotationTableConfiguration: AnnotationTableConfiguration?
            public var inventoryTableConfiguration: InventoryTableConfiguration?
            public var journalTableConfiguration: JournalTableConfiguration

            public init(
                journalTableConfiguration: JournalTableConfiguration,
                annotationTableConfiguration: AnnotationTableConfiguration? = nil,
                inventoryTableConfiguration: InventoryTableConfiguration? = nil
            ) {
                self.annotationTableConfiguration = annotationTableConfiguration
                self.inventoryTableConfiguration = inventoryTableConfiguration
                self.journalTableConfiguration = journalTableConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AnnotationTableConfiguration", annotationTableConfiguration)
                map.put("InventoryTableConfiguration", inventoryTableConfiguration)
                map.put("JournalTableConfiguration", journalTableConfiguration)
                return map.value
            }
        }

        public struct MetadataTableConfiguration: PropertyType {
            public var s3TablesDestination: S3TablesDestination

            public init(
                s3TablesDestination: S3TablesDestination
            ) {
                self.s3TablesDestination = s3TablesDestination
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("S3TablesDestination", s3TablesDestination)
                return map.value
            }
        }

        public struct MetadataTableEncryptionConfiguration: PropertyType {
            public var kmsKeyArn: ARN<KMS.Key>?
            public var sseAlgorithm: SseAlgorithm

            public init(
                sseAlgorithm: SseAlgorithm,
                kmsKeyArn: ARN<KMS.Key>? = nil
            ) {
                self.kmsKeyArn = kmsKeyArn
                self.sseAlgorithm = sseAlgorithm
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("KmsKeyArn", kmsKeyArn)
                map.put("SseAlgorithm", sseAlgorithm)
                return map.value
            }

            public struct SseAlgorithm: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var awsKms: Self { Self("aws:kms") }
                public static var aes256: Self { Self("AES256") }
            }
        }

        public struct Metrics: PropertyType {
            public var eventThreshold: ReplicationTimeValue?
            public var status: Status

            public init(
                status: Status,
                eventThreshold: ReplicationTimeValue? = nil
            ) {
                self.eventThreshold = eventThreshold
                self.status = status
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EventThreshold", eventThreshold)
                map.put("Status", status)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var disabled: Self { Self("Disabled") }
                public static var enabled: Self { Self("Enabled") }
            }
        }

        public struct MetricsConfiguration: PropertyType {
            public var accessPointArn: (any ARNReference)?
            public var id: Text
            public var prefix: Text?
            public var tagFilters: [Tag]?

            public init(
                id: Text,
                accessPointArn: (any ARNReference)? = nil,
                prefix: Text? = nil,
                tagFilters: [Tag]? = nil
            ) {
                self.accessPointArn = accessPointArn
                self.id = id
                self.prefix = prefix
                self.tagFilters = tagFilters
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccessPointArn", accessPointArn)
                map.put("Id", id)
                map.put("Prefix", prefix)
                map.put("TagFilters", tagFilters)
                return map.value
            }
        }

        public struct NoncurrentVersionExpiration: PropertyType {
            public var newerNoncurrentVersions: Scalar<Int>?
            public var noncurrentDays: Scalar<Int>

            public init(
                noncurrentDays: Scalar<Int>,
                newerNoncurrentVersions: Scalar<Int>? = nil
            ) {
                self.newerNoncurrentVersions = newerNoncurrentVersions
                self.noncurrentDays = noncurrentDays
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("NewerNoncurrentVersions", newerNoncurrentVersions)
                map.put("NoncurrentDays", noncurrentDays)
                return map.value
            }
        }

        public struct NoncurrentVersionTransition: PropertyType {
            public var newerNoncurrentVersions: Scalar<Int>?
            public var storageClass: StorageClass
            public var transitionInDays: Scalar<Int>

            public init(
                storageClass: StorageClass,
                transitionInDays: Scalar<Int>,
                newerNoncurrentVersions: Scalar<Int>? = nil
            ) {
                self.newerNoncurrentVersions = newerNoncurrentVersions
                self.storageClass = storageClass
                self.transitionInDays = transitionInDays
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("NewerNoncurrentVersions", newerNoncurrentVersions)
                map.put("StorageClass", storageClass)
                map.put("TransitionInDays", transitionInDays)
                return map.value
            }

            public struct StorageClass: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var deepArchive: Self { Self("DEEP_ARCHIVE") }
                public static var glacier: Self { Self("GLACIER") }
                public static var glacier_2: Self { Self("Glacier") }
                public static var glacierIr: Self { Self("GLACIER_IR") }
                public static var intelligentTiering: Self { Self("INTELLIGENT_TIERING") }
                public static var onezoneIa: Self { Self("ONEZONE_IA") }
                public static var standardIa: Self { Self("STANDARD_IA") }
            }
        }

        public struct NotificationConfiguration: PropertyType {
            public var eventBridgeConfiguration: EventBridgeConfiguration?
            public var lambdaConfigurations: [LambdaConfiguration]?
            public var queueConfigurations: [QueueConfiguration]?
            public var topicConfigurations: [TopicConfiguration]?

            public init(
                eventBridgeConfiguration: EventBridgeConfiguration? = nil,
                lambdaConfigurations: [LambdaConfiguration]? = nil,
                queueConfigurations: [QueueConfiguration]? = nil,
                topicConfigurations: [TopicConfiguration]? = nil
            ) {
                self.eventBridgeConfiguration = eventBridgeConfiguration
                self.lambdaConfigurations = lambdaConfigurations
                self.queueConfigurations = queueConfigurations
                self.topicConfigurations = topicConfigurations
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EventBridgeConfiguration", eventBridgeConfiguration)
                map.put("LambdaConfigurations", lambdaConfigurations)
                map.put("QueueConfigurations", queueConfigurations)
                map.put("TopicConfigurations", topicConfigurations)
                return map.value
            }
        }

        public struct NotificationFilter: PropertyType {
            public var s3Key: S3KeyFilter

            public init(
                s3Key: S3KeyFilter
            ) {
                self.s3Key = s3Key
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("S3Key", s3Key)
                return map.value
            }
        }

        public struct ObjectLockConfiguration: PropertyType {
            public var objectLockEnabled: ObjectLockEnabled?
            public var rule: ObjectLockRule?

            public init(
                objectLockEnabled: ObjectLockEnabled? = nil,
                rule: ObjectLockRule? = nil
            ) {
                self.objectLockEnabled = objectLockEnabled
                self.rule = rule
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ObjectLockEnabled", objectLockEnabled)
                map.put("Rule", rule)
                return map.value
            }

            public struct ObjectLockEnabled: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("Enabled") }
            }
        }

        public struct ObjectLockRule: PropertyType {
            public var defaultRetention: DefaultRetention?

            public init(
                defaultRetention: DefaultRetention? = nil
            ) {
                self.defaultRetention = defaultRetention
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DefaultRetention", defaultRetention)
                return map.value
            }
        }

        public struct OwnershipControls: PropertyType {
            public var rules: [OwnershipControlsRule]

            public init(
                rules: [OwnershipControlsRule]
            ) {
                self.rules = rules
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Rules", rules)
                return map.value
            }
        }

        public struct OwnershipControlsRule: PropertyType {
            public var objectOwnership: ObjectOwnership?

            public init(
                objectOwnership: ObjectOwnership? = nil
            ) {
                self.objectOwnership = objectOwnership
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ObjectOwnership", objectOwnership)
                return map.value
            }

            public struct ObjectOwnership: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var objectWriter: Self { Self("ObjectWriter") }
                public static var bucketOwnerPreferred: Self { Self("BucketOwnerPreferred") }
                public static var bucketOwnerEnforced: Self { Self("BucketOwnerEnforced") }
            }
        }

        public struct PartitionedPrefix: PropertyType {
            public var partitionDateSource: PartitionDateSource?

            public init(
                partitionDateSource: PartitionDateSource? = nil
            ) {
                self.partitionDateSource = partitionDateSource
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PartitionDateSource", partitionDateSource)
                return map.value
            }

            public struct PartitionDateSource: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var eventTime: Self { Self("EventTime") }
                public static var deliveryTime: Self { Self("DeliveryTime") }
            }
        }

        public struct PublicAccessBlockConfiguration: PropertyType {
            public var blockPublicAcls: Scalar<Bool>?
            public var blockPublicPolicy: Scalar<Bool>?
            public var ignorePublicAcls: Scalar<Bool>?
            public var restrictPublicBuckets: Scalar<Bool>?

            public init(
                blockPublicAcls: Scalar<Bool>? = nil,
                blockPublicPolicy: Scalar<Bool>? = nil,
                ignorePublicAcls: Scalar<Bool>? = nil,
                restrictPublicBuckets: Scalar<Bool>? = nil
            ) {
                self.blockPublicAcls = blockPublicAcls
                self.blockPublicPolicy = blockPublicPolicy
                self.ignorePublicAcls = ignorePublicAcls
                self.restrictPublicBuckets = restrictPublicBuckets
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("BlockPublicAcls", blockPublicAcls)
                map.put("BlockPublicPolicy", blockPublicPolicy)
                map.put("IgnorePublicAcls", ignorePublicAcls)
                map.put("RestrictPublicBuckets", restrictPublicBuckets)
                return map.value
            }
        }

        public struct QueueConfiguration: PropertyType {
            public var event: Text
            public var filter: NotificationFilter?
            public var queue: ARN<SQS.Queue>

            public init(
                event: Text,
                queue: ARN<SQS.Queue>,
                filter: NotificationFilter? = nil
            ) {
                self.event = event
                self.filter = filter
                self.queue = queue
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Event", event)
                map.put("Filter", filter)
                map.put("Queue", queue)
                return map.value
            }
        }

        public struct RecordExpiration: PropertyType {
            public var days: Scalar<Int>?
            public var expiration: Expiration

            public init(
                expiration: Expiration,
                days: Scalar<Int>? = nil
            ) {
                self.days = days
                self.expiration = expiration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Days", days)
                map.put("Expiration", expiration)
                return map.value
            }

            public struct Expiration: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("ENABLED") }
                public static var disabled: Self { Self("DISABLED") }
            }
        }

        public struct RedirectAllRequestsTo: PropertyType {
            public var hostName: Text
            public var `protocol`: ProtocolChoice?

            public init(
                hostName: Text,
                `protocol`: ProtocolChoice? = nil
            ) {
                self.hostName = hostName
                self.protocol = `protocol`
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("HostName", hostName)
                map.put("Protocol", `protocol`)
                return map.value
            }

            public struct ProtocolChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var http: Self { Self("http") }
                public static var https: Self { Self("https") }
            }
        }

        public struct RedirectRule: PropertyType {
            public var hostName: Text?
            public var httpRedirectCode: Text?
            public var `protocol`: ProtocolChoice?
            public var replaceKeyPrefixWith: Text?
            public var replaceKeyWith: Text?

            public init(
                hostName: Text? = nil,
                httpRedirectCode: Text? = nil,
                `protocol`: ProtocolChoice? = nil,
                replaceKeyPrefixWith: Text? = nil,
                replaceKeyWith: Text? = nil
            ) {
                self.hostName = hostName
                self.httpRedirectCode = httpRedirectCode
                self.protocol = `protocol`
                self.replaceKeyPrefixWith = replaceKeyPrefixWith
                self.replaceKeyWith = replaceKeyWith
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("HostName", hostName)
                map.put("HttpRedirectCode", httpRedirectCode)
                map.put("Protocol", `protocol`)
                map.put("ReplaceKeyPrefixWith", replaceKeyPrefixWith)
                map.put("ReplaceKeyWith", replaceKeyWith)
                return map.value
            }

            public struct ProtocolChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var http: Self { Self("http") }
                public static var https: Self { Self("https") }
            }
        }

        public struct ReplicaModifications: PropertyType {
            public var status: Status

            public init(
                status: Status
            ) {
                self.status = status
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Status", status)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("Enabled") }
                public static var disabled: Self { Self("Disabled") }
            }
        }

        public struct ReplicationConfiguration: PropertyType {
            public var role: ARN<IAM.Role>
            public var rules: [ReplicationRule]

            public init(
                role: ARN<IAM.Role>,
                rules: [ReplicationRule]
            ) {
                self.role = role
                self.rules = rules
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Role", role)
                map.put("Rules", rules)
                return map.value
            }
        }

        public struct ReplicationDestination: PropertyType {
            public var accessControlTranslation: AccessControlTranslation?
            public var account: Text?
            public var bucket: ARN<S3.Bucket>
            public var encryptionConfiguration: EncryptionConfiguration?
            public var metrics: Metrics?
            public var replicationTime: ReplicationTime?
            public var storageClass: StorageClass?

            public init(
                bucket: ARN<S3.Bucket>,
                accessControlTranslation: AccessControlTranslation? = nil,
                account: Text? = nil,
                encryptionConfiguration: EncryptionConfiguration? = nil,
                metrics: Metrics? = nil,
                replicationTime: ReplicationTime? = nil,
                storageClass: StorageClass? = nil
            ) {
                self.accessControlTranslation = accessControlTranslation
                self.account = account
                self.bucket = bucket
                self.encryptionConfiguration = encryptionConfiguration
                self.metrics = metrics
                self.replicationTime = replicationTime
                self.storageClass = storageClass
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccessControlTranslation", accessControlTranslation)
                map.put("Account", account)
                map.put("Bucket", bucket)
                map.put("EncryptionConfiguration", encryptionConfiguration)
                map.put("Metrics", metrics)
                map.put("ReplicationTime", replicationTime)
                map.put("StorageClass", storageClass)
                return map.value
            }

            public struct StorageClass: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var deepArchive: Self { Self("DEEP_ARCHIVE") }
                public static var glacier: Self { Self("GLACIER") }
                public static var glacierIr: Self { Self("GLACIER_IR") }
                public static var intelligentTiering: Self { Self("INTELLIGENT_TIERING") }
                public static var onezoneIa: Self { Self("ONEZONE_IA") }
                public static var reducedRedundancy: Self { Self("REDUCED_REDUNDANCY") }
                public static var standard: Self { Self("STANDARD") }
                public static var standardIa: Self { Self("STANDARD_IA") }
            }
        }

        public struct ReplicationRule: PropertyType {
            public var deleteMarkerReplication: DeleteMarkerReplication?
            public var destination: ReplicationDestination
            public var filter: ReplicationRuleFilter?
            public var id: Text?
            public var prefix: Text?
            public var priority: Scalar<Int>?
            public var sourceSelectionCriteria: SourceSelectionCriteria?
            public var status: Status

            public init(
                destination: ReplicationDestination,
                status: Status,
                deleteMarkerReplication: DeleteMarkerReplication? = nil,
                filter: ReplicationRuleFilter? = nil,
                id: Text? = nil,
                prefix: Text? = nil,
                priority: Scalar<Int>? = nil,
                sourceSelectionCriteria: SourceSelectionCriteria? = nil
            ) {
                self.deleteMarkerReplication = deleteMarkerReplication
                self.destination = destination
                self.filter = filter
                self.id = id
                self.prefix = prefix
                self.priority = priority
                self.sourceSelectionCriteria = sourceSelectionCriteria
                self.status = status
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DeleteMarkerReplication", deleteMarkerReplication)
                map.put("Destination", destination)
                map.put("Filter", filter)
                map.put("Id", id)
                map.put("Prefix", prefix)
                map.put("Priority", priority)
                map.put("SourceSelectionCriteria", sourceSelectionCriteria)
                map.put("Status", status)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var disabled: Self { Self("Disabled") }
                public static var enabled: Self { Self("Enabled") }
            }
        }

        public struct ReplicationRuleAndOperator: PropertyType {
            public var prefix: Text?
            public var tagFilters: [Tag]?

            public init(
                prefix: Text? = nil,
                tagFilters: [Tag]? = nil
            ) {
                self.prefix = prefix
                self.tagFilters = tagFilters
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Prefix", prefix)
                map.put("TagFilters", tagFilters)
                return map.value
            }
        }

        public struct ReplicationRuleFilter: PropertyType {
            public var and: ReplicationRuleAndOperator?
            public var prefix: Text?
            public var tagFilter: Tag?

            public init(
                and: ReplicationRuleAndOperator? = nil,
                prefix: Text? = nil,
                tagFilter: Tag? = nil
            ) {
                self.and = and
                self.prefix = prefix
                self.tagFilter = tagFilter
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("And", and)
                map.put("Prefix", prefix)
                map.put("TagFilter", tagFilter)
                return map.value
            }
        }

        public struct ReplicationTime: PropertyType {
            public var status: Status
            public var time: ReplicationTimeValue

            public init(
                status: Status,
                time: ReplicationTimeValue
            ) {
                self.status = status
                self.time = time
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Status", status)
                map.put("Time", time)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var disabled: Self { Self("Disabled") }
                public static var enabled: Self { Self("Enabled") }
            }
        }

        public struct ReplicationTimeValue: PropertyType {
            public var minutes: Scalar<Int>

            public init(
                minutes: Scalar<Int>
            ) {
                self.minutes = minutes
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Minutes", minutes)
                return map.value
            }
        }

        public struct RoutingRule: PropertyType {
            public var redirectRule: RedirectRule
            public var routingRuleCondition: RoutingRuleCondition?

            public init(
                redirectRule: RedirectRule,
                routingRuleCondition: RoutingRuleCondition? = nil
            ) {
                self.redirectRule = redirectRule
                self.routingRuleCondition = routingRuleCondition
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("RedirectRule", redirectRule)
                map.put("RoutingRuleCondition", routingRuleCondition)
                return map.value
            }
        }

        public struct RoutingRuleCondition: PropertyType {
            public var httpErrorCodeReturnedEquals: Text?
            public var keyPrefixEquals: Text?

            public init(
                httpErrorCodeReturnedEquals: Text? = nil,
                keyPrefixEquals: Text? = nil
            ) {
                self.httpErrorCodeReturnedEquals = httpErrorCodeReturnedEquals
                self.keyPrefixEquals = keyPrefixEquals
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("HttpErrorCodeReturnedEquals", httpErrorCodeReturnedEquals)
                map.put("KeyPrefixEquals", keyPrefixEquals)
                return map.value
            }
        }

        public struct Rule: PropertyType {
            public var abortIncompleteMultipartUpload: AbortIncompleteMultipartUpload?
            public var expirationDate: Text?
            public var expirationInDays: Scalar<Int>?
            public var expiredObjectDeleteMarker: Scalar<Bool>?
            public var id: Text?
            public var noncurrentVersionExpiration: NoncurrentVersionExpiration?
            public var noncurrentVersionExpirationInDays: Scalar<Int>?
            public var noncurrentVersionTransition: NoncurrentVersionTransition?
            public var noncurrentVersionTransitions: [NoncurrentVersionTransition]?
            public var objectSizeGreaterThan: Text?
            public var objectSizeLessThan: Text?
            public var prefix: Text?
            public var status: Status
            public var tagFilters: [Tag]?
            public var transition: Transition?
            public var transitions: [Transition]?

            public init(
                status: Status,
                abortIncompleteMultipartUpload: AbortIncompleteMultipartUpload? = nil,
                expirationDate: Text? = nil,
                expirationInDays: Scalar<Int>? = nil,
                expiredObjectDeleteMarker: Scalar<Bool>? = nil,
                id: Text? = nil,
                noncurrentVersionExpiration: NoncurrentVersionExpiration? = nil,
                noncurrentVersionExpirationInDays: Scalar<Int>? = nil,
                noncurrentVersionTransition: NoncurrentVersionTransition? = nil,
                noncurrentVersionTransitions: [NoncurrentVersionTransition]? = nil,
                objectSizeGreaterThan: Text? = nil,
                objectSizeLessThan: Text? = nil,
                prefix: Text? = nil,
                tagFilters: [Tag]? = nil,
                transition: Transition? = nil,
                transitions: [Transition]? = nil
            ) {
                self.abortIncompleteMultipartUpload = abortIncompleteMultipartUpload
                self.expirationDate = expirationDate
                self.expirationInDays = expirationInDays
                self.expiredObjectDeleteMarker = expiredObjectDeleteMarker
                self.id = id
                self.noncurrentVersionExpiration = noncurrentVersionExpiration
                self.noncurrentVersionExpirationInDays = noncurrentVersionExpirationInDays
                self.noncurrentVersionTransition = noncurrentVersionTransition
                self.noncurrentVersionTransitions = noncurrentVersionTransitions
                self.objectSizeGreaterThan = objectSizeGreaterThan
                self.objectSizeLessThan = objectSizeLessThan
                self.prefix = prefix
                self.status = status
                self.tagFilters = tagFilters
                self.transition = transition
                self.transitions = transitions
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AbortIncompleteMultipartUpload", abortIncompleteMultipartUpload)
                map.put("ExpirationDate", expirationDate)
                map.put("ExpirationInDays", expirationInDays)
                map.put("ExpiredObjectDeleteMarker", expiredObjectDeleteMarker)
                map.put("Id", id)
                map.put("NoncurrentVersionExpiration", noncurrentVersionExpiration)
                map.put("NoncurrentVersionExpirationInDays", noncurrentVersionExpirationInDays)
                map.put("NoncurrentVersionTransition", noncurrentVersionTransition)
                map.put("NoncurrentVersionTransitions", noncurrentVersionTransitions)
                map.put("ObjectSizeGreaterThan", objectSizeGreaterThan)
                map.put("ObjectSizeLessThan", objectSizeLessThan)
                map.put("Prefix", prefix)
                map.put("Status", status)
                map.put("TagFilters", tagFilters)
                map.put("Transition", transition)
                map.put("Transitions", transitions)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("Enabled") }
                public static var disabled: Self { Self("Disabled") }
            }
        }

        public struct S3KeyFilter: PropertyType {
            public var rules: [FilterRule]

            public init(
                rules: [FilterRule]
            ) {
                self.rules = rules
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Rules", rules)
                return map.value
            }
        }

        public struct S3TablesDestination: PropertyType {
            public var tableBucketArn: any ARNReference
            public var tableName: Text

            public init(
                tableBucketArn: any ARNReference,
                tableName: Text
            ) {
                self.tableBucketArn = tableBucketArn
                self.tableName = tableName
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("TableBucketArn", tableBucketArn)
                map.put("TableName", tableName)
                return map.value
            }
        }

        public struct ServerSideEncryptionByDefault: PropertyType {
            public var kmsMasterKeyID: (any Designator<KMS.Key>)?
            public var sseAlgorithm: SSEAlgorithm

            public init(
                sseAlgorithm: SSEAlgorithm,
                kmsMasterKeyID: (any Designator<KMS.Key>)? = nil
            ) {
                self.kmsMasterKeyID = kmsMasterKeyID
                self.sseAlgorithm = sseAlgorithm
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("KMSMasterKeyID", kmsMasterKeyID)
                map.put("SSEAlgorithm", sseAlgorithm)
                return map.value
            }

            public struct SSEAlgorithm: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var awsKms: Self { Self("aws:kms") }
                public static var aes256: Self { Self("AES256") }
                public static var awsKmsDsse: Self { Self("aws:kms:dsse") }
            }
        }

        public struct ServerSideEncryptionRule: PropertyType {
            public var blockedEncryptionTypes: BlockedEncryptionTypes?
            public var bucketKeyEnabled: Scalar<Bool>?
            public var serverSideEncryptionByDefault: ServerSideEncryptionByDefault?

            public init(
                blockedEncryptionTypes: BlockedEncryptionTypes? = nil,
                bucketKeyEnabled: Scalar<Bool>? = nil,
                serverSideEncryptionByDefault: ServerSideEncryptionByDefault? = nil
            ) {
                self.blockedEncryptionTypes = blockedEncryptionTypes
                self.bucketKeyEnabled = bucketKeyEnabled
                self.serverSideEncryptionByDefault = serverSideEncryptionByDefault
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("BlockedEncryptionTypes", blockedEncryptionTypes)
                map.put("BucketKeyEnabled", bucketKeyEnabled)
                map.put("ServerSideEncryptionByDefault", serverSideEncryptionByDefault)
                return map.value
            }
        }

        public struct SourceSelectionCriteria: PropertyType {
            public var replicaModifications: ReplicaModifications?
            public var sseKmsEncryptedObjects: SseKmsEncryptedObjects?

            public init(
                replicaModifications: ReplicaModifications? = nil,
                sseKmsEncryptedObjects: SseKmsEncryptedObjects? = nil
            ) {
                self.replicaModifications = replicaModifications
                self.sseKmsEncryptedObjects = sseKmsEncryptedObjects
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ReplicaModifications", replicaModifications)
                map.put("SseKmsEncryptedObjects", sseKmsEncryptedObjects)
                return map.value
            }
        }

        public struct SseKmsEncryptedObjects: PropertyType {
            public var status: Status

            public init(
                status: Status
            ) {
                self.status = status
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Status", status)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var disabled: Self { Self("Disabled") }
                public static var enabled: Self { Self("Enabled") }
            }
        }

        public struct StorageClassAnalysis: PropertyType {
            public var dataExport: DataExport?

            public init(
                dataExport: DataExport? = nil
            ) {
                self.dataExport = dataExport
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DataExport", dataExport)
                return map.value
            }
        }

        public struct TargetObjectKeyFormat: PropertyType {
            public var partitionedPrefix: PartitionedPrefix?
            public var simplePrefix: Value?

            public init(
                partitionedPrefix: PartitionedPrefix? = nil,
                simplePrefix: Value? = nil
            ) {
                self.partitionedPrefix = partitionedPrefix
                self.simplePrefix = simplePrefix
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PartitionedPrefix", partitionedPrefix)
                map.put("SimplePrefix", simplePrefix)
                return map.value
            }
        }

        public struct Tiering: PropertyType {
            public var accessTier: AccessTier
            public var days: Scalar<Int>

            public init(
                accessTier: AccessTier,
                days: Scalar<Int>
            ) {
                self.accessTier = accessTier
                self.days = days
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccessTier", accessTier)
                map.put("Days", days)
                return map.value
            }

            public struct AccessTier: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var archiveAccess: Self { Self("ARCHIVE_ACCESS") }
                public static var deepArchiveAccess: Self { Self("DEEP_ARCHIVE_ACCESS") }
            }
        }

        public struct TopicConfiguration: PropertyType {
            public var event: Text
            public var filter: NotificationFilter?
            public var topic: ARN<SNS.Topic>

            public init(
                event: Text,
                topic: ARN<SNS.Topic>,
                filter: NotificationFilter? = nil
            ) {
                self.event = event
                self.filter = filter
                self.topic = topic
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Event", event)
                map.put("Filter", filter)
                map.put("Topic", topic)
                return map.value
            }
        }

        public struct Transition: PropertyType {
            public var storageClass: StorageClass
            public var transitionDate: Text?
            public var transitionInDays: Scalar<Int>?

            public init(
                storageClass: StorageClass,
                transitionDate: Text? = nil,
                transitionInDays: Scalar<Int>? = nil
            ) {
                self.storageClass = storageClass
                self.transitionDate = transitionDate
                self.transitionInDays = transitionInDays
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("StorageClass", storageClass)
                map.put("TransitionDate", transitionDate)
                map.put("TransitionInDays", transitionInDays)
                return map.value
            }

            public struct StorageClass: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var deepArchive: Self { Self("DEEP_ARCHIVE") }
                public static var glacier: Self { Self("GLACIER") }
                public static var glacier_2: Self { Self("Glacier") }
                public static var glacierIr: Self { Self("GLACIER_IR") }
                public static var intelligentTiering: Self { Self("INTELLIGENT_TIERING") }
                public static var onezoneIa: Self { Self("ONEZONE_IA") }
                public static var standardIa: Self { Self("STANDARD_IA") }
            }
        }

        public struct VersioningConfiguration: PropertyType {
            public var status: Status

            public init(
                status: Status
            ) {
                self.status = status
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Status", status)
                return map.value
            }

            public struct Status: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("Enabled") }
                public static var suspended: Self { Self("Suspended") }
            }
        }

        public struct WebsiteConfiguration: PropertyType {
            public var errorDocument: Text?
            public var indexDocument: Text?
            public var redirectAllRequestsTo: RedirectAllRequestsTo?
            public var routingRules: [RoutingRule]?

            public init(
                errorDocument: Text? = nil,
                indexDocument: Text? = nil,
                redirectAllRequestsTo: RedirectAllRequestsTo? = nil,
                routingRules: [RoutingRule]? = nil
            ) {
                self.errorDocument = errorDocument
                self.indexDocument = indexDocument
                self.redirectAllRequestsTo = redirectAllRequestsTo
                self.routingRules = routingRules
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ErrorDocument", errorDocument)
                map.put("IndexDocument", indexDocument)
                map.put("RedirectAllRequestsTo", redirectAllRequestsTo)
                map.put("RoutingRules", routingRules)
                return map.value
            }
        }
    }
}
