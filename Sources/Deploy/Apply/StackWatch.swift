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

    private typealias Event = CloudFormationClient.StackEvent

    private var client: CloudFormationClient { CloudFormationClient(session.aws) }
    private var name: String { assembly.stack.stackName }

    /// An operation that goes on longer is left to itself.
    private static let patience = Duration.seconds(3600)

    /// CloudFormation may show the state before the operation for a moment; without any event it is believed after this.
    private static let grace = Duration.seconds(30)

    /// - Parameter last: the id of the newest event before the operation.
    func run(_ stackID: String, since last: String?, until goal: Goal) throws {
        let clock = session.aws.clock
        let start = clock.monotonic()
        var progress = Progress(last: last)
        while clock.monotonic() - start < Self.patience {
            let status = try poll(stackID, &progress)
            if let status {
                let isBelieved = progress.hasBegun || clock.monotonic() - start >= Self.grace
                let isGone = status == "DELETE_COMPLETE"
                if StackStatus.isSettled(status), isGone || isBelieved {
                    return try finish(status, progress.failures, goal)
                }
            }
            try session.checkpoint(
                "\(name) goes on changing in CloudFormation; run the same command again when it has settled.")
            clock.sleep(clock.monotonic() - start < .seconds(2) ? .milliseconds(200) : .seconds(2))
        }
        throw Failure(
            "\(name) is still changing after an hour.",
            advice: "It goes on in CloudFormation; run the same command again when it has settled.", code: .attention)
    }

    private struct Progress {
        var last: String?
        var failures: [Event] = []
        /// The operation shows: in an event of the stack itself, or in the state.
        var hasBegun = false
        /// Said once.
        var isTroubled = false
    }

    /// The state of the stack; nil when it could not be read this time.
    private func poll(_ stackID: String, _ progress: inout Progress) throws -> String? {
        do {
            let events = try client.events(of: stackID, since: progress.last)
            // The state is read after the events: the last event is told before the state ends the watch.
            let status = try client.describeStack(stackID)?.status ?? "DELETE_COMPLETE"
            tell(events, &progress)
            if !StackStatus.isSettled(status), status != "REVIEW_IN_PROGRESS" { progress.hasBegun = true }
            return status
        } catch let error as CloudError where error.isExpiredCredentials {
            throw Failure(
                "The AWS credentials expired while \(name) was changing.",
                advice: "It goes on in CloudFormation. Sign in again and run the same command.", code: .attention)
        } catch let error as CloudError where error.isTransient {
            if !progress.isTroubled { Console.step("can not ask CloudFormation, trying on: \(error)") }
            progress.isTroubled = true
            session.aws.clock.sleep(.seconds(5))
            return nil
        }
    }

    private func tell(_ events: [Event], _ progress: inout Progress) {
        progress.last = events.first?.id ?? progress.last
        for event in events.reversed() {
            Console.step("aws  \(event.status)  \(event.logicalResourceID)  \(event.resourceType)")
            if event.logicalResourceID == name {
                if event.status != "REVIEW_IN_PROGRESS" { progress.hasBegun = true }
                continue
            }
            if event.status.hasSuffix("_FAILED"), !(event.reason ?? "").lowercased().contains("cancelled") {
                progress.failures.append(event)
            }
        }
    }

    private func finish(_ status: String, _ failures: [Event], _ goal: Goal) throws {
        guard StackStatus.isSuccess(status), (goal == .deleted) == (status == "DELETE_COMPLETE") else {
            throw failure(status, failures)
        }
        for event in failures {
            Console.note(
                "\(event.logicalResourceID) (\(event.physicalResourceID)) was left behind: \(event.reason ?? event.status)"
            )
        }
    }

    private func failure(_ status: String, _ failures: [Event]) -> Failure {
        let code: ExitStatus = StackStatus.isStable(status) ? .failed : .attention
        guard let cause = failures.first else {
            return Failure(
                "\(name) ended \(status).",
                advice: "`aws cloudformation describe-events --stack-name \(name)` tells more.", code: code)
        }
        let entry = assembly.template.entries.first { $0.logicalID.name == cause.logicalResourceID }
        let place = entry.map { " (\($0.declared))" } ?? ""
        return Failure(
            "\(name) ended \(status). The cause: \(cause.logicalResourceID)\(place), \(cause.resourceType): "
                + (cause.reason ?? "no reason given"),
            advice: "Correct it and run the same command again.", code: code)
    }
}
