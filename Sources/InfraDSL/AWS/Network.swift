public import CloudFormation

/// A network of the stack's own: private subnets in several zones, ways to the services that are named, a log of its traffic,
/// and a way to the Internet only where one is asked for.
///
///     Network("Network", in: env, range: "10.20.0.0/16", out: .translated, reaching: [.objects(of: lake), .images])
///
/// Programs in it carry one security group, which lets nobody in and HTTPS out. Nothing uses the network's default security
/// group; CloudFormation has no property that would take its rules away.
public struct Network: AWSResource, Adjustable, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    let environment: Environment
    let range: AddressRange?
    private let stated: String
    let zones: Int
    let way: WayOut
    let services: [ReachedService]
    let key: Key?

    /// How programs of the network reach the Internet.
    public enum WayOut: Hashable, Sendable {
        /// Not at all; they reach the named services alone.
        case closed
        /// Through one NAT gateway with a fixed address, which Snowflake's network policies can name. It costs by the hour and
        /// stands in one zone: when that zone fails, programs wait.
        case translated
    }

    /// - Parameters:
    ///   - range: private addresses, /16 to /24; a sixteenth of it for each subnet.
    ///   - zones: 2 or 3.
    ///   - services: reached without the Internet, each guarded by a policy of its own.
    public init(
        _ id: LogicalID,
        in environment: Environment,
        range: String = "10.20.0.0/16",
        zones: Int = 2,
        out way: WayOut,
        reaching services: [ReachedService],
        encryptedBy key: Key? = nil,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.environment = environment
        self.range = AddressRange(range)
        stated = range
        self.zones = zones
        self.way = way
        self.services = services
        self.key = key
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    /// The subnets programs are put in.
    public var subnetIDs: [ID<EC2.Subnet>] {
        privateIDs.map { ID(Text(.attribute(of: $0.name, Reference.refAttribute))) }
    }

    /// The group of all programs in the network.
    public var groupID: ID<EC2.SecurityGroup> {
        ID(Text(.attribute(of: logicalID.child("Programs").name, "GroupId")))
    }

    /// The address programs come from; nil where they have no way out.
    public var publicAddress: Text? {
        way == .translated ? Text(.attribute(of: logicalID.child("Address").name, "PublicIp")) : nil
    }

    var networkID: ID<EC2.VPC> { ID(Text(.attribute(of: id, Reference.refAttribute))) }

    var privateRoutesID: ID<EC2.RouteTable> {
        ID(Text(.attribute(of: logicalID.child("PrivateRoutes").name, Reference.refAttribute)))
    }

    var privateIDs: [LogicalID] {
        ["PrivateA", "PrivateB", "PrivateC"].prefix(max(0, zones)).map { logicalID.child($0) }
    }

    public var faults: [String] {
        var found: [String] = []
        if let range {
            if !(16...24).contains(range.prefix) { found.append("\(stated) is no range of /16 to /24") }
            if !range.isPrivate {
                found.append("\(stated) belongs to others; use a part of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")
            }
        } else {
            found.append("\"\(stated)\" is no range; write it as 10.20.0.0/16, zero behind the prefix")
        }
        if !(2...3).contains(zones) { found.append("it can not stand in \(zones) zones; use 2 or 3") }
        if Set(services.map(\.name)).count < services.count {
            found.append("it reaches a service twice; name each once")
        }
        if way == .translated, environment.hosting == .embedded {
            found.append("the embedded AWS has no NAT gateway; let the network be closed there")
        }
        return found
    }

    public var entries: [TemplateEntry] {
        guard let range else { return [] }
        let network = EC2.VPC(
            logicalID,
            cidrBlock: Text(range.description),
            enableDnsHostnames: true,
            enableDnsSupport: true,
            tags: [name],
            file: declared.file,
            line: declared.line
        )
        var entries = [network.entry] + privateSubnets(range)
        if way == .translated { entries += translation(range) }
        entries += groups + endpoints
        // The embedded AWS has no flow logs.
        if environment.hosting == .clouds { entries += flowLog }
        return adjusted(entries)
    }

    /// What the console shows.
    var name: Tag { Tag(key: "Name", value: "\(Pseudo.stackName)-\(id)") }

    private func privateSubnets(_ range: AddressRange) -> [TemplateEntry] {
        let routes = EC2.RouteTable(
            logicalID.child("PrivateRoutes"), vpcId: networkID, tags: [name], file: declared.file, line: declared.line)
        let links: [StaticString] = ["PrivateRoutesA", "PrivateRoutesB", "PrivateRoutesC"]
        return [routes.entry]
            + privateIDs.enumerated().flatMap { index, id in
                subnet(id, range.sixteenth(index), zone: index, routes: routes.ref, link: logicalID.child(links[index]))
            }
    }

    /// A subnet in the account's n-th zone, and which way its traffic goes.
    func subnet(_ id: LogicalID, _ range: AddressRange?, zone: Int, routes: ID<EC2.RouteTable>, link: LogicalID)
        -> [TemplateEntry]
    {
        let subnet = EC2.Subnet(
            id,
            vpcId: networkID,
            availabilityZone: .availabilityZone(zone),
            cidrBlock: range.map { Text($0.description) },
            mapPublicIpOnLaunch: false,
            tags: [name],
            file: declared.file,
            line: declared.line
        )
        let association = EC2.SubnetRouteTableAssociation(
            link, routeTableId: routes, subnetId: subnet.ref, file: declared.file, line: declared.line)
        return [subnet.entry, association.entry]
    }

    private var groups: [TemplateEntry] {
        let programs = EC2.SecurityGroup(
            logicalID.child("Programs"),
            groupDescription: "Programs: nobody in, HTTPS out.",
            securityGroupEgress: [
                .init(
                    ipProtocol: "tcp",
                    cidrIp: "0.0.0.0/0",
                    description: "HTTPS; without a NAT gateway it ends at the endpoints",
                    fromPort: 443,
                    toPort: 443)
            ],
            tags: [name],
            vpcId: networkID,
            file: declared.file,
            line: declared.line
        )
        let endpoints = EC2.SecurityGroup(
            logicalID.child("Endpoints"),
            groupDescription: "Interface endpoints: HTTPS from programs.",
            securityGroupEgress: [
                .init(ipProtocol: "-1", cidrIp: "127.0.0.1/32", description: "Nothing")
            ],
            securityGroupIngress: [
                .init(
                    ipProtocol: "tcp",
                    description: "HTTPS from programs",
                    fromPort: 443,
                    sourceSecurityGroupId: groupID,
                    toPort: 443)
            ],
            tags: [name],
            vpcId: networkID,
            file: declared.file,
            line: declared.line
        )
        let hasInterfaces = services.contains { !$0.interfaces.isEmpty }
        return [programs.entry] + (hasInterfaces ? [endpoints.entry] : [])
    }
}
