// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension DynamoDB {
    /// `AWS::DynamoDB::Table`
    public struct Table: GeneratedResource {
        public static let type = "AWS::DynamoDB::Table"
        public static let facts = ResourceFacts(
            primaryIdentifier: "TableName",
            createOnly: "TableName ImportSourceSpecification",
            conditionalCreateOnly: "KeySchema",
            readOnly: "Arn StreamArn",
            writeOnly: "ImportSourceSpecification",
            permissions: [.create: "dynamodb:AssociateTableReplica dynamodb:BatchWriteItem dynamodb:CreateTable dynamodb:CreateTableReplica dynamodb:DeleteItem dynamodb:DescribeContinuousBackups dynamodb:DescribeContributorInsights dynamodb:DescribeImport dynamodb:DescribeKinesisStreamingDestination dynamodb:DescribeTable dynamodb:DescribeTimeToLive dynamodb:DisableKinesisStreamingDestination dynamodb:EnableKinesisStreamingDestination dynamodb:GetItem dynamodb:GetResourcePolicy dynamodb:ImportTable dynamodb:ListTagsOfResource dynamodb:PutItem dynamodb:PutResourcePolicy dynamodb:Query dynamodb:Scan dynamodb:TagResource dynamodb:UpdateContinuousBackups dynamodb:UpdateContributorInsights dynamodb:UpdateItem dynamodb:UpdateTable dynamodb:UpdateTimeToLive iam:CreateServiceLinkedRole kinesis:DescribeStream kinesis:PutRecords kms:CreateGrant kms:Decrypt kms:DescribeKey kms:Encrypt kms:ListAliases kms:RevokeGrant logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogGroups logs:DescribeLogStreams logs:PutLogEvents logs:PutRetentionPolicy s3:GetObject s3:GetObjectMetadata s3:ListBucket", .read: "dynamodb:DescribeContinuousBackups dynamodb:DescribeContributorInsights dynamodb:DescribeKinesisStreamingDestination dynamodb:DescribeTable dynamodb:DescribeTimeToLive dynamodb:GetResourcePolicy dynamodb:ListTagsOfResource", .update: "dynamodb:AssociateTableReplica dynamodb:BatchWriteItem dynamodb:CreateTable dynamodb:CreateTableReplica dynamodb:DeleteItem dynamodb:DeleteResourcePolicy dynamodb:DescribeContinuousBackups dynamodb:DescribeContributorInsights dynamodb:DescribeKinesisStreamingDestination dynamodb:DescribeTable dynamodb:DescribeTimeToLive dynamodb:DisableKinesisStreamingDestination dynamodb:EnableKinesisStreamingDestination dynamodb:GetItem dynamodb:GetResourcePolicy dynamodb:ListTagsOfResource dynamodb:PutItem dynamodb:PutResourcePolicy dynamodb:Query dynamodb:Scan dynamodb:TagResource dynamodb:UntagResource dynamodb:UpdateContinuousBackups dynamodb:UpdateContributorInsights dynamodb:UpdateItem dynamodb:UpdateKinesisStreamingDestination dynamodb:UpdateTable dynamodb:UpdateTimeToLive iam:CreateServiceLinkedRole kinesis:DescribeStream kinesis:PutRecords kms:CreateGrant kms:DescribeKey kms:ListAliases kms:RevokeGrant", .delete: "dynamodb:DeleteTable dynamodb:DescribeTable", .list: "dynamodb:ListTables"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var attributeDefinitions: [AttributeDefinition]?
        public var billingMode: BillingMode?
        public var contributorInsightsSpecification: ContributorInsightsSpecification?
        public var deletionProtectionEnabled: Scalar<Bool>?
        public var globalSecondaryIndexes: [GlobalSecondaryIndex]?
        /// A change replaces the resource. Never read back.
        public var importSourceSpecification: ImportSourceSpecification?
        /// A change may replace the resource.
        public var keySchema: [KeySchema]
        public var kinesisStreamSpecification: KinesisStreamSpecification?
        public var localSecondaryIndexes: [LocalSecondaryIndex]?
        public var onDemandThroughput: OnDemandThroughput?
        public var pointInTimeRecoverySpecification: PointInTimeRecoverySpecification?
        public var provisionedThroughput: ProvisionedThroughput?
        public var resourcePolicy: ResourcePolicy?
        public var sseSpecification: SSESpecification?
        public var streamSpecification: StreamSpecification?
        public var tableClass: TableClass?
        /// A change replaces the resource.
        public var tableName: Text?
        public var tags: [Tag]?
        public var timeToLiveSpecification: TimeToLiveSpecification?
        public var vectorIndexes: [VectorIndex]?
        public var warmThroughput: WarmThroughput?

        public init(
            _ logicalID: LogicalID,
            keySchema: [KeySchema],
            attributeDefinitions: [AttributeDefinition]? = nil,
            billingMode: BillingMode? = nil,
            contributorInsightsSpecification: ContributorInsightsSpecification? = nil,
            deletionProtectionEnabled: Scalar<Bool>? = nil,
            globalSecondaryIndexes: [GlobalSecondaryIndex]? = nil,
            importSourceSpecification: ImportSourceSpecification? = nil,
            kinesisStreamSpecification: KinesisStreamSpecification? = nil,
            localSecondaryIndexes: [LocalSecondaryIndex]? = nil,
            onDemandThroughput: OnDemandThroughput? = nil,
            pointInTimeRecoverySpecification: PointInTimeRecoverySpecification? = nil,
            provisionedThroughput: ProvisionedThroughput? = nil,
            resourcePolicy: ResourcePolicy? = nil,
            sseSpecification: SSESpecification? = nil,
            streamSpecification: StreamSpecification? = nil,
            tableClass: TableClass? = nil,
            tableName: Text? = nil,
            tags: [Tag]? = nil,
            timeToLiveSpecification: TimeToLiveSpecification? = nil,
            vectorIndexes: [VectorIndex]? = nil,
            warmThroughput: WarmThroughput? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.attributeDefinitions = attributeDefinitions
            self.billingMode = billingMode
            self.contributorInsightsSpecification = contributorInsightsSpecification
            self.deletionProtectionEnabled = deletionProtectionEnabled
            self.globalSecondaryIndexes = globalSecondaryIndexes
            self.importSourceSpecification = importSourceSpecification
            self.keySchema = keySchema
            self.kinesisStreamSpecification = kinesisStreamSpecification
            self.localSecondaryIndexes = localSecondaryIndexes
            self.onDemandThroughput = onDemandThroughput
            self.pointInTimeRecoverySpecification = pointInTimeRecoverySpecification
            self.provisionedThroughput = provisionedThroughput
            self.resourcePolicy = resourcePolicy
            self.sseSpecification = sseSpecification
            self.streamSpecification = streamSpecification
            self.tableClass = tableClass
            self.tableName = tableName
            self.tags = tags
            self.timeToLiveSpecification = timeToLiveSpecification
            self.vectorIndexes = vectorIndexes
            self.warmThroughput = warmThroughput
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AttributeDefinitions", attributeDefinitions)
            map.put("BillingMode", billingMode)
            map.put("ContributorInsightsSpecification", contributorInsightsSpecification)
            map.put("DeletionProtectionEnabled", deletionProtectionEnabled)
            map.put("GlobalSecondaryIndexes", globalSecondaryIndexes)
            map.put("ImportSourceSpecification", importSourceSpecification)
            map.put("KeySchema", keySchema)
            map.put("KinesisStreamSpecification", kinesisStreamSpecification)
            map.put("LocalSecondaryIndexes", localSecondaryIndexes)
            map.put("OnDemandThroughput", onDemandThroughput)
            map.put("PointInTimeRecoverySpecification", pointInTimeRecoverySpecification)
            map.put("ProvisionedThroughput", provisionedThroughput)
            map.put("ResourcePolicy", resourcePolicy)
            map.put("SSESpecification", sseSpecification)
            map.put("StreamSpecification", streamSpecification)
            map.put("TableClass", tableClass)
            map.put("TableName", tableName)
            map.put("Tags", tags)
            map.put("TimeToLiveSpecification", timeToLiveSpecification)
            map.put("VectorIndexes", vectorIndexes)
            map.put("WarmThroughput", warmThroughput)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<DynamoDB.Table> { Name<DynamoDB.Table>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<DynamoDB.Table> { ARN<DynamoDB.Table>(Text(.attribute(of: id, "Arn"))) }

        public var streamArn: AnyARN { AnyARN(Text(.attribute(of: id, "StreamArn"))) }

        public struct BillingMode: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var payPerRequest: Self { Self("PAY_PER_REQUEST") }
            public static var provisioned: Self { Self("PROVISIONED") }
        }

        public struct TableClass: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var standard: Self { Self("STANDARD") }
            public static var standardInfrequentAccess: Self { Self("STANDARD_INFREQUENT_ACCESS") }
        }

        public struct AttributeDefinition: PropertyType {
            public var attributeName: Text
            public var attributeType: AttributeType

            public init(
                attributeName: Text,
                attributeType: AttributeType
            ) {
                self.attributeName = attributeName
                self.attributeType = attributeType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AttributeName", attributeName)
                map.put("AttributeType", attributeType)
                return map.value
            }

            public struct AttributeType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var b: Self { Self("B") }
                public static var n: Self { Self("N") }
                public static var s: Self { Self("S") }
            }
        }

        public struct ContributorInsightsSpecification: PropertyType {
            public var enabled: Scalar<Bool>
            public var mode: Mode?

            public init(
                enabled: Scalar<Bool>,
                mode: Mode? = nil
            ) {
                self.enabled = enabled
                self.mode = mode
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Enabled", enabled)
                map.put("Mode", mode)
                return map.value
            }

            public struct Mode: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var accessedAndThrottledKeys: Self { Self("ACCESSED_AND_THROTTLED_KEYS") }
                public static var throttledKeys: Self { Self("THROTTLED_KEYS") }
            }
        }

        public struct Csv: PropertyType {
            public var delimiter: Text?
            public var headerList: [Text]?

            public init(
                delimiter: Text? = nil,
                headerList: [Text]? = nil
            ) {
                self.delimiter = delimiter
                self.headerList = headerList
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Delimiter", delimiter)
                map.put("HeaderList", headerList)
                return map.value
            }
        }

        public struct GlobalSecondaryIndex: PropertyType {
            public var contributorInsightsSpecification: ContributorInsightsSpecification?
            public var indexName: Text
            public var keySchema: [KeySchema]
            public var onDemandThroughput: OnDemandThroughput?
            public var projection: Projection
            public var provisionedThroughput: ProvisionedThroughput?
            public var warmThroughput: WarmThroughput?

            public init(
                indexName: Text,
                keySchema: [KeySchema],
                projection: Projection,
                contributorInsightsSpecification: ContributorInsightsSpecification? = nil,
                onDemandThroughput: OnDemandThroughput? = nil,
                provisionedThroughput: ProvisionedThroughput? = nil,
                warmThroughput: WarmThroughput? = nil
            ) {
                self.contributorInsightsSpecification = contributorInsightsSpecification
                self.indexName = indexName
                self.keySchema = keySchema
                self.onDemandThroughput = onDemandThroughput
                self.projection = projection
                self.provisionedThroughput = provisionedThroughput
                self.warmThroughput = warmThroughput
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ContributorInsightsSpecification", contributorInsightsSpecification)
                map.put("IndexName", indexName)
                map.put("KeySchema", keySchema)
                map.put("OnDemandThroughput", onDemandThroughput)
                map.put("Projection", projection)
                map.put("ProvisionedThroughput", provisionedThroughput)
                map.put("WarmThroughput", warmThroughput)
                return map.value
            }
        }

        public struct ImportSourceSpecification: PropertyType {
            public var inputCompressionType: Text?
            public var inputFormat: Text
            public var inputFormatOptions: InputFormatOptions?
            public var s3BucketSource: S3BucketSource

            public init(
                inputFormat: Text,
                s3BucketSource: S3BucketSource,
                inputCompressionType: Text? = nil,
                inputFormatOptions: InputFormatOptions? = nil
            ) {
                self.inputCompressionType = inputCompressionType
                self.inputFormat = inputFormat
                self.inputFormatOptions = inputFormatOptions
                self.s3BucketSource = s3BucketSource
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("InputCompressionType", inputCompressionType)
                map.put("InputFormat", inputFormat)
                map.put("InputFormatOptions", inputFormatOptions)
                map.put("S3BucketSource", s3BucketSource)
                return map.value
            }
        }

        public struct InputFormatOptions: PropertyType {
            public var csv: Csv?

            public init(
                csv: Csv? = nil
            ) {
                self.csv = csv
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Csv", csv)
                return map.value
            }
        }

        public struct KeySchema: PropertyType {
            public var attributeName: Text
            public var keyType: Text

            public init(
                attributeName: Text,
                keyType: Text
            ) {
                self.attributeName = attributeName
                self.keyType = keyType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AttributeName", attributeName)
                map.put("KeyType", keyType)
                return map.value
            }
        }

        public struct KinesisStreamSpecification: PropertyType {
            public var approximateCreationDateTimePrecision: ApproximateCreationDateTimePrecision?
            public var streamArn: any ARNReference

            public init(
                streamArn: any ARNReference,
                approximateCreationDateTimePrecision: ApproximateCreationDateTimePrecision? = nil
            ) {
                self.approximateCreationDateTimePrecision = approximateCreationDateTimePrecision
                self.streamArn = streamArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ApproximateCreationDateTimePrecision", approximateCreationDateTimePrecision)
                map.put("StreamArn", streamArn)
                return map.value
            }

            public struct ApproximateCreationDateTimePrecision: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var microsecond: Self { Self("MICROSECOND") }
                public static var millisecond: Self { Self("MILLISECOND") }
            }
        }

        public struct LocalSecondaryIndex: PropertyType {
            public var indexName: Text
            public var keySchema: [KeySchema]
            public var projection: Projection

            public init(
                indexName: Text,
                keySchema: [KeySchema],
                projection: Projection
            ) {
                self.indexName = indexName
                self.keySchema = keySchema
                self.projection = projection
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("IndexName", indexName)
                map.put("KeySchema", keySchema)
                map.put("Projection", projection)
                return map.value
            }
        }

        public struct OnDemandThroughput: PropertyType {
            public var maxReadRequestUnits: Scalar<Int>?
            public var maxWriteRequestUnits: Scalar<Int>?

            public init(
                maxReadRequestUnits: Scalar<Int>? = nil,
                maxWriteRequestUnits: Scalar<Int>? = nil
            ) {
                self.maxReadRequestUnits = maxReadRequestUnits
                self.maxWriteRequestUnits = maxWriteRequestUnits
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MaxReadRequestUnits", maxReadRequestUnits)
                map.put("MaxWriteRequestUnits", maxWriteRequestUnits)
                return map.value
            }
        }

        public struct PointInTimeRecoverySpecification: PropertyType {
            public var pointInTimeRecoveryEnabled: Scalar<Bool>?
            public var recoveryPeriodInDays: Scalar<Int>?

            public init(
                pointInTimeRecoveryEnabled: Scalar<Bool>? = nil,
                recoveryPeriodInDays: Scalar<Int>? = nil
            ) {
                self.pointInTimeRecoveryEnabled = pointInTimeRecoveryEnabled
                self.recoveryPeriodInDays = recoveryPeriodInDays
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PointInTimeRecoveryEnabled", pointInTimeRecoveryEnabled)
                map.put("RecoveryPeriodInDays", recoveryPeriodInDays)
                return map.value
            }
        }

        public struct Projection: PropertyType {
            public var nonKeyAttributes: [Text]?
            public var projectionType: ProjectionType?

            public init(
                nonKeyAttributes: [Text]? = nil,
                projectionType: ProjectionType? = nil
            ) {
                self.nonKeyAttributes = nonKeyAttributes
                self.projectionType = projectionType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("NonKeyAttributes", nonKeyAttributes)
                map.put("ProjectionType", projectionType)
                return map.value
            }

            public struct ProjectionType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var all: Self { Self("ALL") }
                public static var include: Self { Self("INCLUDE") }
                public static var keysOnly: Self { Self("KEYS_ONLY") }
            }
        }

        public struct ProvisionedThroughput: PropertyType {
            public var readCapacityUnits: Scalar<Int>
            public var writeCapacityUnits: Scalar<Int>

            public init(
                readCapacityUnits: Scalar<Int>,
                writeCapacityUnits: Scalar<Int>
            ) {
                self.readCapacityUnits = readCapacityUnits
                self.writeCapacityUnits = writeCapacityUnits
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ReadCapacityUnits", readCapacityUnits)
                map.put("WriteCapacityUnits", writeCapacityUnits)
                return map.value
            }
        }

        public struct ResourcePolicy: PropertyType {
            public var policyDocument: Value

            public init(
                policyDocument: Value
            ) {
                self.policyDocument = policyDocument
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PolicyDocument", policyDocument)
                return map.value
            }
        }

        public struct S3BucketSource: PropertyType {
            public var s3Bucket: Name<S3.Bucket>
            public var s3BucketOwner: Text?
            public var s3KeyPrefix: Text?

            public init(
                s3Bucket: Name<S3.Bucket>,
                s3BucketOwner: Text? = nil,
                s3KeyPrefix: Text? = nil
            ) {
                self.s3Bucket = s3Bucket
                self.s3BucketOwner = s3BucketOwner
                self.s3KeyPrefix = s3KeyPrefix
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("S3Bucket", s3Bucket)
                map.put("S3BucketOwner", s3BucketOwner)
                map.put("S3KeyPrefix", s3KeyPrefix)
                return map.value
            }
        }

        public struct SSESpecification: PropertyType {
            public var kmsMasterKeyId: (any Designator<KMS.Key>)?
            public var sseEnabled: Scalar<Bool>
            public var sseType: SSEType?

            public init(
                sseEnabled: Scalar<Bool>,
                kmsMasterKeyId: (any Designator<KMS.Key>)? = nil,
                sseType: SSEType? = nil
            ) {
                self.kmsMasterKeyId = kmsMasterKeyId
                self.sseEnabled = sseEnabled
                self.sseType = sseType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("KMSMasterKeyId", kmsMasterKeyId)
                map.put("SSEEnabled", sseEnabled)
                map.put("SSEType", sseType)
                return map.value
            }

            public struct SSEType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var kms: Self { Self("KMS") }
            }
        }

        public struct SearchSchemaElement: PropertyType {
            public var attributeName: Text
            public var searchSchemaElementType: SearchSchemaElementType

            public init(
                attributeName: Text,
                searchSchemaElementType: SearchSchemaElementType
            ) {
                self.attributeName = attributeName
                self.searchSchemaElementType = searchSchemaElementType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AttributeName", attributeName)
                map.put("SearchSchemaElementType", searchSchemaElementType)
                return map.value
            }

            public struct SearchSchemaElementType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var hash: Self { Self("HASH") }
                public static var inlineFilter: Self { Self("INLINE_FILTER") }
            }
        }

        public struct StreamSpecification: PropertyType {
            public var resourcePolicy: ResourcePolicy?
            public var streamViewType: StreamViewType
            public var tags: [Tag]?

            public init(
                streamViewType: StreamViewType,
                resourcePolicy: ResourcePolicy? = nil,
                tags: [Tag]? = nil
            ) {
                self.resourcePolicy = resourcePolicy
                self.streamViewType = streamViewType
                self.tags = tags
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ResourcePolicy", resourcePolicy)
                map.put("StreamViewType", streamViewType)
                map.put("Tags", tags)
                return map.value
            }

            public struct StreamViewType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var keysOnly: Self { Self("KEYS_ONLY") }
                public static var newAndOldImages: Self { Self("NEW_AND_OLD_IMAGES") }
                public static var newImage: Self { Self("NEW_IMAGE") }
                public static var oldImage: Self { Self("OLD_IMAGE") }
            }
        }

        public struct TimeToLiveSpecification: PropertyType {
            public var attributeName: Text?
            public var enabled: Scalar<Bool>

            public init(
                enabled: Scalar<Bool>,
                attributeName: Text? = nil
            ) {
                self.attributeName = attributeName
                self.enabled = enabled
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AttributeName", attributeName)
                map.put("Enabled", enabled)
                return map.value
            }
        }

        public struct VectorAttribute: PropertyType {
            public var attributeName: Text

            public init(
                attributeName: Text
            ) {
                self.attributeName = attributeName
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AttributeName", attributeName)
                return map.value
            }
        }

        public struct VectorIndex: PropertyType {
            public var dimensions: Scalar<Int>
            public var distanceFunction: DistanceFunction
            public var indexName: Text
            public var projection: Projection
            public var searchSchema: [SearchSchemaElement]?
            public var vectorAttribute: VectorAttribute

            public init(
                dimensions: Scalar<Int>,
                distanceFunction: DistanceFunction,
                indexName: Text,
                projection: Projection,
                vectorAttribute: VectorAttribute,
                searchSchema: [SearchSchemaElement]? = nil
            ) {
                self.dimensions = dimensions
                self.distanceFunction = distanceFunction
                self.indexName = indexName
                self.projection = projection
                self.searchSchema = searchSchema
                self.vectorAttribute = vectorAttribute
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Dimensions", dimensions)
                map.put("DistanceFunction", distanceFunction)
                map.put("IndexName", indexName)
                map.put("Projection", projection)
                map.put("SearchSchema", searchSchema)
                map.put("VectorAttribute", vectorAttribute)
                return map.value
            }

            public struct DistanceFunction: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var cosine: Self { Self("COSINE") }
                public static var dotProduct: Self { Self("DOT_PRODUCT") }
                public static var euclidean: Self { Self("EUCLIDEAN") }
            }
        }

        public struct WarmThroughput: PropertyType {
            public var readUnitsPerSecond: Scalar<Int>?
            public var writeUnitsPerSecond: Scalar<Int>?

            public init(
                readUnitsPerSecond: Scalar<Int>? = nil,
                writeUnitsPerSecond: Scalar<Int>? = nil
            ) {
                self.readUnitsPerSecond = readUnitsPerSecond
                self.writeUnitsPerSecond = writeUnitsPerSecond
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ReadUnitsPerSecond", readUnitsPerSecond)
                map.put("WriteUnitsPerSecond", writeUnitsPerSecond)
                return map.value
            }
        }
    }
}
