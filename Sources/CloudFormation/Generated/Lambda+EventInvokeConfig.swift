// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Lambda {
    /// `AWS::Lambda::EventInvokeConfig`
    public struct EventInvokeConfig: GeneratedResource {
        public static let type = "AWS::Lambda::EventInvokeConfig"
        public static let facts = ResourceFacts(
            primaryIdentifier: "FunctionName Qualifier",
            createOnly: "FunctionName Qualifier",
            permissions: [.create: "lambda:PutFunctionEventInvokeConfig", .read: "lambda:GetFunctionEventInvokeConfig", .update: "lambda:UpdateFunctionEventInvokeConfig", .delete: "lambda:DeleteFunctionEventInvokeConfig", .list: "lambda:ListFunctionEventInvokeConfigs"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var destinationConfig: DestinationConfig?
        /// A change replaces the resource.
        public var functionName: any Designator<Lambda.Function>
        public var maximumEventAgeInSeconds: Scalar<Int>?
        public var maximumRetryAttempts: Scalar<Int>?
        /// A change replaces the resource.
        public var qualifier: Text

        public init(
            _ logicalID: LogicalID,
            functionName: any Designator<Lambda.Function>,
            qualifier: Text,
            destinationConfig: DestinationConfig? = nil,
            maximumEventAgeInSeconds: Scalar<Int>? = nil,
            maximumRetryAttempts: Scalar<Int>? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.destinationConfig = destinationConfig
            self.functionName = functionName
            self.maximumEventAgeInSeconds = maximumEventAgeInSeconds
            self.maximumRetryAttempts = maximumRetryAttempts
            self.qualifier = qualifier
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("DestinationConfig", destinationConfig)
            map.put("FunctionName", functionName)
            map.put("MaximumEventAgeInSeconds", maximumEventAgeInSeconds)
            map.put("MaximumRetryAttempts", maximumRetryAttempts)
            map.put("Qualifier", qualifier)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }

        public struct DestinationConfig: PropertyType {
            public var onFailure: OnFailure?
            public var onSuccess: OnSuccess?

            public init(
                onFailure: OnFailure? = nil,
                onSuccess: OnSuccess? = nil
            ) {
                self.onFailure = onFailure
                self.onSuccess = onSuccess
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("OnFailure", onFailure)
                map.put("OnSuccess", onSuccess)
                return map.value
            }
        }

        public struct OnFailure: PropertyType {
            public var destination: Text

            public init(
                destination: Text
            ) {
                self.destination = destination
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Destination", destination)
                return map.value
            }
        }

        public struct OnSuccess: PropertyType {
            public var destination: Text

            public init(
                destination: Text
            ) {
                self.destination = destination
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Destination", destination)
                return map.value
            }
        }
    }
}
