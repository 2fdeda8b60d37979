import CloudAPI
import TestSupport
import Testing

@testable import IngestLambda

/// Passing errors: tried again within the time, then handed back to the queue; the last delivery also alerts.
@Suite struct RetryTests {
    private static let steps = ["HEAD inbox", "GET inbox", "SQL COPY", "HEAD history", "COPY history", "DELETE inbox"]

    @Test(arguments: steps, [429, 500, 502, 503, 504])
    func `a passing error is tried again at once`(step: String, status: Int) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail(step, .answer(status, ""))
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.keys == [history] && world.loads.count == 1 && world.alerts.isEmpty)
    }

    @Test(arguments: steps, World.Envelope.allCases)
    func `an error that does not pass sends the message back, and the next delivery completes it`(
        step: String, envelope: World.Envelope
    ) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail(step, times: 3, .answer(503, ""))
        #expect(try world.arrive(inbox, in: envelope) == [envelope == .queue ? "m1" : "direct"])
        #expect(world.alerts.isEmpty)
        #expect(try world.arrive(inbox, in: envelope, receiveCount: 2).isEmpty)
        #expect(world.keys == [history] && world.loads.count == 1 && world.alerts.isEmpty)
    }

    @Test(arguments: steps)
    func `a lost answer at any step leaves each row once and the file in one place`(step: String) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail(step, times: 3, .answerLost)
        for delivery in 1...2 { try world.arrive(inbox, receiveCount: delivery) }
        #expect(world.keys == [history] && world.loads.count == 1 && world.alerts.isEmpty)
    }

    @Test func `the last delivery alerts and still fails, so that the message becomes a dead letter`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("GET inbox", times: 99, .answer(503, ""))
        #expect(try world.arrive(inbox, receiveCount: 2) == ["m1"])
        #expect(world.alerts.isEmpty)
        #expect(try world.arrive(inbox, receiveCount: 3) == ["m1"])
        let alert = try #require(world.alerts.first)
        #expect(alert.attributes["reason"] == "unavailable" && alert.attributes["final"] == "false")
        #expect(alert.body.contains("attempt 3, the last one"))
    }

    @Test(arguments: [(1, 15), (2, 30), (4, 120), (9, 600)])
    func `a failed message comes again soon, later each time`(delivery: (count: Int, seconds: Int)) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("GET inbox", times: 99, .answer(503, ""))
        try world.arrive(inbox, receiveCount: delivery.count)
        #expect(world.hidden == ["receipt-m1": delivery.seconds])
    }

    @Test func `a message that can not be brought forward comes again all the same`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("GET inbox", times: 99, .answer(503, ""))
        world.clouds.fail("QUEUE", times: 99, .answer(403, ""))
        #expect(try world.arrive(inbox) == ["m1"])
    }

    @Test func `a role that Snowflake cannot assume yet is tried again`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let body = #"{"code":"003167","message":"Error assuming AWS_ROLE. Please verify the role","sqlState":"42601"}"#
        world.clouds.fail("SQL COPY", .answer(422, body))
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.alerts.isEmpty)
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.keys == [history])
    }

    @Test func `an error that Snowflake keeps of an earlier request does not stick`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail(
            "SQL COPY again", times: 99, .answer(422, #"{"code":"003167","message":"kept","sqlState":""}"#))
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.keys == [history] && world.loads.count == 1)
    }

    @Test func `a statement that takes longer than the time is handed back and picked up again`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail(
            "SQL", times: 99, .answer(202, #"{"code":"333334","statementHandle":"q1","message":"running"}"#))
        #expect(try world.arrive(inbox, seconds: 20) == ["m1"])
        #expect(world.time.elapsed < .seconds(20))
        #expect(world.lines.all.contains { $0.contains("\"reason\":\"out_of_time\"") })
        #expect(!world.requests.contains { $0.contains("cancel") })
    }

    @Test func `without time left nothing is begun`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        #expect(try world.arrive(inbox, seconds: 1) == ["m1"])
        #expect(world.requests.isEmpty && world.keys == [inbox])
    }

    @Test func `one message fails alone`() throws {
        let world = try World()
        let keys = [
            "inbox/sales_20250111.csv", "inbox/sales_20250112.csv", "inbox/bad.csv", "inbox/sales_20250113.csv",
        ]
        for key in keys { world.clouds.put(key, sale) }
        world.clouds.fail("GET inbox/sales_20250112", times: 3, .answer(503, ""))
        let failed = try world.handle(World.queued(keys.map { World.notification([$0]) }))
        #expect(failed == ["m2"])
        #expect(world.alerts.count == 1 && world.loads.count == 2)
        #expect(world.keys.filter { $0.hasPrefix("inbox/") } == ["inbox/bad.csv", "inbox/sales_20250112.csv"])
    }

    @Test func `a message with several records is done with only when all are`() throws {
        let world = try World()
        let keys = ["inbox/sales_20250111.csv", "inbox/sales_20250112.csv"]
        for key in keys { world.clouds.put(key, sale) }
        world.clouds.fail("GET inbox/sales_20250111", times: 3, .answer(503, ""))
        #expect(try world.handle(World.queued([World.notification(keys)])) == ["m1"])
        #expect(world.loads.count == 1)
        #expect(try world.handle(World.queued([World.notification(keys)], receiveCount: 2)).isEmpty)
        #expect(world.loads.count == 2 && world.keys.allSatisfy { $0.hasPrefix("history/") })
    }

    @Test(arguments: World.Envelope.allCases)
    func `an alert that cannot be published is logged and brings the message back`(envelope: World.Envelope) throws {
        let world = try World()
        world.clouds.put("inbox/bad.csv", sale)
        world.clouds.fail("SNS", times: 3, .answer(500, ""))
        #expect(try world.arrive("inbox/bad.csv", in: envelope).count == 1)
        #expect(world.alerts.isEmpty)
        #expect(world.lines.all.contains { $0.contains("alert not published") })
        #expect(world.lines.all.contains { $0.contains("\"AlertFailed\":1") })
        #expect(try world.arrive("inbox/bad.csv", in: envelope, receiveCount: 2).isEmpty)
        #expect(world.alerts.count == 1)
    }

    @Test(arguments: [nil, ""])
    func `a secret that has no value yet is waited for`(value: String?) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let secret = world.clouds.with { $0.secret }
        world.clouds.with { $0.secret = value }
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.alerts.isEmpty)
        world.clouds.with { $0.secret = secret }
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.keys == [history])
    }

    @Test func `a secret that cannot be read for the moment is tried again`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("SECRET", times: 3, .answer(500, ""))
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
    }

    @Test func `a statement that Snowflake ended for its time is tried again by the next delivery`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let body = #"{"code":"000630","message":"Statement reached its statement timeout","sqlState":"57014"}"#
        world.clouds.fail("SQL COPY", .answer(408, body))
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.alerts.isEmpty)
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.loads.count == 1 && world.keys == [history])
    }
}
