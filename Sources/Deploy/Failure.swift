/// What went wrong and what to do next, for people; the exit code is for scripts.
struct Failure: Error, CustomStringConvertible {
    let message: String
    /// The next step, a whole sentence.
    let advice: String?
    let code: ExitStatus

    init(_ message: String, advice: String? = nil, code: ExitStatus = .failed) {
        self.message = message
        self.advice = advice
        self.code = code
    }

    var description: String {
        advice.map { "\(message)\n  → \($0)" } ?? message
    }
}

/// How the command ends; part of its contract with scripts.
enum ExitStatus: Int32, Sendable {
    /// Done, or nothing to do.
    case done = 0
    /// Failed, and what is deployed is stable.
    case failed = 1
    /// Changes exist, where the caller asked to be told so.
    case changes = 2
    /// Finished or stopped in a state that needs a person.
    case attention = 3
    /// An approval is missing.
    case approval = 4
    /// The wrong account, or no credentials.
    case identity = 5
    /// Somebody else is at work, or the plan is stale.
    case busy = 6
    /// The stack is not valid; nothing was touched.
    case invalid = 7
}
