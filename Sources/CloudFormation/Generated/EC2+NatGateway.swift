// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::NatGateway`
    public struct NatGateway: GeneratedResource {
        public static let type = "AWS::EC2::NatGateway"
        public static let facts = ResourceFacts(
            primaryIdentifier: "NatGatewayId",
            createOnly: "VpcId SubnetId ConnectivityType AllocationId PrivateIpAddress AvailabilityMode",
            readOnly: "NatGatewayId EniId AutoProvisionZones AutoScalingIps RouteTableId",
            writeOnly: "MaxDrainDurationSeconds",
            permissions: [.create: "ec2:CreateNatGateway ec2:CreateTags ec2:DescribeNatGateways", .read: "ec2:DescribeNatGateways", .update: "ec2:AssignPrivateNatGatewayAddress ec2:AssociateNatGatewayAddress ec2:CreateTags ec2:DeleteTags ec2:DescribeNatGateways ec2:DisassociateNatGatewayAddress ec2:UnassignPrivateNatGatewayAddress", .delete: "ec2:DeleteNatGateway ec2:DescribeNatGateways", .list: "ec2:DescribeNatGateways"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var allocationId: Text?
        /// A change replaces the resource.
        public var availabilityMode: AvailabilityMode?
        public var availabilityZoneAddresses: [AvailabilityZoneAddress]?
        /// A change replaces the resource.
        public var connectivityType: ConnectivityType?
        /// Never read back.
        public var maxDrainDurationSeconds: Scalar<Int>?
        /// A change replaces the resource.
        public var privateIpAddress: Text?
        public var secondaryAllocationIds: [Text]?
        public var secondaryPrivateIpAddressCount: Scalar<Int>?
        public var secondaryPrivateIpAddresses: [Text]?
        /// A change replaces the resource.
        public var subnetId: ID<EC2.Subnet>?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var vpcId: ID<EC2.VPC>?

        public init(
            _ logicalID: LogicalID,
            allocationId: Text? = nil,
            availabilityMode: AvailabilityMode? = nil,
            availabilityZoneAddresses: [AvailabilityZoneAddress]? = nil,
            connectivityType: ConnectivityType? = nil,
            maxDrainDurationSeconds: Scalar<Int>? = nil,
            privateIpAddress: Text? = nil,
            secondaryAllocationIds: [Text]? = nil,
            secondaryPrivateIpAddressCount: Scalar<Int>? = nil,
            secondaryPrivateIpAddresses: [Text]? = nil,
            subnetId: ID<EC2.Subnet>? = nil,
            tags: [Tag]? = nil,
            vpcId: ID<EC2.VPC>? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.allocationId = allocationId
            self.availabilityMode = availabilityMode
            self.availabilityZoneAddresses = availabilityZoneAddresses
            self.connectivityType = connectivityType
            self.maxDrainDurationSeconds = maxDrainDurationSeconds
            self.privateIpAddress = privateIpAddress
            self.secondaryAllocationIds = secondaryAllocationIds
            self.secondaryPrivateIpAddressCount = secondaryPrivateIpAddressCount
            self.secondaryPrivateIpAddresses = secondaryPrivateIpAddresses
            self.subnetId = subnetId
            self.tags = tags
            self.vpcId = vpcId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("AllocationId", allocationId)
            map.put("AvailabilityMode", availabilityMode)
            map.put("AvailabilityZoneAddresses", availabilityZoneAddresses)
            map.put("ConnectivityType", connectivityType)
            map.put("MaxDrainDurationSeconds", maxDrainDurationSeconds)
            map.put("PrivateIpAddress", privateIpAddress)
            map.put("SecondaryAllocationIds", secondaryAllocationIds)
            map.put("SecondaryPrivateIpAddressCount", secondaryPrivateIpAddressCount)
            map.put("SecondaryPrivateIpAddresses", secondaryPrivateIpAddresses)
            map.put("SubnetId", subnetId)
            map.put("Tags", tags)
            map.put("VpcId", vpcId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.NatGateway> { ID<EC2.NatGateway>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var autoProvisionZones: Text { Text(.attribute(of: id, "AutoProvisionZones")) }

        public var autoScalingIps: Text { Text(.attribute(of: id, "AutoScalingIps")) }

        public var eniId: Text { Text(.attribute(of: id, "EniId")) }

        public var natGatewayId: ID<EC2.NatGateway> { ID<EC2.NatGateway>(Text(.attribute(of: id, "NatGatewayId"))) }

        public var routeTableId: Text { Text(.attribute(of: id, "RouteTableId")) }

        public struct AvailabilityMode: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var regional: Self { Self("regional") }
            public static var zonal: Self { Self("zonal") }
        }

        public struct ConnectivityType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var `private`: Self { Self("private") }
            public static var `public`: Self { Self("public") }
        }

        public struct AvailabilityZoneAddress: PropertyType {
            public var allocationIds: [Text]
            public var availabilityZone: Text?
            public var availabilityZoneId: Text?

            public init(
                allocationIds: [Text],
                availabilityZone: Text? = nil,
                availabilityZoneId: Text? = nil
            ) {
                self.allocationIds = allocationIds
                self.availabilityZone = availabilityZone
                self.availabilityZoneId = availabilityZoneId
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AllocationIds", allocationIds)
                map.put("AvailabilityZone", availabilityZone)
                map.put("AvailabilityZoneId", availabilityZoneId)
                return map.value
            }
        }
    }
}
