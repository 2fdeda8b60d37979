import CloudAPI

/// The latest attempt to change a stack, as its events tell it: an operation and, where it failed, the rollback after it.
struct StackAttempt: Sendable {
    typealias Event = CloudFormationClient.StackEvent

    /// `CREATE`, `UPDATE`, `DELETE` or `IMPORT`.
    let operation: String
    /// ISO 8601.
    let began: String
    /// The id of the newest event before it; nil for a first one.
    let before: String?
    /// Real causes, oldest first: what was cancelled because of them is not among them.
    let failures: [Event]
    /// How many resources were cancelled because of a failure elsewhere.
    let cancelled: Int

    /// Nil of a stack without events.
    ///
    /// - Parameter events: newest first.
    init?(_ events: [Event], of stack: String) {
        let beginnings = ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "IMPORT_IN_PROGRESS"]
        // The beginning may lie before what was read of a long history.
        guard !events.isEmpty else { return nil }
        let start =
            events.firstIndex { $0.logicalResourceID == stack && beginnings.contains($0.status) } ?? events.count - 1
        let attempt = events[...start].reversed()
        operation = UsualTimes.verb(events[start].status) ?? "UPDATE"
        began = events[start].timestamp
        before = events.indices.contains(start + 1) ? events[start + 1].id : nil
        failures = attempt.filter { Self.isCause($0, of: stack) }
        cancelled = attempt.count { Self.isCancelled($0) }
    }

    /// A resource failed by itself. A hook that refuses one is such a failure too.
    static func isCause(_ event: Event, of stack: String) -> Bool {
        event.logicalResourceID != stack && event.status.hasSuffix("_FAILED") && !isCancelled(event)
    }

    private static func isCancelled(_ event: Event) -> Bool {
        event.status.hasSuffix("_FAILED") && (event.reason ?? "").lowercased().contains("cancelled")
    }
}
