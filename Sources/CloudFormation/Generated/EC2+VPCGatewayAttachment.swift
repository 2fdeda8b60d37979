// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::VPCGatewayAttachment`
    public struct VPCGatewayAttachment: GeneratedResource {
        public static let type = "AWS::EC2::VPCGatewayAttachment"
        public static let facts = ResourceFacts(
            primaryIdentifier: "AttachmentType VpcId",
            createOnly: "VpcId",
            readOnly: "AttachmentType",
            permissions: [.create: "ec2:AttachInternetGateway ec2:AttachVpnGateway ec2:DescribeInternetGateways ec2:DescribeVpnGateways", .read: "ec2:DescribeInternetGateways ec2:DescribeVpnGateways", .update: "ec2:AttachInternetGateway ec2:AttachVpnGateway ec2:DescribeInternetGateways ec2:DescribeVpnGateways ec2:DetachInternetGateway ec2:DetachVpnGateway", .delete: "ec2:DescribeInternetGateways ec2:DescribeVpnGateways ec2:DetachInternetGateway ec2:DetachVpnGateway", .list: "ec2:DescribeInternetGateways ec2:DescribeVpnGateways"],
            replacesByDeletingFirst: true
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var internetGatewayId: ID<EC2.InternetGateway>?
        /// A change replaces the resource.
        public var vpcId: ID<EC2.VPC>
        public var vpnGatewayId: Text?

        public init(
            _ logicalID: LogicalID,
            vpcId: ID<EC2.VPC>,
            internetGatewayId: ID<EC2.InternetGateway>? = nil,
            vpnGatewayId: Text? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.internetGatewayId = internetGatewayId
            self.vpcId = vpcId
            self.vpnGatewayId = vpnGatewayId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("InternetGatewayId", internetGatewayId)
            map.put("VpcId", vpcId)
            map.put("VpnGatewayId", vpnGatewayId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Text { Text(.attribute(of: id, Reference.refAttribute)) }

        public var attachmentType: Text { Text(.attribute(of: id, "AttachmentType")) }
    }
}
