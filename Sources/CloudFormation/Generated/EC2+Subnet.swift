// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::Subnet`
    public struct Subnet: GeneratedResource {
        public static let type = "AWS::EC2::Subnet"
        public static let facts = ResourceFacts(
            primaryIdentifier: "SubnetId",
            createOnly: "VpcId AvailabilityZone AvailabilityZoneId CidrBlock OutpostArn Ipv6Native Ipv4IpamPoolId Ipv4NetmaskLength Ipv6IpamPoolId Ipv6NetmaskLength",
            conditionalCreateOnly: "Ipv6CidrBlock",
            readOnly: "NetworkAclAssociationId SubnetId Ipv6CidrBlocks BlockPublicAccessStates",
            writeOnly: "EnableLniAtDeviceIndex Ipv4IpamPoolId Ipv4NetmaskLength Ipv6IpamPoolId Ipv6NetmaskLength",
            permissions: [.create: "ec2:CreateSubnet ec2:CreateTags ec2:DescribeSubnets ec2:ModifySubnetAttribute", .read: "ec2:DescribeNetworkAcls ec2:DescribeSubnets", .update: "ec2:AssociateSubnetCidrBlock ec2:CreateTags ec2:DeleteTags ec2:DescribeSubnets ec2:DisassociateSubnetCidrBlock ec2:ModifySubnetAttribute", .delete: "ec2:DeleteSubnet ec2:DescribeSubnets", .list: "ec2:DescribeNetworkAcls ec2:DescribeSubnets"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var assignIpv6AddressOnCreation: Scalar<Bool>?
        /// A change replaces the resource.
        public var availabilityZone: Text?
        /// A change replaces the resource.
        public var availabilityZoneId: Text?
        /// A change replaces the resource.
        public var cidrBlock: Text?
        public var enableDns64: Scalar<Bool>?
        /// Never read back.
        public var enableLniAtDeviceIndex: Scalar<Int>?
        /// A change replaces the resource. Never read back.
        public var ipv4IpamPoolId: Text?
        /// A change replaces the resource. Never read back.
        public var ipv4NetmaskLength: Scalar<Int>?
        /// A change may replace the resource.
        public var ipv6CidrBlock: Text?
        /// A change replaces the resource. Never read back.
        public var ipv6IpamPoolId: Text?
        /// A change replaces the resource.
        public var ipv6Native: Scalar<Bool>?
        /// A change replaces the resource. Never read back.
        public var ipv6NetmaskLength: Scalar<Int>?
        public var mapPublicIpOnLaunch: Scalar<Bool>?
        /// A change replaces the resource.
        public var outpostArn: (any ARNReference)?
        public var privateDnsNameOptionsOnLaunch: PrivateDnsNameOptionsOnLaunch?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var vpcId: ID<EC2.VPC>

        public init(
            _ logicalID: LogicalID,
            vpcId: ID<EC2.VPC>,
            assignIpv6AddressOnCreation: Scalar<Bool>? = nil,
            availabilityZone: Text? = nil,
            availabilityZoneId: Text? = nil,
            cidrBlock: Text? = nil,
            enableDns64: Scalar<Bool>? = nil,
            enableLniAtDeviceIndex: Scalar<Int>? = nil,
            ipv4IpamPoolId: Text? = nil,
            ipv4NetmaskLength: Scalar<Int>? = nil,
            ipv6CidrBlock: Text? = nil,
            ipv6IpamPoolId: Text? = nil,
            ipv6Native: Scalar<Bool>? = nil,
            ipv6NetmaskLength: Scalar<Int>? = nil,
            mapPublicIpOnLaunch: Scalar<Bool>? = nil,
            outpostArn: (any ARNReference)? = nil,
            privateDnsNameOptionsOnLaunch: PrivateDnsNameOptionsOnLaunch? = nil,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.assignIpv6AddressOnCreation = assignIpv6AddressOnCreation
            self.availabilityZone = availabilityZone
            self.availabilityZoneId = availabilityZoneId
            self.cidrBlock = cidrBlock
            self.enableDns64 = enableDns64
            self.enableLniAtDeviceIndex = enableLniAtDeviceIndex
            self.ipv4IpamPoolId = ipv4IpamPoolId
            self.ipv4NetmaskLength = ipv4NetmaskLength
            self.ipv6CidrBlock = ipv6CidrBlock
            self.ipv6IpamPoolId = ipv6IpamPoolId
            self.ipv6Native = ipv6Native
            self.ipv6NetmaskLength = ipv6NetmaskLength
            self.mapPublicIpOnLaunch = mapPublicIpOnLaunch
            self.outpostArn = outpostArn
            self.privateDnsNameOptionsOnLaunch = privateDnsNameOptionsOnLaunch
            self.tags = tags
            self.vpcId = vpcId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AssignIpv6AddressOnCreation", assignIpv6AddressOnCreation)
            map.put("AvailabilityZone", availabilityZone)
            map.put("AvailabilityZoneId", availabilityZoneId)
            map.put("CidrBlock", cidrBlock)
            map.put("EnableDns64", enableDns64)
            map.put("EnableLniAtDeviceIndex", enableLniAtDeviceIndex)
            map.put("Ipv4IpamPoolId", ipv4IpamPoolId)
            map.put("Ipv4NetmaskLength", ipv4NetmaskLength)
            map.put("Ipv6CidrBlock", ipv6CidrBlock)
            map.put("Ipv6IpamPoolId", ipv6IpamPoolId)
            map.put("Ipv6Native", ipv6Native)
            map.put("Ipv6NetmaskLength", ipv6NetmaskLength)
            map.put("MapPublicIpOnLaunch", mapPublicIpOnLaunch)
            map.put("OutpostArn", outpostArn)
            map.put("PrivateDnsNameOptionsOnLaunch", privateDnsNameOptionsOnLaunch)
            map.put("Tags", tags)
            map.put("VpcId", vpcId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.Subnet> { ID<EC2.Subnet>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var ipv6CidrBlocks: Text { Text(.attribute(of: id, "Ipv6CidrBlocks")) }

        public var networkAclAssociationId: Text { Text(.attribute(of: id, "NetworkAclAssociationId")) }

        public var subnetId: ID<EC2.Subnet> { ID<EC2.Subnet>(Text(.attribute(of: id, "SubnetId"))) }

        public struct PrivateDnsNameOptionsOnLaunch: PropertyType {
            public var enableResourceNameDnsAAAARecord: Scalar<Bool>?
            public var enableResourceNameDnsARecord: Scalar<Bool>?
            public var hostnameType: Text?

            public init(
                enableResourceNameDnsAAAARecord: Scalar<Bool>? = nil,
                enableResourceNameDnsARecord: Scalar<Bool>? = nil,
                hostnameType: Text? = nil
            ) {
                self.enableResourceNameDnsAAAARecord = enableResourceNameDnsAAAARecord
                self.enableResourceNameDnsARecord = enableResourceNameDnsARecord
                self.hostnameType = hostnameType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EnableResourceNameDnsAAAARecord", enableResourceNameDnsAAAARecord)
                map.put("EnableResourceNameDnsARecord", enableResourceNameDnsARecord)
                map.put("HostnameType", hostnameType)
                return map.value
            }
        }
    }
}
