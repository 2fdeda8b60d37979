import CloudAPI
import CloudFormation
import InfraDSL
import Synchronization
import TestSupport
import Testing

@testable import Deploy

/// Every call of every operation fails once, in every way; what runs again afterwards comes to the same end, with nothing lost
/// and nothing done twice.
@Suite struct ConvergenceTests {
    /// A fault for one call, counted from when it is set.
    private final class Trap: Sendable {
        private let state = Mutex<(left: Int, fault: FakeAWS.Fault?)>((0, nil))

        /// - Parameter number: of the call from now on, from 1.
        func set(_ number: Int, _ fault: FakeAWS.Fault) { state.withLock { $0 = (number, fault) } }

        func next() -> FakeAWS.Fault? {
            state.withLock { state in
                state.left -= 1
                return state.left == 0 ? state.fault : nil
            }
        }

        /// The call was never reached.
        var isUnsprung: Bool { state.withLock { $0.left > 0 } }
    }

    private struct World {
        let trap = Trap()
        let clock = ManualClock()
        let aws: FakeAWS

        init() {
            let trap = trap
            aws = FakeAWS(clock) { _, _ in trap.next() }
            aws.behave { $0.pace = .milliseconds(200) }
        }

        func deployment(_ queues: [LogicalID]) throws -> FakeDeployment {
            try FakeDeployment(queues, on: aws, at: clock)
        }
    }

    /// Runs it with the fault, then without until it ends well; time passes between, as it does for people.
    private func again(_ world: World, _ work: () throws -> Void) throws {
        for attempt in 0..<6 {
            do {
                return try work()
            } catch {
                world.clock.advance(by: .seconds(120))
                if attempt == 5 { throw error }
            }
        }
    }

    /// Until a run passes that the fault does not reach any more.
    private func sweep(_ fault: FakeAWS.Fault, _ body: (World, Int) throws -> Void) throws -> Int {
        for number in 1..<200 {
            let world = World()
            try body(world, number)
            if world.trap.isUnsprung { return number - 1 }
        }
        Issue.record("the sweep did not end")
        return 0
    }

    @Test(arguments: FakeAWS.Fault.allCases)
    func `a creation comes to its end whichever call fails`(fault: FakeAWS.Fault) throws {
        let calls = try sweep(fault) { world, number in
            let deployment = try world.deployment(["One", "Two"])
            world.trap.set(number, fault)
            try again(world) { try deployment.deploy() }
            let stack = try #require(deployment.stack)
            #expect(stack.status == "CREATE_COMPLETE", "call \(number)")
            #expect(stack.changeSets == 0 && stack.operations == 1, "call \(number)")
            #expect(stack.template == deployment.assembly.template.yaml)
        }
        #expect(calls > 15)
    }

    @Test(arguments: FakeAWS.Fault.allCases)
    func `an update comes to its end whichever call fails`(fault: FakeAWS.Fault) throws {
        let calls = try sweep(fault) { world, number in
            try world.deployment(["One", "Two"]).deploy()
            let update = try world.deployment(["One", "Two", "Three"])
            world.trap.set(number, fault)
            try again(world) { try update.deploy() }
            let stack = try #require(update.stack)
            #expect(stack.status == "UPDATE_COMPLETE", "call \(number)")
            #expect(stack.changeSets == 0 && stack.operations == 2, "call \(number)")
        }
        #expect(calls > 12)
    }

    @Test(arguments: FakeAWS.Fault.allCases)
    func `a deploy without a change touches nothing whichever call fails`(fault: FakeAWS.Fault) throws {
        _ = try sweep(fault) { world, number in
            let deployment = try world.deployment(["One", "Two"])
            try deployment.deploy()
            world.trap.set(number, fault)
            try again(world) { try deployment.deploy() }
            #expect(deployment.stack?.operations == 1, "call \(number)")
        }
    }

    @Test(arguments: FakeAWS.Fault.allCases)
    func `a removal comes to its end whichever call fails`(fault: FakeAWS.Fault) throws {
        let calls = try sweep(fault) { world, number in
            let deployment = try world.deployment(["One", "Two"])
            try deployment.deploy()
            world.trap.set(number, fault)
            try again(world) { try deployment.destroy() }
            #expect(deployment.stack?.status == "DELETE_COMPLETE", "call \(number)")
            #expect(deployment.stack?.operations == 2, "call \(number)")
        }
        #expect(calls > 8)
    }

    @Test func `the lease is given back however a run ends`() throws {
        let world = World()
        world.aws.behave { $0.failing = ["Two": "no"] }
        let deployment = try world.deployment(["One", "Two"])
        #expect(throws: Failure.self) { try deployment.deploy() }
        #expect(deployment.lease?.isReleased == true)
        world.aws.behave { $0.failing = [:] }
        try deployment.deploy()
        #expect(deployment.stack?.status == "CREATE_COMPLETE")
        #expect(deployment.lease?.isReleased == true)
    }
}
