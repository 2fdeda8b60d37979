// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Events {
    /// `AWS::Events::EventBus`
    public struct EventBus: GeneratedResource {
        public static let type = "AWS::Events::EventBus"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Name",
            createOnly: "Name",
            readOnly: "Arn",
            writeOnly: "EventSourceName",
            permissions: [.create: "events:CreateEventBus events:DescribeEventBus events:ListTagsForResource events:PutPermission events:TagResource kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:ReEncrypt kms:ReEncryptFrom kms:ReEncryptTo", .read: "events:DescribeEventBus events:ListTagsForResource", .update: "events:DescribeEventBus events:PutPermission events:TagResource events:UntagResource events:UpdateEventBus kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:ReEncrypt kms:ReEncryptFrom kms:ReEncryptTo", .delete: "events:DeleteEventBus events:DescribeEventBus events:ListTagsForResource events:RemovePermission events:UntagResource events:UpdateEventBus", .list: "events:ListEventBuses events:ListTagsForResource"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var deadLetterConfig: DeadLetterConfig?
        public var description: Text?
        /// Never read back.
        public var eventSourceName: Text?
        public var kmsKeyIdentifier: Text?
        public var logConfig: LogConfig?
        /// A change replaces the resource.
        public var name: Text
        public var policy: Value?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            name: Text,
            deadLetterConfig: DeadLetterConfig? = nil,
            description: Text? = nil,
            eventSourceName: Text? = nil,
            kmsKeyIdentifier: Text? = nil,
            logConfig: LogConfig? = nil,
            policy: Value? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.deadLetterConfig = deadLetterConfig
            self.description = description
            self.eventSourceName = eventSourceName
            self.kmsKeyIdentifier = kmsKeyIdentifier
            self.logConfig = logConfig
            self.name = name
            self.policy = policy
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("DeadLetterConfig", deadLetterConfig)
            map.put("Description", description)
            map.put("EventSourceName", eventSourceName)
            map.put("KmsKeyIdentifier", kmsKeyIdentifier)
            map.put("LogConfig", logConfig)
            map.put("Name", name)
            map.put("Policy", policy)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<Events.EventBus> { Name<Events.EventBus>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<Events.EventBus> { ARN<Events.EventBus>(Text(.attribute(of: id, "Arn"))) }

        public struct DeadLetterConfig: PropertyType {
            public var arn: (any ARNReference)?

            public init(
                arn: (any ARNReference)? = nil
            ) {
                self.arn = arn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Arn", arn)
                return map.value
            }
        }

        public struct LogConfig: PropertyType {
            public var includeDetail: IncludeDetail?
            public var level: Level?

            public init(
                includeDetail: IncludeDetail? = nil,
                level: Level? = nil
            ) {
                self.includeDetail = includeDetail
                self.level = level
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("IncludeDetail", includeDetail)
                map.put("Level", level)
                return map.value
            }

            public struct IncludeDetail: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var full: Self { Self("FULL") }
                public static var noneValue: Self { Self("NONE") }
            }

            public struct Level: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var info: Self { Self("INFO") }
                public static var error: Self { Self("ERROR") }
                public static var trace: Self { Self("TRACE") }
                public static var off: Self { Self("OFF") }
            }
        }
    }
}
