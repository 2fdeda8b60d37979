import CloudAPI
import CloudFormation
import InfraDSL
import TestSupport
import Testing

@testable import Deploy

@Suite struct RemovalTests {
    private func removal(_ shop: Shop, drops: Bool = false, bucketIsEmpty: Bool = false, empties: Bool = false)
        -> Removal
    {
        let live = Shop.snowflake(shop.before)
        let (after, before, kept) = Removal.statements(shop.before, live, keepingData: !drops)
        return Removal(
            assembly: shop.before, after: after, before: before,
            stack: .init(
                status: "UPDATE_COMPLETE",
                resources: [
                    .init(id: "Lake", type: "AWS::S3::Bucket", physicalID: "shop-old-lake", isKept: true),
                    .init(id: "Arrivals", type: "AWS::SQS::Queue", physicalID: "https://q", isKept: false),
                    .init(id: "LoaderRole", type: "AWS::IAM::Role", physicalID: "role", isKept: false),
                ]),
            buckets: [.init(name: "shop-old-lake", isEmpty: bucketIsEmpty, isRemoved: bucketIsEmpty || empties)],
            kept: kept, obstacles: [])
    }

    private func screen(_ removal: Removal, _ shop: Shop) -> String {
        let view = PlanView(
            title: "stage", identity: PlanView.identity(of: shop.environment), stacks: [StackView(removal)],
            kind: .removal)
        return PlanText(view: view).lines.joined(separator: "\n") + "\n"
    }

    @Test func `what holds data stays, with the roles that own it`() throws {
        let shop = try Shop()
        let removal = removal(shop)
        #expect((removal.after + removal.before).map(\.id) == ["WAREHOUSE SHOP_WH"])
        #expect(removal.kept == ["DATABASE SHOP", "ROLE SHOP_READER"])
        #expect(!removal.losesData)
        Screen.expect(screen(removal, shop), is: "destroy.txt")
    }

    @Test func `what is named goes, the database after all that stands on it`() throws {
        let shop = try Shop()
        let removal = removal(shop, drops: true, empties: true)
        #expect(removal.losesData && removal.kept.isEmpty)
        #expect(
            Set((removal.after + removal.before).map(\.id)) == [
                "WAREHOUSE SHOP_WH", "DATABASE SHOP", "ROLE SHOP_READER",
            ])
        Screen.expect(screen(removal, shop), is: "destroy-everything.txt")
    }

    private func stack(exports: String = "", protected: Bool = false) -> ScriptedTransport.Exchange {
        .cloudFormation(
            "DescribeStacks",
            "<Stacks><member><StackId>\(World.stackID)</StackId><StackName>retail-pipeline-dev</StackName>"
                + "<StackStatus>UPDATE_COMPLETE</StackStatus><EnableTerminationProtection>\(protected)"
                + "</EnableTerminationProtection><Outputs>\(exports)</Outputs></member></Stacks>")
    }

    private static let export =
        "<member><OutputKey>A</OutputKey><OutputValue>v</OutputValue><ExportName>retail:A</ExportName></member>"

    private func obstacles(_ exchanges: [ScriptedTransport.Exchange], leaving: Set<String> = []) throws -> [Failure] {
        let world = try World(aws: exchanges)
        let client = CloudFormationClient(world.session.aws)
        let stack = try #require(try client.describeStack("retail-pipeline-dev"))
        let found = try Removal.obstacles(stack, client, leaving)
        #expect(world.aws.remaining.isEmpty)
        return found
    }

    @Test func `an export that another stack imports stops the destroy before it begins`() throws {
        let imports = ScriptedTransport.Exchange.cloudFormation(
            "ListImports", "<Imports><member>returns-dev</member></Imports>")
        let found = try obstacles([stack(exports: Self.export), imports])
        #expect(found.map(\.message) == ["returns-dev imports retail:A of retail-pipeline-dev."])
        #expect(found.first?.code == .attention)
        #expect(try obstacles([stack(exports: Self.export), imports], leaving: ["returns-dev"]).isEmpty)
    }

    @Test func `an export that nobody imports is none of an obstacle`() throws {
        let none = ScriptedTransport.Exchange.cloudFormationError(
            400, "ValidationError", "Export 'retail:A' is not imported by any stack.")
        #expect(try obstacles([stack(exports: Self.export), none]).isEmpty)
    }

    @Test func `termination protection is told before anything is dropped`() throws {
        let found = try obstacles([stack(protected: true)])
        #expect(found.first?.code == .approval)
        #expect(found.first?.advice?.contains("--no-enable-termination-protection") == true)
    }

    // MARK: Import

    private static let template = "Resources: {Alerts: {Type: 'AWS::SNS::Topic'}}"

    private func reading() -> [ScriptedTransport.Exchange] {
        [stack(), .cloudFormation("GetTemplate", "<TemplateBody>\(Self.template)</TemplateBody>")]
    }

    @Test func `an import adds the one declared entry to the deployed template`() throws {
        let world = try World(
            aws: reading() + [
                stack(), .changeSetMade, .changeSet("CREATE_COMPLETE"), .events(), .cloudFormation("ExecuteChangeSet"),
                .events(("e1", "retail-pipeline-dev", "IMPORT_COMPLETE", "")), stack(),
            ])
        let step = try ResourceImport("DataLake", of: world.assembly, named: [:], world.session)
        #expect(step.identifier == ["BucketName": "retail-dev-lake-111111111111"])
        try step.run()
        let form = String(decoding: world.aws.requests[3].body, as: UTF8.self)
        #expect(form.contains("ChangeSetType=IMPORT") && form.contains("DataLake") && form.contains("Alerts"))
        #expect(!form.contains("IngestRole"))
    }

    @Test func `what names the resource is asked for where the declaration does not say it`() throws {
        let world = try World(aws: reading())
        #expect(throws: Failure.self) {
            try ResourceImport("Arrivals", of: world.assembly, named: [:], world.session)
        }
        let named = try World(aws: reading())
        let step = try ResourceImport("Arrivals", of: named.assembly, named: ["QueueUrl": "https://q"], named.session)
        #expect(step.identifier == ["QueueUrl": "https://q"])
    }

    @Test func `a resource that is part of the stack is not imported`() throws {
        let world = try World(aws: reading())
        #expect(throws: Failure.self) { try ResourceImport("Alerts", of: world.assembly, named: [:], world.session) }
    }
}
