import CloudAPI
import CloudFormation
import InfraDSL
import Stacks
import TestSupport
import Testing

@testable import Deploy

@Suite struct DriftTests {
    /// The role's policies as the stack declares them, with the physical values in place.
    private func live(_ shop: Shop, edit: (inout [String: String]) -> Void = { _ in }) throws -> AWSReading {
        var reading = try shop.aws()
        reading.physicalIDs = [
            "Lake": "shop-old-lake", "Arrivals": "https://sqs.eu-west-1.amazonaws.com/111111111111/arrivals",
            "LoaderRole": "shop-LoaderRole-X",
        ]
        var inline = [
            "read": Self.document("Read", "s3:*", "arn:aws:s3:::shop-old-lake/inbox/*"),
            "take": Self.document("Take", "sqs:ReceiveMessage", "arn:aws:sqs:eu-west-1:111111111111:arrivals"),
        ]
        edit(&inline)
        reading.permissions = [
            "LoaderRole": LivePermissions(roleName: "shop-LoaderRole-X", inline: inline, attached: [])
        ]
        return reading
    }

    private static func document(_ sid: String, _ action: String, _ resource: String) -> String {
        "{\"Statement\": [{\"Action\": \"\(action)\", \"Resource\": [\"\(resource)\"], \"Effect\": \"Allow\", "
            + "\"Sid\": \"\(sid)\"}], \"Version\": \"2012-10-17\"}"
    }

    private func plan(_ shop: Shop, _ aws: AWSReading) throws -> Plan {
        try shop.plan(shop.before, aws, Shop.snowflake(shop.before))
    }

    @Test func `permissions as declared, in another order and spelling, are no drift`() throws {
        let shop = try Shop()
        #expect(try plan(shop, try live(shop)).isEmpty)
    }

    @Test func `a policy that was edited by hand is set back, and the plan shows what that takes away`() throws {
        let shop = try Shop()
        let wide = Self.document("Take", "sqs:*", "*")
        let plan = try plan(shop, try live(shop) { $0["take"] = wide })
        #expect(plan.permissionRepairs.map(\.policyName) == ["take"])
        #expect(plan.access.map(\.verdict) == [.narrower])
        #expect(plan.stack.isUnchanged && !plan.isEmpty)
    }

    @Test func `a policy that was removed is put back as declared`() throws {
        let shop = try Shop()
        let plan = try plan(shop, try live(shop) { $0["read"] = nil })
        let repair = try #require(plan.permissionRepairs.first)
        #expect(repair.live == nil)
        #expect(repair.declared.contains("arn:aws:s3:::shop-old-lake/inbox/*"))
        #expect(plan.access.map(\.verdict) == [.broader])
    }

    @Test func `a policy that was added is told and left alone`() throws {
        let shop = try Shop()
        let plan = try plan(shop, try live(shop) { $0["hand"] = Self.document("Hand", "*", "*") })
        #expect(plan.isEmpty)
        #expect(plan.undeclared == ["inline policy hand of shop-LoaderRole-X"])
    }

    @Test func `what the template changes anyway is left to CloudFormation`() throws {
        let shop = try Shop()
        let plan = try shop.plan(shop.after, try live(shop) { $0["read"] = nil }, Shop.snowflake(shop.before))
        #expect(plan.permissionRepairs.isEmpty)
    }

    @Test func `a detection is begun, waited for and read over all pages`() throws {
        let drift = { (id: String, status: String, more: String) in
            "<StackResourceDrifts><member><LogicalResourceId>\(id)</LogicalResourceId><ResourceType>AWS::SQS::Queue"
                + "</ResourceType><StackResourceDriftStatus>\(status)</StackResourceDriftStatus><PropertyDifferences><member>"
                + "<PropertyPath>/VisibilityTimeout</PropertyPath><ExpectedValue>30</ExpectedValue><ActualValue>60"
                + "</ActualValue><DifferenceType>NOT_EQUAL</DifferenceType></member></PropertyDifferences></member>"
                + "</StackResourceDrifts>\(more)"
        }
        let world = try World(aws: [
            .cloudFormation("DetectStackDrift", "<StackDriftDetectionId>d-1</StackDriftDetectionId>"),
            .cloudFormation(
                "DescribeStackDriftDetectionStatus", "<DetectionStatus>DETECTION_IN_PROGRESS</DetectionStatus>"),
            .cloudFormation(
                "DescribeStackDriftDetectionStatus",
                "<DetectionStatus>DETECTION_COMPLETE</DetectionStatus><StackDriftStatus>DRIFTED</StackDriftStatus>"),
            .cloudFormation("DescribeStackResourceDrifts", drift("Arrivals", "MODIFIED", "<NextToken>t</NextToken>")),
            .cloudFormation("DescribeStackResourceDrifts", drift("Other", "NOT_CHECKED", "")),
        ])
        let detection = try Drift.detect(world.assembly, world.session)
        #expect(detection.resources.map(\.logicalResourceID) == ["Arrivals", "Other"])
        #expect(detection.resources.first?.differences.first?.actual == "60")
        #expect(detection.silence == nil && world.aws.remaining.isEmpty)
        #expect(world.clock.waits == [.milliseconds(300)])
    }

    @Test func `a refused detection is told and the rest is looked at`() throws {
        let world = try World(aws: [.cloudFormationError(403, "AccessDenied", "not authorized")])
        let detection = try Drift.detect(world.assembly, world.session)
        #expect(detection.silence?.contains("not authorized") == true)
    }

    @Test(arguments: [
        ("AWS::SQS::Queue", "https://sqs.eu-west-1.amazonaws.com/1/q", "Arn", "arn:aws:sqs:eu-west-1:111111111111:q"),
        ("AWS::S3::Bucket", "b", "Arn", "arn:aws:s3:::b"),
        ("AWS::KMS::Key", "k", "Arn", "arn:aws:kms:eu-west-1:111111111111:key/k"),
        ("AWS::Logs::LogGroup", "/a/b", "Arn", "arn:aws:logs:eu-west-1:111111111111:log-group:/a/b:*"),
        ("AWS::IAM::Role", "r", "Arn", "arn:aws:iam::111111111111:role/r"),
    ])
    func `an ARN is made of the physical id`(type: String, id: String, attribute: String, value: String) {
        let values = PhysicalValues.attributes(of: type, id, .dev)
        #expect(values.first { $0.0 == attribute }?.1 == value)
    }
}
