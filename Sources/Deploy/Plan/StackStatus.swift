/// What the 23 states of a stack mean for the next operation (CloudFormation user guide, "Stack status codes").
enum StackStatus {
    /// What can be done with a stack.
    enum Situation: Hashable, Sendable {
        /// There is none; a change set creates it.
        case absent
        /// It waits for the next change.
        case ready
        /// An operation runs.
        case busy
        /// Its first creation failed and was undone: nothing of it lives, and it must go before another try.
        case stillborn
        /// Only a person can bring it on.
        case stuck
    }

    static func situation(_ status: String) -> Situation {
        switch status {
        case "REVIEW_IN_PROGRESS", "DELETE_COMPLETE": .absent
        case "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE":
            .ready
        case "ROLLBACK_COMPLETE": .stillborn
        case _ where !isSettled(status): .busy
        default: .stuck
        }
    }

    /// The stack has resources and outputs.
    static func isDeployed(_ status: String) -> Bool {
        let situation = situation(status)
        return situation != .absent && situation != .stillborn
    }

    static func isSettled(_ status: String) -> Bool { !status.hasSuffix("_IN_PROGRESS") }

    /// The operation did what was asked. A rollback that worked is a change that failed.
    static func isSuccess(_ status: String) -> Bool {
        ["CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE", "DELETE_COMPLETE"].contains(status)
    }

    /// The stack is as it was before the operation, or gone.
    static func isStable(_ status: String) -> Bool { isSettled(status) && situation(status) != .stuck }

    /// Why a deploy can not go on, and what to do; nil when it can.
    static func obstacle(_ status: String, stack: String, environment: String) -> Failure? {
        switch situation(status) {
        case .absent, .ready, .stillborn: nil
        case .busy:
            Failure(
                "\(stack) is \(status): another operation runs.",
                advice: "`swift run deploy watch --env \(environment)` follows it; run again when it has ended.",
                code: .busy)
        case .stuck where status == "UPDATE_ROLLBACK_FAILED":
            Failure(
                "\(stack) is \(status): its rollback stopped half way. Nothing is deleted to recover.",
                advice: "`swift run deploy recover --env \(environment)` takes it up again.", code: .attention)
        case .stuck where status == "CREATE_FAILED" || status == "ROLLBACK_FAILED" || status == "DELETE_FAILED":
            Failure(
                "\(stack) is \(status): parts of it are left and can not be updated.",
                advice: "`swift run deploy recover --env \(environment)` shows which and what can be done.",
                code: .attention)
        case .stuck:
            Failure(
                "\(stack) is \(status) and takes no change set.",
                advice: "`swift run deploy recover --env \(environment)` brings it back to its last stable state.",
                code: .attention)
        }
    }
}
