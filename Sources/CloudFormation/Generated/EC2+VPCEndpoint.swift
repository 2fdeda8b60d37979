// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension EC2 {
    /// `AWS::EC2::VPCEndpoint`
    public struct VPCEndpoint: GeneratedResource {
        public static let type = "AWS::EC2::VPCEndpoint"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "ServiceName VpcEndpointType VpcId ServiceNetworkArn ResourceConfigurationArn ServiceRegion DnsOptions/PrivateDnsPreference DnsOptions/PrivateDnsSpecifiedDomains",
            readOnly: "NetworkInterfaceIds CreationTimestamp DnsEntries Id",
            permissions: [.create: "ec2:CreateTags ec2:CreateVpcEndpoint ec2:DeleteTags ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcEndpoints ec2:DescribeVpcs vpc-lattice:CreateServiceNetworkVpcEndpointAssociation vpc-lattice:DescribeServiceNetworkVpcEndpointAssociation vpce:AllowMultiRegion", .read: "ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcEndpoints ec2:DescribeVpcs vpc-lattice:DescribeServiceNetworkVpcEndpointAssociation", .update: "ec2:CreateTags ec2:DeleteTags ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcEndpoints ec2:DescribeVpcs ec2:ModifyVpcEndpoint vpc-lattice:CreateServiceNetworkVpcEndpointAssociation vpc-lattice:DescribeServiceNetworkVpcEndpointAssociation vpce:AllowMultiRegion", .delete: "ec2:CreateTags ec2:DeleteTags ec2:DeleteVpcEndpoints ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcEndpoints ec2:DescribeVpcs vpc-lattice:DescribeServiceNetworkVpcEndpointAssociation vpce:AllowMultiRegion", .list: "ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcEndpoints ec2:DescribeVpcs vpc-lattice:DescribeServiceNetworkVpcEndpointAssociation"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var dnsOptions: DnsOptionsSpecification?
        public var ipAddressType: IpAddressType?
        public var policyDocument: Value?
        public var privateDnsEnabled: Scalar<Bool>?
        /// A change replaces the resource.
        public var resourceConfigurationArn: (any ARNReference)?
        public var routeTableIds: [ID<EC2.RouteTable>]?
        public var securityGroupIds: [ID<EC2.SecurityGroup>]?
        /// A change replaces the resource.
        public var serviceName: Text?
        /// A change replaces the resource.
        public var serviceNetworkArn: (any ARNReference)?
        /// A change replaces the resource.
        public var serviceRegion: Text?
        public var subnetIds: [ID<EC2.Subnet>]?
        public var tags: [Tag]?
        /// A change replaces the resource.
        public var vpcEndpointType: VpcEndpointType?
        /// A change replaces the resource.
        public var vpcId: ID<EC2.VPC>

        public init(
            _ logicalID: LogicalID,
            vpcId: ID<EC2.VPC>,
            dnsOptions: DnsOptionsSpecification? = nil,
            ipAddressType: IpAddressType? = nil,
            policyDocument: Value? = nil,
            privateDnsEnabled: Scalar<Bool>? = nil,
            resourceConfigurationArn: (any ARNReference)? = nil,
            routeTableIds: [ID<EC2.RouteTable>]? = nil,
            securityGroupIds: [ID<EC2.SecurityGroup>]? = nil,
            serviceName: Text? = nil,
            serviceNetworkArn: (any ARNReference)? = nil,
            serviceRegion: Text? = nil,
            subnetIds: [ID<EC2.Subnet>]? = nil,
            tags: [Tag]? = nil,
            vpcEndpointType: VpcEndpointType? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.dnsOptions = dnsOptions
            self.ipAddressType = ipAddressType
            self.policyDocument = policyDocument
            self.privateDnsEnabled = privateDnsEnabled
            self.resourceConfigurationArn = resourceConfigurationArn
            self.routeTableIds = routeTableIds
            self.securityGroupIds = securityGroupIds
            self.serviceName = serviceName
            self.serviceNetworkArn = serviceNetworkArn
            self.serviceRegion = serviceRegion
            self.subnetIds = subnetIds
            self.tags = tags
            self.vpcEndpointType = vpcEndpointType
            self.vpcId = vpcId
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("DnsOptions", dnsOptions)
            map.put("IpAddressType", ipAddressType)
            map.put("PolicyDocument", policyDocument)
            map.put("PrivateDnsEnabled", privateDnsEnabled)
            map.put("ResourceConfigurationArn", resourceConfigurationArn)
            map.put("RouteTableIds", routeTableIds)
            map.put("SecurityGroupIds", securityGroupIds)
            map.put("ServiceName", serviceName)
            map.put("ServiceNetworkArn", serviceNetworkArn)
            map.put("ServiceRegion", serviceRegion)
            map.put("SubnetIds", subnetIds)
            map.put("Tags", tags)
            map.put("VpcEndpointType", vpcEndpointType)
            map.put("VpcId", vpcId)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: ID<EC2.VPCEndpoint> { ID<EC2.VPCEndpoint>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var creationTimestamp: Text { Text(.attribute(of: id, "CreationTimestamp")) }

        public var dnsEntries: Text { Text(.attribute(of: id, "DnsEntries")) }

        public var idAttribute: ID<EC2.VPCEndpoint> { ID<EC2.VPCEndpoint>(Text(.attribute(of: id, "Id"))) }

        public var networkInterfaceIds: Text { Text(.attribute(of: id, "NetworkInterfaceIds")) }

        public struct IpAddressType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var ipv4: Self { Self("ipv4") }
            public static var ipv6: Self { Self("ipv6") }
            public static var dualstack: Self { Self("dualstack") }
            public static var notSpecified: Self { Self("not-specified") }
        }

        public struct VpcEndpointType: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var interface: Self { Self("Interface") }
            public static var gateway: Self { Self("Gateway") }
            public static var gatewayLoadBalancer: Self { Self("GatewayLoadBalancer") }
            public static var serviceNetwork: Self { Self("ServiceNetwork") }
            public static var resource: Self { Self("Resource") }
            public static var tunnel: Self { Self("Tunnel") }
        }

        public struct DnsOptionsSpecification: PropertyType {
            public var dnsRecordIpType: DnsRecordIpType?
            public var privateDnsOnlyForInboundResolverEndpoint: PrivateDnsOnlyForInboundResolverEndpoint?
            public var privateDnsPreference: PrivateDnsPreference?
            public var privateDnsSpecifiedDomains: [Text]?

            public init(
                dnsRecordIpType: DnsRecordIpType? = nil,
                privateDnsOnlyForInboundResolverEndpoint: PrivateDnsOnlyForInboundResolverEndpoint? = nil,
                privateDnsPreference: PrivateDnsPreference? = nil,
                privateDnsSpecifiedDomains: [Text]? = nil
            ) {
                self.dnsRecordIpType = dnsRecordIpType
                self.privateDnsOnlyForInboundResolverEndpoint = privateDnsOnlyForInboundResolverEndpoint
                self.privateDnsPreference = privateDnsPreference
                self.privateDnsSpecifiedDomains = privateDnsSpecifiedDomains
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("DnsRecordIpType", dnsRecordIpType)
                map.put("PrivateDnsOnlyForInboundResolverEndpoint", privateDnsOnlyForInboundResolverEndpoint)
                map.put("PrivateDnsPreference", privateDnsPreference)
                map.put("PrivateDnsSpecifiedDomains", privateDnsSpecifiedDomains)
                return map.value
            }

            public struct DnsRecordIpType: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var ipv4: Self { Self("ipv4") }
                public static var ipv6: Self { Self("ipv6") }
                public static var dualstack: Self { Self("dualstack") }
                public static var serviceDefined: Self { Self("service-defined") }
                public static var notSpecified: Self { Self("not-specified") }
            }

            public struct PrivateDnsOnlyForInboundResolverEndpoint: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var onlyInboundResolver: Self { Self("OnlyInboundResolver") }
                public static var allResolvers: Self { Self("AllResolvers") }
                public static var notSpecified: Self { Self("NotSpecified") }
            }

            public struct PrivateDnsPreference: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var verifiedDomainsOnly: Self { Self("VERIFIED_DOMAINS_ONLY") }
                public static var allDomains: Self { Self("ALL_DOMAINS") }
                public static var verifiedDomainsAndSpecifiedDomains: Self { Self("VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS") }
                public static var specifiedDomainsOnly: Self { Self("SPECIFIED_DOMAINS_ONLY") }
            }
        }
    }
}
