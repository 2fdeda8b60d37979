import CloudFormation

extension Network {
    /// The way out: a public subnet that holds nothing but the NAT gateway.
    func translation(_ range: AddressRange) -> [TemplateEntry] {
        let (file, line) = (declared.file, declared.line)
        let gateway = EC2.InternetGateway(logicalID.child("Gateway"), tags: [name], file: file, line: line)
        let attachment = EC2.VPCGatewayAttachment(
            logicalID.child("GatewayAttachment"), vpcId: networkID, internetGatewayId: gateway.ref, file: file,
            line: line)
        let routes = EC2.RouteTable(
            logicalID.child("PublicRoutes"), vpcId: networkID, tags: [name], file: file, line: line)
        let outward = EC2.Route(
            logicalID.child("PublicRoute"), routeTableId: routes.ref, destinationCidrBlock: "0.0.0.0/0",
            gatewayId: gateway.ref.text, file: file, line: line)
        let address = EC2.EIP(logicalID.child("Address"), domain: "vpc", tags: [name], file: file, line: line)
        let publicID = logicalID.child("PublicA")
        let translator = EC2.NatGateway(
            logicalID.child("Translator"),
            allocationId: address.allocationId,
            subnetId: ID(Text(.attribute(of: publicID.name, Reference.refAttribute))),
            tags: [name],
            file: file,
            line: line
        )
        let inward = EC2.Route(
            logicalID.child("PrivateRoute"),
            routeTableId: privateRoutesID,
            destinationCidrBlock: "0.0.0.0/0", natGatewayId: translator.ref, file: file, line: line)
        // No property says that the gateway must be attached first (CloudFormation, EC2::Route and EC2::EIP).
        let attached = ResourceOptions(dependsOn: [attachment.logicalID])
        return [gateway.entry, attachment.entry, routes.entry, outward.with(attached).entry]
            + subnet(
                publicID, range.sixteenth(8), zone: 0, routes: routes.ref, link: logicalID.child("PublicRoutesA"))
            + [address.with(attached).entry, translator.with(attached).entry, inward.entry]
    }

    /// Who spoke with whom and who was turned away, kept for a year.
    var flowLog: [TemplateEntry] {
        let log = Logs.LogGroup(
            logicalID.child("Log"), kmsKeyId: key?.arn, retentionInDays: 365, file: declared.file, line: declared.line)
        let role = Role(
            logicalID.child("LogRole"),
            trustedBy: "vpc-flow-logs.amazonaws.com",
            of: ARNPattern("arn:\(Pseudo.partition):ec2:\(Pseudo.region):\(Pseudo.accountID):vpc-flow-log/*"),
            allow: [.log(to: log.arn), .findLogs(log.arn)],
            declared: declared
        )
        let flow = EC2.FlowLog(
            logicalID.child("Flow"),
            resourceId: networkID.text,
            resourceType: .vpc,
            deliverLogsPermissionArn: role.arn,
            logDestinationType: .cloudWatchLogs,
            logGroupName: log.ref,
            tags: [name],
            trafficType: .all,
            file: declared.file,
            line: declared.line
        )
        return [log.with(.onRemoval(.delete)).entry] + role.entries + [flow.entry]
    }
}
