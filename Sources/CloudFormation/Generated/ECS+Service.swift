// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension ECS {
    /// `AWS::ECS::Service`
    public struct Service: GeneratedResource {
        public static let type = "AWS::ECS::Service"
        public static let facts = ResourceFacts(
            primaryIdentifier: "ServiceArn Cluster",
            createOnly: "Cluster Role SchedulingStrategy ServiceName",
            conditionalCreateOnly: "LaunchType",
            readOnly: "ServiceArn Name",
            writeOnly: "GatewayConnectors ServiceConnectConfiguration VolumeConfigurations ForceNewDeployment Monitoring",
            permissions: [.create: "ecs:CreateService ecs:DescribeServiceDeployments ecs:DescribeServices ecs:ListServiceDeployments ecs:TagResource iam:PassRole", .read: "ecs:DescribeServices", .update: "ecs:DescribeServiceDeployments ecs:DescribeServices ecs:ListServiceDeployments ecs:ListTagsForResource ecs:StopServiceDeployment ecs:TagResource ecs:UntagResource ecs:UpdateService", .delete: "ecs:DeleteService ecs:DescribeServices", .list: "ecs:DescribeServices ecs:ListClusters ecs:ListServices"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var availabilityZoneRebalancing: AvailabilityZoneRebalancing?
        public var capacityProviderStrategy: [CapacityProviderStrategyItem]?
        /// A change replaces the resource.
        public var cluster: (any Designator<ECS.Cluster>)?
        public var deploymentConfiguration: DeploymentConfiguration?
        public var deploymentController: DeploymentController?
        public var desiredCount: Scalar<Int>?
        public var enableECSManagedTags: Scalar<Bool>?
        public var enableExecuteCommand: Scalar<Bool>?
        /// Never read back.
        public var forceNewDeployment: ForceNewDeployment?
        /// Never read back.
        public var gatewayConnectors: [GatewayConnector]?
        public var healthCheckGracePeriodSeconds: Scalar<Int>?
        /// A change may replace the resource.
        public var launchType: LaunchType?
        public var loadBalancers: [LoadBalancer]?
        /// Never read back.
        public var monitoring: MonitoringConfiguration?
        public var networkConfiguration: NetworkConfiguration?
        public var placementConstraints: [PlacementConstraint]?
        public var placementStrategies: [PlacementStrategy]?
        public var platformVersion: Text?
        public var propagateTags: PropagateTags?
        /// A change replaces the resource.
        public var role: Text?
        /// A change replaces the resource.
        public var schedulingStrategy: SchedulingStrategy?
        /// Never read back.
        public var serviceConnectConfiguration: ServiceConnectConfiguration?
        /// A change replaces the resource.
        public var serviceName: Text?
        public var serviceRegistries: [ServiceRegistry]?
        public var tags: [Tag]?
        public var taskDefinition: ARN<ECS.TaskDefinition>?
        /// Never read back.
        public var volumeConfigurations: [ServiceVolumeConfiguration]?
        public var vpcLatticeConfigurations: [VpcLatticeConfiguration]?

        public init(
            _ logicalID: LogicalID,
            availabilityZoneRebalancing: AvailabilityZoneRebalancing? = nil,
            capacityProviderStrategy: [CapacityProviderStrategyItem]? = nil,
            cluster: (any Designator<ECS.Cluster>)? = nil,
            deploymentConfiguration: DeploymentConfiguration? = nil,
            deploymentController: DeploymentController? = nil,
            desiredCount: Scalar<Int>? = nil,
            enableECSManagedTags: Scalar<Bool>? = nil,
            enableExecuteCommand: Scalar<Bool>? = nil,
            forceNewDeployment: ForceNewDeployment? = nil,
            gatewayConnectors: [GatewayConnector]? = nil,
            healthCheckGracePeriodSeconds: Scalar<Int>? = nil,
            launchType: LaunchType? = nil,
            loadBalancers: [LoadBalancer]? = nil,
            monitoring: MonitoringConfiguration? = nil,
            networkConfiguration: NetworkConfiguration? = nil,
            placementConstraints: [PlacementConstraint]? = nil,
            placementStrategies: [PlacementStrategy]? = nil,
            platformVersion: Text? = nil,
            propagateTags: PropagateTags? = nil,
            role: Text? = nil,
            schedulingStrategy: SchedulingStrategy? = nil,
            serviceConnectConfiguration: ServiceConnectConfiguration? = nil,
            serviceName: Text? = nil,
            serviceRegistries: [ServiceRegistry]? = nil,
            tags: [Tag]? = nil,
            taskDefinition: ARN<ECS.TaskDefinition>? = nil,
            volumeConfigurations: [ServiceVolumeConfiguration]? = nil,
            vpcLatticeConfigurations: [VpcLatticeConfiguration]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.availabilityZoneRebalancing = availabilityZoneRebalancing
            self.capacityProviderStrategy = capacityProviderStrategy
            self.cluster = cluster
            self.deploymentConfiguration = deploymentConfiguration
            self.deploymentController = deploymentController
            self.desiredCount = desiredCount
            self.enableECSManagedTags = enableECSManagedTags
            self.enableExecuteCommand = enableExecuteCommand
            self.forceNewDeployment = forceNewDeployment
            self.gatewayConnectors = gatewayConnectors
            self.healthCheckGracePeriodSeconds = healthCheckGracePeriodSeconds
            self.launchType = launchType
            self.loadBalancers = loadBalancers
            self.monitoring = monitoring
            self.networkConfiguration = networkConfiguration
            self.placementConstraints = placementConstraints
            self.placementStrategies = placementStrategies
            self.platformVersion = platformVersion
            self.propagateTags = propagateTags
            self.role = role
            self.schedulingStrategy = schedulingStrategy
            self.serviceConnectConfiguration = serviceConnectConfiguration
            self.serviceName = serviceName
            self.serviceRegistries = serviceRegistries
            self.tags = tags
            self.taskDefinition = taskDefinition
            self.volumeConfigurations = volumeConfigurations
            self.vpcLatticeConfigurations = vpcLatticeConfigurations
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AvailabilityZoneRebalancing", availabilityZoneRebalancing)
            map.put("CapacityProviderStrategy", capacityProviderStrategy)
            map.put("Cluster", cluster)
            map.put("DeploymentConfiguration", deploymentConfiguration)
            map.put("DeploymentController", deploymentController)
            map.put("DesiredCount", desiredCount)
            map.put("EnableECSManagedTags", enableECSManagedTags)
            map.put("EnableExecuteCommand", enableExecuteCommand)
            map.put("ForceNewDeployment", forceNewDeployment)
            map.put("GatewayConnectors", gatewayConnectors)
            map.put("HealthCheckGracePeriodSeconds", healthCheckGracePeriodSeconds)
            map.put("LaunchType", launchType)
            map.put("LoadBalancers", loadBalancers)
            map.put("Monitoring", monitoring)
            map.put("NetworkConfiguration", networkConfiguration)
            map.put("PlacementConstraints", placementConstraints)
            map.put("PlacementStrategies", placementStrategies)
            map.put("PlatformVersion", platformVersion)
            map.put("PropagateTags", propagateTags)
            map.put("Role", role)
            map.put("SchedulingStrategy", schedulingStrategy)
            map.put("ServiceConnectConfiguration", serviceConnectConfiguration)
            map.put("ServiceName", serviceName)
            map.put("ServiceRegistries", serviceRegistries)
            map.put("Tags", tags)
            map.put("TaskDefinition", taskDefinition)
            map.put("VolumeConfigurations", volumeConfigurations)
            map.put("VpcLatticeConfigurations", vpcLatticeConfigurations)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<ECS.Service> { ARN<ECS.Service>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var name: Name<ECS.Service> { Name<ECS.Service>(Text(.attribute(of: id, "Name"))) }

        public var serviceArn: ARN<ECS.Service> { ARN<ECS.Service>(Text(.attribute(of: id, "ServiceArn"))) }

        public struct AvailabilityZoneRebalancing: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var enabled: Self { Self("ENABLED") }
            public static var disabled: Self { Self("DISABLED") }
        }

        public struct LaunchType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var ec2: Self { Self("EC2") }
            public static var fargate: Self { Self("FARGATE") }
            public static var external: Self { Self("EXTERNAL") }
        }

        public struct PropagateTags: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var service: Self { Self("SERVICE") }
            public static var taskDefinition: Self { Self("TASK_DEFINITION") }
        }

        public struct SchedulingStrategy: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var daemon: Self { Self("DAEMON") }
            public static var replica: Self { Self("REPLICA") }
        }

        public struct AdvancedConfiguration: PropertyType {
            public var alternateTargetGroupArn: any ARNReference
            public var productionListenerRule: Text?
            public var roleArn: ARN<IAM.Role>?
            public var testListenerRule: Text?

            public init(
                alternateTargetGroupArn: any ARNReference,
                productionListenerRule: Text? = nil,
                roleArn: ARN<IAM.Role>? = nil,
                testListenerRule: Text? = nil
            ) {
                self.alternateTargetGroupArn = alternateTargetGroupArn
                self.productionListenerRule = productionListenerRule
                self.roleArn = roleArn
                self.testListenerRule = testListenerRule
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AlternateTargetGroupArn", alternateTargetGroupArn)
                map.put("ProductionListenerRule", productionListenerRule)
                map.put("RoleArn", roleArn)
                map.put("TestListenerRule", testListenerRule)
                return map.value
            }
        }

        public struct AwsVpcConfiguration: PropertyType {
            public var assignPublicIp: AssignPublicIp?
            public var securityGroups: [ID<EC2.SecurityGroup>]?
            public var subnets: [ID<EC2.Subnet>]?

            public init(
                assignPublicIp: AssignPublicIp? = nil,
                securityGroups: [ID<EC2.SecurityGroup>]? = nil,
                subnets: [ID<EC2.Subnet>]? = nil
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

        public struct CanaryConfiguration: PropertyType {
            public var canaryBakeTimeInMinutes: Scalar<Int>?
            public var canaryPercent: Scalar<Double>?

            public init(
                canaryBakeTimeInMinutes: Scalar<Int>? = nil,
                canaryPercent: Scalar<Double>? = nil
            ) {
                self.canaryBakeTimeInMinutes = canaryBakeTimeInMinutes
                self.canaryPercent = canaryPercent
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CanaryBakeTimeInMinutes", canaryBakeTimeInMinutes)
                map.put("CanaryPercent", canaryPercent)
                return map.value
            }
        }

        public struct CapacityProviderStrategyItem: PropertyType {
            public var base: Scalar<Int>?
            public var capacityProvider: Text?
            public var weight: Scalar<Int>?

            public init(
                base: Scalar<Int>? = nil,
                capacityProvider: Text? = nil,
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

        public struct DeploymentAlarms: PropertyType {
            public var alarmNames: [Name<CloudWatch.Alarm>]
            public var enable: Scalar<Bool>
            public var rollback: Scalar<Bool>

            public init(
                alarmNames: [Name<CloudWatch.Alarm>],
                enable: Scalar<Bool>,
                rollback: Scalar<Bool>
            ) {
                self.alarmNames = alarmNames
                self.enable = enable
                self.rollback = rollback
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AlarmNames", alarmNames)
                map.put("Enable", enable)
                map.put("Rollback", rollback)
                return map.value
            }
        }

        public struct DeploymentCircuitBreaker: PropertyType {
            public var enable: Scalar<Bool>
            public var resetOnHealthyTask: Scalar<Bool>?
            public var rollback: Scalar<Bool>
            public var thresholdConfiguration: ThresholdConfiguration?

            public init(
                enable: Scalar<Bool>,
                rollback: Scalar<Bool>,
                resetOnHealthyTask: Scalar<Bool>? = nil,
                thresholdConfiguration: ThresholdConfiguration? = nil
            ) {
                self.enable = enable
                self.resetOnHealthyTask = resetOnHealthyTask
                self.rollback = rollback
                self.thresholdConfiguration = thresholdConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Enable", enable)
                map.put("ResetOnHealthyTask", resetOnHealthyTask)
                map.put("Rollback", rollback)
                map.put("ThresholdConfiguration", thresholdConfiguration)
                return map.value
            }
        }

        public struct DeploymentConfiguration: PropertyType {
            public var alarms: DeploymentAlarms?
            public var bakeTimeInMinutes: Scalar<Int>?
            public var canaryConfiguration: CanaryConfiguration?
            public var deploymentCircuitBreaker: DeploymentCircuitBreaker?
            public var earlySuccessCriteria: DeploymentEarlySuccessCriteria?
            public var lifecycleHooks: [DeploymentLifecycleHook]?
            public var linearConfiguration: LinearConfiguration?
            public var maximumPercent: Scalar<Int>?
            public var minimumHealthyPercent: Scalar<Int>?
            public var strategy: Strategy?

            public init(
                alarms: DeploymentAlarms? = nil,
                bakeTimeInMinutes: Scalar<Int>? = nil,
                canaryConfiguration: CanaryConfiguration? = nil,
                deploymentCircuitBreaker: DeploymentCircuitBreaker? = nil,
                earlySuccessCriteria: DeploymentEarlySuccessCriteria? = nil,
                lifecycleHooks: [DeploymentLifecycleHook]? = nil,
                linearConfiguration: LinearConfiguration? = nil,
                maximumPercent: Scalar<Int>? = nil,
                minimumHealthyPercent: Scalar<Int>? = nil,
                strategy: Strategy? = nil
            ) {
                self.alarms = alarms
                self.bakeTimeInMinutes = bakeTimeInMinutes
                self.canaryConfiguration = canaryConfiguration
                self.deploymentCircuitBreaker = deploymentCircuitBreaker
                self.earlySuccessCriteria = earlySuccessCriteria
                self.lifecycleHooks = lifecycleHooks
                self.linearConfiguration = linearConfiguration
                self.maximumPercent = maximumPercent
                self.minimumHealthyPercent = minimumHealthyPercent
                self.strategy = strategy
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Alarms", alarms)
                map.put("BakeTimeInMinutes", bakeTimeInMinutes)
                map.put("CanaryConfiguration", canaryConfiguration)
                map.put("DeploymentCircuitBreaker", deploymentCircuitBreaker)
                map.put("EarlySuccessCriteria", earlySuccessCriteria)
                map.put("LifecycleHooks", lifecycleHooks)
                map.put("LinearConfiguration", linearConfiguration)
                map.put("MaximumPercent", maximumPercent)
                map.put("MinimumHealthyPercent", minimumHealthyPercent)
                map.put("Strategy", strategy)
                return map.value
            }

            public struct Strategy: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var rolling: Self { Self("ROLLING") }
                public static var blueGreen: Self { Self("BLUE_GREEN") }
                public static var linear: Self { Self("LINEAR") }
                public static var canary: Self { Self("CANARY") }
            }
        }

        public struct DeploymentController: PropertyType {
            public var type: TypeChoice?

            public init(
                type: TypeChoice? = nil
            ) {
                self.type = type
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Type", type)
                return map.value
            }

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var codeDeploy: Self { Self("CODE_DEPLOY") }
                public static var ecs: Self { Self("ECS") }
                public static var external: Self { Self("EXTERNAL") }
            }
        }

        public struct DeploymentEarlySuccessCriteria: PropertyType {
            public var enable: Scalar<Bool>?
            public var healthyPercent: Scalar<Int>?
            public var sourceServiceRevisionCleanup: SourceServiceRevisionCleanup?

            public init(
                enable: Scalar<Bool>? = nil,
                healthyPercent: Scalar<Int>? = nil,
                sourceServiceRevisionCleanup: SourceServiceRevisionCleanup? = nil
            ) {
                self.enable = enable
                self.healthyPercent = healthyPercent
                self.sourceServiceRevisionCleanup = sourceServiceRevisionCleanup
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Enable", enable)
                map.put("HealthyPercent", healthyPercent)
                map.put("SourceServiceRevisionCleanup", sourceServiceRevisionCleanup)
                return map.value
            }

            public struct SourceServiceRevisionCleanup: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var blocking: Self { Self("BLOCKING") }
                public static var deferred: Self { Self("DEFERRED") }
            }
        }

        public struct DeploymentLifecycleHook: PropertyType {
            public var hookDetails: Value?
            public var hookTargetArn: (any ARNReference)?
            public var lifecycleStages: [LifecycleStage]
            public var roleArn: ARN<IAM.Role>?
            public var targetType: TargetType?
            public var timeoutConfiguration: HookTimeoutConfig?

            public init(
                lifecycleStages: [LifecycleStage],
                hookDetails: Value? = nil,
                hookTargetArn: (any ARNReference)? = nil,
                roleArn: ARN<IAM.Role>? = nil,
                targetType: TargetType? = nil,
                timeoutConfiguration: HookTimeoutConfig? = nil
            ) {
                self.hookDetails = hookDetails
                self.hookTargetArn = hookTargetArn
                self.lifecycleStages = lifecycleStages
                self.roleArn = roleArn
                self.targetType = targetType
                self.timeoutConfiguration = timeoutConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("HookDetails", hookDetails)
                map.put("HookTargetArn", hookTargetArn)
                map.put("LifecycleStages", lifecycleStages)
                map.put("RoleArn", roleArn)
                map.put("TargetType", targetType)
                map.put("TimeoutConfiguration", timeoutConfiguration)
                return map.value
            }

            public struct LifecycleStage: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var reconcileService: Self { Self("RECONCILE_SERVICE") }
                public static var preScaleUp: Self { Self("PRE_SCALE_UP") }
                public static var postScaleUp: Self { Self("POST_SCALE_UP") }
                public static var testTrafficShift: Self { Self("TEST_TRAFFIC_SHIFT") }
                public static var postTestTrafficShift: Self { Self("POST_TEST_TRAFFIC_SHIFT") }
                public static var preProductionTrafficShift: Self { Self("PRE_PRODUCTION_TRAFFIC_SHIFT") }
                public static var productionTrafficShift: Self { Self("PRODUCTION_TRAFFIC_SHIFT") }
                public static var postProductionTrafficShift: Self { Self("POST_PRODUCTION_TRAFFIC_SHIFT") }
            }

            public struct TargetType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var awsLambda: Self { Self("AWS_LAMBDA") }
                public static var pause: Self { Self("PAUSE") }
            }
        }

        public struct EBSTagSpecification: PropertyType {
            public var propagateTags: PropagateTags?
            public var resourceType: ResourceType
            public var tags: [Tag]?

            public init(
                resourceType: ResourceType,
                propagateTags: PropagateTags? = nil,
                tags: [Tag]? = nil
            ) {
                self.propagateTags = propagateTags
                self.resourceType = resourceType
                self.tags = tags
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PropagateTags", propagateTags)
                map.put("ResourceType", resourceType)
                map.put("Tags", tags)
                return map.value
            }

            public struct PropagateTags: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var service: Self { Self("SERVICE") }
                public static var taskDefinition: Self { Self("TASK_DEFINITION") }
            }

            public struct ResourceType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var volume: Self { Self("volume") }
            }
        }

        public struct ForceNewDeployment: PropertyType {
            public var enableForceNewDeployment: Scalar<Bool>
            public var forceNewDeploymentNonce: Text?

            public init(
                enableForceNewDeployment: Scalar<Bool>,
                forceNewDeploymentNonce: Text? = nil
            ) {
                self.enableForceNewDeployment = enableForceNewDeployment
                self.forceNewDeploymentNonce = forceNewDeploymentNonce
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EnableForceNewDeployment", enableForceNewDeployment)
                map.put("ForceNewDeploymentNonce", forceNewDeploymentNonce)
                return map.value
            }
        }

        public struct GatewayConnector: PropertyType {
            public var filters: GatewayConnectorFilters?
            public var healthCheck: GatewayConnectorHealthCheck?
            public var portName: Text

            public init(
                portName: Text,
                filters: GatewayConnectorFilters? = nil,
                healthCheck: GatewayConnectorHealthCheck? = nil
            ) {
                self.filters = filters
                self.healthCheck = healthCheck
                self.portName = portName
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Filters", filters)
                map.put("HealthCheck", healthCheck)
                map.put("PortName", portName)
                return map.value
            }
        }

        public struct GatewayConnectorFilters: PropertyType {
            public var accessTypes: [AccessType]?

            public init(
                accessTypes: [AccessType]? = nil
            ) {
                self.accessTypes = accessTypes
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccessTypes", accessTypes)
                return map.value
            }

            public struct AccessType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var `public`: Self { Self("PUBLIC") }
                public static var `private`: Self { Self("PRIVATE") }
            }
        }

        public struct GatewayConnectorHealthCheck: PropertyType {
            public var healthCheckIntervalSeconds: Scalar<Int>?
            public var healthCheckPath: Text?
            public var healthCheckPort: Scalar<Int>?
            public var healthCheckProtocol: HealthCheckProtocol?
            public var healthCheckTimeoutSeconds: Scalar<Int>?
            public var healthyThresholdCount: Scalar<Int>?
            public var matcher: GatewayConnectorHealthCheckMatcher?
            public var unhealthyThresholdCount: Scalar<Int>?

            public init(
                healthCheckIntervalSeconds: Scalar<Int>? = nil,
                healthCheckPath: Text? = nil,
                healthCheckPort: Scalar<Int>? = nil,
                healthCheckProtocol: HealthCheckProtocol? = nil,
                healthCheckTimeoutSeconds: Scalar<Int>? = nil,
                healthyThresholdCount: Scalar<Int>? = nil,
                matcher: GatewayConnectorHealthCheckMatcher? = nil,
                unhealthyThresholdCount: Scalar<Int>? = nil
            ) {
                self.healthCheckIntervalSeconds = healthCheckIntervalSeconds
                self.healthCheckPath = healthCheckPath
                self.healthCheckPort = healthCheckPort
                self.healthCheckProtocol = healthCheckProtocol
                self.healthCheckTimeoutSeconds = healthCheckTimeoutSeconds
                self.healthyThresholdCount = healthyThresholdCount
                self.matcher = matcher
                self.unhealthyThresholdCount = unhealthyThresholdCount
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("HealthCheckIntervalSeconds", healthCheckIntervalSeconds)
                map.put("HealthCheckPath", healthCheckPath)
                map.put("HealthCheckPort", healthCheckPort)
                map.put("HealthCheckProtocol", healthCheckProtocol)
                map.put("HealthCheckTimeoutSeconds", healthCheckTimeoutSeconds)
                map.put("HealthyThresholdCount", healthyThresholdCount)
                map.put("Matcher", matcher)
                map.put("UnhealthyThresholdCount", unhealthyThresholdCount)
                return map.value
            }

            public struct HealthCheckProtocol: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var http: Self { Self("HTTP") }
                public static var https: Self { Self("HTTPS") }
            }
        }

        public struct GatewayConnectorHealthCheckMatcher: PropertyType {
            public var grpcCode: Text?
            public var httpCode: Text?

            public init(
                grpcCode: Text? = nil,
                httpCode: Text? = nil
            ) {
                self.grpcCode = grpcCode
                self.httpCode = httpCode
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("GrpcCode", grpcCode)
                map.put("HttpCode", httpCode)
                return map.value
            }
        }

        public struct HookTimeoutConfig: PropertyType {
            public var action: Action?
            public var timeoutInMinutes: Scalar<Int>?

            public init(
                action: Action? = nil,
                timeoutInMinutes: Scalar<Int>? = nil
            ) {
                self.action = action
                self.timeoutInMinutes = timeoutInMinutes
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Action", action)
                map.put("TimeoutInMinutes", timeoutInMinutes)
                return map.value
            }

            public struct Action: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var rollback: Self { Self("ROLLBACK") }
                public static var `continue`: Self { Self("CONTINUE") }
            }
        }

        public struct LinearConfiguration: PropertyType {
            public var stepBakeTimeInMinutes: Scalar<Int>?
            public var stepPercent: Scalar<Double>?

            public init(
                stepBakeTimeInMinutes: Scalar<Int>? = nil,
                stepPercent: Scalar<Double>? = nil
            ) {
                self.stepBakeTimeInMinutes = stepBakeTimeInMinutes
                self.stepPercent = stepPercent
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("StepBakeTimeInMinutes", stepBakeTimeInMinutes)
                map.put("StepPercent", stepPercent)
                return map.value
            }
        }

        public struct LoadBalancer: PropertyType {
            public var advancedConfiguration: AdvancedConfiguration?
            public var containerName: Text?
            public var containerPort: Scalar<Int>?
            public var loadBalancerName: Text?
            public var targetGroupArn: (any ARNReference)?

            public init(
                advancedConfiguration: AdvancedConfiguration? = nil,
                containerName: Text? = nil,
                containerPort: Scalar<Int>? = nil,
                loadBalancerName: Text? = nil,
                targetGroupArn: (any ARNReference)? = nil
            ) {
                self.advancedConfiguration = advancedConfiguration
                self.containerName = containerName
                self.containerPort = containerPort
                self.loadBalancerName = loadBalancerName
                self.targetGroupArn = targetGroupArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AdvancedConfiguration", advancedConfiguration)
                map.put("ContainerName", containerName)
                map.put("ContainerPort", containerPort)
                map.put("LoadBalancerName", loadBalancerName)
                map.put("TargetGroupArn", targetGroupArn)
                return map.value
            }
        }

        public struct LogConfiguration: PropertyType {
            public var logDriver: Text?
            public var options: [String: Text]?
            public var secretOptions: [Secret]?

            public init(
                logDriver: Text? = nil,
                options: [String: Text]? = nil,
                secretOptions: [Secret]? = nil
            ) {
                self.logDriver = logDriver
                self.options = options
                self.secretOptions = secretOptions
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("LogDriver", logDriver)
                map.put("Options", options)
                map.put("SecretOptions", secretOptions)
                return map.value
            }
        }

        public struct MetricConfiguration: PropertyType {
            public var metricNames: [MetricName]
            public var resolutionSeconds: Scalar<Int>

            public init(
                metricNames: [MetricName],
                resolutionSeconds: Scalar<Int>
            ) {
                self.metricNames = metricNames
                self.resolutionSeconds = resolutionSeconds
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MetricNames", metricNames)
                map.put("ResolutionSeconds", resolutionSeconds)
                return map.value
            }

            public struct MetricName: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var cpuUtilization: Self { Self("CPUUtilization") }
                public static var memoryUtilization: Self { Self("MemoryUtilization") }
            }
        }

        public struct MonitoringConfiguration: PropertyType {
            public var metricConfigurations: [MetricConfiguration]

            public init(
                metricConfigurations: [MetricConfiguration]
            ) {
                self.metricConfigurations = metricConfigurations
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MetricConfigurations", metricConfigurations)
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
            public var type: TypeChoice

            public init(
                type: TypeChoice,
                expression: Text? = nil
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
            public var type: TypeChoice

            public init(
                type: TypeChoice,
                field: Text? = nil
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

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var binpack: Self { Self("binpack") }
                public static var random: Self { Self("random") }
                public static var spread: Self { Self("spread") }
            }
        }

        public struct Secret: PropertyType {
            public var name: Text
            public var valueFrom: Text

            public init(
                name: Text,
                valueFrom: Text
            ) {
                self.name = name
                self.valueFrom = valueFrom
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Name", name)
                map.put("ValueFrom", valueFrom)
                return map.value
            }
        }

        public struct ServiceConnectAccessLogConfiguration: PropertyType {
            public var format: Format
            public var includeQueryParameters: IncludeQueryParameters?

            public init(
                format: Format,
                includeQueryParameters: IncludeQueryParameters? = nil
            ) {
                self.format = format
                self.includeQueryParameters = includeQueryParameters
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Format", format)
                map.put("IncludeQueryParameters", includeQueryParameters)
                return map.value
            }

            public struct Format: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var text: Self { Self("TEXT") }
                public static var json: Self { Self("JSON") }
            }

            public struct IncludeQueryParameters: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var disabled: Self { Self("DISABLED") }
                public static var enabled: Self { Self("ENABLED") }
            }
        }

        public struct ServiceConnectClientAlias: PropertyType {
            public var dnsName: Text?
            public var port: Scalar<Int>
            public var testTrafficRules: ServiceConnectTestTrafficRules?

            public init(
                port: Scalar<Int>,
                dnsName: Text? = nil,
                testTrafficRules: ServiceConnectTestTrafficRules? = nil
            ) {
                self.dnsName = dnsName
                self.port = port
                self.testTrafficRules = testTrafficRules
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DnsName", dnsName)
                map.put("Port", port)
                map.put("TestTrafficRules", testTrafficRules)
                return map.value
            }
        }

        public struct ServiceConnectConfiguration: PropertyType {
            public var accessLogConfiguration: ServiceConnectAccessLogConfiguration?
            public var containerConfigurations: [ServiceConnectContainerConfiguration]?
            public var enabled: Scalar<Bool>
            public var logConfiguration: LogConfiguration?
            public var namespace: Text?
            public var services: [ServiceConnectService]?

            public init(
                enabled: Scalar<Bool>,
                accessLogConfiguration: ServiceConnectAccessLogConfiguration? = nil,
                containerConfigurations: [ServiceConnectContainerConfiguration]? = nil,
                logConfiguration: LogConfiguration? = nil,
                namespace: Text? = nil,
                services: [ServiceConnectService]? = nil
            ) {
                self.accessLogConfiguration = accessLogConfiguration
                self.containerConfigurations = containerConfigurations
                self.enabled = enabled
                self.logConfiguration = logConfiguration
                self.namespace = namespace
                self.services = services
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccessLogConfiguration", accessLogConfiguration)
                map.put("ContainerConfigurations", containerConfigurations)
                map.put("Enabled", enabled)
                map.put("LogConfiguration", logConfiguration)
                map.put("Namespace", namespace)
                map.put("Services", services)
                return map.value
            }
        }

        public struct ServiceConnectContainerConfiguration: PropertyType {
            public var logLevel: LogLevel?

            public init(
                logLevel: LogLevel? = nil
            ) {
                self.logLevel = logLevel
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("LogLevel", logLevel)
                return map.value
            }

            public struct LogLevel: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var debug: Self { Self("debug") }
                public static var info: Self { Self("info") }
            }
        }

        public struct ServiceConnectService: PropertyType {
            public var clientAliases: [ServiceConnectClientAlias]?
            public var discoveryName: Text?
            public var ingressPortOverride: Scalar<Int>?
            public var portName: Text
            public var timeout: TimeoutConfiguration?
            public var tls: ServiceConnectTlsConfiguration?

            public init(
                portName: Text,
                clientAliases: [ServiceConnectClientAlias]? = nil,
                discoveryName: Text? = nil,
                ingressPortOverride: Scalar<Int>? = nil,
                timeout: TimeoutConfiguration? = nil,
                tls: ServiceConnectTlsConfiguration? = nil
            ) {
                self.clientAliases = clientAliases
                self.discoveryName = discoveryName
                self.ingressPortOverride = ingressPortOverride
                self.portName = portName
                self.timeout = timeout
                self.tls = tls
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ClientAliases", clientAliases)
                map.put("DiscoveryName", discoveryName)
                map.put("IngressPortOverride", ingressPortOverride)
                map.put("PortName", portName)
                map.put("Timeout", timeout)
                map.put("Tls", tls)
                return map.value
            }
        }

        public struct ServiceConnectTestTrafficRules: PropertyType {
            public var header: ServiceConnectTestTrafficRulesHeader

            public init(
                header: ServiceConnectTestTrafficRulesHeader
            ) {
                self.header = header
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Header", header)
                return map.value
            }
        }

        public struct ServiceConnectTestTrafficRulesHeader: PropertyType {
            public var name: Text
            public var value: ServiceConnectTestTrafficRulesHeaderValue?

            public init(
                name: Text,
                value: ServiceConnectTestTrafficRulesHeaderValue? = nil
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

        public struct ServiceConnectTestTrafficRulesHeaderValue: PropertyType {
            public var exact: Text

            public init(
                exact: Text
            ) {
                self.exact = exact
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Exact", exact)
                return map.value
            }
        }

        public struct ServiceConnectTlsCertificateAuthority: PropertyType {
            public var awsPcaAuthorityArn: (any ARNReference)?

            public init(
                awsPcaAuthorityArn: (any ARNReference)? = nil
            ) {
                self.awsPcaAuthorityArn = awsPcaAuthorityArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AwsPcaAuthorityArn", awsPcaAuthorityArn)
                return map.value
            }
        }

        public struct ServiceConnectTlsConfiguration: PropertyType {
            public var issuerCertificateAuthority: ServiceConnectTlsCertificateAuthority
            public var kmsKey: Text?
            public var roleArn: ARN<IAM.Role>?

            public init(
                issuerCertificateAuthority: ServiceConnectTlsCertificateAuthority,
                kmsKey: Text? = nil,
                roleArn: ARN<IAM.Role>? = nil
            ) {
                self.issuerCertificateAuthority = issuerCertificateAuthority
                self.kmsKey = kmsKey
                self.roleArn = roleArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("IssuerCertificateAuthority", issuerCertificateAuthority)
                map.put("KmsKey", kmsKey)
                map.put("RoleArn", roleArn)
                return map.value
            }
        }

        public struct ServiceManagedEBSVolumeConfiguration: PropertyType {
            public var encrypted: Scalar<Bool>?
            public var filesystemType: FilesystemType?
            public var iops: Scalar<Int>?
            public var kmsKeyId: (any Designator<KMS.Key>)?
            public var roleArn: ARN<IAM.Role>
            public var sizeInGiB: Scalar<Int>?
            public var snapshotId: Text?
            public var tagSpecifications: [EBSTagSpecification]?
            public var throughput: Scalar<Int>?
            public var volumeInitializationRate: Scalar<Int>?
            public var volumeType: Text?

            public init(
                roleArn: ARN<IAM.Role>,
                encrypted: Scalar<Bool>? = nil,
                filesystemType: FilesystemType? = nil,
                iops: Scalar<Int>? = nil,
                kmsKeyId: (any Designator<KMS.Key>)? = nil,
                sizeInGiB: Scalar<Int>? = nil,
                snapshotId: Text? = nil,
                tagSpecifications: [EBSTagSpecification]? = nil,
                throughput: Scalar<Int>? = nil,
                volumeInitializationRate: Scalar<Int>? = nil,
                volumeType: Text? = nil
            ) {
                self.encrypted = encrypted
                self.filesystemType = filesystemType
                self.iops = iops
                self.kmsKeyId = kmsKeyId
                self.roleArn = roleArn
                self.sizeInGiB = sizeInGiB
                self.snapshotId = snapshotId
                self.tagSpecifications = tagSpecifications
                self.throughput = throughput
                self.volumeInitializationRate = volumeInitializationRate
                self.volumeType = volumeType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Encrypted", encrypted)
                map.put("FilesystemType", filesystemType)
                map.put("Iops", iops)
                map.put("KmsKeyId", kmsKeyId)
                map.put("RoleArn", roleArn)
                map.put("SizeInGiB", sizeInGiB)
                map.put("SnapshotId", snapshotId)
                map.put("TagSpecifications", tagSpecifications)
                map.put("Throughput", throughput)
                map.put("VolumeInitializationRate", volumeInitializationRate)
                map.put("VolumeType", volumeType)
                return map.value
            }

            public struct FilesystemType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var ext3: Self { Self("ext3") }
                public static var ext4: Self { Self("ext4") }
                public static var ntfs: Self { Self("ntfs") }
                public static var xfs: Self { Self("xfs") }
            }
        }

        public struct ServiceRegistry: PropertyType {
            public var containerName: Text?
            public var containerPort: Scalar<Int>?
            public var port: Scalar<Int>?
            public var registryArn: (any ARNReference)?

            public init(
                containerName: Text? = nil,
                containerPort: Scalar<Int>? = nil,
                port: Scalar<Int>? = nil,
                registryArn: (any ARNReference)? = nil
            ) {
                self.containerName = containerName
                self.containerPort = containerPort
                self.port = port
                self.registryArn = registryArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ContainerName", containerName)
                map.put("ContainerPort", containerPort)
                map.put("Port", port)
                map.put("RegistryArn", registryArn)
                return map.value
            }
        }

        public struct ServiceVolumeConfiguration: PropertyType {
            public var managedEBSVolume: ServiceManagedEBSVolumeConfiguration?
            public var name: Text

            public init(
                name: Text,
                managedEBSVolume: ServiceManagedEBSVolumeConfiguration? = nil
            ) {
                self.managedEBSVolume = managedEBSVolume
                self.name = name
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ManagedEBSVolume", managedEBSVolume)
                map.put("Name", name)
                return map.value
            }
        }

        public struct ThresholdConfiguration: PropertyType {
            public var type: TypeChoice
            public var value: Scalar<Int>

            public init(
                type: TypeChoice,
                value: Scalar<Int>
            ) {
                self.type = type
                self.value = value
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Type", type)
                map.put("Value", value)
                return map.value
            }

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var count: Self { Self("COUNT") }
                public static var boundedPercent: Self { Self("BOUNDED_PERCENT") }
                public static var unboundedPercent: Self { Self("UNBOUNDED_PERCENT") }
            }
        }

        public struct TimeoutConfiguration: PropertyType {
            public var idleTimeoutSeconds: Scalar<Int>?
            public var perRequestTimeoutSeconds: Scalar<Int>?

            public init(
                idleTimeoutSeconds: Scalar<Int>? = nil,
                perRequestTimeoutSeconds: Scalar<Int>? = nil
            ) {
                self.idleTimeoutSeconds = idleTimeoutSeconds
                self.perRequestTimeoutSeconds = perRequestTimeoutSeconds
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("IdleTimeoutSeconds", idleTimeoutSeconds)
                map.put("PerRequestTimeoutSeconds", perRequestTimeoutSeconds)
                return map.value
            }
        }

        public struct VpcLatticeAdvancedConfiguration: PropertyType {
            public var alternateTargetGroupArn: (any ARNReference)?
            public var productionListenerRule: Text?
            public var testListenerRule: Text?

            public init(
                alternateTargetGroupArn: (any ARNReference)? = nil,
                productionListenerRule: Text? = nil,
                testListenerRule: Text? = nil
            ) {
                self.alternateTargetGroupArn = alternateTargetGroupArn
                self.productionListenerRule = productionListenerRule
                self.testListenerRule = testListenerRule
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AlternateTargetGroupArn", alternateTargetGroupArn)
                map.put("ProductionListenerRule", productionListenerRule)
                map.put("TestListenerRule", testListenerRule)
                return map.value
            }
        }

        public struct VpcLatticeConfiguration: PropertyType {
            public var advancedConfiguration: VpcLatticeAdvancedConfiguration?
            public var portName: Text
            public var roleArn: ARN<IAM.Role>
            public var targetGroupArn: any ARNReference

            public init(
                portName: Text,
                roleArn: ARN<IAM.Role>,
                targetGroupArn: any ARNReference,
                advancedConfiguration: VpcLatticeAdvancedConfiguration? = nil
            ) {
                self.advancedConfiguration = advancedConfiguration
                self.portName = portName
                self.roleArn = roleArn
                self.targetGroupArn = targetGroupArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AdvancedConfiguration", advancedConfiguration)
                map.put("PortName", portName)
                map.put("RoleArn", roleArn)
                map.put("TargetGroupArn", targetGroupArn)
                return map.value
            }
        }
    }
}
