// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension CloudWatch {
    /// `AWS::CloudWatch::CompositeAlarm`
    public struct CompositeAlarm: GeneratedResource {
        public static let type = "AWS::CloudWatch::CompositeAlarm"
        public static let facts = ResourceFacts(
            primaryIdentifier: "AlarmName",
            createOnly: "AlarmName",
            readOnly: "Arn",
            permissions: [.create: "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource cloudwatch:PutCompositeAlarm cloudwatch:TagResource", .read: "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource", .update: "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource cloudwatch:PutCompositeAlarm cloudwatch:TagResource cloudwatch:UntagResource", .delete: "cloudwatch:DeleteAlarms cloudwatch:DescribeAlarms", .list: "cloudwatch:DescribeAlarms"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var actionConfiguration: ActionConfiguration?
        public var actionsEnabled: Scalar<Bool>?
        public var actionsSuppressor: Text?
        public var actionsSuppressorExtensionPeriod: Scalar<Int>?
        public var actionsSuppressorWaitPeriod: Scalar<Int>?
        public var alarmActions: [any ARNReference]?
        public var alarmDescription: Text?
        /// A change replaces the resource.
        public var alarmName: Text?
        public var alarmRule: Text
        public var insufficientDataActions: [any ARNReference]?
        public var okActions: [any ARNReference]?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            alarmRule: Text,
            actionConfiguration: ActionConfiguration? = nil,
            actionsEnabled: Scalar<Bool>? = nil,
            actionsSuppressor: Text? = nil,
            actionsSuppressorExtensionPeriod: Scalar<Int>? = nil,
            actionsSuppressorWaitPeriod: Scalar<Int>? = nil,
            alarmActions: [any ARNReference]? = nil,
            alarmDescription: Text? = nil,
            alarmName: Text? = nil,
            insufficientDataActions: [any ARNReference]? = nil,
            okActions: [any ARNReference]? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.actionConfiguration = actionConfiguration
            self.actionsEnabled = actionsEnabled
            self.actionsSuppressor = actionsSuppressor
            self.actionsSuppressorExtensionPeriod = actionsSuppressorExtensionPeriod
            self.actionsSuppressorWaitPeriod = actionsSuppressorWaitPeriod
            self.alarmActions = alarmActions
            self.alarmDescription = alarmDescription
            self.alarmName = alarmName
            self.alarmRule = alarmRule
            self.insufficientDataActions = insufficientDataActions
            self.okActions = okActions
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("ActionConfiguration", actionConfiguration)
            map.put("ActionsEnabled", actionsEnabled)
            map.put("ActionsSuppressor", actionsSuppressor)
            map.put("ActionsSuppressorExtensionPeriod", actionsSuppressorExtensionPeriod)
            map.put("ActionsSuppressorWaitPeriod", actionsSuppressorWaitPeriod)
            map.put("AlarmActions", references: alarmActions)
            map.put("AlarmDescription", alarmDescription)
            map.put("AlarmName", alarmName)
            map.put("AlarmRule", alarmRule)
            map.put("InsufficientDataActions", references: insufficientDataActions)
            map.put("OKActions", references: okActions)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<CloudWatch.CompositeAlarm> { Name<CloudWatch.CompositeAlarm>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<CloudWatch.CompositeAlarm> { ARN<CloudWatch.CompositeAlarm>(Text(.attribute(of: id, "Arn"))) }

        public struct ActionConfiguration: PropertyType {
            public var alarmTagsPropagation: AlarmTagsPropagation?

            public init(
                alarmTagsPropagation: AlarmTagsPropagation? = nil
            ) {
                self.alarmTagsPropagation = alarmTagsPropagation
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AlarmTagsPropagation", alarmTagsPropagation)
                return map.value
            }
        }

        public struct AlarmTagsPropagation: PropertyType {
            public var enabled: Scalar<Bool>
            public var excludedTagKeys: [Text]?
            public var includedTagKeys: [Text]?

            public init(
                enabled: Scalar<Bool>,
                excludedTagKeys: [Text]? = nil,
                includedTagKeys: [Text]? = nil
            ) {
                self.enabled = enabled
                self.excludedTagKeys = excludedTagKeys
                self.includedTagKeys = includedTagKeys
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Enabled", enabled)
                map.put("ExcludedTagKeys", excludedTagKeys)
                map.put("IncludedTagKeys", includedTagKeys)
                return map.value
            }
        }
    }
}
