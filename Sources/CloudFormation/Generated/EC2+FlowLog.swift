// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::FlowLog`
    public struct FlowLog: GeneratedResource {
        public static let type = "AWS::EC2::FlowLog"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "DeliverCrossAccountRole DeliverLogsPermissionArn LogGroupName LogDestination ResourceId TrafficType LogDestinationType ResourceType LogFormat MaxAggregationInterval DestinationOptions TagFieldSpecifications",
            readOnly: "Id",
            permissions: [.create: "autoscaling:DescribeTags ec2:CreateFlowLogs ec2:CreateTags ec2:DescribeFlowLogs ec2:DescribeTags iam:CreateServiceLinkedRole iam:PassRole logs:CreateLogDelivery s3:GetBucketPolicy s3:PutBucketPolicy", .read: "ec2:DescribeFlowLogs", .update: "ec2:CreateTags ec2:DeleteTags ec2:DescribeFlowLogs", .delete: "ec2:DeleteFlowLogs ec2:DescribeFlowLogs logs:DeleteLogDelivery", .list: "ec2:DescribeFlowLogs"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var deliverCrossAccountRole: Text?
        /// A change replaces the resource.
        public var deliverLogsPermissionArn: ARN<IAM.Role>?
        /// A change replaces the resource.
        public var destinationOptions: DestinationOptions?
        /// A change replaces the resource.
        public var logDestination: Text?
        /// A change replaces the resource.
        public var logDestinationType: LogDestinationType?
        /// A change replaces the resource.
        public var logFormat: Text?
        /// A change replaces the resource.
        public var logGroupName: Name<Logs.LogGroup>?
        /// A change replaces the resource.
        public var maxAggregationInterval: Scalar<Int>?
        /// A change replaces the resource.
        public var resourceId: Text
        /// A change replaces the resource.
        public var resourceType: ResourceType
        /// A change replaces the resource.
        public var tagFieldSpecifications: [TagFieldSpecification]?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var trafficType: TrafficType?

        public init(
            _ logicalID: LogicalID,
            resourceId: Text,
            resourceType: ResourceType,
            deliverCrossAccountRole: Text? = nil,
            deliverLogsPermissionArn: ARN<IAM.Role>? = nil,
            destinationOptions: DestinationOptions? = nil,
            logDestination: Text? = nil,
            logDestinationType: LogDestinationType? = nil,
            logFormat: Text? = nil,
            logGroupName: Name<Logs.LogGroup>? = nil,
            maxAggregationInterval: Scalar<Int>? = nil,
            tagFieldSpecifications: [TagFieldSpecification]? = nil,
            tags: [Tag]? = nil,
            trafficType: TrafficType? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.deliverCrossAccountRole = deliverCrossAccountRole
            self.deliverLogsPermissionArn = deliverLogsPermissionArn
            self.destinationOptions = destinationOptions
            self.logDestination = logDestination
            self.logDestinationType = logDestinationType
            self.logFormat = logFormat
            self.logGroupName = logGroupName
            self.maxAggregationInterval = maxAggregationInterval
            self.resourceId = resourceId
            self.resourceType = resourceType
            self.tagFieldSpecifications = tagFieldSpecifications
            self.tags = tags
            self.trafficType = trafficType
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("DeliverCrossAccountRole", deliverCrossAccountRole)
            map.put("DeliverLogsPermissionArn", deliverLogsPermissionArn)
            map.put("DestinationOptions", destinationOptions)
            map.put("LogDestination", logDestination)
            map.put("LogDestinationType", logDestinationType)
            map.put("LogFormat", logFormat)
            map.put("LogGroupName", logGroupName)
            map.put("MaxAggregationInterval", maxAggregationInterval)
            map.put("ResourceId", resourceId)
            map.put("ResourceType", resourceType)
            map.put("TagFieldSpecifications", tagFieldSpecifications)
            map.put("Tags", tags)
            map.put("TrafficType", trafficType)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.FlowLog> { ID<EC2.FlowLog>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<EC2.FlowLog> { ID<EC2.FlowLog>(Text(.attribute(of: id, "Id"))) }

        public struct LogDestinationType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var cloudWatchLogs: Self { Self("cloud-watch-logs") }
            public static var s3: Self { Self("s3") }
            public static var kinesisDataFirehose: Self { Self("kinesis-data-firehose") }
        }

        public struct ResourceType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var networkInterface: Self { Self("NetworkInterface") }
            public static var subnet: Self { Self("Subnet") }
            public static var vpc: Self { Self("VPC") }
            public static var transitGateway: Self { Self("TransitGateway") }
            public static var transitGatewayAttachment: Self { Self("TransitGatewayAttachment") }
            public static var regionalNatGateway: Self { Self("RegionalNatGateway") }
        }

        public struct TrafficType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var accept: Self { Self("ACCEPT") }
            public static var all: Self { Self("ALL") }
            public static var reject: Self { Self("REJECT") }
        }

        public struct DestinationOptions: PropertyType {
            public var fileFormat: FileFormat
            public var hiveCompatiblePartitions: Scalar<Bool>
            public var perHourPartition: Scalar<Bool>

            public init(
                fileFormat: FileFormat,
                hiveCompatiblePartitions: Scalar<Bool>,
                perHourPartition: Scalar<Bool>
            ) {
                self.fileFormat = fileFormat
                self.hiveCompatiblePartitions = hiveCompatiblePartitions
                self.perHourPartition = perHourPartition
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("FileFormat", fileFormat)
                map.put("HiveCompatiblePartitions", hiveCompatiblePartitions)
                map.put("PerHourPartition", perHourPartition)
                return map.value
            }

            public struct FileFormat: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var plainText: Self { Self("plain-text") }
                public static var parquet: Self { Self("parquet") }
            }
        }

        public struct TagFieldSpecification: PropertyType {
            public var resourceType: ResourceType
            public var tagKeys: [Text]

            public init(
                resourceType: ResourceType,
                tagKeys: [Text]
            ) {
                self.resourceType = resourceType
                self.tagKeys = tagKeys
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ResourceType", resourceType)
                map.put("TagKeys", tagKeys)
                return map.value
            }

            public struct ResourceType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var autoScalingGroup: Self { Self("auto-scaling-group") }
                public static var instance: Self { Self("instance") }
                public static var networkInterface: Self { Self("network-interface") }
            }
        }
    }
}
