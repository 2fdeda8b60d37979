import CloudAPI
import InfraDSL

/// Asks Snowflake whether a pipe listens and loads (SYSTEM$PIPE_STATUS).
struct PipeVerification {
    let pipe: ObjectName
    let client: SQLAPIClient

    func run() throws {
        let name = pipe.parts.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ".")
        let answer = try client.execute("SELECT SYSTEM$PIPE_STATUS(?) AS STATUS", bindings: [name])
        let status = try JSON.parse(Array((answer.namedRows.first?["status"] ?? "").utf8))
        let state = status["executionState"]?.string ?? "unknown"
        let channel = status["channelErrorMessage"]?.string ?? ""
        guard state == "RUNNING", channel.isEmpty else {
            throw Failure(
                "The pipe \(pipe.dotted) does not load: \(state)\(channel.isEmpty ? "" : ", \(channel)").",
                advice: Self.advice(state, hasChannelError: !channel.isEmpty), code: .attention)
        }
        Console.step("verified: \(pipe.dotted) listens, \(status["pendingFileCount"]?.int ?? 0) files wait")
    }

    /// What to do about a state (SYSTEM$PIPE_STATUS, "Execution states").
    private static func advice(_ state: String, hasChannelError: Bool) -> String {
        if hasChannelError {
            return
                "Its queue is not subscribed to the topic, or may not be: look at the topic's policy (sns:Subscribe for "
                + "Snowflake's user), then ALTER PIPE … SET PIPE_EXECUTION_PAUSED = FALSE."
        }
        switch state {
        case "PAUSED": return "Somebody paused it: ALTER PIPE … SET PIPE_EXECUTION_PAUSED = FALSE."
        case "STALLED_COMPILATION_ERROR", "STALLED_EXECUTION_ERROR", "STALLED_INTERNAL_ERROR":
            return
                "It names a table, stage or file format that is gone or other; deploy again, then ALTER PIPE … REFRESH."
        case "STOPPED_STAGE_DROPPED", "STOPPED_FEATURE_DISABLED", "STOPPED_BY_SNOWFLAKE_ADMIN":
            return "It can not be started again: drop the pipe and deploy, which makes it anew."
        default: return "See SYSTEM$PIPE_STATUS in Snowflake's documentation."
        }
    }
}
