// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::SubnetRouteTableAssociation`
    public struct SubnetRouteTableAssociation: GeneratedResource {
        public static let type = "AWS::EC2::SubnetRouteTableAssociation"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "SubnetId RouteTableId",
            readOnly: "Id",
            permissions: [.create: "ec2:AssociateRouteTable ec2:DescribeRouteTables ec2:DescribeSubnets ec2:ReplaceRouteTableAssociation", .read: "ec2:DescribeRouteTables", .delete: "ec2:DescribeRouteTables ec2:DescribeSubnets ec2:DisassociateRouteTable", .list: "ec2:DescribeRouteTables"],
            replacesByDeletingFirst: true
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var routeTableId: ID<EC2.RouteTable>
        /// A change replaces the resource.
        public var subnetId: ID<EC2.Subnet>

        public init(
            _ logicalID: LogicalID,
            routeTableId: ID<EC2.RouteTable>,
            subnetId: ID<EC2.Subnet>,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.routeTableId = routeTableId
            self.subnetId = subnetId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("RouteTableId", routeTableId)
            map.put("SubnetId", subnetId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.SubnetRouteTableAssociation> { ID<EC2.SubnetRouteTableAssociation>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<EC2.SubnetRouteTableAssociation> { ID<EC2.SubnetRouteTableAssociation>(Text(.attribute(of: id, "Id"))) }
    }
}
