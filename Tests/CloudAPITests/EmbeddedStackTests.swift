import CloudAPI
import Foundation
import Testing

/// A stack and what is in it, against an embedded AWS.
@Suite(.enabled(if: EmbeddedAWS.endpoint != nil), .serialized) struct EmbeddedStackTests {
    private let configuration: AWSConfiguration
    private let suffix: String

    init() throws {
        let aws = try EmbeddedAWS()
        configuration = aws.configuration
        suffix = aws.suffix
    }

    private var template: String {
        """
        Parameters:
          Greeting: {Type: String}
        Resources:
          Topic: {Type: 'AWS::SNS::Topic', Properties: {TopicName: 'cloudapi-\(suffix)'}}
          Queue: {Type: 'AWS::SQS::Queue', Properties: {QueueName: 'cloudapi-\(suffix)'}}
          QueuePolicy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Queue]
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Queue.Arn}
          Subscription:
            Type: AWS::SNS::Subscription
            Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}
          Secret: {Type: 'AWS::SecretsManager::Secret', Properties: {Name: 'cloudapi-\(suffix)', SecretString: '{}'}}
          Role:
            Type: AWS::IAM::Role
            Properties:
              RoleName: cloudapi-\(suffix)
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
        Outputs:
          TopicArn: {Value: !Ref Topic}
          QueueUrl: {Value: !Ref Queue}
          Greeting: {Value: !Ref Greeting}
        """
    }

    @Test func `a stack is made by a change set, used, and deleted`() throws {
        let client = CloudFormationClient(configuration)
        let stack = "cloudapi-\(suffix)"
        #expect(try client.describeStack(stack) == nil)
        #expect(try client.events(of: stack, since: nil).isEmpty)

        func change(_ type: CloudFormationClient.ChangeSetType, _ greeting: String) throws
            -> CloudFormationClient.ChangeSetDescription
        {
            let id = try client.createChangeSet(
                stack: stack, name: "set-\(UUID().uuidString.prefix(8))", type: type, template: .body(template),
                parameters: [.init("Greeting", greeting)], capabilities: ["CAPABILITY_NAMED_IAM"],
                tags: [.init("project", "snowline + co")], description: "from a test")
            return try client.describeChangeSet(id)
        }

        func settled(_ id: String) throws -> String? {
            for _ in 0..<100 {
                let status = try client.describeStack(id)?.status
                if status?.hasSuffix("_IN_PROGRESS") != true { return status }
                Clock.system.sleep(.milliseconds(100))
            }
            return nil
        }

        let created = try change(.create, "Grüße <&> \"you\"")
        #expect(created.status == "CREATE_COMPLETE")
        #expect(
            Set(created.changes.map(\.logicalResourceID)) == [
                "Topic", "Queue", "QueuePolicy", "Subscription", "Secret", "Role",
            ])
        #expect(created.changes.allSatisfy { $0.action == "Add" && $0.replacement == nil })
        #expect(try client.changeSets(of: stack).count == 1)
        try client.executeChangeSet(created.id, token: "token-\(suffix)")
        #expect(try settled(created.stackID) == "CREATE_COMPLETE")

        let description = try #require(try client.describeStack(stack))
        #expect(description.id == created.stackID)
        #expect(description.output("Greeting") == "Grüße <&> \"you\"")
        #expect(description.parameters.map(\.key) == ["Greeting"])
        #expect(description.tags.contains(.init("project", "snowline + co")))
        #expect(try client.template(of: stack).contains("cloudapi-\(suffix)"))
        #expect(try client.resources(of: stack).count == 6)
        let events = try client.events(of: stack, since: nil)
        #expect(events.first?.isAboutStack == true)
        #expect(try client.events(of: stack, since: events.first?.id).isEmpty)
        #expect(try client.events(of: stack, since: events[3].id).map(\.id) == events[..<3].map(\.id))

        let unchanged = try change(.update, "Grüße <&> \"you\"")
        #expect(unchanged.hasNoChanges)
        try client.deleteChangeSet(unchanged.id)

        try use(description)
        try client.updateTerminationProtection(of: stack, enabled: true)
        #expect(try client.describeStack(stack)?.isProtected == true)
        #expect(throws: CloudError.self) { try client.deleteStack(stack) }
        try client.updateTerminationProtection(of: stack, enabled: false)
        try client.deleteStack(stack)
        let last = try settled(created.stackID)
        #expect(last == nil || last == "DELETE_COMPLETE")
        #expect(try client.describeStack(stack) == nil)
    }

    private func use(_ stack: CloudFormationClient.StackDescription) throws {
        let topic = try #require(stack.output("TopicArn"))
        let sqs = SQSClient(configuration)
        let queue = try #require(try sqs.queueURL(name: "cloudapi-\(suffix)"))
        #expect(queue.hasSuffix("/000000000000/cloudapi-\(suffix)"))
        #expect(try sqs.queueURL(name: "no-such-queue-\(suffix)") == nil)
        try SNSClient(configuration).publish(
            topicARN: topic, subject: "bad file\n\"x\"", message: "line 1\nline 2 & 100 % ü",
            attributes: ["kind": "bad"])
        let messages = try sqs.receive(queueURL: queue, waitSeconds: 5)
        let body = try JSON.parse(try #require(messages.first).body)
        #expect(body["Message"]?.string == "line 1\nline 2 & 100 % ü")
        #expect(body["Subject"]?.string == "bad file?\"x\"")
        #expect(body["MessageAttributes"]?["kind"]?["Value"]?.string == "bad")
        #expect(messages[0].attributes["ApproximateReceiveCount"] == "1")
        #expect(try sqs.approximateCounts(queueURL: queue).inFlight == 1)
        try sqs.delete(queueURL: queue, receipt: messages[0].receiptHandle)
        #expect(try sqs.messageCount(queueURL: queue) == 0)

        let secrets = SecretsManagerClient(configuration)
        #expect(try secrets.exists("cloudapi-\(suffix)"))
        #expect(try !secrets.exists("no-such-secret-\(suffix)"))
        #expect(try secrets.value(of: "no-such-secret-\(suffix)") == nil)
        try secrets.put(value: "{\"privateKey\": \"a\\nb\"}", into: "cloudapi-\(suffix)")
        #expect(try secrets.value(of: "cloudapi-\(suffix)") == "{\"privateKey\": \"a\\nb\"}")

        let role = try #require(try IAMClient(configuration).role(name: "cloudapi-\(suffix)"))
        #expect(role.arn == "arn:aws:iam::000000000000:role/cloudapi-\(suffix)")
        let principal = try JSON.parse(role.trustPolicy)["Statement"]?[0]?["Principal"]?["Service"]
        #expect(principal?.string == "lambda.amazonaws.com")
        #expect(try IAMClient(configuration).role(name: "no-such-role-\(suffix)") == nil)

        #expect(try LambdaClient(configuration).function(name: "no-such-function") == nil)
        #expect(try LambdaClient(configuration).eventSourceMappings(function: "no-such-function").isEmpty)
        #expect(try LogsClient(configuration).filterLogEvents(group: "/no/such/group").isEmpty)
    }
}
