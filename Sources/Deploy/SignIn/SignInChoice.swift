import Synchronization

/// Which credentials the command line names; nil leaves the choice to variables and files. One for the whole command, like the
/// process environment whose part it takes.
struct SignInChoice: Sendable {
    /// `--profile`: an AWS profile, and no other source.
    var profile: String?
    /// `--connection`: a Snowflake connection.
    var connection: String?

    private static let chosen = Mutex(SignInChoice())

    static var current: SignInChoice {
        get { chosen.withLock { $0 } }
        set { chosen.withLock { $0 = newValue } }
    }
}
