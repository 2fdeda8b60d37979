// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension StepFunctions {
    /// `AWS::StepFunctions::StateMachine`
    public struct StateMachine: GeneratedResource {
        public static let type = "AWS::StepFunctions::StateMachine"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Arn",
            createOnly: "StateMachineName StateMachineType",
            readOnly: "Arn Name StateMachineRevisionId",
            writeOnly: "Definition DefinitionS3Location DefinitionSubstitutions",
            permissions: [.create: "iam:PassRole kms:DescribeKey kms:GenerateDataKey s3:GetObject s3:GetObjectVersion states:CreateStateMachine states:DescribeStateMachine states:TagResource", .read: "kms:Decrypt states:DescribeStateMachine states:ListTagsForResource", .update: "iam:PassRole kms:DescribeKey kms:GenerateDataKey s3:GetObject s3:GetObjectVersion states:ListTagsForResource states:TagResource states:UntagResource states:UpdateStateMachine", .delete: "states:DeleteStateMachine states:DescribeStateMachine", .list: "states:ListStateMachines"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// Never read back.
        public var definition: Value?
        /// Never read back.
        public var definitionS3Location: S3Location?
        public var definitionString: Text?
        /// Never read back.
        public var definitionSubstitutions: [String: Value]?
        public var encryptionConfiguration: EncryptionConfiguration?
        public var loggingConfiguration: LoggingConfiguration?
        public var roleArn: ARN<IAM.Role>
        /// A change replaces the resource.
        public var stateMachineName: Text?
        /// A change replaces the resource.
        public var stateMachineType: StateMachineType?
        public var tags: [Tag]?
        public var tracingConfiguration: TracingConfiguration?

        public init(
            _ logicalID: LogicalID,
            roleArn: ARN<IAM.Role>,
            definition: Value? = nil,
            definitionS3Location: S3Location? = nil,
            definitionString: Text? = nil,
            definitionSubstitutions: [String: Value]? = nil,
            encryptionConfiguration: EncryptionConfiguration? = nil,
            loggingConfiguration: LoggingConfiguration? = nil,
            stateMachineName: Text? = nil,
            stateMachineType: StateMachineType? = nil,
            tags: [Tag]? = nil,
            tracingConfiguration: TracingConfiguration? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.definition = definition
            self.definitionS3Location = definitionS3Location
            self.definitionString = definitionString
            self.definitionSubstitutions = definitionSubstitutions
            self.encryptionConfiguration = encryptionConfiguration
            self.loggingConfiguration = loggingConfiguration
            self.roleArn = roleArn
            self.stateMachineName = stateMachineName
            self.stateMachineType = stateMachineType
            self.tags = tags
            self.tracingConfiguration = tracingConfiguration
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Definition", definition)
            map.put("DefinitionS3Location", definitionS3Location)
            map.put("DefinitionString", definitionString)
            map.put("DefinitionSubstitutions", definitionSubstitutions)
            map.put("EncryptionConfiguration", encryptionConfiguration)
            map.put("LoggingConfiguration", loggingConfiguration)
            map.put("RoleArn", roleArn)
            map.put("StateMachineName", stateMachineName)
            map.put("StateMachineType", stateMachineType)
            map.put("Tags", tags)
            map.put("TracingConfiguration", tracingConfiguration)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<StepFunctions.StateMachine> { ARN<StepFunctions.StateMachine>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<StepFunctions.StateMachine> { ARN<StepFunctions.StateMachine>(Text(.attribute(of: id, "Arn"))) }

        public var name: Name<StepFunctions.StateMachine> { Name<StepFunctions.StateMachine>(Text(.attribute(of: id, "Name"))) }

        public var stateMachineRevisionId: Text { Text(.attribute(of: id, "StateMachineRevisionId")) }

        public struct StateMachineType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var standard: Self { Self("STANDARD") }
            public static var express: Self { Self("EXPRESS") }
        }

        public struct CloudWatchLogsLogGroup: PropertyType {
            public var logGroupArn: ARN<Logs.LogGroup>?

            public init(
                logGroupArn: ARN<Logs.LogGroup>? = nil
            ) {
                self.logGroupArn = logGroupArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("LogGroupArn", logGroupArn)
                return map.value
            }
        }

        public struct EncryptionConfiguration: PropertyType {
            public var kmsDataKeyReusePeriodSeconds: Scalar<Int>?
            public var kmsKeyId: (any Designator<KMS.Key>)?
            public var type: TypeChoice

            public init(
                type: TypeChoice,
                kmsDataKeyReusePeriodSeconds: Scalar<Int>? = nil,
                kmsKeyId: (any Designator<KMS.Key>)? = nil
            ) {
                self.kmsDataKeyReusePeriodSeconds = kmsDataKeyReusePeriodSeconds
                self.kmsKeyId = kmsKeyId
                self.type = type
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("KmsDataKeyReusePeriodSeconds", kmsDataKeyReusePeriodSeconds)
                map.put("KmsKeyId", kmsKeyId)
                map.put("Type", type)
                return map.value
            }

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var customerManagedKmsKey: Self { Self("CUSTOMER_MANAGED_KMS_KEY") }
                public static var awsOwnedKey: Self { Self("AWS_OWNED_KEY") }
            }
        }

        public struct LogDestination: PropertyType {
            public var cloudWatchLogsLogGroup: CloudWatchLogsLogGroup?

            public init(
                cloudWatchLogsLogGroup: CloudWatchLogsLogGroup? = nil
            ) {
                self.cloudWatchLogsLogGroup = cloudWatchLogsLogGroup
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CloudWatchLogsLogGroup", cloudWatchLogsLogGroup)
                return map.value
            }
        }

        public struct LoggingConfiguration: PropertyType {
            public var destinations: [LogDestination]?
            public var includeExecutionData: Scalar<Bool>?
            public var level: Level?

            public init(
                destinations: [LogDestination]? = nil,
                includeExecutionData: Scalar<Bool>? = nil,
                level: Level? = nil
            ) {
                self.destinations = destinations
                self.includeExecutionData = includeExecutionData
                self.level = level
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Destinations", destinations)
                map.put("IncludeExecutionData", includeExecutionData)
                map.put("Level", level)
                return map.value
            }

            public struct Level: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var all: Self { Self("ALL") }
                public static var error: Self { Self("ERROR") }
                public static var fatal: Self { Self("FATAL") }
                public static var off: Self { Self("OFF") }
            }
        }

        public struct S3Location: PropertyType {
            public var bucket: Text
            public var key: Text
            public var version: Text?

            public init(
                bucket: Text,
                key: Text,
                version: Text? = nil
            ) {
                self.bucket = bucket
                self.key = key
                self.version = version
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Bucket", bucket)
                map.put("Key", key)
                map.put("Version", version)
                return map.value
            }
        }

        public struct TracingConfiguration: PropertyType {
            public var enabled: Scalar<Bool>?

            public init(
                enabled: Scalar<Bool>? = nil
            ) {
                self.enabled = enabled
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Enabled", enabled)
                return map.value
            }
        }
    }
}
