import CloudAPI
import InfraDSL
import Stacks
import TestSupport
import Testing

@testable import Deploy

@Suite struct StepTests {
    private func failure(_ body: () throws -> Void) -> Failure? {
        do {
            try body()
            return nil
        } catch {
            return error as? Failure
        }
    }

    private func identity(_ account: String) -> ScriptedTransport.Exchange {
        .init(
            "POST", "sts.eu-west-1.amazonaws.com/",
            .status(
                200, [:],
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>\(account)</Account><Arn>arn</Arn>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>"))
    }

    @Test(arguments: [("999999999999", "MYORG-DEV"), ("111111111111", "OTHER-ACCOUNT")])
    func `the wrong account of either cloud stops the command before it writes`(aws: String, snowflake: String) throws {
        let world = try World(aws: [identity(aws)], snowflake: [.rows(["ACCOUNT"], [[snowflake]])])
        let failure = failure { try world.session.checkIdentity() }
        #expect(failure?.code == .identity)
        #expect(failure?.message.contains(aws == "111111111111" ? snowflake : aws) == true)
        #expect(world.actions == ["GetCallerIdentity"])
        #expect(world.statements.count == 1)
    }

    @Test func `a refused statement says how far the run came`() throws {
        let world = try World(snowflake: [
            .rows(["status"], [["ok"]]), .refusal("003001", "Insufficient privileges"),
        ])
        let changes = SnowflakeDiff(
            world.assembly.before, live: LiveSnowflake(), known: KnownValues(.dev), marker: world.assembly.marker
        ).changes
        let failure = failure {
            try StatementRun(session: world.session).run(changes, KnownValues(.dev))
        }
        #expect(failure?.code == .attention)
        #expect(failure?.message.contains("statement 2 of \(changes.count)") == true)
        #expect(failure?.message.contains("Insufficient privileges") == true)
        #expect(failure?.message.contains("declared at Stacks/RetailPipeline.swift:") == true)
        #expect(failure?.advice?.contains("CREATE ROLE ON ACCOUNT") == true)
        #expect(failure?.advice?.contains("00_bootstrap.sql") == true)
    }

    @Test func `statements carry the run and their step, and an external id that is drawn when they run`() throws {
        let world = try World(snowflake: Array(repeating: .rows(["status"], [["ok"]]), count: 60))
        let changes = SnowflakeDiff(
            world.assembly.before, live: LiveSnowflake(), known: KnownValues(.dev), marker: world.assembly.marker
        ).changes
        try StatementRun(session: world.session).run(changes, KnownValues(.dev))
        let tags = try world.snowflake.requests.map { request in
            try #require(try JSON.parse(request.body)["parameters"]?["QUERY_TAG"]?.string)
        }
        #expect(tags.enumerated().allSatisfy { $1 == "snowline/dev/\(QueryTag.run)/\($0 + 1)" })
        let made = try #require(world.statements.first { $0.hasPrefix("CREATE STORAGE INTEGRATION") })
        let drawn = try #require(made.firstMatch(of: /STORAGE_AWS_EXTERNAL_ID = 'snowline_([0-9a-f]{32})'/)?.1)
        #expect(!StatementFill.newExternalID().hasSuffix(drawn))
    }

    @Test func `an interrupted run stops between statements and tells how to go on`() throws {
        let world = try World(interruptedAfter: 0)
        let changes = SnowflakeDiff(
            world.assembly.before, live: LiveSnowflake(), known: KnownValues(.dev), marker: world.assembly.marker
        ).changes
        let failure = failure {
            try StatementRun(session: world.session).run(changes, KnownValues(.dev))
        }
        #expect(failure?.code == .interrupted)
        #expect(failure?.message.contains("0 of \(changes.count) statements") == true)
        #expect(world.statements.isEmpty)
    }

    private func secret(_ status: Int, _ body: String) -> ScriptedTransport.Exchange {
        .init("POST", "secretsmanager.eu-west-1.amazonaws.com/", .status(status, [:], body))
    }

    private func keyPair(_ world: World) throws -> KeyPair { try #require(world.assembly.keyPairs.first) }

    @Test(arguments: [
        (400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"none\"}"), (200, "{\"SecretString\":\"\"}"),
        (400, "{\"__type\":\"InvalidRequestException\",\"message\":\"it was marked for deletion\"}"),
    ])
    func `a secret without a key has no public half`(status: Int, body: String) throws {
        let world = try World(aws: [secret(status, body)])
        #expect(try KeyPairStep(world.session).publicKey(of: keyPair(world)) == nil)
    }

    @Test func `a new key pair goes to the secret and only its public half comes back`() throws {
        let world = try World(aws: [secret(200, "{\"SecretString\":\"\"}"), secret(200, "{}")])
        let publicKey = try KeyPairStep(world.session).ensure(try keyPair(world))
        let body = try JSON.parse(world.aws.requests[1].body)
        let pem = try #require(try JSON.parse(Array((body["SecretString"]?.string ?? "").utf8))["privateKey"]?.string)
        #expect(Base64.encode(try PrivateKey(pem: pem).publicKeyDER()) == publicKey)
        #expect(world.actions == ["GetSecretValue", "PutSecretValue"])
    }

    @Test func `a secret that holds something else is named and not shown`() throws {
        let world = try World(aws: [secret(200, "{\"SecretString\":\"hunter2\"}")])
        let failure = failure { _ = try KeyPairStep(world.session).publicKey(of: keyPair(world)) }
        #expect(failure?.message.contains("retail-dev/snowflake/") == true)
        #expect(failure?.description.contains("hunter2") == false)
    }

    @Test func `verification waits for IAM and ends when Snowflake can list`() throws {
        let denied = "{\"status\":\"failure\",\"actions\":{\"list\":{\"message\":\"Access denied\"}}}"
        let world = try World(
            aws: Self.probe(answering: "{\"batchItemFailures\":[]}"),
            snowflake: [
                .rows(["ANSWER"], [[denied]]), .rows(["ANSWER"], [["{\"status\":\"success\"}"]]),
            ])
        try Verification(session: world.session, assembly: world.assembly).run(changed: true)
        #expect(world.aws.remaining.isEmpty)
        #expect(world.snowflake.remaining.isEmpty)
        #expect(world.clock.waits == [.seconds(2)])
    }

    /// What a function that works for the queue is asked after a change.
    private static func probe(answering payload: String, error: String? = nil) -> [ScriptedTransport.Exchange] {
        [
            .cloudFormation(
                "ListStackResources",
                "<StackResourceSummaries><member><LogicalResourceId>Ingest</LogicalResourceId><PhysicalResourceId>fn-1"
                    + "</PhysicalResourceId></member></StackResourceSummaries>"),
            .init(
                "GET", "/2015-03-31/functions/fn-1",
                .status(
                    200, [:],
                    "{\"Configuration\":{\"FunctionArn\":\"a\",\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\"}}"
                )),
            .init(
                "POST", "/2015-03-31/functions/fn-1/invocations",
                .status(200, error.map { ["X-Amz-Function-Error": $0] } ?? [:], payload)),
        ]
    }

    @Test func `a function that fails on an empty event needs attention, with its own words`() throws {
        let world = try World(
            aws: Self.probe(answering: "{\"errorMessage\":\"BUCKET is not set\"}", error: "Unhandled"))
        let failure = failure { try FunctionProbe(session: world.session, assembly: world.assembly).run() }
        #expect(failure?.code == .attention)
        #expect(failure?.message.contains("BUCKET is not set") == true)
    }

    @Test(arguments: [
        ("InvalidClientTokenId", Int32(5)), ("ExpiredToken", 5), ("InternalFailure", 1),
    ])
    func `credentials that are refused have an exit code of their own`(code: String, status: Int32) {
        let error = CloudError(service: "STS", operation: "GetCallerIdentity", status: 400, code: code, message: "no")
        #expect(Failure(reporting: error).code.rawValue == status)
    }
}
