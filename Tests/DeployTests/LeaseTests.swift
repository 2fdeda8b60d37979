import CloudAPI
import Synchronization
import TestSupport
import Testing

@testable import Deploy

@Suite struct LeaseTests {
    private func record(_ deployment: FakeDeployment, _ command: String = "deploy up") -> LeaseRecord {
        LeaseRecord(command: command, journal: Journal.key(deployment.session), at: deployment.clock.clock.now())
    }

    private func take(_ deployment: FakeDeployment, since sight: Lease.Sight, breaking: Bool = false) throws -> Lease {
        try AssetBucket(deployment.session).prepare()
        return try Lease.take(deployment.session, as: record(deployment), since: sight, breaking: breaking)
    }

    private func failure(_ body: () throws -> Void) -> Failure? {
        do {
            try body()
            return nil
        } catch {
            return error as? Failure
        }
    }

    @Test func `two deploys of one environment do not meet: the second one names the first`() throws {
        let deployment = try FakeDeployment()
        let first = try take(deployment, since: try Lease.look(deployment.session))
        let second = failure { _ = try take(deployment, since: try Lease.look(deployment.session)) }
        #expect(second?.code == .busy)
        #expect(second?.message.contains("\(first.record.person) on \(first.record.host) (deploy up)") == true)
        first.release()
        try take(deployment, since: try Lease.look(deployment.session)).release()
    }

    @Test func `two that looked at the same time: one of them gets it`() throws {
        let deployment = try FakeDeployment()
        let sight = try Lease.look(deployment.session)
        let first = try take(deployment, since: sight)
        #expect(failure { _ = try take(deployment, since: sight) }?.code == .busy)
        try first.check()
    }

    @Test func `a deploy since the plan was made means a new plan`() throws {
        let deployment = try FakeDeployment()
        let sight = try Lease.look(deployment.session)
        try take(deployment, since: sight).release()
        let late = failure { _ = try take(deployment, since: sight) }
        #expect(late?.code == .busy)
        #expect(late?.message.contains("since this plan was made") == true)
    }

    @Test func `a holder that is not heard of any more loses it by S3's clock`() throws {
        let deployment = try FakeDeployment()
        _ = try take(deployment, since: try Lease.look(deployment.session))
        deployment.clock.advance(by: .seconds(89))
        #expect(try Lease.look(deployment.session).holder != nil)
        deployment.clock.advance(by: .seconds(2))
        let sight = try Lease.look(deployment.session)
        #expect(sight.holder == nil && sight.abandoned != nil)
        _ = try take(deployment, since: sight)
    }

    @Test func `a lease that is broken stops the run that held it`() throws {
        let deployment = try FakeDeployment()
        let first = try take(deployment, since: try Lease.look(deployment.session))
        let second = try take(deployment, since: try Lease.look(deployment.session), breaking: true)
        #expect(!first.renew())
        #expect(failure { try first.check() }?.code == .busy)
        first.release()
        #expect(try Lease.look(deployment.session).record?.id == second.record.id)
        try second.check()
    }

    @Test func `a renewal keeps it, and its answer may be lost`() throws {
        let clock = ManualClock()
        let isLossy = Mutex(false)
        let aws = FakeAWS(clock) { _, name in
            isLossy.withLock { isLossy in
                defer { if name.hasPrefix("PUT") { isLossy = false } }
                return isLossy && name.hasPrefix("PUT") ? .lostAnswer : nil
            }
        }
        let deployment = try FakeDeployment(on: aws, at: clock, attempts: 2)
        try AssetBucket(deployment.session).prepare()
        isLossy.withLock { $0 = true }
        let lease = try Lease.take(
            deployment.session, as: record(deployment), since: try Lease.look(deployment.session), breaking: false)
        isLossy.withLock { $0 = true }
        #expect(lease.renew())
        try lease.check()
        lease.release()
        #expect(deployment.lease?.isReleased == true)
    }

    @Test func `a run that died on this machine does not hold anybody up`() throws {
        let deployment = try FakeDeployment()
        try AssetBucket(deployment.session).prepare()
        let own = record(deployment)
        let text = String(decoding: own.bytes, as: UTF8.self)
        let dead = text.replacing("\"process\":\(own.process)", with: "\"process\":999999999")
        try S3Client(deployment.session.aws).put(
            bucket: AssetBucket(deployment.session).name, key: Lease.key("dev"), body: Array(dead.utf8))
        let sight = try Lease.look(deployment.session)
        #expect(sight.holder == nil && sight.abandoned != nil)
    }

    @Test func `the journal names the step a run died in, and each run has its own`() throws {
        let deployment = try FakeDeployment()
        try deployment.deploy()
        let runs = try Journal.latest(5, deployment.session)
        #expect(runs.count == 1)
        #expect(runs.first?.outcome == "done" && runs.first?.ended != nil)
        #expect(runs.first?.steps.map(\.name) == ["changing stack mini-dev"])
        let journal = Journal(deployment.session, record(deployment), stacks: ["mini-dev"], archives: ["a.zip"])
        for index in 1...3 { journal.begin("snowflake: statement \(index) of 3, TABLE T\(index)", isPart: true) }
        journal.end("failed", "no")
        let last = try #require(try Journal.latest(1, deployment.session).first)
        #expect(last.steps.map(\.name) == ["snowflake: statement 3 of 3, TABLE T3"])
        #expect(last.archives == ["a.zip"])
    }

    @Test func `the asset bucket is given every protection it lacks, once`() throws {
        let deployment = try FakeDeployment()
        let bucket = AssetBucket(deployment.session)
        try bucket.prepare()
        #expect(try bucket.lacks().isEmpty)
        let before = deployment.aws.calls.count
        try bucket.prepare()
        #expect(!deployment.aws.calls[before...].contains { $0.hasPrefix("PUT") })
    }
}
