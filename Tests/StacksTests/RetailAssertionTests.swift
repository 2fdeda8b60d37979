import CloudFormation
import InfraDSL
import InfraDSLTesting
import Stacks
import Testing

/// What the retail stack promises, asked of its template by type: how tests of any stack look.
@Suite struct RetailAssertionTests {
    private let template: SynthesizedTemplate

    init() throws { template = try SynthesizedTemplate(retailPipeline(.prod)) }

    @Test func `there are two queues and the one leads to the other`() throws {
        let queues = template.resources(of: SQS.Queue.self).map(\.logicalID)
        #expect(queues.filter { $0.hasPrefix("Arrivals") } == ["ArrivalsDeadLetters", "Arrivals"])
        let arrivals = try template.resource("Arrivals", of: SQS.Queue.self)
        let letters = try arrivals.target(\.redrivePolicy?.deadLetterTargetArn)
        #expect(letters == SynthesizedTarget(logicalID: "ArrivalsDeadLetters", type: "AWS::SQS::Queue"))
        #expect(try arrivals.target("RedrivePolicy", "deadLetterTargetArn") == letters)
    }

    @Test func `a message is hidden for six times as long as the function may take`() throws {
        let function = try template.resource("Ingest", of: Lambda.Function.self)
        let arrivals = try template.resource("Arrivals", of: SQS.Queue.self)
        #expect(function[\.timeout] == 120)
        #expect(arrivals[\.visibilityTimeout] == 720)
        #expect(arrivals[\.visibilityTimeout] != 30)
        #expect(!arrivals[\.fifoQueue].isGiven)
    }

    @Test func `the function runs as its role and reads from its queue`() throws {
        let function = try template.resource("Ingest", of: Lambda.Function.self)
        #expect(try function.target(\.role).logicalID == "IngestRole")
        let source = try template.resource(of: Lambda.EventSourceMapping.self)
        #expect(try source.target(\.eventSourceArn).logicalID == "Arrivals")
        #expect(try source.target(\.functionName).logicalID == "Ingest")
        #expect(function["Environment", "Variables", "INBOX_PREFIX"] == "inbox/")
        #expect(function["Environment", "Variables", "NOTHING"] == nil)
    }

    @Test func `the function may do what ingestion needs and nothing else`() throws {
        let rights = try template.rights(of: "IngestRole")
        #expect(
            rights.actions(on: "Arrivals") == [
                "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage",
            ])
        #expect(rights.actions(on: "Alerts") == ["sns:Publish"])
        #expect(rights.allows("s3:PutObject"))
        #expect(!rights.allows("s3:PutBucketPolicy"))
        #expect(!rights.allows("iam:PassRole"))
        #expect(rights.managedPolicies.isEmpty)
        #expect(rights.allowed.allSatisfy { $0.resource != "*" })
    }

    @Test func `the lake keeps its data and is encrypted with the pipeline's key`() throws {
        let lake = try template.resource(of: S3.Bucket.self)
        #expect(lake.deletionPolicy == "Retain")
        #expect(lake.updateReplacePolicy == "Retain")
        #expect(lake.dependsOn.contains("ArrivalsPolicy"))
        #expect(lake[\.versioningConfiguration?.status] == .enabled)
        #expect(lake[\.bucketName] == "retail-prod-lake-\(Pseudo.accountID)")
        let rules = lake["BucketEncryption", "ServerSideEncryptionConfiguration"]
        #expect(rules != nil)
        #expect(
            try lake.target(
                "BucketEncryption", "ServerSideEncryptionConfiguration", "0", "ServerSideEncryptionByDefault",
                "KMSMasterKeyID"
            ).logicalID == "DataKey")
    }

    @Test func `what is not there is told by name`() throws {
        let nothing = #expect(throws: SynthesizedTemplate.Missing.self) {
            try template.resource("Arivals", of: SQS.Queue.self)
        }
        #expect(
            nothing?.description == "there is no Arivals; of AWS::SQS::Queue there are: ArrivalsDeadLetters, Arrivals, "
                + "TransformDailyDeadLetters")
        #expect(throws: SynthesizedTemplate.Missing.self) { try template.resource("Ingest", of: SQS.Queue.self) }
        #expect(throws: SynthesizedTemplate.Missing.self) { try template.resource(of: SQS.Queue.self) }
        #expect(throws: SynthesizedTemplate.Missing.self) {
            try template.resource("Arrivals", of: SQS.Queue.self).target(\.queueName)
        }
        #expect(template.counts["AWS::IAM::Role"] == 7)
        #expect(template.output("ArrivalsQueueUrl") != nil)
        #expect(template.output("Password") == nil)
    }

    @Test(arguments: Environment.all)
    func `what is deployed is what was reviewed`(environment: Environment) throws {
        for file in try Assembly(retailPipeline(environment)).files {
            expectGolden(file.contents, file.path, in: "../..")
        }
    }
}
