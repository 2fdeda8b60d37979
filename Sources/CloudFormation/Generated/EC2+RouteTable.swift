// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::RouteTable`
    public struct RouteTable: GeneratedResource {
        public static let type = "AWS::EC2::RouteTable"
        public static let facts = ResourceFacts(
            primaryIdentifier: "RouteTableId",
            createOnly: "VpcId",
            readOnly: "RouteTableId",
            permissions: [.create: "ec2:CreateRouteTable ec2:CreateTags ec2:DescribeRouteTables", .read: "ec2:DescribeRouteTables", .update: "ec2:CreateTags ec2:DeleteTags ec2:DescribeRouteTables", .delete: "ec2:DeleteRouteTable ec2:DescribeRouteTables", .list: "ec2:DescribeRouteTables"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var vpcId: ID<EC2.VPC>

        public init(
            _ logicalID: LogicalID,
            vpcId: ID<EC2.VPC>,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.tags = tags
            self.vpcId = vpcId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Tags", tags)
            map.put("VpcId", vpcId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.RouteTable> { ID<EC2.RouteTable>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var routeTableId: ID<EC2.RouteTable> { ID<EC2.RouteTable>(Text(.attribute(of: id, "RouteTableId"))) }
    }
}
