// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension SNS {
    /// `AWS::SNS::Subscription`
    public struct Subscription: GeneratedResource {
        public static let type = "AWS::SNS::Subscription"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Arn",
            createOnly: "Endpoint Protocol TopicArn",
            conditionalCreateOnly: "Region",
            readOnly: "Arn",
            writeOnly: "Region",
            permissions: [.create: "iam:GetRole iam:PassRole sns:Subscribe", .read: "sns:GetSubscriptionAttributes", .update: "iam:GetRole iam:PassRole sns:SetSubscriptionAttributes", .delete: "sns:GetSubscriptionAttributes sns:Unsubscribe", .list: "sns:ListSubscriptions"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var deliveryPolicy: Value?
        /// A change replaces the resource.
        public var endpoint: Text?
        public var filterPolicy: Value?
        public var filterPolicyScope: Text?
        /// A change replaces the resource.
        public var `protocol`: Text
        public var rawMessageDelivery: Scalar<Bool>?
        public var redrivePolicy: Value?
        /// A change may replace the resource. Never read back.
        public var region: Text?
        public var replayPolicy: Value?
        public var subscriptionRoleArn: ARN<IAM.Role>?
        /// A change replaces the resource.
        public var topicArn: ARN<SNS.Topic>

        public init(
            _ logicalID: LogicalID,
            `protocol`: Text,
            topicArn: ARN<SNS.Topic>,
            deliveryPolicy: Value? = nil,
            endpoint: Text? = nil,
            filterPolicy: Value? = nil,
            filterPolicyScope: Text? = nil,
            rawMessageDelivery: Scalar<Bool>? = nil,
            redrivePolicy: Value? = nil,
            region: Text? = nil,
            replayPolicy: Value? = nil,
            subscriptionRoleArn: ARN<IAM.Role>? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.deliveryPolicy = deliveryPolicy
            self.endpoint = endpoint
            self.filterPolicy = filterPolicy
            self.filterPolicyScope = filterPolicyScope
            self.protocol = `protocol`
            self.rawMessageDelivery = rawMessageDelivery
            self.redrivePolicy = redrivePolicy
            self.region = region
            self.replayPolicy = replayPolicy
            self.subscriptionRoleArn = subscriptionRoleArn
            self.topicArn = topicArn
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("DeliveryPolicy", deliveryPolicy)
            map.put("Endpoint", endpoint)
            map.put("FilterPolicy", filterPolicy)
            map.put("FilterPolicyScope", filterPolicyScope)
            map.put("Protocol", `protocol`)
            map.put("RawMessageDelivery", rawMessageDelivery)
            map.put("RedrivePolicy", redrivePolicy)
            map.put("Region", region)
            map.put("ReplayPolicy", replayPolicy)
            map.put("SubscriptionRoleArn", subscriptionRoleArn)
            map.put("TopicArn", topicArn)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<SNS.Subscription> { ARN<SNS.Subscription>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<SNS.Subscription> { ARN<SNS.Subscription>(Text(.attribute(of: id, "Arn"))) }
    }
}
