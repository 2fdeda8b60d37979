import CloudAPI
import CloudCredentials

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
    /// The command line is not understood (EX_USAGE of sysexits(3), which the argument parser uses).
    case usage = 64
    /// Ctrl-C.
    case interrupted = 130
    /// SIGTERM.
    case terminated = 143
}

extension Failure {
    /// Any error as one that names the next step; what is ours already stays as it is.
    init(reporting error: any Error) {
        switch error {
        case let failure as Failure:
            self = failure
        case let problem as SignInProblem:
            self.init(signIn: problem)
        case let error as CloudError where Self.credentialCodes.contains(error.code) || error.isExpiredCredentials:
            self.init(
                "AWS refuses the credentials: \(error)",
                advice: "Sign in again; `swift run deploy doctor` shows which credentials are used and why.",
                code: .identity)
        case let error as SnowflakeError where error.isAuthentication || error.code == "InvalidToken":
            self.init(
                "Snowflake refuses the sign-in: \(error)",
                advice: "Check the user and its RSA_PUBLIC_KEY; `swift run deploy doctor` shows which sign-in is used.",
                code: .identity)
        case let error as any TransientError where error.isTransient:
            self.init("\(error)", advice: "The service did not answer; run the same command again.")
        default:
            self.init("\(error)")
        }
    }

    private static let credentialCodes: Set<String> = [
        "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch", "InvalidAccessKeyId",
        "InvalidSignatureException", "AuthFailure",
    ]
}
