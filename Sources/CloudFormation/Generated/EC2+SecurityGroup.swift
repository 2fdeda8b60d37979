// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::SecurityGroup`
    public struct SecurityGroup: GeneratedResource {
        public static let type = "AWS::EC2::SecurityGroup"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "GroupDescription GroupName VpcId",
            readOnly: "Id GroupId",
            writeOnly: "SecurityGroupIngress/*/SourceSecurityGroupName",
            permissions: [.create: "ec2:AuthorizeSecurityGroupEgress ec2:AuthorizeSecurityGroupIngress ec2:CreateSecurityGroup ec2:CreateTags ec2:DescribeSecurityGroups ec2:RevokeSecurityGroupEgress", .read: "ec2:DescribeSecurityGroups", .update: "ec2:AuthorizeSecurityGroupEgress ec2:AuthorizeSecurityGroupIngress ec2:CreateTags ec2:DeleteTags ec2:DescribeSecurityGroups ec2:RevokeSecurityGroupEgress ec2:RevokeSecurityGroupIngress ec2:UpdateSecurityGroupRuleDescriptionsEgress ec2:UpdateSecurityGroupRuleDescriptionsIngress", .delete: "ec2:DeleteSecurityGroup ec2:DescribeInstances ec2:DescribeSecurityGroups", .list: "ec2:DescribeSecurityGroups"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var groupDescription: Text
        /// A change replaces the resource.
        public var groupName: Text?
        public var securityGroupEgress: [Egress]?
        public var securityGroupIngress: [Ingress]?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var vpcId: ID<EC2.VPC>?

        public init(
            _ logicalID: LogicalID,
            groupDescription: Text,
            groupName: Text? = nil,
            securityGroupEgress: [Egress]? = nil,
            securityGroupIngress: [Ingress]? = nil,
            tags: [Tag]? = nil,
            vpcId: ID<EC2.VPC>? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.groupDescription = groupDescription
            self.groupName = groupName
            self.securityGroupEgress = securityGroupEgress
            self.securityGroupIngress = securityGroupIngress
            self.tags = tags
            self.vpcId = vpcId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("GroupDescription", groupDescription)
            map.put("GroupName", groupName)
            map.put("SecurityGroupEgress", securityGroupEgress)
            map.put("SecurityGroupIngress", securityGroupIngress)
            map.put("Tags", tags)
            map.put("VpcId", vpcId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.SecurityGroup> { ID<EC2.SecurityGroup>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var groupId: ID<EC2.SecurityGroup> { ID<EC2.SecurityGroup>(Text(.attribute(of: id, "GroupId"))) }

        public var idAttribute: ID<EC2.SecurityGroup> { ID<EC2.SecurityGroup>(Text(.attribute(of: id, "Id"))) }

        public struct Egress: PropertyType {
            public var cidrIp: Text?
            public var cidrIpv6: Text?
            public var description: Text?
            public var destinationPrefixListId: Text?
            public var destinationSecurityGroupId: ID<EC2.SecurityGroup>?
            public var fromPort: Scalar<Int>?
            public var ipProtocol: Text
            public var toPort: Scalar<Int>?

            public init(
                ipProtocol: Text,
                cidrIp: Text? = nil,
                cidrIpv6: Text? = nil,
                description: Text? = nil,
                destinationPrefixListId: Text? = nil,
                destinationSecurityGroupId: ID<EC2.SecurityGroup>? = nil,
                fromPort: Scalar<Int>? = nil,
                toPort: Scalar<Int>? = nil
            ) {
                self.cidrIp = cidrIp
                self.cidrIpv6 = cidrIpv6
                self.description = description
                self.destinationPrefixListId = destinationPrefixListId
                self.destinationSecurityGroupId = destinationSecurityGroupId
                self.fromPort = fromPort
                self.ipProtocol = ipProtocol
                self.toPort = toPort
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CidrIp", cidrIp)
                map.put("CidrIpv6", cidrIpv6)
                map.put("Description", description)
                map.put("DestinationPrefixListId", destinationPrefixListId)
                map.put("DestinationSecurityGroupId", destinationSecurityGroupId)
                map.put("FromPort", fromPort)
                map.put("IpProtocol", ipProtocol)
                map.put("ToPort", toPort)
                return map.value
            }
        }

        public struct Ingress: PropertyType {
            public var cidrIp: Text?
            public var cidrIpv6: Text?
            public var description: Text?
            public var fromPort: Scalar<Int>?
            public var ipProtocol: Text
            public var sourcePrefixListId: Text?
            public var sourceSecurityGroupId: ID<EC2.SecurityGroup>?
            public var sourceSecurityGroupName: Name<EC2.SecurityGroup>?
            public var sourceSecurityGroupOwnerId: Text?
            public var toPort: Scalar<Int>?

            public init(
                ipProtocol: Text,
                cidrIp: Text? = nil,
                cidrIpv6: Text? = nil,
                description: Text? = nil,
                fromPort: Scalar<Int>? = nil,
                sourcePrefixListId: Text? = nil,
                sourceSecurityGroupId: ID<EC2.SecurityGroup>? = nil,
                sourceSecurityGroupName: Name<EC2.SecurityGroup>? = nil,
                sourceSecurityGroupOwnerId: Text? = nil,
                toPort: Scalar<Int>? = nil
            ) {
                self.cidrIp = cidrIp
                self.cidrIpv6 = cidrIpv6
                self.description = description
                self.fromPort = fromPort
                self.ipProtocol = ipProtocol
                self.sourcePrefixListId = sourcePrefixListId
                self.sourceSecurityGroupId = sourceSecurityGroupId
                self.sourceSecurityGroupName = sourceSecurityGroupName
                self.sourceSecurityGroupOwnerId = sourceSecurityGroupOwnerId
                self.toPort = toPort
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("CidrIp", cidrIp)
                map.put("CidrIpv6", cidrIpv6)
                map.put("Description", description)
                map.put("FromPort", fromPort)
                map.put("IpProtocol", ipProtocol)
                map.put("SourcePrefixListId", sourcePrefixListId)
                map.put("SourceSecurityGroupId", sourceSecurityGroupId)
                map.put("SourceSecurityGroupName", sourceSecurityGroupName)
                map.put("SourceSecurityGroupOwnerId", sourceSecurityGroupOwnerId)
                map.put("ToPort", toPort)
                return map.value
            }
        }
    }
}
