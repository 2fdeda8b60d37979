// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SQS {
    /// `AWS::SQS::Queue`
    public struct Queue: GeneratedResource {
        public static let type = "AWS::SQS::Queue"
        public static let facts = ResourceFacts(
            primaryIdentifier: "QueueUrl",
            createOnly: "FifoQueue QueueName",
            readOnly: "QueueUrl Arn",
            permissions: [.create: "sqs:CreateQueue sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ListQueueTags sqs:TagQueue", .read: "sqs:GetQueueAttributes sqs:ListQueueTags", .update: "sqs:GetQueueAttributes sqs:ListQueueTags sqs:SetQueueAttributes sqs:TagQueue sqs:UntagQueue", .delete: "sqs:DeleteQueue sqs:GetQueueAttributes", .list: "sqs:ListQueues"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var contentBasedDeduplication: Scalar<Bool>?
        public var deduplicationScope: Text?
        public var delaySeconds: Scalar<Int>?
        /// A change replaces the resource.
        public var fifoQueue: Scalar<Bool>?
        public var fifoThroughputLimit: Text?
        public var kmsDataKeyReusePeriodSeconds: Scalar<Int>?
        public var kmsMasterKeyId: (any Designator<KMS.Key>)?
        public var maximumMessageSize: Scalar<Int>?
        public var messageRetentionPeriod: Scalar<Int>?
        /// A change replaces the resource.
        public var queueName: Text?
        public var receiveMessageWaitTimeSeconds: Scalar<Int>?
        public var redriveAllowPolicy: Value?
        public var redrivePolicy: RedrivePolicy?
        public var sqsManagedSseEnabled: Scalar<Bool>?
        public var tags: [Tag]?
        public var visibilityTimeout: Scalar<Int>?

        public init(
            _ logicalID: LogicalID,
            contentBasedDeduplication: Scalar<Bool>? = nil,
            deduplicationScope: Text? = nil,
            delaySeconds: Scalar<Int>? = nil,
            fifoQueue: Scalar<Bool>? = nil,
            fifoThroughputLimit: Text? = nil,
            kmsDataKeyReusePeriodSeconds: Scalar<Int>? = nil,
            kmsMasterKeyId: (any Designator<KMS.Key>)? = nil,
            maximumMessageSize: Scalar<Int>? = nil,
            messageRetentionPeriod: Scalar<Int>? = nil,
            queueName: Text? = nil,
            receiveMessageWaitTimeSeconds: Scalar<Int>? = nil,
            redriveAllowPolicy: Value? = nil,
            redrivePolicy: RedrivePolicy? = nil,
            sqsManagedSseEnabled: Scalar<Bool>? = nil,
            tags: [Tag]? = nil,
            visibilityTimeout: Scalar<Int>? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.contentBasedDeduplication = contentBasedDeduplication
            self.deduplicationScope = deduplicationScope
            self.delaySeconds = delaySeconds
            self.fifoQueue = fifoQueue
            self.fifoThroughputLimit = fifoThroughputLimit
            self.kmsDataKeyReusePeriodSeconds = kmsDataKeyReusePeriodSeconds
            self.kmsMasterKeyId = kmsMasterKeyId
            self.maximumMessageSize = maximumMessageSize
            self.messageRetentionPeriod = messageRetentionPeriod
            self.queueName = queueName
            self.receiveMessageWaitTimeSeconds = receiveMessageWaitTimeSeconds
            self.redriveAllowPolicy = redriveAllowPolicy
            self.redrivePolicy = redrivePolicy
            self.sqsManagedSseEnabled = sqsManagedSseEnabled
            self.tags = tags
            self.visibilityTimeout = visibilityTimeout
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("ContentBasedDeduplication", contentBasedDeduplication)
            map.put("DeduplicationScope", deduplicationScope)
            map.put("DelaySeconds", delaySeconds)
            map.put("FifoQueue", fifoQueue)
            map.put("FifoThroughputLimit", fifoThroughputLimit)
            map.put("KmsDataKeyReusePeriodSeconds", kmsDataKeyReusePeriodSeconds)
            map.put("KmsMasterKeyId", kmsMasterKeyId)
            map.put("MaximumMessageSize", maximumMessageSize)
            map.put("MessageRetentionPeriod", messageRetentionPeriod)
            map.put("QueueName", queueName)
            map.put("ReceiveMessageWaitTimeSeconds", receiveMessageWaitTimeSeconds)
            map.put("RedriveAllowPolicy", redriveAllowPolicy)
            map.put("RedrivePolicy", redrivePolicy)
            map.put("SqsManagedSseEnabled", sqsManagedSseEnabled)
            map.put("Tags", tags)
            map.put("VisibilityTimeout", visibilityTimeout)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<SQS.Queue> { ID<SQS.Queue>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<SQS.Queue> { ARN<SQS.Queue>(Text(.attribute(of: id, "Arn"))) }

        public var queueUrl: ID<SQS.Queue> { ID<SQS.Queue>(Text(.attribute(of: id, "QueueUrl"))) }

        public struct RedrivePolicy: PropertyType {
            public var deadLetterTargetArn: ARN<SQS.Queue>?
            public var maxReceiveCount: Scalar<Int>?

            public init(
                deadLetterTargetArn: ARN<SQS.Queue>? = nil,
                maxReceiveCount: Scalar<Int>? = nil
            ) {
                self.deadLetterTargetArn = deadLetterTargetArn
                self.maxReceiveCount = maxReceiveCount
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("deadLetterTargetArn", deadLetterTargetArn)
                map.put("maxReceiveCount", maxReceiveCount)
                return map.value
            }
        }
    }
}
