/// What brings a stack out of the state it is in. A pure decision over all states; nothing is deleted unless it was asked for.
enum Recovery: Sendable, Hashable {
    /// It takes changes as it is.
    case nothing(String)
    /// An operation runs: follow it to its end.
    case follow
    /// The stack was only ever reviewed: the change sets of ours in it are removed, and the stack with them.
    case clearReview
    /// Back to the last stable state (`RollbackStack`).
    case rollBack
    /// A rollback that stopped is taken up again (`ContinueUpdateRollback`).
    case continueRollback(skipping: [String])
    case delete(retaining: [String])
    /// A person must choose; the sentence says what and the command how.
    case choose(String, command: String)

    /// What the command line asks for.
    struct Wish: Sendable, Hashable {
        var deletes = false
        var retained: [String] = []
        var skipped: [String] = []
    }

    /// - Parameter failed: logical ids of the resources that are in a failed state.
    static func from(_ status: String, failed: [String], _ wish: Wish, command: String) -> Recovery {
        let list = failed.isEmpty ? "" : " (\(failed.joined(separator: ", ")))"
        switch status {
        case "REVIEW_IN_PROGRESS": return .clearReview
        case "DELETE_COMPLETE": return .nothing("There is no such stack.")
        case "CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE":
            return .nothing("The stack is as its last change left it.")
        case "UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE":
            return .nothing("The last change was taken back; the stack is as it was before it and takes the next one.")
        case "UPDATE_ROLLBACK_FAILED": return .continueRollback(skipping: wish.skipped)
        case "UPDATE_FAILED": return .rollBack
        case "ROLLBACK_COMPLETE":
            if wish.deletes { return .delete(retaining: []) }
            return .choose(
                "Its first creation failed and was undone: nothing of it lives, and the next deploy removes it first.",
                command: "\(command) --delete")
        case "CREATE_FAILED", "ROLLBACK_FAILED":
            if wish.deletes { return .delete(retaining: []) }
            return .choose(
                "Its first creation failed and parts of it are left\(list); it can only be deleted.",
                command: "\(command) --delete")
        case "DELETE_FAILED":
            if wish.deletes || !wish.retained.isEmpty { return .delete(retaining: wish.retained) }
            let retain = failed.map { " --retain \($0)" }.joined()
            return .choose(
                "These could not be deleted\(list). Remove the cause and try again, or leave them behind.",
                command: "\(command) --delete, or \(command)\(retain)")
        case "IMPORT_ROLLBACK_FAILED":
            return .choose(
                "An import was not taken back whole\(list). Only AWS's support or the console can bring it on; what was "
                    + "imported lives.", command: "swift run deploy diagnose")
        case _ where status.hasSuffix("_IN_PROGRESS"): return .follow
        default:
            return .choose("The state \(status) is not known to this version.", command: "swift run deploy diagnose")
        }
    }
}
