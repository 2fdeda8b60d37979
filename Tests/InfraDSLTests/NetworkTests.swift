import InfraDSL
import Testing

@Suite struct NetworkTests {
    private let fixture = StackFixture()

    private func types(_ network: Network, in fixture: StackFixture) throws -> [String] {
        try fixture.assembly([network]).template.entries.map(\.type).filter { $0.hasPrefix("AWS::EC2") }
    }

    @Test func `each subnet is a sixteenth of the range in a zone of its own`() throws {
        let network = Network("Net", in: .test, range: "10.1.0.0/20", zones: 3, out: .closed, reaching: [])
        let third = try fixture.properties("NetPrivateC", [network])
        #expect(third["CidrBlock"] == "10.1.2.0/24")
        #expect(third["AvailabilityZone"] == Text.availabilityZone(2).value)
        #expect(third["MapPublicIpOnLaunch"] == false)
    }

    @Test func `a closed network has no way out and a translated one has one address`() throws {
        let closed = try types(Network("Net", in: .test, out: .closed, reaching: []), in: fixture)
        #expect(!closed.contains("AWS::EC2::InternetGateway"))
        #expect(closed.contains("AWS::EC2::FlowLog"))
        let open = Network("Net", in: .test, out: .translated, reaching: [])
        #expect(try types(open, in: fixture).filter { $0 == "AWS::EC2::NatGateway" }.count == 1)
        #expect(open.publicAddress != nil)
        #expect(try fixture.properties("NetPublicA", [open])["CidrBlock"] == "10.20.128.0/20")
        #expect(try fixture.properties("NetPublicA", [open])["MapPublicIpOnLaunch"] == false)
    }

    @Test func `an endpoint serves the account and its things alone`() throws {
        let network = Network("Net", in: .test, out: .closed, reaching: [.secrets, .images])
        let secrets = try fixture.properties("NetSecretsEndpoint", [network])
        let conditions = secrets.at("PolicyDocument", "Statement", "0", "Condition", "StringEquals")
        #expect(conditions?["aws:PrincipalAccount"]?.shown == "${AWS::AccountId}")
        #expect(conditions?["aws:ResourceAccount"]?.shown == "${AWS::AccountId}")
        #expect(secrets.at("SecurityGroupIds", "0")?.shown == "${NetEndpoints.GroupId}")
        let ingress = try fixture.properties("NetEndpoints", [network]).at("SecurityGroupIngress", "0")
        #expect(ingress?["SourceSecurityGroupId"]?.shown == "${NetPrograms.GroupId}")
        // ECR keeps layers in S3, so whoever pulls images needs the way there as well.
        let layers = try fixture.properties("NetObjectsEndpoint", [network]).at("PolicyDocument", "Statement", "0")
        #expect(layers?["Action"] == "s3:GetObject")
        #expect(layers?["Resource"]?.shown?.hasSuffix("-starport-layer-bucket/*") ?? false)
    }

    @Test func `the gateway to S3 carries objects of the named buckets and no others`() throws {
        let lake = Bucket("Lake", name: "lake", in: .test, encryptedBy: fixture.key)
        let network = Network("Net", in: .test, out: .closed, reaching: [.objects(of: lake)])
        let own = try fixture.properties("NetObjectsEndpoint", [network, lake]).at("PolicyDocument", "Statement", "0")
        #expect(own?.at("Resource", "1")?.shown == "arn:${AWS::Partition}:s3:::lake/*")
        #expect(own?.at("Condition", "StringEquals", "aws:PrincipalAccount")?.shown == "${AWS::AccountId}")
    }

    @Test func `a function in a network may attach to it and is held to reach what it calls`() throws {
        func function(_ network: Network) -> Function {
            Function(
                "F", running: "IngestLambda", consuming: fixture.queue, encryptedBy: fixture.key, timeout: 60,
                environment: [:], allow: [.publish(to: fixture.alerts)], in: network)
        }
        let reaching = Network("Net", in: .test, out: .closed, reaching: [.topics])
        let config = try fixture.properties("F", [reaching, function(reaching)])["VpcConfig"]
        #expect(config?.at("SubnetIds", "1")?.shown == "${NetPrivateB}")
        let deaf = Network("Net", in: .test, out: .closed, reaching: [])
        #expect(fixture.refusal([deaf, function(deaf)]).contains("SL-NET-004 F: no endpoint for sns"))
    }

    @Test(arguments: [
        ("10.20.0.0", "is no range"), ("10.20.1.0/16", "zero behind the prefix"),
        ("10.20.0.0/28", "is no range of /16"),
        ("8.8.0.0/16", "belongs to others"), ("10.20.0.256/24", "is no range"), ("10..0.0/16", "is no range"),
    ])
    func `a range that can not be is refused`(range: String, why: String) {
        let network = Network("Net", in: .test, range: range, out: .closed, reaching: [])
        #expect(fixture.refusal([network]).contains(why))
    }

    @Test func `zones and services are counted`() {
        let network = Network("Net", in: .test, zones: 1, out: .closed, reaching: [.topics, .topics])
        let refusal = fixture.refusal([network])
        #expect(refusal.contains("it can not stand in 1 zones"))
        #expect(refusal.contains("it reaches a service twice"))
    }

    @Test func `the embedded AWS has no way out of a network`() {
        let embedded = EveryResource.embedded.env
        let network = Network("Net", in: embedded, out: .translated, reaching: [])
        #expect(StackFixture(embedded).refusal([network]).contains("the embedded AWS has no NAT gateway"))
    }
}
