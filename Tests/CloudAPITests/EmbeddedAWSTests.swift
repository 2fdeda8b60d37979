import CloudAPI
import Foundation
import Testing

private let endpoint = ProcessInfo.processInfo.environment["SNOWLINE_TEST_AWS_ENDPOINT"]

/// The clients against an embedded AWS that checks signatures, if `SNOWLINE_TEST_AWS_ENDPOINT` names one. Each test
/// signs with the key of a fresh IAM user, since the embedded root key takes any secret.
@Suite(.enabled(if: endpoint != nil), .serialized) struct EmbeddedAWSTests {
    private let configuration: AWSConfiguration
    private let suffix = UUID().uuidString.prefix(8).lowercased()

    init() throws {
        let root = try Self.configuration(AWSCredentials(accessKeyID: "test", secretAccessKey: "test"))
        let iam = IAMClient(root)
        let user = "cloudapi-\(suffix)"
        try iam.createUser(user)
        try iam.createUser(user)
        let policy = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#
        try iam.putUserPolicy(user: user, name: "all", document: policy)
        configuration = try Self.configuration(iam.createAccessKey(user: user))
    }

    private static func configuration(_ credentials: AWSCredentials) throws -> AWSConfiguration {
        try AWSConfiguration(
            region: "eu-west-1",
            endpoint: endpoint,
            credentials: { credentials },
            transport: CurlTransport(),
            retry: RetryPolicy(attempts: 2)
        )
    }

    @Test func `a wrong secret is refused`() throws {
        var credentials = try configuration.credentials()
        credentials.secretAccessKey += "x"
        let error = #expect(throws: CloudError.self) {
            try S3Client(Self.configuration(credentials)).bucketExists("any-bucket-\(suffix)")
        }
        #expect(error?.status == 403)
        let other = #expect(throws: CloudError.self) {
            try STSClient(Self.configuration(credentials)).callerIdentity()
        }
        #expect(other?.code == "SignatureDoesNotMatch")
    }

    @Test func `the caller is the user that signs`() throws {
        let identity = try STSClient(configuration).callerIdentity()
        #expect(identity.account == "000000000000")
        #expect(identity.arn == "arn:aws:iam::000000000000:user/cloudapi-\(suffix)")
    }

    private static let keys = [
        "plain.csv", "with blank.csv", "plus+sign.csv", "percent%41.csv", "quo'te\"s.csv", "semi;colon.csv",
        "back\\slash.csv", "line\nbreak.csv", "emoji-🏔.csv", "sub/folder/ü.csv", "a&b=c?d#e.csv", "tilde~(star*)!.csv",
        "double//slash.csv", "end/",
    ]

    @Test func `objects of any name are written, read, listed, copied and deleted`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-objects-\(suffix)"
        #expect(try !s3.bucketExists(bucket))
        try s3.createBucket(bucket)
        try s3.createBucket(bucket)
        #expect(try s3.bucketExists(bucket))
        for key in Self.keys {
            let written = try s3.put(
                bucket: bucket, key: key, body: Array(key.utf8), contentType: "text/csv", metadata: ["source": "test"])
            let head = try #require(try s3.head(bucket: bucket, key: key), "\(key)")
            #expect(head.eTag == written.eTag)
            #expect(head.size == key.utf8.count)
            #expect(head.contentType == "text/csv")
            #expect(head.metadata == ["source": "test"])
            #expect(try s3.object(bucket: bucket, key: key) == Array(key.utf8))
            let copy = try s3.copy(
                from: ObjectReference(bucket: bucket, key: key),
                to: ObjectReference(bucket: bucket, key: "history/" + key),
                ifMatch: head.eTag,
                metadata: ["moved": "yes"],
                contentType: "text/plain"
            )
            #expect(copy.eTag == head.eTag)
            #expect(try s3.head(bucket: bucket, key: "history/" + key)?.metadata == ["moved": "yes"])
        }
        let expected = Self.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(try s3.list(bucket: bucket, prefix: "history/").map(\.key) == expected.map { "history/" + $0 })
        #expect(try s3.list(bucket: bucket, limit: 3).count == 3)
        for key in Self.keys { try s3.delete(bucket: bucket, key: key) }
        #expect(try s3.list(bucket: bucket).map(\.key) == expected.map { "history/" + $0 })
        let all = try s3.list(bucket: bucket).map { (key: $0.key, versionID: String?.none) }
        #expect(try s3.deleteObjects(bucket: bucket, all).isEmpty)
        #expect(try s3.list(bucket: bucket).isEmpty)
        #expect(try s3.head(bucket: bucket, key: "gone") == nil)
        #expect(try s3.object(bucket: bucket, key: "gone") == nil)
        try s3.deleteBucket(bucket)
        try s3.deleteBucket(bucket)
        #expect(try !s3.bucketExists(bucket))
    }

    @Test func `conditions of S3 hold`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-conditions-\(suffix)"
        try s3.createBucket(bucket)
        let first = try s3.put(bucket: bucket, key: "a", body: [1], ifNoneMatch: true)
        let again = #expect(throws: CloudError.self) {
            try s3.put(bucket: bucket, key: "a", body: [2], ifNoneMatch: true)
        }
        #expect(again?.code == "PreconditionFailed")
        let copied = #expect(throws: CloudError.self) {
            try s3.copy(
                from: ObjectReference(bucket: bucket, key: "a"), to: ObjectReference(bucket: bucket, key: "b"),
                ifMatch: "\"00000000000000000000000000000000\"")
        }
        #expect(copied?.status == 412)
        let missing = #expect(throws: CloudError.self) {
            try s3.copy(
                from: ObjectReference(bucket: bucket, key: "no"), to: ObjectReference(bucket: bucket, key: "b"))
        }
        #expect(missing?.code == "NoSuchKey")
        let changed = #expect(throws: CloudError.self) {
            try s3.get(bucket: bucket, key: "a", ifMatch: "\"0\"") { _ in Issue.record("a body came") }
        }
        #expect(changed?.status == 412)
        #expect(try s3.get(bucket: bucket, key: "a", ifMatch: first.eTag) { _ in }.size == 1)
    }

    @Test func `versions are kept, listed and deleted for good`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-versions-\(suffix)"
        try s3.createBucket(bucket)
        try s3.putBucketVersioning(bucket)
        try s3.putPublicAccessBlock(bucket)
        try s3.putBucketEncryption(bucket)
        try s3.putBucketLifecycle(
            bucket, [LifecycleRule(id: "tidy", noncurrentExpirationDays: 30, abortMultipartDays: 2)])
        try s3.putBucketPolicy(
            bucket,
            document: [
                "Version": "2012-10-17",
                "Statement": [
                    [
                        "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
                        "Resource": .string("arn:aws:s3:::\(bucket)/locked/*"),
                    ]
                ],
            ]
        )
        let one = try s3.put(bucket: bucket, key: "a b", body: [1])
        let two = try s3.put(bucket: bucket, key: "a b", body: [2])
        let old = try #require(one.versionID)
        #expect(old != two.versionID)
        #expect(try s3.object(bucket: bucket, key: "a b", versionID: old) == [1])
        try s3.copy(
            from: ObjectReference(bucket: bucket, key: "a b", versionID: old),
            to: ObjectReference(bucket: bucket, key: "old"))
        #expect(try s3.object(bucket: bucket, key: "old") == [1])
        try s3.delete(bucket: bucket, key: "a b")
        #expect(try s3.head(bucket: bucket, key: "a b") == nil)
        let versions = try s3.listVersions(bucket: bucket)
        #expect(versions.filter { $0.key == "a b" }.count == 3)
        #expect(versions.filter(\.isDeleteMarker).count == 1)
        #expect(try s3.deleteObjects(bucket: bucket, versions.map { ($0.key, $0.versionID) }).isEmpty)
        #expect(try s3.listVersions(bucket: bucket).isEmpty)
        try s3.deleteBucket(bucket)
    }

    @Test func `listings are read page by page`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-pages-\(suffix)"
        try s3.createBucket(bucket)
        for index in 0..<1005 { try s3.put(bucket: bucket, key: "k\(10000 + index)", body: []) }
        let keys = try s3.list(bucket: bucket).map(\.key)
        #expect(keys == (0..<1005).map { "k\(10000 + $0)" })
        #expect(try s3.listVersions(bucket: bucket).count == 1005)
        #expect(try s3.deleteObjects(bucket: bucket, keys.map { ($0, nil) }).isEmpty)
        #expect(try s3.list(bucket: bucket).isEmpty)
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
