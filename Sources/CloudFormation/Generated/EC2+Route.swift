// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::Route`
    public struct Route: GeneratedResource {
        public static let type = "AWS::EC2::Route"
        public static let facts = ResourceFacts(
            primaryIdentifier: "RouteTableId CidrBlock",
            createOnly: "RouteTableId DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId",
            readOnly: "CidrBlock",
            permissions: [.create: "ec2:CreateRoute ec2:DescribeNetworkInterfaces ec2:DescribeRouteTables", .read: "ec2:DescribeRouteTables", .update: "ec2:DescribeNetworkInterfaces ec2:DescribeRouteTables ec2:ReplaceRoute", .delete: "ec2:DeleteRoute ec2:DescribeRouteTables", .list: "ec2:DescribeRouteTables"]
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var carrierGatewayId: Text?
        public var coreNetworkArn: (any ARNReference)?
        /// A change replaces the resource.
        public var destinationCidrBlock: Text?
        /// A change replaces the resource.
        public var destinationIpv6CidrBlock: Text?
        /// A change replaces the resource.
        public var destinationPrefixListId: Text?
        public var egressOnlyInternetGatewayId: Text?
        public var gatewayId: Text?
        public var instanceId: Text?
        public var localGatewayId: Text?
        public var natGatewayId: ID<EC2.NatGateway>?
        public var networkInterfaceId: Text?
        public var odbNetworkArn: (any ARNReference)?
        /// A change replaces the resource.
        public var routeTableId: ID<EC2.RouteTable>
        public var transitGatewayId: Text?
        public var vpcEndpointId: Text?
        public var vpcPeeringConnectionId: Text?

        public init(
            _ logicalID: LogicalID,
            routeTableId: ID<EC2.RouteTable>,
            carrierGatewayId: Text? = nil,
            coreNetworkArn: (any ARNReference)? = nil,
            destinationCidrBlock: Text? = nil,
            destinationIpv6CidrBlock: Text? = nil,
            destinationPrefixListId: Text? = nil,
            egressOnlyInternetGatewayId: Text? = nil,
            gatewayId: Text? = nil,
            instanceId: Text? = nil,
            localGatewayId: Text? = nil,
            natGatewayId: ID<EC2.NatGateway>? = nil,
            networkInterfaceId: Text? = nil,
            odbNetworkArn: (any ARNReference)? = nil,
            transitGatewayId: Text? = nil,
            vpcEndpointId: Text? = nil,
            vpcPeeringConnectionId: Text? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.carrierGatewayId = carrierGatewayId
            self.coreNetworkArn = coreNetworkArn
            self.destinationCidrBlock = destinationCidrBlock
            self.destinationIpv6CidrBlock = destinationIpv6CidrBlock
            self.destinationPrefixListId = destinationPrefixListId
            self.egressOnlyInternetGatewayId = egressOnlyInternetGatewayId
            self.gatewayId = gatewayId
            self.instanceId = instanceId
            self.localGatewayId = localGatewayId
            self.natGatewayId = natGatewayId
            self.networkInterfaceId = networkInterfaceId
            self.odbNetworkArn = odbNetworkArn
            self.routeTableId = routeTableId
            self.transitGatewayId = transitGatewayId
            self.vpcEndpointId = vpcEndpointId
            self.vpcPeeringConnectionId = vpcPeeringConnectionId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("CarrierGatewayId", carrierGatewayId)
            map.put("CoreNetworkArn", coreNetworkArn)
            map.put("DestinationCidrBlock", destinationCidrBlock)
            map.put("DestinationIpv6CidrBlock", destinationIpv6CidrBlock)
            map.put("DestinationPrefixListId", destinationPrefixListId)
            map.put("EgressOnlyInternetGatewayId", egressOnlyInternetGatewayId)
            map.put("GatewayId", gatewayId)
            map.put("InstanceId", instanceId)
            map.put("LocalGatewayId", localGatewayId)
            map.put("NatGatewayId", natGatewayId)
            map.put("NetworkInterfaceId", networkInterfaceId)
            map.put("OdbNetworkArn", odbNetworkArn)
            map.put("RouteTableId", routeTableId)
            map.put("TransitGatewayId", transitGatewayId)
            map.put("VpcEndpointId", vpcEndpointId)
            map.put("VpcPeeringConnectionId", vpcPeeringConnectionId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }

        public var cidrBlock: Text { Text(.attribute(of: id, "CidrBlock")) }
    }
}
