// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SNS {
    /// `AWS::SNS::Topic`
    public struct Topic: GeneratedResource {
        public static let type = "AWS::SNS::Topic"
        public static let facts = ResourceFacts(
            primaryIdentifier: "TopicArn",
            createOnly: "TopicName FifoTopic",
            readOnly: "TopicArn",
            permissions: [.create: "iam:GetRole iam:PassRole sns:CreateTopic sns:GetTopicAttributes sns:PutDataProtectionPolicy sns:Subscribe sns:TagResource", .read: "sns:GetDataProtectionPolicy sns:GetTopicAttributes sns:ListSubscriptionsByTopic sns:ListTagsForResource", .update: "iam:GetRole iam:PassRole sns:GetDataProtectionPolicy sns:GetTopicAttributes sns:ListSubscriptionsByTopic sns:ListTagsForResource sns:PutDataProtectionPolicy sns:SetTopicAttributes sns:Subscribe sns:TagResource sns:Unsubscribe sns:UntagResource", .delete: "sns:DeleteTopic sns:GetTopicAttributes", .list: "sns:ListTopics"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var archivePolicy: Value?
        public var contentBasedDeduplication: Scalar<Bool>?
        public var dataProtectionPolicy: Value?
        public var deliveryStatusLogging: [LoggingConfig]?
        public var displayName: Text?
        public var fifoThroughputScope: Text?
        /// A change replaces the resource.
        public var fifoTopic: Scalar<Bool>?
        public var kmsMasterKeyId: (any Designator<KMS.Key>)?
        public var maximumMessageSize: Scalar<Int>?
        public var signatureVersion: Text?
        public var subscription: [Subscription]?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var topicName: Text?
        public var tracingConfig: Text?

        public init(
            _ logicalID: LogicalID,
            archivePolicy: Value? = nil,
            contentBasedDeduplication: Scalar<Bool>? = nil,
            dataProtectionPolicy: Value? = nil,
            deliveryStatusLogging: [LoggingConfig]? = nil,
            displayName: Text? = nil,
            fifoThroughputScope: Text? = nil,
            fifoTopic: Scalar<Bool>? = nil,
            kmsMasterKeyId: (any Designator<KMS.Key>)? = nil,
            maximumMessageSize: Scalar<Int>? = nil,
            signatureVersion: Text? = nil,
            subscription: [Subscription]? = nil,
            tags: [Tag]? = nil,
            topicName: Text? = nil,
            tracingConfig: Text? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.archivePolicy = archivePolicy
            self.contentBasedDeduplication = contentBasedDeduplication
            self.dataProtectionPolicy = dataProtectionPolicy
            self.deliveryStatusLogging = deliveryStatusLogging
            self.displayName = displayName
            self.fifoThroughputScope = fifoThroughputScope
            self.fifoTopic = fifoTopic
            self.kmsMasterKeyId = kmsMasterKeyId
            self.maximumMessageSize = maximumMessageSize
            self.signatureVersion = signatureVersion
            self.subscription = subscription
            self.tags = tags
            self.topicName = topicName
            self.tracingConfig = tracingConfig
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("ArchivePolicy", archivePolicy)
            map.put("ContentBasedDeduplication", contentBasedDeduplication)
            map.put("DataProtectionPolicy", dataProtectionPolicy)
            map.put("DeliveryStatusLogging", deliveryStatusLogging)
            map.put("DisplayName", displayName)
            map.put("FifoThroughputScope", fifoThroughputScope)
            map.put("FifoTopic", fifoTopic)
            map.put("KmsMasterKeyId", kmsMasterKeyId)
            map.put("MaximumMessageSize", maximumMessageSize)
            map.put("SignatureVersion", signatureVersion)
            map.put("Subscription", subscription)
            map.put("Tags", tags)
            map.put("TopicName", topicName)
            map.put("TracingConfig", tracingConfig)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<SNS.Topic> { ARN<SNS.Topic>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var topicArn: ARN<SNS.Topic> { ARN<SNS.Topic>(Text(.attribute(of: id, "TopicArn"))) }

        public struct LoggingConfig: PropertyType {
            public var failureFeedbackRoleArn: ARN<IAM.Role>?
            public var `protocol`: ProtocolChoice
            public var successFeedbackRoleArn: ARN<IAM.Role>?
            public var successFeedbackSampleRate: Text?

            public init(
                `protocol`: ProtocolChoice,
                failureFeedbackRoleArn: ARN<IAM.Role>? = nil,
                successFeedbackRoleArn: ARN<IAM.Role>? = nil,
                successFeedbackSampleRate: Text? = nil
            ) {
                self.failureFeedbackRoleArn = failureFeedbackRoleArn
                self.protocol = `protocol`
                self.successFeedbackRoleArn = successFeedbackRoleArn
                self.successFeedbackSampleRate = successFeedbackSampleRate
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("FailureFeedbackRoleArn", failureFeedbackRoleArn)
                map.put("Protocol", `protocol`)
                map.put("SuccessFeedbackRoleArn", successFeedbackRoleArn)
                map.put("SuccessFeedbackSampleRate", successFeedbackSampleRate)
                return map.value
            }

            public struct ProtocolChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var httpS: Self { Self("http/s") }
                public static var sqs: Self { Self("sqs") }
                public static var lambda: Self { Self("lambda") }
                public static var firehose: Self { Self("firehose") }
                public static var application: Self { Self("application") }
            }
        }

        public struct Subscription: PropertyType {
            public var endpoint: Text
            public var `protocol`: Text

            public init(
                endpoint: Text,
                `protocol`: Text
            ) {
                self.endpoint = endpoint
                self.protocol = `protocol`
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Endpoint", endpoint)
                map.put("Protocol", `protocol`)
                return map.value
            }
        }
    }
}
