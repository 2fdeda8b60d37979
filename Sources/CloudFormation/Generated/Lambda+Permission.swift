// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Lambda {
    /// `AWS::Lambda::Permission`
    public struct Permission: GeneratedResource {
        public static let type = "AWS::Lambda::Permission"
        public static let facts = ResourceFacts(
            primaryIdentifier: "FunctionName Id",
            createOnly: "FunctionName FunctionUrlAuthType InvokedViaFunctionUrl SourceAccount SourceArn Principal PrincipalOrgID Action EventSourceToken",
            readOnly: "Id",
            permissions: [.create: "lambda:AddPermission", .read: "lambda:GetPolicy", .delete: "lambda:RemovePermission", .list: "lambda:GetPolicy"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var action: Text
        /// A change replaces the resource.
        public var eventSourceToken: Text?
        /// A change replaces the resource.
        public var functionName: any Designator<Lambda.Function>
        /// A change replaces the resource.
        public var functionUrlAuthType: FunctionUrlAuthType?
        /// A change replaces the resource.
        public var invokedViaFunctionUrl: Scalar<Bool>?
        /// A change replaces the resource.
        public var principal: Text
        /// A change replaces the resource.
        public var principalOrgID: Text?
        /// A change replaces the resource.
        public var sourceAccount: Text?
        /// A change replaces the resource.
        public var sourceArn: (any ARNReference)?

        public init(
            _ logicalID: LogicalID,
            action: Text,
            functionName: any Designator<Lambda.Function>,
            principal: Text,
            eventSourceToken: Text? = nil,
            functionUrlAuthType: FunctionUrlAuthType? = nil,
            invokedViaFunctionUrl: Scalar<Bool>? = nil,
            principalOrgID: Text? = nil,
            sourceAccount: Text? = nil,
            sourceArn: (any ARNReference)? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.action = action
            self.eventSourceToken = eventSourceToken
            self.functionName = functionName
            self.functionUrlAuthType = functionUrlAuthType
            self.invokedViaFunctionUrl = invokedViaFunctionUrl
            self.principal = principal
            self.principalOrgID = principalOrgID
            self.sourceAccount = sourceAccount
            self.sourceArn = sourceArn
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Action", action)
            map.put("EventSourceToken", eventSourceToken)
            map.put("FunctionName", functionName)
            map.put("FunctionUrlAuthType", functionUrlAuthType)
            map.put("InvokedViaFunctionUrl", invokedViaFunctionUrl)
            map.put("Principal", principal)
            map.put("PrincipalOrgID", principalOrgID)
            map.put("SourceAccount", sourceAccount)
            map.put("SourceArn", sourceArn)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }

        public var idAttribute: ID<Lambda.Permission> { ID<Lambda.Permission>(Text(.attribute(of: id, "Id"))) }

        public struct FunctionUrlAuthType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var awsIam: Self { Self("AWS_IAM") }
            public static var noneValue: Self { Self("NONE") }
        }
    }
}
