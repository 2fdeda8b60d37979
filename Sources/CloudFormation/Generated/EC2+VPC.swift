// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::VPC`
    public struct VPC: GeneratedResource {
        public static let type = "AWS::EC2::VPC"
        public static let facts = ResourceFacts(
            primaryIdentifier: "VpcId",
            createOnly: "CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength VpcEncryptionControl",
            conditionalCreateOnly: "InstanceTenancy",
            readOnly: "CidrBlockAssociations DefaultNetworkAcl DefaultSecurityGroup Ipv6CidrBlocks VpcId VpcEncryptionControl/VpcId VpcEncryptionControl/VpcEncryptionControlId VpcEncryptionControl/State VpcEncryptionControl/StateMessage VpcEncryptionControl/ResourceExclusions VpcEncryptionControl/ResourceExclusions/InternetGateway VpcEncryptionControl/ResourceExclusions/InternetGateway/State VpcEncryptionControl/ResourceExclusions/InternetGateway/StateMessage VpcEncryptionControl/ResourceExclusions/EgressOnlyInternetGateway VpcEncryptionControl/ResourceExclusions/EgressOnlyInternetGateway/State VpcEncryptionControl/ResourceExclusions/EgressOnlyInternetGateway/StateMessage VpcEncryptionControl/ResourceExclusions/NatGateway VpcEncryptionControl/ResourceExclusions/NatGateway/State VpcEncryptionControl/ResourceExclusions/NatGateway/StateMessage VpcEncryptionControl/ResourceExclusions/VirtualPrivateGateway VpcEncryptionControl/ResourceExclusions/VirtualPrivateGateway/State VpcEncryptionControl/ResourceExclusions/VirtualPrivateGateway/StateMessage VpcEncryptionControl/ResourceExclusions/VpcPeering VpcEncryptionControl/ResourceExclusions/VpcPeering/State VpcEncryptionControl/ResourceExclusions/VpcPeering/StateMessage VpcEncryptionControl/ResourceExclusions/Lambda VpcEncryptionControl/ResourceExclusions/Lambda/State VpcEncryptionControl/ResourceExclusions/Lambda/StateMessage VpcEncryptionControl/ResourceExclusions/VpcLattice VpcEncryptionControl/ResourceExclusions/VpcLattice/State VpcEncryptionControl/ResourceExclusions/VpcLattice/StateMessage VpcEncryptionControl/ResourceExclusions/ElasticFileSystem VpcEncryptionControl/ResourceExclusions/ElasticFileSystem/State VpcEncryptionControl/ResourceExclusions/ElasticFileSystem/StateMessage",
            writeOnly: "Ipv4IpamPoolId Ipv4NetmaskLength VpcEncryptionControl/InternetGatewayExclusion VpcEncryptionControl/EgressOnlyInternetGatewayExclusion VpcEncryptionControl/NatGatewayExclusion VpcEncryptionControl/VirtualPrivateGatewayExclusion VpcEncryptionControl/VpcPeeringExclusion VpcEncryptionControl/LambdaExclusion VpcEncryptionControl/VpcLatticeExclusion VpcEncryptionControl/ElasticFileSystemExclusion",
            permissions: [.create: "ec2:CreateTags ec2:CreateVpc ec2:CreateVpcEncryptionControl ec2:DescribeVpcAttribute ec2:DescribeVpcs ec2:ModifyVpcAttribute", .read: "ec2:DescribeNetworkAcls ec2:DescribeSecurityGroups ec2:DescribeVpcAttribute ec2:DescribeVpcEncryptionControls ec2:DescribeVpcs", .update: "ec2:CreateTags ec2:DeleteTags ec2:DescribeVpcAttribute ec2:ModifyVpcAttribute ec2:ModifyVpcTenancy", .delete: "ec2:DeleteVpc ec2:DescribeVpcs", .list: "ec2:DescribeVpcEncryptionControls ec2:DescribeVpcs"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        /// A change replaces the resource.
        public var cidrBlock: Text?
        public var enableDnsHostnames: Scalar<Bool>?
        public var enableDnsSupport: Scalar<Bool>?
        /// A change may replace the resource.
        public var instanceTenancy: InstanceTenancy?
        /// A change replaces the resource. Never read back.
        public var ipv4IpamPoolId: Text?
        /// A change replaces the resource. Never read back.
        public var ipv4NetmaskLength: Scalar<Int>?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var vpcEncryptionControl: VpcEncryptionControl?

        public init(
            _ logicalID: LogicalID,
            cidrBlock: Text? = nil,
            enableDnsHostnames: Scalar<Bool>? = nil,
            enableDnsSupport: Scalar<Bool>? = nil,
            instanceTenancy: InstanceTenancy? = nil,
            ipv4IpamPoolId: Text? = nil,
            ipv4NetmaskLength: Scalar<Int>? = nil,
            tags: [Tag]? = nil,
            vpcEncryptionControl: VpcEncryptionControl? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.cidrBlock = cidrBlock
            self.enableDnsHostnames = enableDnsHostnames
            self.enableDnsSupport = enableDnsSupport
            self.instanceTenancy = instanceTenancy
            self.ipv4IpamPoolId = ipv4IpamPoolId
            self.ipv4NetmaskLength = ipv4NetmaskLength
            self.tags = tags
            self.vpcEncryptionControl = vpcEncryptionControl
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("CidrBlock", cidrBlock)
            map.put("EnableDnsHostnames", enableDnsHostnames)
            map.put("EnableDnsSupport", enableDnsSupport)
            map.put("InstanceTenancy", instanceTenancy)
            map.put("Ipv4IpamPoolId", ipv4IpamPoolId)
            map.put("Ipv4NetmaskLength", ipv4NetmaskLength)
            map.put("Tags", tags)
            map.put("VpcEncryptionControl", vpcEncryptionControl)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.VPC> { ID<EC2.VPC>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var cidrBlockAssociations: Text { Text(.attribute(of: id, "CidrBlockAssociations")) }

        public var defaultNetworkAcl: Text { Text(.attribute(of: id, "DefaultNetworkAcl")) }

        public var defaultSecurityGroup: Text { Text(.attribute(of: id, "DefaultSecurityGroup")) }

        public var ipv6CidrBlocks: Text { Text(.attribute(of: id, "Ipv6CidrBlocks")) }

        public var vpcEncryptionControlResourceExclusionsEgressOnlyInternetGatewayState: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.EgressOnlyInternetGateway.State")) }

        public var vpcEncryptionControlResourceExclusionsEgressOnlyInternetGatewayStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.EgressOnlyInternetGateway.StateMessage")) }

        public var vpcEncryptionControlResourceExclusionsElasticFileSystemState: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.ElasticFileSystem.State")) }

        public var vpcEncryptionControlResourceExclusionsElasticFileSystemStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.ElasticFileSystem.StateMessage")) }

        public var vpcEncryptionControlResourceExclusionsInternetGatewayState: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.InternetGateway.State")) }

        public var vpcEncryptionControlResourceExclusionsInternetGatewayStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.InternetGateway.StateMessage")) }

        public var vpcEncryptionControlResourceExclusionsLambdaState: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.Lambda.State")) }

        public var vpcEncryptionControlResourceExclusionsLambdaStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.Lambda.StateMessage")) }

        public var vpcEncryptionControlResourceExclusionsNatGatewayState: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.NatGateway.State")) }

        public var vpcEncryptionControlResourceExclusionsNatGatewayStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.NatGateway.StateMessage")) }

        public var vpcEncryptionControlResourceExclusionsVirtualPrivateGatewayState: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.VirtualPrivateGateway.State")) }

        public var vpcEncryptionControlResourceExclusionsVirtualPrivateGatewayStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.VirtualPrivateGateway.StateMessage")) }

        public var vpcEncryptionControlResourceExclusionsVpcLatticeState: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.VpcLattice.State")) }

        public var vpcEncryptionControlResourceExclusionsVpcLatticeStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.VpcLattice.StateMessage")) }

        public var vpcEncryptionControlResourceExclusionsVpcPeeringState: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.VpcPeering.State")) }

        public var vpcEncryptionControlResourceExclusionsVpcPeeringStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.ResourceExclusions.VpcPeering.StateMessage")) }

        public var vpcEncryptionControlState: Text { Text(.attribute(of: id, "VpcEncryptionControl.State")) }

        public var vpcEncryptionControlStateMessage: Text { Text(.attribute(of: id, "VpcEncryptionControl.StateMessage")) }

        public var vpcEncryptionControlVpcEncryptionControlId: Text { Text(.attribute(of: id, "VpcEncryptionControl.VpcEncryptionControlId")) }

        public var vpcEncryptionControlVpcId: Text { Text(.attribute(of: id, "VpcEncryptionControl.VpcId")) }

        public var vpcId: ID<EC2.VPC> { ID<EC2.VPC>(Text(.attribute(of: id, "VpcId"))) }

        public struct InstanceTenancy: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var dedicated: Self { Self("dedicated") }
            public static var `default`: Self { Self("default") }
            public static var host: Self { Self("host") }
        }

        public struct VpcEncryptionControl: PropertyType {
            public var egressOnlyInternetGatewayExclusion: EgressOnlyInternetGatewayExclusion?
            public var elasticFileSystemExclusion: ElasticFileSystemExclusion?
            public var internetGatewayExclusion: InternetGatewayExclusion?
            public var lambdaExclusion: LambdaExclusion?
            public var mode: Mode?
            public var natGatewayExclusion: NatGatewayExclusion?
            public var virtualPrivateGatewayExclusion: VirtualPrivateGatewayExclusion?
            public var vpcLatticeExclusion: VpcLatticeExclusion?
            public var vpcPeeringExclusion: VpcPeeringExclusion?

            public init(
                egressOnlyInternetGatewayExclusion: EgressOnlyInternetGatewayExclusion? = nil,
                elasticFileSystemExclusion: ElasticFileSystemExclusion? = nil,
                internetGatewayExclusion: InternetGatewayExclusion? = nil,
                lambdaExclusion: LambdaExclusion? = nil,
                mode: Mode? = nil,
                natGatewayExclusion: NatGatewayExclusion? = nil,
                virtualPrivateGatewayExclusion: VirtualPrivateGatewayExclusion? = nil,
                vpcLatticeExclusion: VpcLatticeExclusion? = nil,
                vpcPeeringExclusion: VpcPeeringExclusion? = nil
            ) {
                self.egressOnlyInternetGatewayExclusion = egressOnlyInternetGatewayExclusion
                self.elasticFileSystemExclusion = elasticFileSystemExclusion
                self.internetGatewayExclusion = internetGatewayExclusion
                self.lambdaExclusion = lambdaExclusion
                self.mode = mode
                self.natGatewayExclusion = natGatewayExclusion
                self.virtualPrivateGatewayExclusion = virtualPrivateGatewayExclusion
                self.vpcLatticeExclusion = vpcLatticeExclusion
                self.vpcPeeringExclusion = vpcPeeringExclusion
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("EgressOnlyInternetGatewayExclusion", egressOnlyInternetGatewayExclusion)
                map.put("ElasticFileSystemExclusion", elasticFileSystemExclusion)
                map.put("InternetGatewayExclusion", internetGatewayExclusion)
                map.put("LambdaExclusion", lambdaExclusion)
                map.put("Mode", mode)
                map.put("NatGatewayExclusion", natGatewayExclusion)
                map.put("VirtualPrivateGatewayExclusion", virtualPrivateGatewayExclusion)
                map.put("VpcLatticeExclusion", vpcLatticeExclusion)
                map.put("VpcPeeringExclusion", vpcPeeringExclusion)
                return map.value
            }

            public struct EgressOnlyInternetGatewayExclusion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enable: Self { Self("enable") }
                public static var disable: Self { Self("disable") }
            }

            public struct ElasticFileSystemExclusion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enable: Self { Self("enable") }
                public static var disable: Self { Self("disable") }
            }

            public struct InternetGatewayExclusion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enable: Self { Self("enable") }
                public static var disable: Self { Self("disable") }
            }

            public struct LambdaExclusion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enable: Self { Self("enable") }
                public static var disable: Self { Self("disable") }
            }

            public struct Mode: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var monitor: Self { Self("monitor") }
                public static var enforce: Self { Self("enforce") }
            }

            public struct NatGatewayExclusion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enable: Self { Self("enable") }
                public static var disable: Self { Self("disable") }
            }

            public struct VirtualPrivateGatewayExclusion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enable: Self { Self("enable") }
                public static var disable: Self { Self("disable") }
            }

            public struct VpcLatticeExclusion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enable: Self { Self("enable") }
                public static var disable: Self { Self("disable") }
            }

            public struct VpcPeeringExclusion: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var enable: Self { Self("enable") }
                public static var disable: Self { Self("disable") }
            }
        }
    }
}
