import CloudAPI
import TestSupport
import Testing

@testable import IngestLambda

/// One alert for each failure of each version of a file, however often it is delivered.
@Suite struct OneAlertTests {
    private let bad = "S1\n"

    @Test func `an event that is delivered again raises no second alert`() throws {
        let world = try World()
        world.clouds.put(inbox, bad)
        for delivery in 1...3 { #expect(try world.arrive(inbox, receiveCount: delivery).isEmpty) }
        #expect(world.alerts.count == 1 && world.records.count == 1)
        #expect(world.lines.all.contains { $0.contains("alert told before") })
    }

    @Test func `two messages about the same version in one batch raise one alert`() throws {
        let world = try World()
        world.clouds.put(inbox, bad)
        let event = World.notification([inbox])
        #expect(try world.handle(World.queued([event, event])).isEmpty)
        #expect(world.alerts.count == 1)
    }

    @Test func `another version of the same bad file raises its own alert`() throws {
        let world = try World()
        for _ in 1...2 {
            world.clouds.put(inbox, bad)
            try world.arrive(inbox)
        }
        #expect(world.alerts.count == 2 && Set(world.alerts.map { $0.attributes["alertId"] }).count == 2)
    }

    @Test func `another cause is told as well`() throws {
        let world = try World()
        world.clouds.put(inbox, bad)
        world.clouds.fail("GET inbox", times: 1, .answer(403, ""))
        try world.arrive(inbox)
        try world.arrive(inbox)
        #expect(world.alerts.map { $0.attributes["reason"] } == ["access_denied", "contract_breach"])
    }

    @Test func `a replay that somebody asked for is told anew`() throws {
        let world = try World()
        world.clouds.put(inbox, bad)
        try world.arrive(inbox)
        var members = try #require(World.notification([inbox]).members)
        members.append(JSON.Member("replay", "2025-01-11T08:00:00Z"))
        for _ in 1...2 { #expect(try world.handle(World.queued([.object(members)])).isEmpty) }
        #expect(world.alerts.count == 2)
    }

    @Test func `while another delivery is about to tell, the message is handed back`() throws {
        let world = try World()
        world.clouds.put(inbox, bad)
        world.clouds.fail("SNS", times: 3, .answer(500, ""))
        world.clouds.fail("PUT history/_alerts", .first { _ in })
        // Claimed by a process that ends before it publishes.
        world.faults.arm(FaultLine.Plan(number: 5, fault: .endBefore))
        try world.arrive(inbox)
        #expect(world.faults.struck == "SNS" && world.records.count == 1)
        try world.restart()
        world.clouds.with { $0.rules = [] }
        #expect(try world.arrive(inbox, receiveCount: 2) == ["m1"])
        #expect(world.alerts.isEmpty)
        world.time.advance(by: .seconds(61))
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.alerts.count == 1)
    }

    @Test func `an alert that could not be published may be told by the next delivery at once`() throws {
        let world = try World()
        world.clouds.put(inbox, bad)
        world.clouds.fail("SNS", times: 3, .answer(500, ""))
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.alerts.count == 1)
    }

    @Test(arguments: [403, 404])
    func `where no record may be kept, the alert is told all the same`(status: Int) throws {
        let world = try World()
        world.clouds.put(inbox, bad)
        world.clouds.fail("PUT history/_alerts", times: 99, .answer(status, ""))
        world.clouds.fail("GET history/_alerts", times: 99, .answer(status, ""))
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.alerts.count == 1)
    }

    @Test func `a record that can not be kept for the moment sends the message back, the last time it is told`() throws
    {
        let world = try World()
        world.clouds.put(inbox, bad)
        world.clouds.fail("PUT history/_alerts", times: 99, .answer(503, ""))
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.alerts.isEmpty)
        #expect(try world.arrive(inbox, receiveCount: 3).isEmpty)
        #expect(world.alerts.count == 1)
    }
}
