// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Events {
    /// `AWS::Events::Rule`
    public struct Rule: GeneratedResource {
        public static let type = "AWS::Events::Rule"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Arn",
            createOnly: "Name",
            conditionalCreateOnly: "EventBusName",
            readOnly: "Arn RuleName",
            permissions: [.create: "events:DescribeRule events:PutRule events:PutTargets events:TagResource iam:PassRole", .read: "events:DescribeRule events:ListTagsForResource events:ListTargetsByRule iam:PassRole", .update: "events:DescribeRule events:PutRule events:PutTargets events:RemoveTargets events:TagResource events:UntagResource iam:PassRole", .delete: "events:DeleteRule events:DescribeRule events:ListTargetsByRule events:RemoveTargets iam:PassRole", .list: "events:ListRules"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var description: Text?
        /// A change may replace the resource.
        public var eventBusName: (any Designator<Events.EventBus>)?
        public var eventPattern: Value?
        /// A change replaces the resource.
        public var name: Text?
        public var roleArn: ARN<IAM.Role>?
        public var scheduleExpression: Text?
        public var state: State?
        public var tags: [Tag]?
        public var targets: [Target]?

        public init(
            _ logicalID: LogicalID,
            description: Text? = nil,
            eventBusName: (any Designator<Events.EventBus>)? = nil,
            eventPattern: Value? = nil,
            name: Text? = nil,
            roleArn: ARN<IAM.Role>? = nil,
            scheduleExpression: Text? = nil,
            state: State? = nil,
            tags: [Tag]? = nil,
            targets: [Target]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.description = description
            self.eventBusName = eventBusName
            self.eventPattern = eventPattern
            self.name = name
            self.roleArn = roleArn
            self.scheduleExpression = scheduleExpression
            self.state = state
            self.tags = tags
            self.targets = targets
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Description", description)
            map.put("EventBusName", eventBusName)
            map.put("EventPattern", eventPattern)
            map.put("Name", name)
            map.put("RoleArn", roleArn)
            map.put("ScheduleExpression", scheduleExpression)
            map.put("State", state)
            map.put("Tags", tags)
            map.put("Targets", targets)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<Events.Rule> { Name<Events.Rule>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<Events.Rule> { ARN<Events.Rule>(Text(.attribute(of: id, "Arn"))) }

        public var ruleName: Name<Events.Rule> { Name<Events.Rule>(Text(.attribute(of: id, "RuleName"))) }

        public struct State: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var disabled: Self { Self("DISABLED") }
            public static var enabled: Self { Self("ENABLED") }
            public static var enabledWithAllCloudtrailManagementEvents: Self { Self("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS") }
        }

        public struct AppSyncParameters: PropertyType {
            public var graphQLOperation: Text

            public init(
                graphQLOperation: Text
            ) {
                self.graphQLOperation = graphQLOperation
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("GraphQLOperation", graphQLOperation)
                return map.value
            }
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

            public struct AssignPublicIp: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var disabled: Self { Self("DISABLED") }
                public static var enabled: Self { Self("ENABLED") }
            }
        }

        public struct BatchArrayProperties: PropertyType {
            public var size: Scalar<Int>?

            public init(
                size: Scalar<Int>? = nil
            ) {
                self.size = size
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Size", size)
                return map.value
            }
        }

        public struct BatchParameters: PropertyType {
            public var arrayProperties: BatchArrayProperties?
            public var jobDefinition: Text
            public var jobName: Text
            public var retryStrategy: BatchRetryStrategy?

            public init(
                jobDefinition: Text,
                jobName: Text,
                arrayProperties: BatchArrayProperties? = nil,
                retryStrategy: BatchRetryStrategy? = nil
            ) {
                self.arrayProperties = arrayProperties
                self.jobDefinition = jobDefinition
                self.jobName = jobName
                self.retryStrategy = retryStrategy
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ArrayProperties", arrayProperties)
                map.put("JobDefinition", jobDefinition)
                map.put("JobName", jobName)
                map.put("RetryStrategy", retryStrategy)
                return map.value
            }
        }

        public struct BatchRetryStrategy: PropertyType {
            public var attempts: Scalar<Int>?

            public init(
                attempts: Scalar<Int>? = nil
            ) {
                self.attempts = attempts
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Attempts", attempts)
                return map.value
            }
        }

        public struct CapacityProviderStrategyItem: PropertyType {
            public var base: Scalar<Int>?
            public var capacityProvider: Text
            public var weight: Scalar<Int>?

            public init(
                capacityProvider: Text,
                base: Scalar<Int>? = nil,
                weight: Scalar<Int>? = nil
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
            public var placementStrategies: [PlacementStrategy]?
            public var platformVersion: Text?
            public var propagateTags: PropagateTags?
            public var referenceId: Text?
            public var tagList: [Tag]?
            public var taskCount: Scalar<Int>?
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
                placementStrategies: [PlacementStrategy]? = nil,
                platformVersion: Text? = nil,
                propagateTags: PropagateTags? = nil,
                referenceId: Text? = nil,
                tagList: [Tag]? = nil,
                taskCount: Scalar<Int>? = nil
            ) {
                self.capacityProviderStrategy = capacityProviderStrategy
                self.enableECSManagedTags = enableECSManagedTags
                self.enableExecuteCommand = enableExecuteCommand
                self.group = group
                self.launchType = launchType
                self.networkConfiguration = networkConfiguration
                self.placementConstraints = placementConstraints
                self.placementStrategies = placementStrategies
                self.platformVersion = platformVersion
                self.propagateTags = propagateTags
                self.referenceId = referenceId
                self.tagList = tagList
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
                map.put("PlacementStrategies", placementStrategies)
                map.put("PlatformVersion", platformVersion)
                map.put("PropagateTags", propagateTags)
                map.put("ReferenceId", referenceId)
                map.put("TagList", tagList)
                map.put("TaskCount", taskCount)
                map.put("TaskDefinitionArn", taskDefinitionArn)
                return map.value
            }

            public struct LaunchType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var ec2: Self { Self("EC2") }
                public static var external: Self { Self("EXTERNAL") }
                public static var fargate: Self { Self("FARGATE") }
            }

            public struct PropagateTags: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var taskDefinition: Self { Self("TASK_DEFINITION") }
            }
        }

        public struct HttpParameters: PropertyType {
            public var headerParameters: [String: Text]?
            public var pathParameterValues: [Text]?
            public var queryStringParameters: [String: Text]?

            public init(
                headerParameters: [String: Text]? = nil,
                pathParameterValues: [Text]? = nil,
                queryStringParameters: [String: Text]? = nil
            ) {
                self.headerParameters = headerParameters
                self.pathParameterValues = pathParameterValues
                self.queryStringParameters = queryStringParameters
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("HeaderParameters", headerParameters)
                map.put("PathParameterValues", pathParameterValues)
                map.put("QueryStringParameters", queryStringParameters)
                return map.value
            }
        }

        public struct InputTransformer: PropertyType {
            public var inputPathsMap: [String: Text]?
            public var inputTemplate: Text

            public init(
                inputTemplate: Text,
                inputPathsMap: [String: Text]? = nil
            ) {
                self.inputPathsMap = inputPathsMap
                self.inputTemplate = inputTemplate
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("InputPathsMap", inputPathsMap)
                map.put("InputTemplate", inputTemplate)
                return map.value
            }
        }

        public struct KinesisParameters: PropertyType {
            public var partitionKeyPath: Text

            public init(
                partitionKeyPath: Text
            ) {
                self.partitionKeyPath = partitionKeyPath
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PartitionKeyPath", partitionKeyPath)
                return map.value
            }
        }

        public struct NetworkConfiguration: PropertyType {
            public var awsVpcConfiguration: AwsVpcConfiguration?

            public init(
                awsVpcConfiguration: AwsVpcConfiguration? = nil
            ) {
                self.awsVpcConfiguration = awsVpcConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AwsVpcConfiguration", awsVpcConfiguration)
                return map.value
            }
        }

        public struct PlacementConstraint: PropertyType {
            public var expression: Text?
            public var type: TypeChoice?

            public init(
                expression: Text? = nil,
                type: TypeChoice? = nil
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

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var distinctInstance: Self { Self("distinctInstance") }
                public static var memberOf: Self { Self("memberOf") }
            }
        }

        public struct PlacementStrategy: PropertyType {
            public var field: Text?
            public var type: Text?

            public init(
                field: Text? = nil,
                type: Text? = nil
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

        public struct RedshiftDataParameters: PropertyType {
            public var database: Text
            public var dbUser: Text?
            public var secretManagerArn: (any ARNReference)?
            public var sql: Text?
            public var sqls: [Text]?
            public var statementName: Text?
            public var withEvent: Scalar<Bool>?

            public init(
                database: Text,
                dbUser: Text? = nil,
                secretManagerArn: (any ARNReference)? = nil,
                sql: Text? = nil,
                sqls: [Text]? = nil,
                statementName: Text? = nil,
                withEvent: Scalar<Bool>? = nil
            ) {
                self.database = database
                self.dbUser = dbUser
                self.secretManagerArn = secretManagerArn
                self.sql = sql
                self.sqls = sqls
                self.statementName = statementName
                self.withEvent = withEvent
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Database", database)
                map.put("DbUser", dbUser)
                map.put("SecretManagerArn", secretManagerArn)
                map.put("Sql", sql)
                map.put("Sqls", sqls)
                map.put("StatementName", statementName)
                map.put("WithEvent", withEvent)
                return map.value
            }
        }

        public struct RetryPolicy: PropertyType {
            public var maximumEventAgeInSeconds: Scalar<Int>?
            public var maximumRetryAttempts: Scalar<Int>?

            public init(
                maximumEventAgeInSeconds: Scalar<Int>? = nil,
                maximumRetryAttempts: Scalar<Int>? = nil
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

        public struct RunCommandParameters: PropertyType {
            public var runCommandTargets: [RunCommandTarget]

            public init(
                runCommandTargets: [RunCommandTarget]
            ) {
                self.runCommandTargets = runCommandTargets
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("RunCommandTargets", runCommandTargets)
                return map.value
            }
        }

        public struct RunCommandTarget: PropertyType {
            public var key: Text
            public var values: [Text]

            public init(
                key: Text,
                values: [Text]
            ) {
                self.key = key
                self.values = values
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Key", key)
                map.put("Values", values)
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
            public var messageGroupId: Text

            public init(
                messageGroupId: Text
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
            public var appSyncParameters: AppSyncParameters?
            public var arn: any ARNReference
            public var batchParameters: BatchParameters?
            public var deadLetterConfig: DeadLetterConfig?
            public var ecsParameters: EcsParameters?
            public var httpParameters: HttpParameters?
            public var id: Text
            public var input: Text?
            public var inputPath: Text?
            public var inputTransformer: InputTransformer?
            public var kinesisParameters: KinesisParameters?
            public var redshiftDataParameters: RedshiftDataParameters?
            public var retryPolicy: RetryPolicy?
            public var roleArn: ARN<IAM.Role>?
            public var runCommandParameters: RunCommandParameters?
            public var sageMakerPipelineParameters: SageMakerPipelineParameters?
            public var sqsParameters: SqsParameters?

            public init(
                arn: any ARNReference,
                id: Text,
                appSyncParameters: AppSyncParameters? = nil,
                batchParameters: BatchParameters? = nil,
                deadLetterConfig: DeadLetterConfig? = nil,
                ecsParameters: EcsParameters? = nil,
                httpParameters: HttpParameters? = nil,
                input: Text? = nil,
                inputPath: Text? = nil,
                inputTransformer: InputTransformer? = nil,
                kinesisParameters: KinesisParameters? = nil,
                redshiftDataParameters: RedshiftDataParameters? = nil,
                retryPolicy: RetryPolicy? = nil,
                roleArn: ARN<IAM.Role>? = nil,
                runCommandParameters: RunCommandParameters? = nil,
                sageMakerPipelineParameters: SageMakerPipelineParameters? = nil,
                sqsParameters: SqsParameters? = nil
            ) {
                self.appSyncParameters = appSyncParameters
                self.arn = arn
                self.batchParameters = batchParameters
                self.deadLetterConfig = deadLetterConfig
                self.ecsParameters = ecsParameters
                self.httpParameters = httpParameters
                self.id = id
                self.input = input
                self.inputPath = inputPath
                self.inputTransformer = inputTransformer
                self.kinesisParameters = kinesisParameters
                self.redshiftDataParameters = redshiftDataParameters
                self.retryPolicy = retryPolicy
                self.roleArn = roleArn
                self.runCommandParameters = runCommandParameters
                self.sageMakerPipelineParameters = sageMakerPipelineParameters
                self.sqsParameters = sqsParameters
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AppSyncParameters", appSyncParameters)
                map.put("Arn", arn)
                map.put("BatchParameters", batchParameters)
                map.put("DeadLetterConfig", deadLetterConfig)
                map.put("EcsParameters", ecsParameters)
                map.put("HttpParameters", httpParameters)
                map.put("Id", id)
                map.put("Input", input)
                map.put("InputPath", inputPath)
                map.put("InputTransformer", inputTransformer)
                map.put("KinesisParameters", kinesisParameters)
                map.put("RedshiftDataParameters", redshiftDataParameters)
                map.put("RetryPolicy", retryPolicy)
                map.put("RoleArn", roleArn)
                map.put("RunCommandParameters", runCommandParameters)
                map.put("SageMakerPipelineParameters", sageMakerPipelineParameters)
                map.put("SqsParameters", sqsParameters)
                return map.value
            }
        }
    }
}
