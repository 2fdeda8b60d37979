// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension IAM {
    /// `AWS::IAM::Role`
    public struct Role: GeneratedResource {
        public static let type = "AWS::IAM::Role"
        public static let facts = ResourceFacts(
            primaryIdentifier: "RoleName",
            createOnly: "Path RoleName",
            readOnly: "Arn RoleId",
            permissions: [.create: "iam:AttachRolePolicy iam:CreateRole iam:GetRole iam:GetRolePolicy iam:PutRolePolicy iam:TagRole iam:UntagRole", .read: "iam:GetRole iam:GetRolePolicy iam:ListAttachedRolePolicies iam:ListRolePolicies", .update: "iam:AttachRolePolicy iam:DeleteRolePermissionsBoundary iam:DeleteRolePolicy iam:DetachRolePolicy iam:PutRolePermissionsBoundary iam:PutRolePolicy iam:TagRole iam:UntagRole iam:UpdateAssumeRolePolicy iam:UpdateRole iam:UpdateRoleDescription", .delete: "iam:DeleteRole iam:DeleteRolePolicy iam:DetachRolePolicy iam:GetRole iam:ListAttachedRolePolicies iam:ListRolePolicies iam:TagRole iam:UntagRole", .list: "iam:ListRoles"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var assumeRolePolicyDocument: Value
        public var description: Text?
        public var managedPolicyArns: [ARN<IAM.ManagedPolicy>]?
        public var maxSessionDuration: Scalar<Int>?
        /// A change replaces the resource.
        public var path: Text?
        public var permissionsBoundary: ARN<IAM.ManagedPolicy>?
        public var policies: [Policy]?
        /// A change replaces the resource.
        public var roleName: Text?
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            assumeRolePolicyDocument: Value,
            description: Text? = nil,
            managedPolicyArns: [ARN<IAM.ManagedPolicy>]? = nil,
            maxSessionDuration: Scalar<Int>? = nil,
            path: Text? = nil,
            permissionsBoundary: ARN<IAM.ManagedPolicy>? = nil,
            policies: [Policy]? = nil,
            roleName: Text? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.assumeRolePolicyDocument = assumeRolePolicyDocument
            self.description = description
            self.managedPolicyArns = managedPolicyArns
            self.maxSessionDuration = maxSessionDuration
            self.path = path
            self.permissionsBoundary = permissionsBoundary
            self.policies = policies
            self.roleName = roleName
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AssumeRolePolicyDocument", assumeRolePolicyDocument)
            map.put("Description", description)
            map.put("ManagedPolicyArns", managedPolicyArns)
            map.put("MaxSessionDuration", maxSessionDuration)
            map.put("Path", path)
            map.put("PermissionsBoundary", permissionsBoundary)
            map.put("Policies", policies)
            map.put("RoleName", roleName)
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<IAM.Role> { Name<IAM.Role>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<IAM.Role> { ARN<IAM.Role>(Text(.attribute(of: id, "Arn"))) }

        public var roleId: ID<IAM.Role> { ID<IAM.Role>(Text(.attribute(of: id, "RoleId"))) }

        public struct Policy: PropertyType {
            public var policyDocument: Value
            public var policyName: Text

            public init(
                policyDocument: Value,
                policyName: Text
            ) {
                self.policyDocument = policyDocument
                self.policyName = policyName
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PolicyDocument", policyDocument)
                map.put("PolicyName", policyName)
                return map.value
            }
        }
    }
}
