// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Scheduler {
    /// `AWS::Scheduler::Schedule`
    public struct Schedule: GeneratedResource {
        public static let type = "AWS::Scheduler::Schedule"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Name",
            createOnly: "Name",
            readOnly: "Arn",
            permissions: [.create: "iam:PassRole scheduler:CreateSchedule scheduler:GetSchedule", .read: "scheduler:GetSchedule", .update: "iam:PassRole scheduler:GetSchedule scheduler:UpdateSchedule", .delete: "scheduler:DeleteSchedule scheduler:GetSchedule", .list: "scheduler:ListSchedules"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var description: Text?
        public var endDate: Text?
        public var flexibleTimeWindow: FlexibleTimeWindow
        public var groupName: Text?
        public var kmsKeyArn: ARN<KMS.Key>?
        /// A change replaces the resource.
        public var name: Text?
        public var scheduleExpression: Text
        public var scheduleExpressionTimezone: Text?
        public var startDate: Text?
        public var state: ScheduleState?
        public var target: Target

        public init(
            _ logicalID: LogicalID,
            flexibleTimeWindow: FlexibleTimeWindow,
            scheduleExpression: Text,
            target: Target,
            description: Text? = nil,
            endDate: Text? = nil,
            groupName: Text? = nil,
            kmsKeyArn: ARN<KMS.Key>? = nil,
            name: Text? = nil,
            scheduleExpressionTimezone: Text? = nil,
            startDate: Text? = nil,
            state: ScheduleState? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.description = description
            self.endDate = endDate
            self.flexibleTimeWindow = flexibleTimeWindow
            self.groupName = groupName
            self.kmsKeyArn = kmsKeyArn
            self.name = name
            self.scheduleExpression = scheduleExpression
            self.scheduleExpressionTimezone = scheduleExpressionTimezone
            self.startDate = startDate
            self.state = state
            self.target = target
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Description", description)
            map.put("EndDate", endDate)
            map.put("FlexibleTimeWindow", flexibleTimeWindow)
            map.put("GroupName", groupName)
            map.put("KmsKeyArn", kmsKeyArn)
            map.put("Name", name)
            map.put("ScheduleExpression", scheduleExpression)
            map.put("ScheduleExpressionTimezone", scheduleExpressionTimezone)
            map.put("StartDate", startDate)
            map.put("State", state)
            map.put("Target", target)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<Scheduler.Schedule> { Name<Scheduler.Schedule>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<Scheduler.Schedule> { ARN<Scheduler.Schedule>(Text(.attribute(of: id, "Arn"))) }

        public struct AssignPublicIp: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var enabled: Self { Self("ENABLED") }
            public static var disabled: Self { Self("DISABLED") }
        }

        public struct FlexibleTimeWindowMode: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var off: Self { Self("OFF") }
            public static var flexible: Self { Self("FLEXIBLE") }
        }

        public struct LaunchType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var ec2: Self { Self("EC2") }
            public static var fargate: Self { Self("FARGATE") }
            public static var external: Self { Self("EXTERNAL") }
        }

        public struct PlacementConstraintType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var distinctInstance: Self { Self("distinctInstance") }
            public static var memberOf: Self { Self("memberOf") }
        }

        public struct PlacementStrategyType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var random: Self { Self("random") }
            public static var spread: Self { Self("spread") }
            public static var binpack: Self { Self("binpack") }
        }

        public struct PropagateTags: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var taskDefinition: Self { Self("TASK_DEFINITION") }
        }

        public struct ScheduleState: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var enabled: Self { Self("ENABLED") }
            public static var disabled: Self { Self("DISABLED") }
        }

        public struct AwsVpcConfiguration: PropertyType {
            public var assignPublicIp: AssignPublicIp?
            public var securityGroups: [ID<EC2.SecurityGroup>]?
            public var subnets: [ID<EC2.Subnet>]

            public init(
                subnets: [ID<EC2.Subnet>],
                assignPublicIp: AssignPublicIp? = nil,
                securityGroups: [ID<EC2.SecurityGroup>]? = nil
            ) {
                self.assignPublicIp = assignPublicIp
                self.securityGroups = securityGroups
                self.subnets = subnets
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AssignPublicIp", assignPublicIp)
                map.put("SecurityGroups", securityGroups)
                map.put("Subnets", subnets)
                return map.value
            }
        }

        public struct CapacityProviderStrategyItem: PropertyType {
            public var base: Scalar<Double>?
            public var capacityProvider: Text
            public var weight: Scalar<Double>?

            public init(
                capacityProvider: Text,
                base: Scalar<Double>? = nil,
                weight: Scalar<Double>? = nil
            ) {
                self.base = base
                self.capacityProvider = capacityProvider
                self.weight = weight
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Base", base)
                map.put("CapacityProvider", capacityProvider)
                map.put("Weight", weight)
                return map.value
            }
        }

        public struct DeadLetterConfig: PropertyType {
            public var arn: ARN<SQS.Queue>?

            public init(
                arn: ARN<SQS.Queue>? = nil
            ) {
                self.arn = arn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Arn", arn)
                return map.value
            }
        }

        public struct EcsParameters: PropertyType {
            public var capacityProviderStrategy: [CapacityProviderStrategyItem]?
            public var enableECSManagedTags: Scalar<Bool>?
            public var enableExecuteCommand: Scalar<Bool>?
            public var group: Text?
            public var launchType: LaunchType?
            public var networkConfiguration: NetworkConfiguration?
            public var placementConstraints: [PlacementConstraint]?
            public var placementStrategy: [PlacementStrategy]?
            public var platformVersion: Text?
            public var propagateTags: PropagateTags?
            public var referenceId: Text?
            public var tags: [[String: Text]]?
            public var taskCount: Scalar<Double>?
            public var taskDefinitionArn: ARN<ECS.TaskDefinition>

            public init(
                taskDefinitionArn: ARN<ECS.TaskDefinition>,
                capacityProviderStrategy: [CapacityProviderStrategyItem]? = nil,
                enableECSManagedTags: Scalar<Bool>? = nil,
                enableExecuteCommand: Scalar<Bool>? = nil,
                group: Text? = nil,
                launchType: LaunchType? = nil,
                networkConfiguration: NetworkConfiguration? = nil,
                placementConstraints: [PlacementConstraint]? = nil,
                placementStrategy: [PlacementStrategy]? = nil,
                platformVersion: Text? = nil,
                propagateTags: PropagateTags? = nil,
                referenceId: Text? = nil,
                tags: [[String: Text]]? = nil,
                taskCount: Scalar<Double>? = nil
            ) {
                self.capacityProviderStrategy = capacityProviderStrategy
                self.enableECSManagedTags = enableECSManagedTags
                self.enableExecuteCommand = enableExecuteCommand
                self.group = group
                self.launchType = launchType
                self.networkConfiguration = networkConfiguration
                self.placementConstraints = placementConstraints
                self.placementStrategy = placementStrategy
                self.platformVersion = platformVersion
                self.propagateTags = propagateTags
                self.referenceId = referenceId
                self.tags = tags
                self.taskCount = taskCount
                self.taskDefinitionArn = taskDefinitionArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CapacityProviderStrategy", capacityProviderStrategy)
                map.put("EnableECSManagedTags", enableECSManagedTags)
                map.put("EnableExecuteCommand", enableExecuteCommand)
                map.put("Group", group)
                map.put("LaunchType", launchType)
                map.put("NetworkConfiguration", networkConfiguration)
                map.put("PlacementConstraints", placementConstraints)
                map.put("PlacementStrategy", placementStrategy)
                map.put("PlatformVersion", platformVersion)
                map.put("PropagateTags", propagateTags)
                map.put("ReferenceId", referenceId)
                map.put("Tags", tags)
                map.put("TaskCount", taskCount)
                map.put("TaskDefinitionArn", taskDefinitionArn)
                return map.value
            }
        }

        public struct EventBridgeParameters: PropertyType {
            public var detailType: Text
            public var source: Text

            public init(
                detailType: Text,
                source: Text
            ) {
                self.detailType = detailType
                self.source = source
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DetailType", detailType)
                map.put("Source", source)
                return map.value
            }
        }

        public struct FlexibleTimeWindow: PropertyType {
            public var maximumWindowInMinutes: Scalar<Double>?
            public var mode: FlexibleTimeWindowMode

            public init(
                mode: FlexibleTimeWindowMode,
                maximumWindowInMinutes: Scalar<Double>? = nil
            ) {
                self.maximumWindowInMinutes = maximumWindowInMinutes
                self.mode = mode
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MaximumWindowInMinutes", maximumWindowInMinutes)
                map.put("Mode", mode)
                return map.value
            }
        }

        public struct KinesisParameters: PropertyType {
            public var partitionKey: Text

            public init(
                partitionKey: Text
            ) {
                self.partitionKey = partitionKey
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PartitionKey", partitionKey)
                return map.value
            }
        }

        public struct NetworkConfiguration: PropertyType {
            public var awsvpcConfiguration: AwsVpcConfiguration?

            public init(
                awsvpcConfiguration: AwsVpcConfiguration? = nil
            ) {
                self.awsvpcConfiguration = awsvpcConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AwsvpcConfiguration", awsvpcConfiguration)
                return map.value
            }
        }

        public struct PlacementConstraint: PropertyType {
            public var expression: Text?
            public var type: PlacementConstraintType?

            public init(
                expression: Text? = nil,
                type: PlacementConstraintType? = nil
            ) {
                self.expression = expression
                self.type = type
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Expression", expression)
                map.put("Type", type)
                return map.value
            }
        }

        public struct PlacementStrategy: PropertyType {
            public var field: Text?
            public var type: PlacementStrategyType?

            public init(
                field: Text? = nil,
                type: PlacementStrategyType? = nil
            ) {
                self.field = field
                self.type = type
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Field", field)
                map.put("Type", type)
                return map.value
            }
        }

        public struct RetryPolicy: PropertyType {
            public var maximumEventAgeInSeconds: Scalar<Double>?
            public var maximumRetryAttempts: Scalar<Double>?

            public init(
                maximumEventAgeInSeconds: Scalar<Double>? = nil,
                maximumRetryAttempts: Scalar<Double>? = nil
            ) {
                self.maximumEventAgeInSeconds = maximumEventAgeInSeconds
                self.maximumRetryAttempts = maximumRetryAttempts
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MaximumEventAgeInSeconds", maximumEventAgeInSeconds)
                map.put("MaximumRetryAttempts", maximumRetryAttempts)
                return map.value
            }
        }

        public struct SageMakerPipelineParameter: PropertyType {
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

        public struct SageMakerPipelineParameters: PropertyType {
            public var pipelineParameterList: [SageMakerPipelineParameter]?

            public init(
                pipelineParameterList: [SageMakerPipelineParameter]? = nil
            ) {
                self.pipelineParameterList = pipelineParameterList
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PipelineParameterList", pipelineParameterList)
                return map.value
            }
        }

        public struct SqsParameters: PropertyType {
            public var messageGroupId: Text?

            public init(
                messageGroupId: Text? = nil
            ) {
                self.messageGroupId = messageGroupId
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MessageGroupId", messageGroupId)
                return map.value
            }
        }

        public struct Target: PropertyType {
            public var arn: any ARNReference
            public var deadLetterConfig: DeadLetterConfig?
            public var ecsParameters: EcsParameters?
            public var eventBridgeParameters: EventBridgeParameters?
            public var input: Text?
            public var kinesisParameters: KinesisParameters?
            public var retryPolicy: RetryPolicy?
            public var roleArn: ARN<IAM.Role>
            public var sageMakerPipelineParameters: SageMakerPipelineParameters?
            public var sqsParameters: SqsParameters?

            public init(
                arn: any ARNReference,
                roleArn: ARN<IAM.Role>,
                deadLetterConfig: DeadLetterConfig? = nil,
                ecsParameters: EcsParameters? = nil,
                eventBridgeParameters: EventBridgeParameters? = nil,
                input: Text? = nil,
                kinesisParameters: KinesisParameters? = nil,
                retryPolicy: RetryPolicy? = nil,
                sageMakerPipelineParameters: SageMakerPipelineParameters? = nil,
                sqsParameters: SqsParameters? = nil
            ) {
                self.arn = arn
                self.deadLetterConfig = deadLetterConfig
                self.ecsParameters = ecsParameters
                self.eventBridgeParameters = eventBridgeParameters
                self.input = input
                self.kinesisParameters = kinesisParameters
                self.retryPolicy = retryPolicy
                self.roleArn = roleArn
                self.sageMakerPipelineParameters = sageMakerPipelineParameters
                self.sqsParameters = sqsParameters
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Arn", arn)
                map.put("DeadLetterConfig", deadLetterConfig)
                map.put("EcsParameters", ecsParameters)
                map.put("EventBridgeParameters", eventBridgeParameters)
                map.put("Input", input)
                map.put("KinesisParameters", kinesisParameters)
                map.put("RetryPolicy", retryPolicy)
                map.put("RoleArn", roleArn)
                map.put("SageMakerPipelineParameters", sageMakerPipelineParameters)
                map.put("SqsParameters", sqsParameters)
                return map.value
            }
        }
    }
}
