// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::EIP`
    public struct EIP: GeneratedResource {
        public static let type = "AWS::EC2::EIP"
        public static let facts = ResourceFacts(
            primaryIdentifier: "PublicIp AllocationId",
            createOnly: "NetworkBorderGroup TransferAddress IpamPoolId Address",
            readOnly: "PublicIp AllocationId",
            writeOnly: "TransferAddress IpamPoolId Address",
            permissions: [.create: "ec2:AcceptAddressTransfer ec2:AllocateAddress ec2:AssociateAddress ec2:CreateTags ec2:DescribeAddresses", .read: "ec2:DescribeAddresses", .update: "ec2:AssociateAddress ec2:CreateTags ec2:DeleteTags ec2:DescribeAddresses ec2:DisassociateAddress", .delete: "ec2:DescribeAddresses ec2:DisassociateAddress ec2:ReleaseAddress", .list: "ec2:DescribeAddresses"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource. Never read back.
        public var address: Text?
        public var domain: Text?
        public var instanceId: Text?
        /// A change replaces the resource. Never read back.
        public var ipamPoolId: Text?
        /// A change replaces the resource.
        public var networkBorderGroup: Text?
        public var publicIpv4Pool: Text?
        public var tags: [Tag]?
        /// A change replaces the resource. Never read back.
        public var transferAddress: Text?

        public init(
            _ logicalID: LogicalID,
            address: Text? = nil,
            domain: Text? = nil,
            instanceId: Text? = nil,
            ipamPoolId: Text? = nil,
            networkBorderGroup: Text? = nil,
            publicIpv4Pool: Text? = nil,
            tags: [Tag]? = nil,
            transferAddress: Text? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.address = address
            self.domain = domain
            self.instanceId = instanceId
            self.ipamPoolId = ipamPoolId
            self.networkBorderGroup = networkBorderGroup
            self.publicIpv4Pool = publicIpv4Pool
            self.tags = tags
            self.transferAddress = transferAddress
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Address", address)
            map.put("Domain", domain)
            map.put("InstanceId", instanceId)
            map.put("IpamPoolId", ipamPoolId)
            map.put("NetworkBorderGroup", networkBorderGroup)
            map.put("PublicIpv4Pool", publicIpv4Pool)
            map.put("Tags", tags)
            map.put("TransferAddress", transferAddress)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }

        public var allocationId: Text { Text(.attribute(of: id, "AllocationId")) }

        public var publicIp: Text { Text(.attribute(of: id, "PublicIp")) }
    }
}
