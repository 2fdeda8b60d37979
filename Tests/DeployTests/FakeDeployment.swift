import CloudAPI
import CloudFormation
import Foundation
import InfraDSL
import Stacks
import Synchronization
import TestSupport

@testable import Deploy

/// A small stack on clouds in memory, and the way `up` goes about it: look, take the lease, change, give it back.
struct FakeDeployment {
    let aws: FakeAWS
    let clock: ManualClock
    var session: Session
    let assembly: Assembly

    static let name = "mini-dev"

    /// - Parameters:
    ///   - queues: the resources of the stack.
    ///   - credentials: asked before each request.
    init(
        _ queues: [LogicalID] = ["One", "Two"],
        on aws: FakeAWS? = nil,
        at clock: ManualClock = ManualClock(),
        attempts: Int = 1,
        credentials: @escaping @Sendable () throws -> AWSCredentials = {
            AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret")
        }
    ) throws {
        self.clock = clock
        self.aws = aws ?? FakeAWS(clock)
        let retry = RetryPolicy(attempts: attempts, random: { 0.5 })
        let configuration = try AWSConfiguration(
            region: "eu-west-1", credentials: credentials, transport: self.aws, clock: clock.clock, retry: retry)
        let snowflake = SQLAPIClient(
            session: try SnowflakeSession(
                account: "MYORG-DEV", user: "", authentication: .token(.programmaticAccess) { "none" }),
            transport: ScriptedTransport([]), clock: clock.clock)
        session = Session(
            environment: .dev, checkout: Checkout(root: URL(fileURLWithPath: "/nowhere")), aws: configuration,
            snowflake: snowflake, local: nil, snowflakeUser: "DEPLOYER", snowflakeEndpoint: "https://snow",
            interruption: { nil })
        assembly = try Assembly(
            Stack("mini", in: .dev) { queues.map { SQS.Queue($0) } }, policy: PolicyPack([]))
    }

    var stack: (status: String, template: String, changeSets: Int, operations: Int)? { aws.stack(Self.name) }

    /// One deploy from beginning to end.
    func deploy() throws {
        let run = ExclusiveRun(session: session, command: "test", sight: try Lease.look(session))
        try run.announce()
        let live = try CloudFormationClient(session.aws).describeStack(Self.name)
        let isSame =
            live != nil && (try? CloudFormationClient(session.aws).template(of: Self.name)) == assembly.template.yaml
        let situation = StackStatus.situation(live?.status ?? "DELETE_COMPLETE")
        if situation == .ready, isSame { return }
        if let obstacle = live.flatMap({ StackStatus.obstacle($0.status, stack: Self.name, environment: "dev") }) {
            throw obstacle
        }
        try run.run(stacks: [Self.name]) { held in
            let operation = StackOperation(session: held, assembly: assembly)
            switch situation {
            case .absent: try operation.create([], adopting: [], clearing: nil)
            case .stillborn: try operation.create([], adopting: [], clearing: live?.id)
            default: try operation.update([], losing: [])
            }
        }
    }

    func destroy() throws {
        let run = ExclusiveRun(session: session, command: "test", sight: try Lease.look(session))
        guard try CloudFormationClient(session.aws).describeStack(Self.name) != nil else { return }
        try run.run(stacks: [Self.name]) { held in
            try StackOperation(session: held, assembly: assembly).delete()
        }
    }

    var lease: LeaseRecord? {
        aws.object("/snowline-assets-111111111111-eu-west-1/leases/dev.json").flatMap { LeaseRecord($0) }
    }
}
