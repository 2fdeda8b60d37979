// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::InternetGateway`
    public struct InternetGateway: GeneratedResource {
        public static let type = "AWS::EC2::InternetGateway"
        public static let facts = ResourceFacts(
            primaryIdentifier: "InternetGatewayId",
            readOnly: "InternetGatewayId",
            permissions: [.create: "ec2:CreateInternetGateway ec2:CreateTags ec2:DescribeInternetGateways", .read: "ec2:DescribeInternetGateways", .update: "ec2:CreateTags ec2:DeleteTags ec2:DescribeInternetGateways", .delete: "ec2:DeleteInternetGateway ec2:DescribeInternetGateways", .list: "ec2:DescribeInternetGateways"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var tags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            tags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.tags = tags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Tags", tags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.InternetGateway> { ID<EC2.InternetGateway>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var internetGatewayId: ID<EC2.InternetGateway> { ID<EC2.InternetGateway>(Text(.attribute(of: id, "InternetGatewayId"))) }
    }
}
