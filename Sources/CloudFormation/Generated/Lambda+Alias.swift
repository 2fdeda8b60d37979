// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Lambda {
    /// `AWS::Lambda::Alias`
    public struct Alias: GeneratedResource {
        public static let type = "AWS::Lambda::Alias"
        public static let facts = ResourceFacts(
            primaryIdentifier: "AliasArn",
            createOnly: "Name FunctionName",
            readOnly: "AliasArn",
            permissions: [.create: "lambda:CreateAlias lambda:GetProvisionedConcurrencyConfig lambda:PutProvisionedConcurrencyConfig", .read: "lambda:GetAlias lambda:GetProvisionedConcurrencyConfig", .update: "codedeploy:CreateDeployment codedeploy:GetDeployment codedeploy:GetDeploymentConfig codedeploy:GetDeploymentGroup codedeploy:StopDeployment lambda:DeleteProvisionedConcurrencyConfig lambda:GetAlias lambda:GetProvisionedConcurrencyConfig lambda:PutProvisionedConcurrencyConfig lambda:UpdateAlias", .delete: "lambda:DeleteAlias lambda:GetAlias", .list: "lambda:ListAliases"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var description: Text?
        /// A change replaces the resource.
        public var functionName: any Designator<Lambda.Function>
        public var functionVersion: Text
        /// A change replaces the resource.
        public var name: Text
        public var provisionedConcurrencyConfig: ProvisionedConcurrencyConfiguration?
        public var routingConfig: AliasRoutingConfiguration?

        public init(
            _ logicalID: LogicalID,
            functionName: any Designator<Lambda.Function>,
            functionVersion: Text,
            name: Text,
            description: Text? = nil,
            provisionedConcurrencyConfig: ProvisionedConcurrencyConfiguration? = nil,
            routingConfig: AliasRoutingConfiguration? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.description = description
            self.functionName = functionName
            self.functionVersion = functionVersion
            self.name = name
            self.provisionedConcurrencyConfig = provisionedConcurrencyConfig
            self.routingConfig = routingConfig
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Description", description)
            map.put("FunctionName", functionName)
            map.put("FunctionVersion", functionVersion)
            map.put("Name", name)
            map.put("ProvisionedConcurrencyConfig", provisionedConcurrencyConfig)
            map.put("RoutingConfig", routingConfig)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<Lambda.Alias> { ARN<Lambda.Alias>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var aliasArn: ARN<Lambda.Alias> { ARN<Lambda.Alias>(Text(.attribute(of: id, "AliasArn"))) }

        public struct AliasRoutingConfiguration: PropertyType {
            public var additionalVersionWeights: [VersionWeight]?

            public init(
                additionalVersionWeights: [VersionWeight]? = nil
            ) {
                self.additionalVersionWeights = additionalVersionWeights
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AdditionalVersionWeights", additionalVersionWeights)
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

        public struct VersionWeight: PropertyType {
            public var functionVersion: Text
            public var functionWeight: Scalar<Double>

            public init(
                functionVersion: Text,
                functionWeight: Scalar<Double>
            ) {
                self.functionVersion = functionVersion
                self.functionWeight = functionWeight
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("FunctionVersion", functionVersion)
                map.put("FunctionWeight", functionWeight)
                return map.value
            }
        }
    }
}
