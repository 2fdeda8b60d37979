import Synchronization
import TestSupport
import Testing

@testable import CloudAPI

@Suite struct AWSClientTests {
    @Test func `throttling, overload and broken connections are tried again with fresh signatures`() throws {
        let fixture = try AWSFixture([
            .init("POST", "sns.eu-west-1.amazonaws.com/", .queryError(400, "Throttling")),
            .init("POST", "/", .status(503, ["Retry-After": "3"])),
            .init("POST", "/", .failure(TransportFailure(.reset, "broken"))),
            .init("POST", "/", .status(200, [:], "<R><PublishResult><MessageId>m</MessageId></PublishResult></R>")),
        ])
        let id = try SNSClient(fixture.configuration).publish(topicARN: "t", message: "x")
        #expect(id == "m")
        #expect(fixture.clock.waits == [.seconds(0.5), .seconds(4), .seconds(2)])
        #expect(Set(fixture.transport.requests.compactMap { $0.header("X-Amz-Date") }).count > 1)
        fixture.expectFinished()
    }

    @Test func `a refusal is not tried again and says what, where and why`() throws {
        let fixture = try AWSFixture([.init("POST", "/", .queryError(403, "AccessDenied", "no &lt;right&gt;"))])
        let error = #expect(throws: CloudError.self) { try STSClient(fixture.configuration).callerIdentity() }
        #expect(error?.description == "STS GetCallerIdentity: AccessDenied (403): no <right> [request R2]")
        #expect(error?.isTransient == false)
        #expect(fixture.clock.waits.isEmpty)
    }

    @Test func `a wrong clock is corrected once, and stays corrected`() throws {
        let date = ["Date": "Sat, 11 Jan 2025 09:00:00 GMT"]
        let answer = "<R><GetCallerIdentityResult><Account>1</Account><Arn>a</Arn></GetCallerIdentityResult></R>"
        let fixture = try AWSFixture([
            .init("POST", "/", .queryError(403, "SignatureDoesNotMatch", "why", date)),
            .init("POST", "/", .status(200, [:], answer)),
            .init("POST", "/", .status(200, [:], answer)),
        ])
        let client = STSClient(fixture.configuration)
        _ = try client.callerIdentity()
        _ = try client.callerIdentity()
        #expect(
            fixture.transport.requests.map { $0.header("X-Amz-Date") } == [
                "20250111T080000Z", "20250111T090000Z", "20250111T090000Z",
            ])
        #expect(fixture.clock.waits.isEmpty)
        fixture.expectFinished()
    }

    @Test func `a wrong secret is no wrong clock`() throws {
        let fixture = try AWSFixture([
            .init(
                "POST", "/", .queryError(403, "SignatureDoesNotMatch", "why", ["Date": "Sat, 11 Jan 2025 08:00:20 GMT"])
            )
        ])
        let error = #expect(throws: CloudError.self) { try STSClient(fixture.configuration).callerIdentity() }
        #expect(error?.code == "SignatureDoesNotMatch")
    }

    @Test func `a clock that cannot be helped is tried once`() throws {
        let date = ["Date": "Sat, 11 Jan 2025 09:00:00 GMT"]
        let fixture = try AWSFixture([
            .init("POST", "/", .queryError(403, "RequestTimeTooSkewed", "why", date)),
            .init("POST", "/", .queryError(403, "RequestTimeTooSkewed", "why", date)),
        ])
        #expect(throws: CloudError.self) { try STSClient(fixture.configuration).callerIdentity() }
        fixture.expectFinished()
    }

    @Test func `expired credentials are tried again only when there are others`() throws {
        let same = try AWSFixture([.init("POST", "/", .queryError(403, "ExpiredToken"))])
        let error = #expect(throws: CloudError.self) { try STSClient(same.configuration).callerIdentity() }
        #expect(error?.isTransient == true)
        same.expectFinished()

        let calls = Mutex(0)
        let fresh = try AWSFixture(
            [
                .init("POST", "/", .queryError(403, "ExpiredToken")),
                .init("POST", "/", .status(200, [:], "<R><Account>1</Account><Arn>a</Arn></R>")),
            ],
            credentials: {
                let number = calls.withLock {
                    $0 += 1
                    return $0
                }
                return AWSCredentials(accessKeyID: "AKID\(number)", secretAccessKey: "s", sessionToken: "t\(number)")
            }
        )
        #expect(try STSClient(fresh.configuration).callerIdentity().account == "1")
        let tokens = fresh.transport.requests.compactMap { $0.header("X-Amz-Security-Token") }
        #expect(Set(tokens).count == 2)
    }

    @Test func `what may have run is not run again`() throws {
        for answer: ScriptedTransport.Answer in [
            .failure(TransportFailure(.timeout, "late")), .failure(TransportFailure(.reset, "broken")), .status(500),
        ] {
            let fixture = try AWSFixture([.init("POST", "/invocations", answer)])
            #expect(throws: CloudError.self) { try LambdaClient(fixture.configuration).invoke(name: "f", payload: []) }
            fixture.expectFinished()
        }
        let fixture = try AWSFixture([
            .init("POST", "/invocations", .failure(TransportFailure(.connect, "refused"))),
            .init("POST", "/invocations", .status(429, ["x-amzn-errortype": "TooManyRequestsException"], "{}")),
            .init(
                "POST", "/invocations",
                .status(200, ["X-Amz-Function-Error": "Unhandled", "X-Amz-Log-Result": "bG9n"], "{\"x\":1}")),
        ])
        let answer = try LambdaClient(fixture.configuration).invoke(name: "f", payload: [], withLog: true)
        #expect(answer == FunctionAnswer(functionError: "Unhandled", payload: Array("{\"x\":1}".utf8), logTail: "log"))
    }

    @Test func `the deadline shortens requests and ends the attempts`() throws {
        let fixture = try AWSFixture(
            [.init("POST", "/", .status(500)), .init("POST", "/", .status(500))], deadline: .milliseconds(1200))
        #expect(throws: CloudError.self) { try STSClient(fixture.configuration).callerIdentity() }
        #expect(fixture.transport.requests.map(\.timeout) == [.milliseconds(1200), .milliseconds(700)])
        fixture.clock.advance(by: .seconds(2))
        let error = #expect(throws: CloudError.self) { try STSClient(fixture.configuration).callerIdentity() }
        #expect(error?.code == "DeadlineExceeded")
        fixture.expectFinished()
    }

    @Test(arguments: [
        ("{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"m\"}", [:], "QueueDoesNotExist", "m"),
        (
            "{\"Message\":\"m\"}", ["x-amzn-ErrorType": "ResourceNotFoundException:http://x/"],
            "ResourceNotFoundException", "m"
        ),
        ("<html>Bad gateway", [:], "HTTP418", "<html>Bad gateway"),
        ("", [:], "HTTP418", ""),
    ])
    func `errors are read in every form`(body: String, headers: [String: String], code: String, message: String) throws
    {
        let fixture = try AWSFixture([.init("POST", "/", .status(418, headers, body))])
        let error = #expect(throws: CloudError.self) { try STSClient(fixture.configuration).callerIdentity() }
        #expect(error?.code == code)
        #expect(error?.message == message)
    }

    @Test(arguments: [
        ("eu-west-1", "iam.amazonaws.com/", "us-east-1"),
        ("cn-north-1", "iam.cn-north-1.amazonaws.com.cn/", "cn-north-1"),
        ("us-gov-east-1", "iam.us-gov.amazonaws.com/", "us-gov-west-1"),
        ("eusc-de-east-1", "iam.eusc-de-east-1.amazonaws.eu/", "eusc-de-east-1"),
    ])
    func `global services have one home in each partition`(region: String, address: String, signedFor: String) throws {
        let fixture = try AWSFixture([.init("POST", "https://\(address)", .status(200, [:], "<R/>"))], region: region)
        try IAMClient(fixture.configuration).createUser("u")
        #expect(fixture.transport.requests[0].header("Authorization")?.contains("/\(signedFor)/iam/") == true)
    }

    @Test(
        arguments: [
            ("", nil), ("eu west", nil), ("evil.com/", nil), ("eu-west-1", "http://example.com"),
            ("eu-west-1", "nonsense"),
            ("eu-west-1", "http://127.0.0.1:1/path"), ("eu-west-1", "http://169.254.169.254"),
        ] as [(String, String?)])
    func `a configuration that would leak or miss is refused`(region: String, endpoint: String?) {
        #expect(throws: AWSConfiguration.Problem.self) { try AWSFixture([], region: region, endpoint: endpoint) }
    }

    @Test func `the environment gives region, endpoint and credentials`() throws {
        let variables = ProcessVariables([
            "AWS_DEFAULT_REGION": "us-west-2", "AWS_ENDPOINT_URL": "http://127.0.0.1:4566/", "AWS_ACCESS_KEY_ID": "a",
            "AWS_SECRET_ACCESS_KEY": "b", "AWS_SESSION_TOKEN": "",
        ])
        let configuration = try AWSConfiguration(variables: variables, transport: ScriptedTransport([]))
        #expect(configuration.region == "us-west-2")
        #expect(configuration.endpoint == "http://127.0.0.1:4566")
        #expect(try configuration.credentials() == AWSCredentials(accessKeyID: "a", secretAccessKey: "b"))
        let problem = #expect(throws: AWSConfiguration.Problem.self) {
            try AWSCredentials(variables: ProcessVariables([:]))
        }
        #expect(problem?.description.contains("AWS_ACCESS_KEY_ID") == true)
    }
}
