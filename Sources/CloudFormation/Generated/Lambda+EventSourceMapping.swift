// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Lambda {
    /// `AWS::Lambda::EventSourceMapping`
    public struct EventSourceMapping: GeneratedResource {
        public static let type = "AWS::Lambda::EventSourceMapping"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "EventSourceArn StartingPosition StartingPositionTimestamp SelfManagedEventSource",
            readOnly: "Id EventSourceMappingArn",
            permissions: [.create: "kms:Decrypt kms:DescribeKey kms:GenerateDataKey lambda:CreateEventSourceMapping lambda:GetEventSourceMapping lambda:TagResource", .read: "kms:Decrypt lambda:GetEventSourceMapping lambda:ListTags", .update: "kms:Decrypt kms:DescribeKey kms:GenerateDataKey lambda:GetEventSourceMapping lambda:TagResource lambda:UntagResource lambda:UpdateEventSourceMapping", .delete: "kms:Decrypt lambda:DeleteEventSourceMapping lambda:GetEventSourceMapping", .list: "lambda:ListEventSourceMappings"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var amazonManagedKafkaEventSourceConfig: AmazonManagedKafkaEventSourceConfig?
        public var batchSize: Scalar<Int>?
        public var bisectBatchOnFunctionError: Scalar<Bool>?
        public var destinationConfig: DestinationConfig?
        public var documentDBEventSourceConfig: DocumentDBEventSourceConfig?
        public var enabled: Scalar<Bool>?
        /// A change replaces the resource.
        public var eventSourceArn: (any ARNReference)?
        public var filterCriteria: FilterCriteria?
        public var functionName: any Designator<Lambda.Function>
        public var functionResponseTypes: [FunctionResponseType]?
        public var kmsKeyArn: ARN<KMS.Key>?
        public var loggingConfig: LoggingConfig?
        public var maximumBatchingWindowInSeconds: Scalar<Int>?
        public var maximumRecordAgeInSeconds: Scalar<Int>?
        public var maximumRetryAttempts: Scalar<Int>?
        public var metricsConfig: MetricsConfig?
        public var parallelizationFactor: Scalar<Int>?
        public var provisionedPollerConfig: ProvisionedPollerConfig?
        public var queues: [Text]?
        public var scalingConfig: ScalingConfig?
        /// A change replaces the resource.
        public var selfManagedEventSource: SelfManagedEventSource?
        public var selfManagedKafkaEventSourceConfig: SelfManagedKafkaEventSourceConfig?
        public var sourceAccessConfigurations: [SourceAccessConfiguration]?
        /// A change replaces the resource.
        public var startingPosition: Text?
        /// A change replaces the resource.
        public var startingPositionTimestamp: Scalar<Double>?
        public var tags: [Tag]?
        public var topics: [Text]?
        public var tumblingWindowInSeconds: Scalar<Int>?

        public init(
            _ logicalID: LogicalID,
            functionName: any Designator<Lambda.Function>,
            amazonManagedKafkaEventSourceConfig: AmazonManagedKafkaEventSourceConfig? = nil,
            batchSize: Scalar<Int>? = nil,
            bisectBatchOnFunctionError: Scalar<Bool>? = nil,
            destinationConfig: DestinationConfig? = nil,
            documentDBEventSourceConfig: DocumentDBEventSourceConfig? = nil,
            enabled: Scalar<Bool>? = nil,
            eventSourceArn: (any ARNReference)? = nil,
            filterCriteria: FilterCriteria? = nil,
            functionResponseTypes: [FunctionResponseType]? = nil,
            kmsKeyArn: ARN<KMS.Key>? = nil,
            loggingConfig: LoggingConfig? = nil,
            maximumBatchingWindowInSeconds: Scalar<Int>? = nil,
            maximumRecordAgeInSeconds: Scalar<Int>? = nil,
            maximumRetryAttempts: Scalar<Int>? = nil,
            metricsConfig: MetricsConfig? = nil,
            parallelizationFactor: Scalar<Int>? = nil,
            provisionedPollerConfig: ProvisionedPollerConfig? = nil,
            queues: [Text]? = nil,
            scalingConfig: ScalingConfig? = nil,
            selfManagedEventSource: SelfManagedEventSource? = nil,
            selfManagedKafkaEventSourceConfig: SelfManagedKafkaEventSourceConfig? = nil,
            sourceAccessConfigurations: [SourceAccessConfiguration]? = nil,
            startingPosition: Text? = nil,
            startingPositionTimestamp: Scalar<Double>? = nil,
            tags: [Tag]? = nil,
            topics: [Text]? = nil,
            tumblingWindowInSeconds: Scalar<Int>? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.amazonManagedKafkaEventSourceConfig = amazonManagedKafkaEventSourceConfig
            self.batchSize = batchSize
            self.bisectBatchOnFunctionError = bisectBatchOnFunctionError
            self.destinationConfig = destinationConfig
            self.documentDBEventSourceConfig = documentDBEventSourceConfig
            self.enabled = enabled
            self.eventSourceArn = eventSourceArn
            self.filterCriteria = filterCriteria
            self.functionName = functionName
            self.functionResponseTypes = functionResponseTypes
            self.kmsKeyArn = kmsKeyArn
            self.loggingConfig = loggingConfig
            self.maximumBatchingWindowInSeconds = maximumBatchingWindowInSeconds
            self.maximumRecordAgeInSeconds = maximumRecordAgeInSeconds
            self.maximumRetryAttempts = maximumRetryAttempts
            self.metricsConfig = metricsConfig
            self.parallelizationFactor = parallelizationFactor
            self.provisionedPollerConfig = provisionedPollerConfig
            self.queues = queues
            self.scalingConfig = scalingConfig
            self.selfManagedEventSource = selfManagedEventSource
            self.selfManagedKafkaEventSourceConfig = selfManagedKafkaEventSourceConfig
            self.sourceAccessConfigurations = sourceAccessConfigurations
            self.startingPosition = startingPosition
            self.startingPositionTimestamp = startingPositionTimestamp
            self.tags = tags
            self.topics = topics
            self.tumblingWindowInSeconds = tumblingWindowInSeconds
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AmazonManagedKafkaEventSourceConfig", amazonManagedKafkaEventSourceConfig)
            map.put("BatchSize", batchSize)
            map.put("BisectBatchOnFunctionError", bisectBatchOnFunctionError)
            map.put("DestinationConfig", destinationConfig)
            map.put("DocumentDBEventSourceConfig", documentDBEventSourceConfig)
            map.put("Enabled", enabled)
            map.put("EventSourceArn", eventSourceArn)
            map.put("FilterCriteria", filterCriteria)
            map.put("FunctionName", functionName)
            map.put("FunctionResponseTypes", functionResponseTypes)
            map.put("KmsKeyArn", kmsKeyArn)
            map.put("LoggingConfig", loggingConfig)
            map.put("MaximumBatchingWindowInSeconds", maximumBatchingWindowInSeconds)
            map.put("MaximumRecordAgeInSeconds", maximumRecordAgeInSeconds)
            map.put("MaximumRetryAttempts", maximumRetryAttempts)
            map.put("MetricsConfig", metricsConfig)
            map.put("ParallelizationFactor", parallelizationFactor)
            map.put("ProvisionedPollerConfig", provisionedPollerConfig)
            map.put("Queues", queues)
            map.put("ScalingConfig", scalingConfig)
            map.put("SelfManagedEventSource", selfManagedEventSource)
            map.put("SelfManagedKafkaEventSourceConfig", selfManagedKafkaEventSourceConfig)
            map.put("SourceAccessConfigurations", sourceAccessConfigurations)
            map.put("StartingPosition", startingPosition)
            map.put("StartingPositionTimestamp", startingPositionTimestamp)
            map.put("Tags", tags)
            map.put("Topics", topics)
            map.put("TumblingWindowInSeconds", tumblingWindowInSeconds)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<Lambda.EventSourceMapping> { ID<Lambda.EventSourceMapping>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var eventSourceMappingArn: ARN<Lambda.EventSourceMapping> { ARN<Lambda.EventSourceMapping>(Text(.attribute(of: id, "EventSourceMappingArn"))) }

        public var idAttribute: ID<Lambda.EventSourceMapping> { ID<Lambda.EventSourceMapping>(Text(.attribute(of: id, "Id"))) }

        public struct ConsumptionMode: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var stream: Self { Self("Stream") }
            public static var queue: Self { Self("Queue") }
        }

        public struct FunctionResponseType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var reportBatchItemFailures: Self { Self("ReportBatchItemFailures") }
        }

        public struct AmazonManagedKafkaEventSourceConfig: PropertyType {
            public var consumerGroupId: Text?
            public var schemaRegistryConfig: SchemaRegistryConfig?

            public init(
                consumerGroupId: Text? = nil,
                schemaRegistryConfig: SchemaRegistryConfig? = nil
            ) {
                self.consumerGroupId = consumerGroupId
                self.schemaRegistryConfig = schemaRegistryConfig
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ConsumerGroupId", consumerGroupId)
                map.put("SchemaRegistryConfig", schemaRegistryConfig)
                return map.value
            }
        }

        public struct DestinationConfig: PropertyType {
            public var onFailure: OnFailure?

            public init(
                onFailure: OnFailure? = nil
            ) {
                self.onFailure = onFailure
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("OnFailure", onFailure)
                return map.value
            }
        }

        public struct DocumentDBEventSourceConfig: PropertyType {
            public var collectionName: Text?
            public var databaseName: Text?
            public var fullDocument: FullDocument?

            public init(
                collectionName: Text? = nil,
                databaseName: Text? = nil,
                fullDocument: FullDocument? = nil
            ) {
                self.collectionName = collectionName
                self.databaseName = databaseName
                self.fullDocument = fullDocument
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CollectionName", collectionName)
                map.put("DatabaseName", databaseName)
                map.put("FullDocument", fullDocument)
                return map.value
            }

            public struct FullDocument: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var updateLookup: Self { Self("UpdateLookup") }
                public static var `default`: Self { Self("Default") }
            }
        }

        public struct Endpoints: PropertyType {
            public var kafkaBootstrapServers: [Text]?

            public init(
                kafkaBootstrapServers: [Text]? = nil
            ) {
                self.kafkaBootstrapServers = kafkaBootstrapServers
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("KafkaBootstrapServers", kafkaBootstrapServers)
                return map.value
            }
        }

        public struct Filter: PropertyType {
            public var pattern: Text?

            public init(
                pattern: Text? = nil
            ) {
                self.pattern = pattern
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Pattern", pattern)
                return map.value
            }
        }

        public struct FilterCriteria: PropertyType {
            public var filters: [Filter]?

            public init(
                filters: [Filter]? = nil
            ) {
                self.filters = filters
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Filters", filters)
                return map.value
            }
        }

        public struct LoggingConfig: PropertyType {
            public var systemLogLevel: SystemLogLevel?

            public init(
                systemLogLevel: SystemLogLevel? = nil
            ) {
                self.systemLogLevel = systemLogLevel
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("SystemLogLevel", systemLogLevel)
                return map.value
            }

            public struct SystemLogLevel: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var debug: Self { Self("DEBUG") }
                public static var info: Self { Self("INFO") }
                public static var warn: Self { Self("WARN") }
            }
        }

        public struct MetricsConfig: PropertyType {
            public var metrics: [Metric]?

            public init(
                metrics: [Metric]? = nil
            ) {
                self.metrics = metrics
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Metrics", metrics)
                return map.value
            }

            public struct Metric: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var eventCount: Self { Self("EventCount") }
                public static var errorCount: Self { Self("ErrorCount") }
                public static var kafkaMetrics: Self { Self("KafkaMetrics") }
            }
        }

        public struct OnFailure: PropertyType {
            public var destination: Text?

            public init(
                destination: Text? = nil
            ) {
                self.destination = destination
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Destination", destination)
                return map.value
            }
        }

        public struct ProvisionedPollerConfig: PropertyType {
            public var maximumPollers: Scalar<Int>?
            public var minimumPollers: Scalar<Int>?
            public var pollerGroupName: Text?

            public init(
                maximumPollers: Scalar<Int>? = nil,
                minimumPollers: Scalar<Int>? = nil,
                pollerGroupName: Text? = nil
            ) {
                self.maximumPollers = maximumPollers
                self.minimumPollers = minimumPollers
                self.pollerGroupName = pollerGroupName
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MaximumPollers", maximumPollers)
                map.put("MinimumPollers", minimumPollers)
                map.put("PollerGroupName", pollerGroupName)
                return map.value
            }
        }

        public struct ScalingConfig: PropertyType {
            public var maximumConcurrency: Scalar<Int>?

            public init(
                maximumConcurrency: Scalar<Int>? = nil
            ) {
                self.maximumConcurrency = maximumConcurrency
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MaximumConcurrency", maximumConcurrency)
                return map.value
            }
        }

        public struct SchemaRegistryAccessConfig: PropertyType {
            public var type: TypeChoice?
            public var uri: Text?

            public init(
                type: TypeChoice? = nil,
                uri: Text? = nil
            ) {
                self.type = type
                self.uri = uri
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Type", type)
                map.put("URI", uri)
                return map.value
            }

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var basicAuth: Self { Self("BASIC_AUTH") }
                public static var clientCertificateTlsAuth: Self { Self("CLIENT_CERTIFICATE_TLS_AUTH") }
                public static var serverRootCaCertificate: Self { Self("SERVER_ROOT_CA_CERTIFICATE") }
                public static var oauthbearerAuth: Self { Self("OAUTHBEARER_AUTH") }
            }
        }

        public struct SchemaRegistryConfig: PropertyType {
            public var accessConfigs: [SchemaRegistryAccessConfig]?
            public var eventRecordFormat: EventRecordFormat?
            public var schemaRegistryURI: Text?
            public var schemaValidationConfigs: [SchemaValidationConfig]?

            public init(
                accessConfigs: [SchemaRegistryAccessConfig]? = nil,
                eventRecordFormat: EventRecordFormat? = nil,
                schemaRegistryURI: Text? = nil,
                schemaValidationConfigs: [SchemaValidationConfig]? = nil
            ) {
                self.accessConfigs = accessConfigs
                self.eventRecordFormat = eventRecordFormat
                self.schemaRegistryURI = schemaRegistryURI
                self.schemaValidationConfigs = schemaValidationConfigs
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccessConfigs", accessConfigs)
                map.put("EventRecordFormat", eventRecordFormat)
                map.put("SchemaRegistryURI", schemaRegistryURI)
                map.put("SchemaValidationConfigs", schemaValidationConfigs)
                return map.value
            }

            public struct EventRecordFormat: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var json: Self { Self("JSON") }
                public static var source: Self { Self("SOURCE") }
            }
        }

        public struct SchemaValidationConfig: PropertyType {
            public var attribute: Attribute?

            public init(
                attribute: Attribute? = nil
            ) {
                self.attribute = attribute
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Attribute", attribute)
                return map.value
            }

            public struct Attribute: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var key: Self { Self("KEY") }
                public static var value: Self { Self("VALUE") }
            }
        }

        public struct SelfManagedEventSource: PropertyType {
            public var endpoints: Endpoints?

            public init(
                endpoints: Endpoints? = nil
            ) {
                self.endpoints = endpoints
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Endpoints", endpoints)
                return map.value
            }
        }

        public struct SelfManagedKafkaEventSourceConfig: PropertyType {
            public var consumerGroupId: Text?
            public var consumptionMode: ConsumptionMode?
            public var schemaRegistryConfig: SchemaRegistryConfig?

            public init(
                consumerGroupId: Text? = nil,
                consumptionMode: ConsumptionMode? = nil,
                schemaRegistryConfig: SchemaRegistryConfig? = nil
            ) {
                self.consumerGroupId = consumerGroupId
                self.consumptionMode = consumptionMode
                self.schemaRegistryConfig = schemaRegistryConfig
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ConsumerGroupId", consumerGroupId)
                map.put("ConsumptionMode", consumptionMode)
                map.put("SchemaRegistryConfig", schemaRegistryConfig)
                return map.value
            }
        }

        public struct SourceAccessConfiguration: PropertyType {
            public var type: TypeChoice?
            public var uri: Text?

            public init(
                type: TypeChoice? = nil,
                uri: Text? = nil
            ) {
                self.type = type
                self.uri = uri
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Type", type)
                map.put("URI", uri)
                return map.value
            }

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var basicAuth: Self { Self("BASIC_AUTH") }
                public static var vpcSubnet: Self { Self("VPC_SUBNET") }
                public static var vpcSecurityGroup: Self { Self("VPC_SECURITY_GROUP") }
                public static var saslScram512Auth: Self { Self("SASL_SCRAM_512_AUTH") }
                public static var saslScram256Auth: Self { Self("SASL_SCRAM_256_AUTH") }
                public static var virtualHost: Self { Self("VIRTUAL_HOST") }
                public static var clientCertificateTlsAuth: Self { Self("CLIENT_CERTIFICATE_TLS_AUTH") }
                public static var serverRootCaCertificate: Self { Self("SERVER_ROOT_CA_CERTIFICATE") }
                public static var oauthbearerAuth: Self { Self("OAUTHBEARER_AUTH") }
                public static var oauthbearerScope: Self { Self("OAUTHBEARER_SCOPE") }
                public static var oauthbearerAudience: Self { Self("OAUTHBEARER_AUDIENCE") }
                public static var oauthbearerLogicalCluster: Self { Self("OAUTHBEARER_LOGICAL_CLUSTER") }
                public static var oauthbearerIdentityPool: Self { Self("OAUTHBEARER_IDENTITY_POOL") }
                public static var iamAuth: Self { Self("IAM_AUTH") }
                public static var iamOauthbearerAuth: Self { Self("IAM_OAUTHBEARER_AUTH") }
            }
        }
    }
}
