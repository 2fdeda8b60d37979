// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension IAM {
    /// `AWS::IAM::ManagedPolicy`
    public struct ManagedPolicy: GeneratedResource {
        public static let type = "AWS::IAM::ManagedPolicy"
        public static let facts = ResourceFacts(
            primaryIdentifier: "PolicyArn",
            createOnly: "ManagedPolicyName Description Path",
            readOnly: "PolicyArn AttachmentCount CreateDate DefaultVersionId IsAttachable PermissionsBoundaryUsageCount PolicyId UpdateDate",
            permissions: [.create: "iam:AttachGroupPolicy iam:AttachRolePolicy iam:AttachUserPolicy iam:CreatePolicy", .read: "iam:GetPolicy iam:GetPolicyVersion iam:ListEntitiesForPolicy", .update: "iam:AttachGroupPolicy iam:AttachRolePolicy iam:AttachUserPolicy iam:CreatePolicyVersion iam:DeletePolicyVersion iam:DetachGroupPolicy iam:DetachRolePolicy iam:DetachUserPolicy iam:GetPolicy iam:ListPolicyVersions", .delete: "iam:DeletePolicy iam:DeletePolicyVersion iam:DetachGroupPolicy iam:DetachRolePolicy iam:DetachUserPolicy iam:GetPolicy iam:ListEntitiesForPolicy iam:ListPolicyVersions", .list: "iam:ListPolicies"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var description: Text?
        public var groups: [Text]?
        /// A change replaces the resource.
        public var managedPolicyName: Text?
        /// A change replaces the resource.
        public var path: Text?
        public var policyDocument: Text
        public var roles: [Name<IAM.Role>]?
        public var users: [Text]?

        public init(
            _ logicalID: LogicalID,
            policyDocument: Text,
            description: Text? = nil,
            groups: [Text]? = nil,
            managedPolicyName: Text? = nil,
            path: Text? = nil,
            roles: [Name<IAM.Role>]? = nil,
            users: [Text]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.description = description
            self.groups = groups
            self.managedPolicyName = managedPolicyName
            self.path = path
            self.policyDocument = policyDocument
            self.roles = roles
            self.users = users
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Description", description)
            map.put("Groups", groups)
            map.put("ManagedPolicyName", managedPolicyName)
            map.put("Path", path)
            map.put("PolicyDocument", policyDocument)
            map.put("Roles", roles)
            map.put("Users", users)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ARN<IAM.ManagedPolicy> { ARN<IAM.ManagedPolicy>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var attachmentCount: Text { Text(.attribute(of: id, "AttachmentCount")) }

        public var createDate: Text { Text(.attribute(of: id, "CreateDate")) }

        public var defaultVersionId: Text { Text(.attribute(of: id, "DefaultVersionId")) }

        public var isAttachable: Text { Text(.attribute(of: id, "IsAttachable")) }

        public var permissionsBoundaryUsageCount: Text { Text(.attribute(of: id, "PermissionsBoundaryUsageCount")) }

        public var policyArn: ARN<IAM.ManagedPolicy> { ARN<IAM.ManagedPolicy>(Text(.attribute(of: id, "PolicyArn"))) }

        public var policyId: Text { Text(.attribute(of: id, "PolicyId")) }

        public var updateDate: Text { Text(.attribute(of: id, "UpdateDate")) }
    }
}
