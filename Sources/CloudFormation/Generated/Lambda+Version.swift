// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Lambda {
    /// `AWS::Lambda::Version`
    public struct Version: GeneratedResource {
        public static let type = "AWS::Lambda::Version"
        public static let facts = ResourceFacts(
            primaryIdentifier: "FunctionArn",
            createOnly: "FunctionName Description CodeSha256 ProvisionedConcurrencyConfig RuntimePolicy",
            readOnly: "Version FunctionArn",
            permissions: [.create: "lambda:GetFunctionConfiguration lambda:GetProvisionedConcurrencyConfig lambda:GetRuntimeManagementConfig lambda:ListVersionsByFunction lambda:PublishVersion lambda:PutFunctionScalingConfig lambda:PutProvisionedConcurrencyConfig lambda:PutRuntimeManagementConfig", .read: "lambda:GetFunctionConfiguration lambda:GetFunctionScalingConfig lambda:GetProvisionedConcurrencyConfig lambda:GetRuntimeManagementConfig", .update: "lambda:GetFunctionConfiguration lambda:PutFunctionScalingConfig", .delete: "lambda:DeleteFunction lambda:GetFunctionConfiguration", .list: "lambda:ListVersionsByFunction"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var codeSha256: Text?
        /// A change replaces the resource.
        public var description: Text?
        /// A change replaces the resource.
        public var functionName: any Designator<Lambda.Function>
        public var functionScalingConfig: FunctionScalingConfig?
        /// A change replaces the resource.
        public var provisionedConcurrencyConfig: ProvisionedConcurrencyConfiguration?
        /// A change replaces the resource.
        public var runtimePolicy: RuntimePolicy?

        public init(
            _ logicalID: LogicalID,
            functionName: any Designator<Lambda.Function>,
            codeSha256: Text? = nil,
            description: Text? = nil,
            functionScalingConfig: FunctionScalingConfig? = nil,
            provisionedConcurrencyConfig: ProvisionedConcurrencyConfiguration? = nil,
            runtimePolicy: RuntimePolicy? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.codeSha256 = codeSha256
            self.description = description
            self.functionName = functionName
            self.functionScalingConfig = functionScalingConfig
            self.provisionedConcurrencyConfig = provisionedConcurrencyConfig
            self.runtimePolicy = runtimePolicy
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("CodeSha256", codeSha256)
            map.put("Description", description)
            map.put("FunctionName", functionName)
            map.put("FunctionScalingConfig", functionScalingConfig)
            map.put("ProvisionedConcurrencyConfig", provisionedConcurrencyConfig)
            map.put("RuntimePolicy", runtimePolicy)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<Lambda.Version> { ARN<Lambda.Version>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var functionArn: ARN<Lambda.Version> { ARN<Lambda.Version>(Text(.attribute(of: id, "FunctionArn"))) }

        public var version: Text { Text(.attribute(of: id, "Version")) }

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

        public struct ProvisionedConcurrencyConfiguration: PropertyType {
            public var provisionedConcurrentExecutions: Scalar<Int>

            public init(
                provisionedConcurrentExecutions: Scalar<Int>
            ) {
                self.provisionedConcurrentExecutions = provisionedConcurrentExecutions
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ProvisionedConcurrentExecutions", provisionedConcurrentExecutions)
                return map.value
            }
        }

        public struct RuntimePolicy: PropertyType {
            public var runtimeVersionArn: (any ARNReference)?
            public var updateRuntimeOn: Text

            public init(
                updateRuntimeOn: Text,
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
        }
    }
}
