// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension ECS {
    /// `AWS::ECS::TaskDefinition`
    public struct TaskDefinition: GeneratedResource {
        public static let type = "AWS::ECS::TaskDefinition"
        public static let facts = ResourceFacts(
            primaryIdentifier: "TaskDefinitionArn",
            createOnly: "Family ContainerDefinitions Cpu EnableFaultInjection ExecutionRoleArn InferenceAccelerators Memory NetworkMode PlacementConstraints ProxyConfiguration RequiresCompatibilities RuntimePlatform TaskRoleArn Volumes PidMode IpcMode EphemeralStorage",
            readOnly: "TaskDefinitionArn",
            deprecated: "InferenceAccelerators",
            permissions: [.create: "ecs:DescribeTaskDefinition ecs:RegisterTaskDefinition ecs:TagResource iam:GetRole iam:PassRole", .read: "ecs:DescribeTaskDefinition", .update: "ecs:DescribeTaskDefinition ecs:ListTagsForResource ecs:TagResource ecs:UntagResource iam:GetRole iam:PassRole", .delete: "ecs:DeregisterTaskDefinition ecs:DescribeTaskDefinition iam:GetRole iam:PassRole", .list: "ecs:DescribeTaskDefinition ecs:ListTaskDefinitions"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var containerDefinitions: [ContainerDefinition]?
        /// A change replaces the resource.
        public var cpu: Text?
        /// A change replaces the resource.
        public var enableFaultInjection: Scalar<Bool>?
        /// A change replaces the resource.
        public var ephemeralStorage: EphemeralStorage?
        /// A change replaces the resource.
        public var executionRoleArn: ARN<IAM.Role>?
        /// A change replaces the resource.
        public var family: Text?
        /// A change replaces the resource. Deprecated.
        public var inferenceAccelerators: [InferenceAccelerator]?
        /// A change replaces the resource.
        public var ipcMode: IpcMode?
        /// A change replaces the resource.
        public var memory: Text?
        /// A change replaces the resource.
        public var networkMode: NetworkMode?
        /// A change replaces the resource.
        public var pidMode: PidMode?
        /// A change replaces the resource.
        public var placementConstraints: [TaskDefinitionPlacementConstraint]?
        /// A change replaces the resource.
        public var proxyConfiguration: ProxyConfiguration?
        /// A change replaces the resource.
        public var requiresCompatibilities: [RequiresCompatibility]?
        /// A change replaces the resource.
        public var runtimePlatform: RuntimePlatform?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var taskRoleArn: ARN<IAM.Role>?
        /// A change replaces the resource.
        public var volumes: [Volume]?

        public init(
            _ logicalID: LogicalID,
            containerDefinitions: [ContainerDefinition]? = nil,
            cpu: Text? = nil,
            enableFaultInjection: Scalar<Bool>? = nil,
            ephemeralStorage: EphemeralStorage? = nil,
            executionRoleArn: ARN<IAM.Role>? = nil,
            family: Text? = nil,
            inferenceAccelerators: [InferenceAccelerator]? = nil,
            ipcMode: IpcMode? = nil,
            memory: Text? = nil,
            networkMode: NetworkMode? = nil,
            pidMode: PidMode? = nil,
            placementConstraints: [TaskDefinitionPlacementConstraint]? = nil,
            proxyConfiguration: ProxyConfiguration? = nil,
            requiresCompatibilities: [RequiresCompatibility]? = nil,
            runtimePlatform: RuntimePlatform? = nil,
            tags: [Tag]? = nil,
            taskRoleArn: ARN<IAM.Role>? = nil,
            volumes: [Volume]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.containerDefinitions = containerDefinitions
            self.cpu = cpu
            self.enableFaultInjection = enableFaultInjection
            self.ephemeralStorage = ephemeralStorage
            self.executionRoleArn = executionRoleArn
            self.family = family
            self.inferenceAccelerators = inferenceAccelerators
            self.ipcMode = ipcMode
            self.memory = memory
            self.networkMode = networkMode
            self.pidMode = pidMode
            self.placementConstraints = placementConstraints
            self.proxyConfiguration = proxyConfiguration
            self.requiresCompatibilities = requiresCompatibilities
            self.runtimePlatform = runtimePlatform
            self.tags = tags
            self.taskRoleArn = taskRoleArn
            self.volumes = volumes
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("ContainerDefinitions", containerDefinitions)
            map.put("Cpu", cpu)
            map.put("EnableFaultInjection", enableFaultInjection)
            map.put("EphemeralStorage", ephemeralStorage)
            map.put("ExecutionRoleArn", executionRoleArn)
            map.put("Family", family)
            map.put("InferenceAccelerators", inferenceAccelerators)
            map.put("IpcMode", ipcMode)
            map.put("Memory", memory)
            map.put("NetworkMode", networkMode)
            map.put("PidMode", pidMode)
            map.put("PlacementConstraints", placementConstraints)
            map.put("ProxyConfiguration", proxyConfiguration)
            map.put("RequiresCompatibilities", requiresCompatibilities)
            map.put("RuntimePlatform", runtimePlatform)
            map.put("Tags", tags)
            map.put("TaskRoleArn", taskRoleArn)
            map.put("Volumes", volumes)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<ECS.TaskDefinition> { ARN<ECS.TaskDefinition>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var taskDefinitionArn: ARN<ECS.TaskDefinition> { ARN<ECS.TaskDefinition>(Text(.attribute(of: id, "TaskDefinitionArn"))) }

        public struct IpcMode: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var host: Self { Self("host") }
            public static var noneValue: Self { Self("none") }
            public static var task: Self { Self("task") }
        }

        public struct NetworkMode: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var awsvpc: Self { Self("awsvpc") }
            public static var bridge: Self { Self("bridge") }
            public static var host: Self { Self("host") }
            public static var noneValue: Self { Self("none") }
        }

        public struct PidMode: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var host: Self { Self("host") }
            public static var task: Self { Self("task") }
        }

        public struct RequiresCompatibility: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var ec2: Self { Self("EC2") }
            public static var external: Self { Self("EXTERNAL") }
            public static var fargate: Self { Self("FARGATE") }
            public static var managedInstances: Self { Self("MANAGED_INSTANCES") }
        }

        public struct AuthorizationConfig: PropertyType {
            public var accessPointId: Text?
            public var iam: IAMChoice?

            public init(
                accessPointId: Text? = nil,
                iam: IAMChoice? = nil
            ) {
                self.accessPointId = accessPointId
                self.iam = iam
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccessPointId", accessPointId)
                map.put("IAM", iam)
                return map.value
            }

            public struct IAMChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("ENABLED") }
                public static var disabled: Self { Self("DISABLED") }
            }
        }

        public struct ContainerDefinition: PropertyType {
            public var command: [Text]?
            public var cpu: Scalar<Int>?
            public var credentialSpecs: [Text]?
            public var dependsOn: [ContainerDependency]?
            public var disableNetworking: Scalar<Bool>?
            public var dnsSearchDomains: [Text]?
            public var dnsServers: [Text]?
            public var dockerLabels: [String: Text]?
            public var dockerSecurityOptions: [Text]?
            public var entryPoint: [Text]?
            public var environment: [KeyValuePair]?
            public var environmentFiles: [EnvironmentFile]?
            public var essential: Scalar<Bool>?
            public var extraHosts: [HostEntry]?
            public var firelensConfiguration: FirelensConfiguration?
            public var healthCheck: HealthCheck?
            public var hostname: Text?
            public var image: Text
            public var interactive: Scalar<Bool>?
            public var links: [Text]?
            public var linuxParameters: LinuxParameters?
            public var logConfiguration: LogConfiguration?
            public var memory: Scalar<Int>?
            public var memoryReservation: Scalar<Int>?
            public var mountPoints: [MountPoint]?
            public var name: Text
            public var portMappings: [PortMapping]?
            public var privileged: Scalar<Bool>?
            public var pseudoTerminal: Scalar<Bool>?
            public var readonlyRootFilesystem: Scalar<Bool>?
            public var repositoryCredentials: RepositoryCredentials?
            public var resourceRequirements: [ResourceRequirement]?
            public var restartPolicy: RestartPolicy?
            public var secrets: [Secret]?
            public var startTimeout: Scalar<Int>?
            public var stopTimeout: Scalar<Int>?
            public var systemControls: [SystemControl]?
            public var ulimits: [Ulimit]?
            public var user: Text?
            public var versionConsistency: VersionConsistency?
            public var volumesFrom: [VolumeFrom]?
            public var workingDirectory: Text?

            public init(
                image: Text,
                name: Text,
                command: [Text]? = nil,
                cpu: Scalar<Int>? = nil,
                credentialSpecs: [Text]? = nil,
                dependsOn: [ContainerDependency]? = nil,
                disableNetworking: Scalar<Bool>? = nil,
                dnsSearchDomains: [Text]? = nil,
                dnsServers: [Text]? = nil,
                dockerLabels: [String: Text]? = nil,
                dockerSecurityOptions: [Text]? = nil,
                entryPoint: [Text]? = nil,
                environment: [KeyValuePair]? = nil,
                environmentFiles: [EnvironmentFile]? = nil,
                essential: Scalar<Bool>? = nil,
                extraHosts: [HostEntry]? = nil,
                firelensConfiguration: FirelensConfiguration? = nil,
                healthCheck: HealthCheck? = nil,
                hostname: Text? = nil,
                interactive: Scalar<Bool>? = nil,
                links: [Text]? = nil,
                linuxParameters: LinuxParameters? = nil,
                logConfiguration: LogConfiguration? = nil,
                memory: Scalar<Int>? = nil,
                memoryReservation: Scalar<Int>? = nil,
                mountPoints: [MountPoint]? = nil,
                portMappings: [PortMapping]? = nil,
                privileged: Scalar<Bool>? = nil,
                pseudoTerminal: Scalar<Bool>? = nil,
                readonlyRootFilesystem: Scalar<Bool>? = nil,
                repositoryCredentials: RepositoryCredentials? = nil,
                resourceRequirements: [ResourceRequirement]? = nil,
                restartPolicy: RestartPolicy? = nil,
                secrets: [Secret]? = nil,
                startTimeout: Scalar<Int>? = nil,
                stopTimeout: Scalar<Int>? = nil,
                systemControls: [SystemControl]? = nil,
                ulimits: [Ulimit]? = nil,
                user: Text? = nil,
                versionConsistency: VersionConsistency? = nil,
                volumesFrom: [VolumeFrom]? = nil,
                workingDirectory: Text? = nil
            ) {
                self.command = command
                self.cpu = cpu
                self.credentialSpecs = credentialSpecs
                self.dependsOn = dependsOn
                self.disableNetworking = disableNetworking
                self.dnsSearchDomains = dnsSearchDomains
                self.dnsServers = dnsServers
                self.dockerLabels = dockerLabels
                self.dockerSecurityOptions = dockerSecurityOptions
                self.entryPoint = entryPoint
                self.environment = environment
                self.environmentFiles = environmentFiles
                self.essential = essential
                self.extraHosts = extraHosts
                self.firelensConfiguration = firelensConfiguration
                self.healthCheck = healthCheck
                self.hostname = hostname
                self.image = image
                self.interactive = interactive
                self.links = links
                self.linuxParameters = linuxParameters
                self.logConfiguration = logConfiguration
                self.memory = memory
                self.memoryReservation = memoryReservation
                self.mountPoints = mountPoints
                self.name = name
                self.portMappings = portMappings
                self.privileged = privileged
                self.pseudoTerminal = pseudoTerminal
                self.readonlyRootFilesystem = readonlyRootFilesystem
                self.repositoryCredentials = repositoryCredentials
                self.resourceRequirements = resourceRequirements
                self.restartPolicy = restartPolicy
                self.secrets = secrets
                self.startTimeout = startTimeout
                self.stopTimeout = stopTimeout
                self.systemControls = systemControls
                self.ulimits = ulimits
                self.user = user
                self.versionConsistency = versionConsistency
                self.volumesFrom = volumesFrom
                self.workingDirectory = workingDirectory
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Command", command)
                map.put("Cpu", cpu)
                map.put("CredentialSpecs", credentialSpecs)
                map.put("DependsOn", dependsOn)
                map.put("DisableNetworking", disableNetworking)
                map.put("DnsSearchDomains", dnsSearchDomains)
                map.put("DnsServers", dnsServers)
                map.put("DockerLabels", dockerLabels)
                map.put("DockerSecurityOptions", dockerSecurityOptions)
                map.put("EntryPoint", entryPoint)
                map.put("Environment", environment)
                map.put("EnvironmentFiles", environmentFiles)
                map.put("Essential", essential)
                map.put("ExtraHosts", extraHosts)
                map.put("FirelensConfiguration", firelensConfiguration)
                map.put("HealthCheck", healthCheck)
                map.put("Hostname", hostname)
                map.put("Image", image)
                map.put("Interactive", interactive)
                map.put("Links", links)
                map.put("LinuxParameters", linuxParameters)
                map.put("LogConfiguration", logConfiguration)
                map.put("Memory", memory)
                map.put("MemoryReservation", memoryReservation)
                map.put("MountPoints", mountPoints)
                map.put("Name", name)
                map.put("PortMappings", portMappings)
                map.put("Privileged", privileged)
                map.put("PseudoTerminal", pseudoTerminal)
                map.put("ReadonlyRootFilesystem", readonlyRootFilesystem)
                map.put("RepositoryCredentials", repositoryCredentials)
                map.put("ResourceRequirements", resourceRequirements)
                map.put("RestartPolicy", restartPolicy)
                map.put("Secrets", secrets)
                map.put("StartTimeout", startTimeout)
                map.put("StopTimeout", stopTimeout)
                map.put("SystemControls", systemControls)
                map.put("Ulimits", ulimits)
                map.put("User", user)
                map.put("VersionConsistency", versionConsistency)
                map.put("VolumesFrom", volumesFrom)
                map.put("WorkingDirectory", workingDirectory)
                return map.value
            }

            public struct VersionConsistency: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("enabled") }
                public static var disabled: Self { Self("disabled") }
            }
        }

        public struct ContainerDependency: PropertyType {
            public var condition: Condition?
            public var containerName: Text?

            public init(
                condition: Condition? = nil,
                containerName: Text? = nil
            ) {
                self.condition = condition
                self.containerName = containerName
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Condition", condition)
                map.put("ContainerName", containerName)
                return map.value
            }

            public struct Condition: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var complete: Self { Self("COMPLETE") }
                public static var healthy: Self { Self("HEALTHY") }
                public static var start: Self { Self("START") }
                public static var success: Self { Self("SUCCESS") }
            }
        }

        public struct Device: PropertyType {
            public var containerPath: Text?
            public var hostPath: Text?
            public var permissions: [Permission]?

            public init(
                containerPath: Text? = nil,
                hostPath: Text? = nil,
                permissions: [Permission]? = nil
            ) {
                self.containerPath = containerPath
                self.hostPath = hostPath
                self.permissions = permissions
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ContainerPath", containerPath)
                map.put("HostPath", hostPath)
                map.put("Permissions", permissions)
                return map.value
            }

            public struct Permission: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var mknod: Self { Self("mknod") }
                public static var read: Self { Self("read") }
                public static var write: Self { Self("write") }
            }
        }

        public struct DockerVolumeConfiguration: PropertyType {
            public var autoprovision: Scalar<Bool>?
            public var driver: Text?
            public var driverOpts: [String: Text]?
            public var labels: [String: Text]?
            public var scope: Scope?

            public init(
                autoprovision: Scalar<Bool>? = nil,
                driver: Text? = nil,
                driverOpts: [String: Text]? = nil,
                labels: [String: Text]? = nil,
                scope: Scope? = nil
            ) {
                self.autoprovision = autoprovision
                self.driver = driver
                self.driverOpts = driverOpts
                self.labels = labels
                self.scope = scope
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Autoprovision", autoprovision)
                map.put("Driver", driver)
                map.put("DriverOpts", driverOpts)
                map.put("Labels", labels)
                map.put("Scope", scope)
                return map.value
            }

            public struct Scope: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var shared: Self { Self("shared") }
                public static var task: Self { Self("task") }
            }
        }

        public struct EFSVolumeConfiguration: PropertyType {
            public var authorizationConfig: AuthorizationConfig?
            public var filesystemId: Text
            public var rootDirectory: Text?
            public var transitEncryption: TransitEncryption?
            public var transitEncryptionPort: Scalar<Int>?

            public init(
                filesystemId: Text,
                authorizationConfig: AuthorizationConfig? = nil,
                rootDirectory: Text? = nil,
                transitEncryption: TransitEncryption? = nil,
                transitEncryptionPort: Scalar<Int>? = nil
            ) {
                self.authorizationConfig = authorizationConfig
                self.filesystemId = filesystemId
                self.rootDirectory = rootDirectory
                self.transitEncryption = transitEncryption
                self.transitEncryptionPort = transitEncryptionPort
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AuthorizationConfig", authorizationConfig)
                map.put("FilesystemId", filesystemId)
                map.put("RootDirectory", rootDirectory)
                map.put("TransitEncryption", transitEncryption)
                map.put("TransitEncryptionPort", transitEncryptionPort)
                return map.value
            }

            public struct TransitEncryption: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("ENABLED") }
                public static var disabled: Self { Self("DISABLED") }
            }
        }

        public struct EnvironmentFile: PropertyType {
            public var type: TypeChoice?
            public var value: Text?

            public init(
                type: TypeChoice? = nil,
                value: Text? = nil
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
                public static var s3: Self { Self("s3") }
            }
        }

        public struct EphemeralStorage: PropertyType {
            public var sizeInGiB: Scalar<Int>?

            public init(
                sizeInGiB: Scalar<Int>? = nil
            ) {
                self.sizeInGiB = sizeInGiB
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("SizeInGiB", sizeInGiB)
                return map.value
            }
        }

        public struct FSxAuthorizationConfig: PropertyType {
            public var credentialsParameter: Text
            public var domain: Text

            public init(
                credentialsParameter: Text,
                domain: Text
            ) {
                self.credentialsParameter = credentialsParameter
                self.domain = domain
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CredentialsParameter", credentialsParameter)
                map.put("Domain", domain)
                return map.value
            }
        }

        public struct FSxWindowsFileServerVolumeConfiguration: PropertyType {
            public var authorizationConfig: FSxAuthorizationConfig?
            public var fileSystemId: Text
            public var rootDirectory: Text

            public init(
                fileSystemId: Text,
                rootDirectory: Text,
                authorizationConfig: FSxAuthorizationConfig? = nil
            ) {
                self.authorizationConfig = authorizationConfig
                self.fileSystemId = fileSystemId
                self.rootDirectory = rootDirectory
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AuthorizationConfig", authorizationConfig)
                map.put("FileSystemId", fileSystemId)
                map.put("RootDirectory", rootDirectory)
                return map.value
            }
        }

        public struct FirelensConfiguration: PropertyType {
            public var options: [String: Text]?
            public var type: TypeChoice?

            public init(
                options: [String: Text]? = nil,
                type: TypeChoice? = nil
            ) {
                self.options = options
                self.type = type
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Options", options)
                map.put("Type", type)
                return map.value
            }

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var fluentbit: Self { Self("fluentbit") }
                public static var fluentd: Self { Self("fluentd") }
            }
        }

        public struct HealthCheck: PropertyType {
            public var command: [Text]?
            public var interval: Scalar<Int>?
            public var retries: Scalar<Int>?
            public var startPeriod: Scalar<Int>?
            public var timeout: Scalar<Int>?

            public init(
                command: [Text]? = nil,
                interval: Scalar<Int>? = nil,
                retries: Scalar<Int>? = nil,
                startPeriod: Scalar<Int>? = nil,
                timeout: Scalar<Int>? = nil
            ) {
                self.command = command
                self.interval = interval
                self.retries = retries
                self.startPeriod = startPeriod
                self.timeout = timeout
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Command", command)
                map.put("Interval", interval)
                map.put("Retries", retries)
                map.put("StartPeriod", startPeriod)
                map.put("Timeout", timeout)
                return map.value
            }
        }

        public struct HostEntry: PropertyType {
            public var hostname: Text?
            public var ipAddress: Text?

            public init(
                hostname: Text? = nil,
                ipAddress: Text? = nil
            ) {
                self.hostname = hostname
                self.ipAddress = ipAddress
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Hostname", hostname)
                map.put("IpAddress", ipAddress)
                return map.value
            }
        }

        public struct HostVolumeProperties: PropertyType {
            public var sourcePath: Text?

            public init(
                sourcePath: Text? = nil
            ) {
                self.sourcePath = sourcePath
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("SourcePath", sourcePath)
                return map.value
            }
        }

        public struct InferenceAccelerator: PropertyType {
            public var deviceName: Text?
            public var deviceType: Text?

            public init(
                deviceName: Text? = nil,
                deviceType: Text? = nil
            ) {
                self.deviceName = deviceName
                self.deviceType = deviceType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DeviceName", deviceName)
                map.put("DeviceType", deviceType)
                return map.value
            }
        }

        public struct KernelCapabilities: PropertyType {
            public var add: [Text]?
            public var drop: [Text]?

            public init(
                add: [Text]? = nil,
                drop: [Text]? = nil
            ) {
                self.add = add
                self.drop = drop
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Add", add)
                map.put("Drop", drop)
                return map.value
            }
        }

        public struct KeyValuePair: PropertyType {
            public var name: Text?
            public var value: Text?

            public init(
                name: Text? = nil,
                value: Text? = nil
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

        public struct LinuxParameters: PropertyType {
            public var capabilities: KernelCapabilities?
            public var devices: [Device]?
            public var initProcessEnabled: Scalar<Bool>?
            public var maxSwap: Scalar<Int>?
            public var sharedMemorySize: Scalar<Int>?
            public var swappiness: Scalar<Int>?
            public var tmpfs: [Tmpfs]?

            public init(
                capabilities: KernelCapabilities? = nil,
                devices: [Device]? = nil,
                initProcessEnabled: Scalar<Bool>? = nil,
                maxSwap: Scalar<Int>? = nil,
                sharedMemorySize: Scalar<Int>? = nil,
                swappiness: Scalar<Int>? = nil,
                tmpfs: [Tmpfs]? = nil
            ) {
                self.capabilities = capabilities
                self.devices = devices
                self.initProcessEnabled = initProcessEnabled
                self.maxSwap = maxSwap
                self.sharedMemorySize = sharedMemorySize
                self.swappiness = swappiness
                self.tmpfs = tmpfs
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Capabilities", capabilities)
                map.put("Devices", devices)
                map.put("InitProcessEnabled", initProcessEnabled)
                map.put("MaxSwap", maxSwap)
                map.put("SharedMemorySize", sharedMemorySize)
                map.put("Swappiness", swappiness)
                map.put("Tmpfs", tmpfs)
                return map.value
            }
        }

        public struct LogConfiguration: PropertyType {
            public var logDriver: Text
            public var options: [String: Text]?
            public var secretOptions: [Secret]?

            public init(
                logDriver: Text,
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

        public struct MountPoint: PropertyType {
            public var containerPath: Text?
            public var readOnly: Scalar<Bool>?
            public var sourceVolume: Text?

            public init(
                containerPath: Text? = nil,
                readOnly: Scalar<Bool>? = nil,
                sourceVolume: Text? = nil
            ) {
                self.containerPath = containerPath
                self.readOnly = readOnly
                self.sourceVolume = sourceVolume
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ContainerPath", containerPath)
                map.put("ReadOnly", readOnly)
                map.put("SourceVolume", sourceVolume)
                return map.value
            }
        }

        public struct NvidiaMpsAllocation: PropertyType {
            public var maxComputePercent: Scalar<Int>?
            public var memory: Scalar<Int>

            public init(
                memory: Scalar<Int>,
                maxComputePercent: Scalar<Int>? = nil
            ) {
                self.maxComputePercent = maxComputePercent
                self.memory = memory
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MaxComputePercent", maxComputePercent)
                map.put("Memory", memory)
                return map.value
            }
        }

        public struct PortMapping: PropertyType {
            public var appProtocol: AppProtocol?
            public var containerPort: Scalar<Int>?
            public var containerPortRange: Text?
            public var hostPort: Scalar<Int>?
            public var name: Text?
            public var `protocol`: ProtocolChoice?

            public init(
                appProtocol: AppProtocol? = nil,
                containerPort: Scalar<Int>? = nil,
                containerPortRange: Text? = nil,
                hostPort: Scalar<Int>? = nil,
                name: Text? = nil,
                `protocol`: ProtocolChoice? = nil
            ) {
                self.appProtocol = appProtocol
                self.containerPort = containerPort
                self.containerPortRange = containerPortRange
                self.hostPort = hostPort
                self.name = name
                self.protocol = `protocol`
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AppProtocol", appProtocol)
                map.put("ContainerPort", containerPort)
                map.put("ContainerPortRange", containerPortRange)
                map.put("HostPort", hostPort)
                map.put("Name", name)
                map.put("Protocol", `protocol`)
                return map.value
            }

            public struct AppProtocol: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var http: Self { Self("http") }
                public static var http2: Self { Self("http2") }
                public static var grpc: Self { Self("grpc") }
            }

            public struct ProtocolChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var tcp: Self { Self("tcp") }
                public static var udp: Self { Self("udp") }
            }
        }

        public struct ProxyConfiguration: PropertyType {
            public var containerName: Text
            public var proxyConfigurationProperties: [KeyValuePair]?
            public var type: TypeChoice?

            public init(
                containerName: Text,
                proxyConfigurationProperties: [KeyValuePair]? = nil,
                type: TypeChoice? = nil
            ) {
                self.containerName = containerName
                self.proxyConfigurationProperties = proxyConfigurationProperties
                self.type = type
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ContainerName", containerName)
                map.put("ProxyConfigurationProperties", proxyConfigurationProperties)
                map.put("Type", type)
                return map.value
            }

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var appmesh: Self { Self("APPMESH") }
            }
        }

        public struct RepositoryCredentials: PropertyType {
            public var credentialsParameter: Text?

            public init(
                credentialsParameter: Text? = nil
            ) {
                self.credentialsParameter = credentialsParameter
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CredentialsParameter", credentialsParameter)
                return map.value
            }
        }

        public struct ResourceRequirement: PropertyType {
            public var sharingStrategy: SharingStrategy?
            public var type: TypeChoice
            public var value: Text?

            public init(
                type: TypeChoice,
                sharingStrategy: SharingStrategy? = nil,
                value: Text? = nil
            ) {
                self.sharingStrategy = sharingStrategy
                self.type = type
                self.value = value
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("SharingStrategy", sharingStrategy)
                map.put("Type", type)
                map.put("Value", value)
                return map.value
            }

            public struct TypeChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var gpu: Self { Self("GPU") }
                public static var inferenceAccelerator: Self { Self("InferenceAccelerator") }
                public static var neuronDevice: Self { Self("NeuronDevice") }
            }
        }

        public struct RestartPolicy: PropertyType {
            public var enabled: Scalar<Bool>?
            public var ignoredExitCodes: [Scalar<Int>]?
            public var restartAttemptPeriod: Scalar<Int>?

            public init(
                enabled: Scalar<Bool>? = nil,
                ignoredExitCodes: [Scalar<Int>]? = nil,
                restartAttemptPeriod: Scalar<Int>? = nil
            ) {
                self.enabled = enabled
                self.ignoredExitCodes = ignoredExitCodes
                self.restartAttemptPeriod = restartAttemptPeriod
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Enabled", enabled)
                map.put("IgnoredExitCodes", ignoredExitCodes)
                map.put("RestartAttemptPeriod", restartAttemptPeriod)
                return map.value
            }
        }

        public struct RuntimePlatform: PropertyType {
            public var cpuArchitecture: CpuArchitecture?
            public var operatingSystemFamily: OperatingSystemFamily?

            public init(
                cpuArchitecture: CpuArchitecture? = nil,
                operatingSystemFamily: OperatingSystemFamily? = nil
            ) {
                self.cpuArchitecture = cpuArchitecture
                self.operatingSystemFamily = operatingSystemFamily
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CpuArchitecture", cpuArchitecture)
                map.put("OperatingSystemFamily", operatingSystemFamily)
                return map.value
            }

            public struct CpuArchitecture: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var arm64: Self { Self("ARM64") }
                public static var x86_64: Self { Self("X86_64") }
            }

            public struct OperatingSystemFamily: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var linux: Self { Self("LINUX") }
                public static var windowsServer2004Core: Self { Self("WINDOWS_SERVER_2004_CORE") }
                public static var windowsServer2016Full: Self { Self("WINDOWS_SERVER_2016_FULL") }
                public static var windowsServer2019Core: Self { Self("WINDOWS_SERVER_2019_CORE") }
                public static var windowsServer2019Full: Self { Self("WINDOWS_SERVER_2019_FULL") }
                public static var windowsServer2022Core: Self { Self("WINDOWS_SERVER_2022_CORE") }
                public static var windowsServer2022Full: Self { Self("WINDOWS_SERVER_2022_FULL") }
                public static var windowsServer2025Core: Self { Self("WINDOWS_SERVER_2025_CORE") }
                public static var windowsServer2025Full: Self { Self("WINDOWS_SERVER_2025_FULL") }
                public static var windowsServer20h2Core: Self { Self("WINDOWS_SERVER_20H2_CORE") }
            }
        }

        public struct S3FilesVolumeConfiguration: PropertyType {
            public var accessPointArn: (any ARNReference)?
            public var fileSystemArn: any ARNReference
            public var rootDirectory: Text?
            public var transitEncryptionPort: Scalar<Int>?

            public init(
                fileSystemArn: any ARNReference,
                accessPointArn: (any ARNReference)? = nil,
                rootDirectory: Text? = nil,
                transitEncryptionPort: Scalar<Int>? = nil
            ) {
                self.accessPointArn = accessPointArn
                self.fileSystemArn = fileSystemArn
                self.rootDirectory = rootDirectory
                self.transitEncryptionPort = transitEncryptionPort
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccessPointArn", accessPointArn)
                map.put("FileSystemArn", fileSystemArn)
                map.put("RootDirectory", rootDirectory)
                map.put("TransitEncryptionPort", transitEncryptionPort)
                return map.value
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

        public struct SharingStrategy: PropertyType {
            public var nvidiaMps: NvidiaMpsAllocation

            public init(
                nvidiaMps: NvidiaMpsAllocation
            ) {
                self.nvidiaMps = nvidiaMps
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("NvidiaMps", nvidiaMps)
                return map.value
            }
        }

        public struct SystemControl: PropertyType {
            public var namespace: Text?
            public var value: Text?

            public init(
                namespace: Text? = nil,
                value: Text? = nil
            ) {
                self.namespace = namespace
                self.value = value
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Namespace", namespace)
                map.put("Value", value)
                return map.value
            }
        }

        public struct TaskDefinitionPlacementConstraint: PropertyType {
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
                public static var memberOf: Self { Self("memberOf") }
            }
        }

        public struct Tmpfs: PropertyType {
            public var containerPath: Text?
            public var mountOptions: [Text]?
            public var size: Scalar<Int>

            public init(
                size: Scalar<Int>,
                containerPath: Text? = nil,
                mountOptions: [Text]? = nil
            ) {
                self.containerPath = containerPath
                self.mountOptions = mountOptions
                self.size = size
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ContainerPath", containerPath)
                map.put("MountOptions", mountOptions)
                map.put("Size", size)
                return map.value
            }
        }

        public struct Ulimit: PropertyType {
            public var hardLimit: Scalar<Int>
            public var name: NameChoice
            public var softLimit: Scalar<Int>

            public init(
                hardLimit: Scalar<Int>,
                name: NameChoice,
                softLimit: Scalar<Int>
            ) {
                self.hardLimit = hardLimit
                self.name = name
                self.softLimit = softLimit
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("HardLimit", hardLimit)
                map.put("Name", name)
                map.put("SoftLimit", softLimit)
                return map.value
            }

            public struct NameChoice: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var core: Self { Self("core") }
                public static var cpu: Self { Self("cpu") }
                public static var data: Self { Self("data") }
                public static var fsize: Self { Self("fsize") }
                public static var locks: Self { Self("locks") }
                public static var memlock: Self { Self("memlock") }
                public static var msgqueue: Self { Self("msgqueue") }
                public static var nice: Self { Self("nice") }
                public static var nofile: Self { Self("nofile") }
                public static var nproc: Self { Self("nproc") }
                public static var rss: Self { Self("rss") }
                public static var rtprio: Self { Self("rtprio") }
                public static var rttime: Self { Self("rttime") }
                public static var sigpending: Self { Self("sigpending") }
                public static var stack: Self { Self("stack") }
            }
        }

        public struct Volume: PropertyType {
            public var configuredAtLaunch: Scalar<Bool>?
            public var dockerVolumeConfiguration: DockerVolumeConfiguration?
            public var efsVolumeConfiguration: EFSVolumeConfiguration?
            public var fSxWindowsFileServerVolumeConfiguration: FSxWindowsFileServerVolumeConfiguration?
            public var host: HostVolumeProperties?
            public var name: Text?
            public var s3FilesVolumeConfiguration: S3FilesVolumeConfiguration?

            public init(
                configuredAtLaunch: Scalar<Bool>? = nil,
                dockerVolumeConfiguration: DockerVolumeConfiguration? = nil,
                efsVolumeConfiguration: EFSVolumeConfiguration? = nil,
                fSxWindowsFileServerVolumeConfiguration: FSxWindowsFileServerVolumeConfiguration? = nil,
                host: HostVolumeProperties? = nil,
                name: Text? = nil,
                s3FilesVolumeConfiguration: S3FilesVolumeConfiguration? = nil
            ) {
                self.configuredAtLaunch = configuredAtLaunch
                self.dockerVolumeConfiguration = dockerVolumeConfiguration
                self.efsVolumeConfiguration = efsVolumeConfiguration
                self.fSxWindowsFileServerVolumeConfiguration = fSxWindowsFileServerVolumeConfiguration
                self.host = host
                self.name = name
                self.s3FilesVolumeConfiguration = s3FilesVolumeConfiguration
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ConfiguredAtLaunch", configuredAtLaunch)
                map.put("DockerVolumeConfiguration", dockerVolumeConfiguration)
                map.put("EFSVolumeConfiguration", efsVolumeConfiguration)
                map.put("FSxWindowsFileServerVolumeConfiguration", fSxWindowsFileServerVolumeConfiguration)
                map.put("Host", host)
                map.put("Name", name)
                map.put("S3FilesVolumeConfiguration", s3FilesVolumeConfiguration)
                return map.value
            }
        }

        public struct VolumeFrom: PropertyType {
            public var readOnly: Scalar<Bool>?
            public var sourceContainer: Text?

            public init(
                readOnly: Scalar<Bool>? = nil,
                sourceContainer: Text? = nil
            ) {
                self.readOnly = readOnly
                self.sourceContainer = sourceContainer
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ReadOnly", readOnly)
                map.put("SourceContainer", sourceContainer)
                return map.value
            }
        }
    }
}
