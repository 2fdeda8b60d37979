import CloudAPI
import CloudFormation
import Synchronization
import TestSupport
import Testing

@testable import Deploy

/// What the embedded AWS is too quick and too kind for: slow events in pages, throttling, a lost network, a clock that is off,
/// credentials that end, and failures with a cause.
@Suite struct ScriptedCloudFormationTests {
    private func failure(_ body: () throws -> Void) -> Failure? {
        do {
            try body()
            return nil
        } catch {
            return Failure(reporting: error)
        }
    }

    @Test(arguments: [1, 3, 100])
    func `slow events are followed through all their pages`(size: Int) throws {
        let deployment = try FakeDeployment()
        deployment.aws.behave {
            $0.pageSize = size
            $0.pace = .seconds(40)
        }
        try deployment.deploy()
        #expect(deployment.stack?.status == "CREATE_COMPLETE")
        #expect(deployment.clock.elapsed > .seconds(200))
    }

    @Test(arguments: [FakeAWS.Fault.throttle, .reset, .unavailable])
    func `ten minutes without an answer make the watch slower and never fail it`(fault: FakeAWS.Fault) throws {
        let clock = ManualClock()
        let aws = FakeAWS(clock) { _, name in
            let isWatch = name == "DescribeStackEvents" || name == "DescribeStacks"
            return isWatch && clock.elapsed > .seconds(10) && clock.elapsed < .seconds(610) ? fault : nil
        }
        let deployment = try FakeDeployment(on: aws, at: clock)
        try deployment.deploy()
        #expect(deployment.stack?.status == "CREATE_COMPLETE")
        #expect(clock.elapsed >= .seconds(610))
    }

    @Test func `a clock that is twenty minutes off is corrected by the answers`() throws {
        let deployment = try FakeDeployment()
        deployment.aws.setSkew(.seconds(1200))
        try deployment.deploy()
        #expect(deployment.stack?.status == "CREATE_COMPLETE")
    }

    @Test func `credentials that end while the stack changes are renewed and the watch goes on`() throws {
        let clock = ManualClock()
        let aws = FakeAWS(clock)
        aws.accept(keys: ["KEY0"])
        let deployment = try FakeDeployment(
            on: aws, at: clock, attempts: 3,
            credentials: {
                let key = "KEY\(Int(clock.elapsed.components.seconds) / 12)"
                aws.accept(keys: [key])
                return AWSCredentials(accessKeyID: key, secretAccessKey: "s")
            })
        aws.behave { $0.pace = .seconds(10) }
        try deployment.deploy()
        #expect(deployment.stack?.status == "CREATE_COMPLETE")
    }

    @Test func `credentials that can not be renewed detach, and the next run goes on`() throws {
        let clock = ManualClock()
        let aws = FakeAWS(clock)
        aws.behave { $0.pace = .seconds(10) }
        let expiring = try FakeDeployment(
            on: aws, at: clock,
            credentials: {
                if clock.elapsed > .seconds(25) { aws.accept(keys: ["OTHER"]) }
                return AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "s")
            })
        let ended = failure { try expiring.deploy() }
        #expect(ended?.code == .attention)
        #expect(ended?.message.contains("expired while mini-dev was changing") == true)
        #expect(ended?.advice?.contains("deploy watch --env dev --stack mini") == true)
        clock.advance(by: .seconds(300))
        aws.accept(keys: ["AKIDEXAMPLE"])
        let deployment = try FakeDeployment(on: aws, at: clock)
        try deployment.deploy()
        #expect(deployment.stack?.status == "CREATE_COMPLETE" && deployment.stack?.operations == 1)
    }

    @Test func `a creation that fails tells the first cause, its line of Swift and what helps`() throws {
        let deployment = try FakeDeployment()
        deployment.aws.behave {
            $0.failing = [
                "Two": "User: arn:aws:iam::1:user/x is not authorized to perform: sqs:CreateQueue on resource: *"
            ]
        }
        let ended = failure { try deployment.deploy() }
        #expect(ended?.code == .failed)
        #expect(ended?.message.contains("mini-dev ended ROLLBACK_COMPLETE. The cause: Two (") == true)
        #expect(ended?.message.contains("FakeDeployment.swift:") == true)
        #expect(ended?.advice?.contains("Allow sqs:CreateQueue") == true)
        deployment.aws.behave { $0.failing = [:] }
        try deployment.deploy()
        #expect(deployment.stack?.status == "CREATE_COMPLETE")
    }

    @Test func `a rollback that fails needs attention, and recover takes it up again`() throws {
        let deployment = try FakeDeployment()
        try deployment.deploy()
        let update = try FakeDeployment(["One", "Two", "Three"], on: deployment.aws, at: deployment.clock)
        deployment.aws.behave {
            $0.failing = ["Three": "no"]
            $0.rollbackFails = true
        }
        #expect(failure { try update.deploy() }?.code == .attention)
        #expect(update.stack?.status == "UPDATE_ROLLBACK_FAILED")
        let refused = failure { try update.deploy() }
        #expect(refused?.advice?.contains("deploy recover") == true)
        let live = try CloudFormationClient(update.session.aws).describeStack(FakeDeployment.name)
        let stack = StackInQuestion(session: update.session, assembly: update.assembly, live: live)
        try RecoveryRun(stack: stack, isAgreed: true).run(.continueRollback(skipping: []))
        #expect(update.stack?.status == "UPDATE_ROLLBACK_COMPLETE")
        #expect(!deployment.aws.calls.contains("DeleteStack"))
    }

    @Test func `a deletion that stops leaves behind what is named, and nothing else`() throws {
        let deployment = try FakeDeployment()
        try deployment.deploy()
        deployment.aws.behave { $0.undeletable = ["One"] }
        let ended = failure { try deployment.destroy() }
        #expect(ended?.code == .attention)
        #expect(ended?.message.contains("The cause: One") == true)
        let live = try CloudFormationClient(deployment.session.aws).describeStack(FakeDeployment.name)
        let stack = StackInQuestion(session: deployment.session, assembly: deployment.assembly, live: live)
        let run = RecoveryRun(stack: stack, isAgreed: true)
        #expect(try run.failedResources().map(\.logicalResourceID) == ["One"])
        try run.run(.delete(retaining: ["One"]))
        #expect(deployment.stack?.status == "DELETE_COMPLETE")
    }

    @Test func `Ctrl-C in the middle detaches, and says how to go on`() throws {
        var deployment = try FakeDeployment()
        let clock = deployment.clock
        deployment.session.interruption = { clock.elapsed > .seconds(8) ? .interrupted : nil }
        deployment.session.decide = { _, _ in .detach }
        let ended = failure { try deployment.deploy() }
        #expect(ended?.code == .interrupted)
        #expect(ended?.advice?.contains("swift run deploy watch --env dev --stack mini") == true)
        #expect(deployment.lease?.isReleased == true)
        #expect(deployment.stack?.status == "CREATE_IN_PROGRESS")
    }

    @Test func `Ctrl-C and cancel has an update taken back`() throws {
        let deployment = try FakeDeployment()
        try deployment.deploy()
        var update = try FakeDeployment(["One", "Two", "Three"], on: deployment.aws, at: deployment.clock)
        deployment.aws.behave { $0.pace = .seconds(30) }
        let pressed = Mutex(false)
        let clock = deployment.clock
        let start = clock.elapsed
        update.session.interruption = {
            clock.elapsed > start + .seconds(10) && !pressed.withLock { $0 } ? .interrupted : nil
        }
        update.session.forgive = { pressed.withLock { $0 = true } }
        update.session.decide = { _, mayCancel in mayCancel ? .cancel : .detach }
        let ended = failure { try update.deploy() }
        #expect(ended?.code == .failed)
        #expect(update.stack?.status == "UPDATE_ROLLBACK_COMPLETE")
        #expect(deployment.aws.calls.contains("CancelUpdateStack"))
    }

    @Test func `somebody else's change is followed from another machine`() throws {
        let deployment = try FakeDeployment()
        deployment.aws.behave { $0.pace = .seconds(20) }
        var first = deployment
        first.session.interruption = { deployment.clock.elapsed > .seconds(8) ? .interrupted : nil }
        first.session.decide = { _, _ in .detach }
        _ = failure { try first.deploy() }
        let live = try CloudFormationClient(deployment.session.aws).describeStack(FakeDeployment.name)
        let stack = StackInQuestion(session: deployment.session, assembly: deployment.assembly, live: live)
        #expect(stack.isBusy)
        try stack.follow()
        #expect(deployment.stack?.status == "CREATE_COMPLETE")
    }

    @Test func `a review that a killed run left is removed, one of somebody else is not`() throws {
        let deployment = try FakeDeployment()
        deployment.aws.place(FakeDeployment.name, "REVIEW_IN_PROGRESS", changeSets: ["snowline-1234"])
        try deployment.deploy()
        #expect(deployment.stack?.status == "CREATE_COMPLETE")
        let other = try FakeDeployment()
        other.aws.place(FakeDeployment.name, "REVIEW_IN_PROGRESS", changeSets: ["theirs"])
        #expect(failure { try other.deploy() }?.code == .busy)
        #expect(other.stack?.changeSets == 1)
        let live = try CloudFormationClient(other.session.aws).describeStack(FakeDeployment.name)
        let stack = StackInQuestion(session: other.session, assembly: other.assembly, live: live)
        #expect(failure { try RecoveryRun(stack: stack, isAgreed: true).run(.clearReview) }?.code == .attention)
        #expect(other.stack?.changeSets == 1)
    }
}
