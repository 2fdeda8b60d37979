// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension IAM {
    /// `AWS::IAM::Policy`
    public struct Policy: GeneratedResource {
        public static let type = "AWS::IAM::Policy"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            readOnly: "Id",
            permissions: [.create: "iam:GetGroupPolicy iam:GetRolePolicy iam:GetUserPolicy iam:PutGroupPolicy iam:PutRolePolicy iam:PutUserPolicy", .update: "iam:DeleteGroupPolicy iam:DeleteRolePolicy iam:DeleteUserPolicy iam:PutGroupPolicy iam:PutRolePolicy iam:PutUserPolicy", .delete: "iam:DeleteGroupPolicy iam:DeleteRolePolicy iam:DeleteUserPolicy"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var groups: [Text]?
        public var policyDocument: Value
        public var policyName: Text
        public var roles: [Name<IAM.Role>]?
        public var users: [Text]?

        public init(
            _ logicalID: LogicalID,
            policyDocument: Value,
            policyName: Text,
            groups: [Text]? = nil,
            roles: [Name<IAM.Role>]? = nil,
            users: [Text]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.groups = groups
            self.policyDocument = policyDocument
            self.policyName = policyName
            self.roles = roles
            self.users = users
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Groups", groups)
            map.put("PolicyDocument", policyDocument)
            map.put("PolicyName", policyName)
            map.put("Roles", roles)
            map.put("Users", users)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<IAM.Policy> { ID<IAM.Policy>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<IAM.Policy> { ID<IAM.Policy>(Text(.attribute(of: id, "Id"))) }
    }
}
