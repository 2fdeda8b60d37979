import CloudAPI
import InfraDSL

/// Follows an operation to its end: tells each event once, and throws the first real cause when it failed. An unreadable
/// answer never decides the result; the stack does.
struct StackWatch {
    let session: Session
    let assembly: Assembly

    /// What the operation is to lead to.
    enum Goal {
        case changed
        case deleted
    }

    typealias Event = CloudFormationClient.StackEvent

    private var client: CloudFormationClient { CloudFormationClient(session.aws) }
    private var name: String { assembly.stack.stackName }

    /// An operation that goes on longer is left to itself.
    private static let patience = Duration.seconds(3600)

    /// CloudFormation may show the state before the operation for a moment; without any event it is believed after this.
    private static let grace = Duration.seconds(30)

    /// - Parameter history: events before the operation, newest first: where to go on from, and how long things took before.
    func run(_ stackID: String, after history: [Event], until goal: Goal) throws {
        let clock = session.aws.clock
        let start = clock.monotonic()
        var follower = EventFollower(stack: name, history: history)
        Progress.title(name)
        defer { Progress.clear() }
        while clock.monotonic() - start < Self.patience {
            let status = try poll(stackID, &follower)
            if let status {
                let isBelieved = follower.hasBegun || clock.monotonic() - start >= Self.grace
                let isGone = status == "DELETE_COMPLETE"
                if StackStatus.isSettled(status), isGone || isBelieved {
                    return try finish(status, follower, goal)
                }
            }
            try considerInterruption(stackID, status)
            try session.holdsLease()
            Progress.wait()
            clock.sleep(follower.pause(after: clock.monotonic() - start))
        }
        throw Failure(
            "\(name) is still changing after an hour.",
            advice: "It goes on in CloudFormation: \(watchCommand) follows it.", code: .attention)
    }

    private var watchCommand: String {
        "`swift run deploy watch --env \(session.environment.name) --stack \(assembly.stack.name)`"
    }

    /// The state of the stack; nil when it could not be read this time.
    private func poll(_ stackID: String, _ follower: inout EventFollower) throws -> String? {
        do {
            let events = try client.events(of: stackID, since: follower.last)
            // The state is read after the events: the last event is told before the state ends the watch.
            let status = try client.describeStack(stackID)?.status ?? "DELETE_COMPLETE"
            follower.take(events)
            if !StackStatus.isSettled(status), status != "REVIEW_IN_PROGRESS" { follower.hasBegun = true }
            return status
        } catch let error as CloudError where error.isTransient && !error.isExpiredCredentials {
            if !follower.isTroubled { Console.step("can not ask CloudFormation, trying on: \(error)") }
            follower.isTroubled = true
            return nil
        } catch let error where Failure(reporting: error).code == .identity || error is CloudError {
            let isExpired =
                Failure(reporting: error).code == .identity || (error as? CloudError)?.isExpiredCredentials == true
            guard isExpired else { throw error }
            throw Failure(
                "The AWS credentials expired while \(name) was changing.",
                advice: "It goes on in CloudFormation. Sign in again; \(watchCommand) follows it, and the same command "
                    + "does the rest when it has settled.", code: .attention)
        }
    }

    /// Somebody pressed Ctrl-C: CloudFormation goes on by itself whatever this command does, so the person is asked.
    private func considerInterruption(_ stackID: String, _ status: String?) throws {
        guard let code = session.interruption() else { return }
        let mayCancel = status == "UPDATE_IN_PROGRESS"
        switch session.decide(name, mayCancel) {
        case .wait:
            session.forgive()
        case .cancel where mayCancel:
            Console.step("cancelling the update of \(name); CloudFormation takes it back")
            session.journal?.begin("cancelling the update of \(name)")
            try client.cancelUpdate(of: stackID)
            session.forgive()
        case .cancel, .detach:
            let cancel =
                mayCancel ? "`swift run deploy cancel --env \(session.environment.name)` takes it back, and " : ""
            throw Failure(
                "Interrupted. \(name) goes on changing in CloudFormation.",
                advice: "\(watchCommand) follows it, \(cancel)the same command does the rest when it has settled.",
                code: code)
        }
    }

    private func finish(_ status: String, _ follower: EventFollower, _ goal: Goal) throws {
        guard StackStatus.isSuccess(status), (goal == .deleted) == (status == "DELETE_COMPLETE") else {
            let code: ExitStatus = StackStatus.isStable(status) ? .failed : .attention
            throw Diagnosis(
                stack: name, status: status, events: follower.seen, declared: assembly.declaredPlaces
            ).failure(code: code)
        }
        for event in follower.failures {
            Console.note(
                "\(event.logicalResourceID) (\(event.physicalResourceID)) was left behind: \(event.reason ?? event.status)"
            )
        }
    }
}
