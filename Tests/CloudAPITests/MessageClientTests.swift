import CloudAPI
import TestSupport
import Testing

@Suite struct MessageClientTests {
    private func form(_ fixture: AWSFixture) -> String {
        String(decoding: fixture.transport.requests[0].body, as: UTF8.self)
    }

    @Test(arguments: [
        ("plain", "plain"), ("über\n\"x\"\0", "?ber?\"x\"?"), ("  two", "two"), ("", "?"), ("\n", "?"),
        (String(repeating: "x", count: 100), String(repeating: "x", count: 100)),
        (String(repeating: "x", count: 101), String(repeating: "x", count: 97) + "..."),
    ])
    func `a subject is made fit for an e-mail`(subject: String, line: String) throws {
        let fixture = try AWSFixture([.init("POST", "/", .status(200, [:], "<R/>"))])
        try SNSClient(fixture.configuration).publish(topicARN: "arn:t", subject: subject, message: "m")
        #expect(form(fixture).contains("&Subject=\(PercentEncoding.encode(line))&"))
    }

    @Test func `attributes are numbered in the order of their names`() throws {
        let fixture = try AWSFixture([.init("POST", "/", .status(200, [:], "<R/>"))])
        try SNSClient(fixture.configuration).publish(
            topicARN: "arn:t", message: "m & n", attributes: ["b": "2", "a": "1"])
        #expect(
            form(fixture)
                == "Action=Publish&Version=2010-03-31&TopicArn=arn%3At&Message=m%20%26%20n&MessageAttributes.entry.1.Name=a"
                + "&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=1"
                + "&MessageAttributes.entry.2.Name=b&MessageAttributes.entry.2.Value.DataType=String"
                + "&MessageAttributes.entry.2.Value.StringValue=2")
    }

    @Test func `a secret is read as text, a missing one is nil`() throws {
        let missing = "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"m\"}"
        let fixture = try AWSFixture([
            .init(
                "POST", "https://secretsmanager.eu-west-1.amazonaws.com/",
                .status(200, [:], "{\"SecretString\":\"s\\n\"}")),
            .init("POST", "/", .status(400, [:], missing)), .init("POST", "/", .status(400, [:], missing)),
            .init("POST", "/", .status(200, [:], "{\"DeletedDate\":1}")),
        ])
        let secrets = SecretsManagerClient(fixture.configuration)
        #expect(try secrets.value(of: "id") == "s\n")
        #expect(fixture.transport.requests[0].header("X-Amz-Target") == "secretsmanager.GetSecretValue")
        #expect(try secrets.value(of: "id") == nil)
        #expect(try !secrets.exists("id"))
        #expect(try !secrets.exists("id"))
    }

    @Test func `a registry has an image, lacks it, or is not there`() throws {
        func error(_ code: String) -> String { "{\"__type\":\"\(code)\",\"message\":\"m\"}" }
        let token = Base64.encode(Array("AWS:a:b".utf8))
        let fixture = try AWSFixture([
            .init(
                "POST", "https://api.ecr.eu-west-1.amazonaws.com/", .status(200, [:], "{\"imageDetails\":[]}")),
            .init("POST", "/", .status(400, [:], error("ImageNotFoundException"))),
            .init("POST", "/", .status(400, [:], error("RepositoryNotFoundException"))),
            .init("POST", "/", .status(200, [:], "{\"authorizationData\":[{\"authorizationToken\":\"\(token)\"}]}")),
            .init("POST", "/", .status(200, [:], "{\"authorizationData\":[]}")),
        ])
        let registry = ECRClient(fixture.configuration)
        #expect(try registry.presence(of: "t", in: "r") == .present)
        #expect(
            fixture.transport.requests[0].header("X-Amz-Target")
                == "AmazonEC2ContainerRegistry_V20150921.DescribeImages")
        #expect(try registry.presence(of: "t", in: "r") == .absent)
        #expect(try registry.presence(of: "t", in: "r") == .noRepository)
        #expect(try registry.password() == "a:b")
        #expect(throws: CloudError.self) { try registry.password() }
    }

    @Test func `a repeated write of a secret is the same write`() throws {
        let fixture = try AWSFixture([.init("POST", "/", .status(500)), .init("POST", "/", .status(200, [:], "{}"))])
        try SecretsManagerClient(fixture.configuration).put(value: "v", into: "id")
        let bodies = try fixture.transport.requests.map { try JSON.parse($0.body) }
        #expect(bodies[0] == bodies[1])
        #expect(bodies[0]["ClientRequestToken"]?.string?.utf8.count == 36)
    }

    @Test func `an answer that cannot be read is an error of its own`() throws {
        let fixture = try AWSFixture([.init("POST", "/", .status(200, [:], "<html>"))])
        let error = #expect(throws: CloudError.self) { try SecretsManagerClient(fixture.configuration).value(of: "id") }
        #expect(error?.code == "UnreadableAnswer")
    }

    @Test func `waiting for messages prolongs the request`() throws {
        let answer =
            "{\"Messages\":[{\"MessageId\":\"i\",\"ReceiptHandle\":\"r\",\"Body\":\"b\",\"Attributes\":{\"A\":\"1\"}}]}"
        let fixture = try AWSFixture([.init("POST", "https://sqs.eu-west-1.amazonaws.com/", .status(200, [:], answer))])
        let messages = try SQSClient(fixture.configuration).receive(queueURL: "q", waitSeconds: 20)
        #expect(messages.map(\.body) == ["b"])
        #expect(messages[0].attributes == ["A": "1"])
        #expect(fixture.transport.requests[0].timeout == .seconds(50))
    }

    @Test func `a trust policy comes decoded`() throws {
        let answer =
            "<R><GetRoleResult><Role><Arn>arn:r</Arn><AssumeRolePolicyDocument>%7B%22a%22%3A%22b+c%22%7D"
            + "</AssumeRolePolicyDocument></Role></GetRoleResult></R>"
        let fixture = try AWSFixture([.init("POST", "/", .status(200, [:], answer))])
        #expect(try IAMClient(fixture.configuration).role(name: "r")?.trustPolicy == "{\"a\":\"b+c\"}")
    }
}
