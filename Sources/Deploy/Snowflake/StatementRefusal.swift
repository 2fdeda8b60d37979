import CloudAPI
import InfraDSL

/// A statement that Snowflake did not run: which, where it was asked for, and what to do.
struct StatementRefusal {
    let failure: Failure

    init(_ change: SnowflakeChange, _ step: Int, of count: Int, _ error: SnowflakeError, _ session: Session) {
        let place = change.declared.map { ", declared at \($0)" } ?? ""
        let stands = step == 1 ? "Nothing before it was changed." : "The \(step - 1) before it stand."
        let cause: String =
            if Self.isMissingPrivilege(error) {
                change.need.advice(
                    role: session.snowflake.session.role ?? "the deploy role", environment: session.environment.name)
            } else if Self.isCancelled(error) {
                "Somebody or a time limit ended it; what it had not done is planned again."
            } else {
                "Correct the cause."
            }
        failure = Failure(
            "Snowflake refused statement \(step) of \(count), \(change.id)\(place): \(error)",
            advice: "\(cause) \(stands) Then run the same command again.", code: .attention)
    }

    /// 003001 says so; 002003 says that something does not exist or is not authorized, which may be the same.
    private static func isMissingPrivilege(_ error: SnowflakeError) -> Bool {
        error.code == "003001" || error.code == "003041" || error.sqlState == "42501"
    }

    private static func isCancelled(_ error: SnowflakeError) -> Bool {
        error.code == "000604" || error.code == "000630" || error.sqlState == "57014"
    }
}
