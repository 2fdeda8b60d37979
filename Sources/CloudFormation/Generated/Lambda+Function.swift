// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Lambda {
    /// `AWS::Lambda::Function`
    public struct Function: GeneratedResource {
        public static let type = "AWS::Lambda::Function"
        public static let facts = ResourceFacts(
            primaryIdentifier: "FunctionName",
            createOnly: "FunctionName PackageType TenancyConfig",
            conditionalCreateOnly: "DurableConfig",
            readOnly: "SnapStartResponse SnapStartResponse/ApplyOn SnapStartResponse/OptimizationStatus Arn",
            writeOnly: "SnapStart SnapStart/ApplyOn Code/ImageUri Code/S3Bucket Code/S3Key Code/S3ObjectVersion Code/ZipFile Code/SourceKMSKeyArn Code/S3ObjectStorageMode PublishToLatestPublished",
            permissions: [.create: "ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs elasticfilesystem:DescribeMountTargets iam:PassRole kms:CreateGrant kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey lambda:AssociateRuntimeAlias lambda:CreateFunction lambda:GetCodeSigningConfig lambda:GetFunction lambda:GetFunctionCodeSigningConfig lambda:GetFunctionRecursionConfig lambda:GetLayerVersion lambda:GetRuntimeManagementConfig lambda:PassCapacityProvider lambda:PutFunctionConcurrency lambda:PutFunctionRecursionConfig lambda:PutFunctionScalingConfig lambda:PutRuntimeManagementConfig lambda:TagResource s3:GetObject s3:GetObjectVersion s3files:ListMountTargets", .read: "kms:Decrypt lambda:GetFunction lambda:GetFunctionCodeSigningConfig lambda:GetFunctionRecursionConfig lambda:GetFunctionScalingConfig lambda:GetRuntimeManagementConfig", .update: "ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs elasticfilesystem:DescribeMountTargets iam:PassRole kms:CreateGrant kms:Decrypt kms:DescribeKey kms:GenerateDataKey lambda:AssociateRuntimeAlias lambda:DeleteFunctionCodeSigningConfig lambda:DeleteFunctionConcurrency lambda:GetCodeSigningConfig lambda:GetFunction lambda:GetFunctionCodeSigningConfig lambda:GetFunctionRecursionConfig lambda:GetRuntimeManagementConfig lambda:PassCapacityProvider lambda:PublishVersion lambda:PutFunctionCodeSigningConfig lambda:PutFunctionConcurrency lambda:PutFunctionRecursionConfig lambda:PutFunctionScalingConfig lambda:PutRuntimeManagementConfig lambda:TagResource lambda:UntagResource lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration s3:GetObject s3:GetObjectVersion s3files:ListMountTargets", .delete: "ec2:DescribeNetworkInterfaces lambda:DeleteFunction lambda:GetFunction", .list: "lambda:ListFunctions"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var architectures: [Architecture]?
        public var capacityProviderConfig: CapacityProviderConfig?
        public var code: Code
        public var codeSigningConfigArn: (any ARNReference)?
        public var deadLetterConfig: DeadLetterConfig?
        public var description: Text?
        /// A change may replace the resource.
        public var durableConfig: DurableConfig?
        public var environment: Environment?
        public var ephemeralStorage: EphemeralStorage?
        public var fileSystemConfigs: [FileSystemConfig]?
        /// A change replaces the resource.
        public var functionName: Text?
        public var functionScalingConfig: FunctionScalingConfig?
        public var handler: Text?
        public var imageConfig: ImageConfig?
        public var kmsKeyArn: ARN<KMS.Key>?
        public var layers: [Text]?
        public var loggingConfig: LoggingConfig?
        public var memorySize: Scalar<Int>?
        /// A change replaces the resource.
        public var packageType: PackageType?
        /// Never read back.
        public var publishToLatestPublished: Scalar<Bool>?
        public var recursiveLoop: RecursiveLoop?
        public var reservedConcurrentExecutions: Scalar<Int>?
        public var role: ARN<IAM.Role>
        public var runtime: Runtime?
        public var runtimeManagementConfig: RuntimeManagementConfig?
        /// Never read back.
        public var snapStart: SnapStart?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var tenancyConfig: TenancyConfig?
        public var timeout: Scalar<Int>?
        public var tracingConfig: TracingConfig?
        public var vpcConfig: VpcConfig?

        public init(
            _ logicalID: LogicalID,
            code: Code,
            role: ARN<IAM.Role>,
            architectures: [Architecture]? = nil,
            capacityProviderConfig: CapacityProviderConfig? = nil,
            codeSigningConfigArn: (any ARNReference)? = nil,
            deadLetterConfig: DeadLetterConfig? = nil,
            description: Text? = nil,
            durableConfig: DurableConfig? = nil,
            environment: Environment? = nil,
            ephemeralStorage: EphemeralStorage? = nil,
            fileSystemConfigs: [FileSystemConfig]? = nil,
            functionName: Text? = nil,
            functionScalingConfig: FunctionScalingConfig? = nil,
            handler: Text? = nil,
            imageConfig: ImageConfig? = nil,
            kmsKeyArn: ARN<KMS.Key>? = nil,
            layers: [Text]? = nil,
            loggingConfig: LoggingConfig? = nil,
            memorySize: Scalar<Int>? = nil,
            packageType: PackageType? = nil,
            publishToLatestPublished: Scalar<Bool>? = nil,
            recursiveLoop: RecursiveLoop? = nil,
            reservedConcurrentExecutions: Scalar<Int>? = nil,
            runtime: Runtime? = nil,
            runtimeManagementConfig: RuntimeManagementConfig? = nil,
            snapStart: SnapStart? = nil,
            tags: [Tag]? = nil,
            tenancyConfig: TenancyConfig? = nil,
            timeout: Scalar<Int>? = nil,
            tracingConfig: TracingConfig? = nil,
            vpcConfig: VpcConfig? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.architectures = architectures
            self.capacityProviderConfig = capacityProviderConfig
            self.code = code
            self.codeSigningConfigArn = codeSigningConfigArn
            self.deadLetterConfig = deadLetterConfig
            self.description = description
            self.durableConfig = durableConfig
            self.environment = environment
            self.ephemeralStorage = ephemeralStorage
            self.fileSystemConfigs = fileSystemConfigs
            self.functionName = functionName
            self.functionScalingConfig = functionScalingConfig
            self.handler = handler
            self.imageConfig = imageConfig
            self.kmsKeyArn = kmsKeyArn
            self.layers = layers
            self.loggingConfig = loggingConfig
            self.memorySize = memorySize
            self.packageType = packageType
            self.publishToLatestPublished = publishToLatestPublished
            self.recursiveLoop = recursiveLoop
            self.reservedConcurrentExecutions = reservedConcurrentExecutions
            self.role = role
            self.runtime = runtime
            self.runtimeManagementConfig = runtimeManagementConfig
            self.snapStart = snapStart
            self.tags = tags
            self.tenancyConfig = tenancyConfig
            self.timeout = timeout
            self.tracingConfig = tracingConfig
            self.vpcConfig = vpcConfig
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Architectures", architectures)
            map.put("CapacityProviderConfig", capacityProviderConfig)
            map.put("Code", code)
            map.put("CodeSigningConfigArn", codeSigningConfigArn)
            map.put("DeadLetterConfig", deadLetterConfig)
            map.put("Description", description)
            map.put("DurableConfig", durableConfig)
            map.put("Environment", environment)
            map.put("EphemeralStorage", ephemeralStorage)
            map.put("FileSystemConfigs", fileSystemConfigs)
            map.put("FunctionName", functionName)
            map.put("FunctionScalingConfig", functionScalingConfig)
            map.put("Handler", handler)
            map.put("ImageConfig", imageConfig)
            map.put("KmsKeyArn", kmsKeyArn)
            map.put("Layers", layers)
            map.put("LoggingConfig", loggingConfig)
            map.put("MemorySize", memorySize)
            map.put("PackageType", packageType)
            map.put("PublishToLatestPublished", publishToLatestPublished)
            map.put("RecursiveLoop", recursiveLoop)
            map.put("ReservedConcurrentExecutions", reservedConcurrentExecutions)
            map.put("Role", role)
            map.put("Runtime", runtime)
            map.put("RuntimeManagementConfig", runtimeManagementConfig)
            map.put("SnapStart", snapStart)
            map.put("Tags", tags)
            map.put("TenancyConfig", tenancyConfig)
            map.put("Timeout", timeout)
            map.put("TracingConfig", tracingConfig)
            map.put("VpcConfig", vpcConfig)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<Lambda.Function> { Name<Lambda.Function>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<Lambda.Function> { ARN<Lambda.Function>(Text(.attribute(of: id, "Arn"))) }

        public var snapStartResponseApplyOn: Text { Text(.attribute(of: id, "SnapStartResponse.ApplyOn")) }

        public var snapStartResponseOptimizationStatus: Text { Text(.attribute(of: id, "SnapStartResponse.OptimizationStatus")) }

        public struct Architecture: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var x86_64: Self { Self("x86_64") }
            public static var arm64: Self { Self("arm64") }
        }

        public struct PackageType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var image: Self { Self("Image") }
            public static var zip: Self { Self("Zip") }
        }

        public struct RecursiveLoop: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var allow: Self { Self("Allow") }
            public static var terminate: Self { Self("Terminate") }
        }

        public struct Runtime: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var dotnet10: Self { Self("dotnet10") }
            public static var dotnet6: Self { Self("dotnet6") }
            public static var dotnet8: Self { Self("dotnet8") }
            public static var dotnetcore1_0: Self { Self("dotnetcore1.0") }
            public static var dotnetcore2_0: Self { Self("dotnetcore2.0") }
            public static var dotnetcore2_1: Self { Self("dotnetcore2.1") }
            public static var dotnetcore3_1: Self { Self("dotnetcore3.1") }
            public static var go1X: Self { Self("go1.x") }
            public static var java11: Self { Self("java11") }
            public static var java11Al2023: Self { Self("java11.al2023") }
            public static var java17: Self { Self("java17") }
            public static var java17Al2023: Self { Self("java17.al2023") }
            public static var java21: Self { Self("java21") }
            public static var java25: Self { Self("java25") }
            public static var java8: Self { Self("java8") }
            public static var java8Al2: Self { Self("java8.al2") }
            public static var java8Al2023: Self { Self("java8.al2023") }
            public static var nodejs: Self { Self("nodejs") }
            public static var nodejs10X: Self { Self("nodejs10.x") }
            public static var nodejs12X: Self { Self("nodejs12.x") }
            public static var nodejs14X: Self { Self("nodejs14.x") }
            public static var nodejs16X: Self { Self("nodejs16.x") }
            public static var nodejs18X: Self { Self("nodejs18.x") }
            public static var nodejs20X: Self { Self("nodejs20.x") }
            public static var nodejs22X: Self { Self("nodejs22.x") }
            public static var nodejs24X: Self { Self("nodejs24.x") }
            public static var nodejs26X: Self { Self("nodejs26.x") }
            public static var nodejs4_3: Self { Self("nodejs4.3") }
            public static var nodejs4_3Edge: Self { Self("nodejs4.3-edge") }
            public static var nodejs6_10: Self { Self("nodejs6.10") }
            public static var nodejs8_10: Self { Self("nodejs8.10") }
            public static var provided: Self { Self("provided") }
            public static var providedAl2: Self { Self("provided.al2") }
            public static var providedAl2023: Self { Self("provided.al2023") }
            public static var python2_7: Self { Self("python2.7") }
            public static var python3_10: Self { Self("python3.10") }
            public static var python3_11: Self { Self("python3.11") }
            public static var python3_12: Self { Self("python3.12") }
            public static var python3_13: Self { Self("python3.13") }
            public static var python3_14: Self { Self("python3.14") }
            public static var python3_15: Self { Self("python3.15") }
            public static var python3_6: Self { Self("python3.6") }
            public static var python3_7: Self { Self("python3.7") }
            public static var python3_8: Self { Self("python3.8") }
            public static var python3_9: Self { Self("python3.9") }
            public static var ruby2_5: Self { Self("ruby2.5") }
            public static var ruby2_7: Self { Self("ruby2.7") }
            public static var ruby3_2: Self { Self("ruby3.2") }
            public static var ruby3_3: Self { Self("ruby3.3") }
            public static var ruby3_4: Self { Self("ruby3.4") }
            public static var ruby4_0: Self { Self("ruby4.0") }
        }

        public struct CapacityProviderConfig: PropertyType {
            public var lambdaManagedInstancesCapacityProviderConfig: LambdaManagedInstancesCapacityProviderConfig

            public init(
                lambdaManagedInstancesCapacityProviderConfig: LambdaManagedInstancesCapacityProviderConfig
            ) {
                self.lambdaManagedInstancesCapacityProviderConfig = lambdaManagedInstancesCapacityProviderConfig
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("LambdaManagedInstancesCapacityProviderConfig", lambdaManagedInstancesCapacityProviderConfig)
                return map.value
            }
        }

        public struct Code: PropertyType {
            public var imageUri: Text?
            public var s3Bucket: Name<S3.Bucket>?
            public var s3Key: Text?
            public var s3ObjectStorageMode: S3ObjectStorageMode?
            public var s3ObjectVersion: Text?
            public var sourceKMSKeyArn: ARN<KMS.Key>?
            public var zipFile: Text?

            public init(
                imageUri: Text? = nil,
                s3Bucket: Name<S3.Bucket>? = nil,
                s3Key: Text? = nil,
                s3ObjectStorageMode: S3ObjectStorageMode? = nil,
                s3ObjectVersion: Text? = nil,
                sourceKMSKeyArn: ARN<KMS.Key>? = nil,
                zipFile: Text? = nil
            ) {
                self.imageUri = imageUri
                self.s3Bucket = s3Bucket
                self.s3Key = s3Key
                self.s3ObjectStorageMode = s3ObjectStorageMode
                self.s3ObjectVersion = s3ObjectVersion
                self.sourceKMSKeyArn = sourceKMSKeyArn
                self.zipFile = zipFile
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ImageUri", imageUri)
                map.put("S3Bucket", s3Bucket)
                map.put("S3Key", s3Key)
                map.put("S3ObjectStorageMode", s3ObjectStorageMode)
                map.put("S3ObjectVersion", s3ObjectVersion)
                map.put("SourceKMSKeyArn", sourceKMSKeyArn)
                map.put("ZipFile", zipFile)
                return map.value
            }

            public struct S3ObjectStorageMode: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var copy: Self { Self("COPY") }
                public static var reference: Self { Self("REFERENCE") }
            }
        }

        public struct DeadLetterConfig: PropertyType {
            public var targetArn: (any ARNReference)?

            public init(
                targetArn: (any ARNReference)? = nil
            ) {
                self.targetArn = targetArn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("TargetArn", targetArn)
                return map.value
            }
        }

        public struct DurableConfig: PropertyType {
            public var executionTimeout: Scalar<Int>
            public var kmsKeyArn: ARN<KMS.Key>?
            public var retentionPeriodInDays: Scalar<Int>?

            public init(
                executionTimeout: Scalar<Int>,
                kmsKeyArn: ARN<KMS.Key>? = nil,
                retentionPeriodInDays: Scalar<Int>? = nil
            ) {
                self.executionTimeout = executionTimeout
                self.kmsKeyArn = kmsKeyArn
                self.retentionPeriodInDays = retentionPeriodInDays
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ExecutionTimeout", executionTimeout)
                map.put("KMSKeyArn", kmsKeyArn)
                map.put("RetentionPeriodInDays", retentionPeriodInDays)
                return map.value
            }
        }

        public struct Environment: PropertyType {
            public var variables: [String: Value]?

            public init(
                variables: [String: Value]? = nil
            ) {
                self.variables = variables
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Variables", variables)
                return map.value
            }
        }

        public struct EphemeralStorage: PropertyType {
            public var size: Scalar<Int>

            public init(
                size: Scalar<Int>
            ) {
                self.size = size
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Size", size)
                return map.value
            }
        }

        public struct FileSystemConfig: PropertyType {
            public var arn: any ARNReference
            public var localMountPath: Text
            public var s3FilesConfig: S3FilesConfig?

            public init(
                arn: any ARNReference,
                localMountPath: Text,
                s3FilesConfig: S3FilesConfig? = nil
            ) {
                self.arn = arn
                self.localMountPath = localMountPath
                self.s3FilesConfig = s3FilesConfig
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Arn", arn)
                map.put("LocalMountPath", localMountPath)
                map.put("S3FilesConfig", s3FilesConfig)
                return map.value
            }
        }

        public struct FunctionScalingConfig: PropertyType {
            public var maxExecutionEnvironments: Scalar<Int>?
            public var minExecutionEnvironments: Scalar<Int>?

            public init(
                maxExecutionEnvironments: Scalar<Int>? = nil,
                minExecutionEnvironments: Scalar<Int>? = nil
            ) {
                self.maxExecutionEnvironments = maxExecutionEnvironments
                self.minExecutionEnvironments = minExecutionEnvironments
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("MaxExecutionEnvironments", maxExecutionEnvironments)
                map.put("MinExecutionEnvironments", minExecutionEnvironments)
                return map.value
            }
        }

        public struct ImageConfig: PropertyType {
            public var command: [Text]?
            public var entryPoint: [Text]?
            public var workingDirectory: Text?

            public init(
                command: [Text]? = nil,
                entryPoint: [Text]? = nil,
                workingDirectory: Text? = nil
            ) {
                self.command = command
                self.entryPoint = entryPoint
                self.workingDirectory = workingDirectory
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Command", command)
                map.put("EntryPoint", entryPoint)
                map.put("WorkingDirectory", workingDirectory)
                return map.value
            }
        }

        public struct LambdaManagedInstancesCapacityProviderConfig: PropertyType {
            public var capacityProviderArn: any ARNReference
            public var executionEnvironmentMemoryGiBPerVCpu: Scalar<Double>?
            public var perExecutionEnvironmentMaxConcurrency: Scalar<Int>?

            public init(
                capacityProviderArn: any ARNReference,
                executionEnvironmentMemoryGiBPerVCpu: Scalar<Double>? = nil,
                perExecutionEnvironmentMaxConcurrency: Scalar<Int>? = nil
            ) {
                self.capacityProviderArn = capacityProviderArn
                self.executionEnvironmentMemoryGiBPerVCpu = executionEnvironmentMemoryGiBPerVCpu
                self.perExecutionEnvironmentMaxConcurrency = perExecutionEnvironmentMaxConcurrency
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CapacityProviderArn", capacityProviderArn)
                map.put("ExecutionEnvironmentMemoryGiBPerVCpu", executionEnvironmentMemoryGiBPerVCpu)
                map.put("PerExecutionEnvironmentMaxConcurrency", perExecutionEnvironmentMaxConcurrency)
                return map.value
            }
        }

        public struct LoggingConfig: PropertyType {
            public var applicationLogLevel: ApplicationLogLevel?
            public var logFormat: LogFormat?
            public var logGroup: Name<Logs.LogGroup>?
            public var systemLogLevel: SystemLogLevel?

            public init(
                applicationLogLevel: ApplicationLogLevel? = nil,
                logFormat: LogFormat? = nil,
                logGroup: Name<Logs.LogGroup>? = nil,
                systemLogLevel: SystemLogLevel? = nil
            ) {
                self.applicationLogLevel = applicationLogLevel
                self.logFormat = logFormat
                self.logGroup = logGroup
                self.systemLogLevel = systemLogLevel
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ApplicationLogLevel", applicationLogLevel)
                map.put("LogFormat", logFormat)
                map.put("LogGroup", logGroup)
                map.put("SystemLogLevel", systemLogLevel)
                return map.value
            }

            public struct ApplicationLogLevel: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var trace: Self { Self("TRACE") }
                public static var debug: Self { Self("DEBUG") }
                public static var info: Self { Self("INFO") }
                public static var warn: Self { Self("WARN") }
                public static var error: Self { Self("ERROR") }
                public static var fatal: Self { Self("FATAL") }
            }

            public struct LogFormat: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var text: Self { Self("Text") }
                public static var json: Self { Self("JSON") }
            }

            public struct SystemLogLevel: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var debug: Self { Self("DEBUG") }
                public static var info: Self { Self("INFO") }
                public static var warn: Self { Self("WARN") }
            }
        }

        public struct RuntimeManagementConfig: PropertyType {
            public var runtimeVersionArn: (any ARNReference)?
            public var updateRuntimeOn: UpdateRuntimeOn

            public init(
                updateRuntimeOn: UpdateRuntimeOn,
                runtimeVersionArn: (any ARNReference)? = nil
            ) {
                self.runtimeVersionArn = runtimeVersionArn
                self.updateRuntimeOn = updateRuntimeOn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("RuntimeVersionArn", runtimeVersionArn)
                map.put("UpdateRuntimeOn", updateRuntimeOn)
                return map.value
            }

            public struct UpdateRuntimeOn: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var auto: Self { Self("Auto") }
                public static var functionUpdate: Self { Self("FunctionUpdate") }
                public static var manual: Self { Self("Manual") }
            }
        }

        public struct S3FilesConfig: PropertyType {
            public var directS3Read: DirectS3Read?

            public init(
                directS3Read: DirectS3Read? = nil
            ) {
                self.directS3Read = directS3Read
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DirectS3Read", directS3Read)
                return map.value
            }

            public struct DirectS3Read: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enabled: Self { Self("ENABLED") }
                public static var disabled: Self { Self("DISABLED") }
                public static var auto: Self { Self("AUTO") }
            }
        }

        public struct SnapStart: PropertyType {
            public var applyOn: ApplyOn

            public init(
                applyOn: ApplyOn
            ) {
                self.applyOn = applyOn
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ApplyOn", applyOn)
                return map.value
            }

            public struct ApplyOn: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var publishedVersions: Self { Self("PublishedVersions") }
                public static var noneValue: Self { Self("None") }
            }
        }

        public struct TenancyConfig: PropertyType {
            public var tenantIsolationMode: TenantIsolationMode

            public init(
                tenantIsolationMode: TenantIsolationMode
            ) {
                self.tenantIsolationMode = tenantIsolationMode
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("TenantIsolationMode", tenantIsolationMode)
                return map.value
            }

            public struct TenantIsolationMode: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var perTenant: Self { Self("PER_TENANT") }
            }
        }

        public struct TracingConfig: PropertyType {
            public var mode: Mode?

            public init(
                mode: Mode? = nil
            ) {
                self.mode = mode
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Mode", mode)
                return map.value
            }

            public struct Mode: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var active: Self { Self("Active") }
                public static var passThrough: Self { Self("PassThrough") }
            }
        }

        public struct VpcConfig: PropertyType {
            public var ipv6AllowedForDualStack: Scalar<Bool>?
            public var securityGroupIds: [ID<EC2.SecurityGroup>]?
            public var subnetIds: [ID<EC2.Subnet>]?

            public init(
                ipv6AllowedForDualStack: Scalar<Bool>? = nil,
                securityGroupIds: [ID<EC2.SecurityGroup>]? = nil,
                subnetIds: [ID<EC2.Subnet>]? = nil
            ) {
                self.ipv6AllowedForDualStack = ipv6AllowedForDualStack
                self.securityGroupIds = securityGroupIds
                self.subnetIds = subnetIds
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Ipv6AllowedForDualStack", ipv6AllowedForDualStack)
                map.put("SecurityGroupIds", securityGroupIds)
                map.put("SubnetIds", subnetIds)
                return map.value
            }
        }
    }
}
