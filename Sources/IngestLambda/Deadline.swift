import CloudAPI

/// Until when an invocation may work. What is still to do when the time comes is handed back to the queue, which is better than
/// being killed in the middle.
struct Deadline: Sendable {
    /// The moment of `Clock.monotonic` at which the environment is frozen or killed.
    let end: Duration
    /// The moment after which no step of the load begins or is waited for; what remains is for alerts and the answer.
    let work: Duration

    /// How long before the end the work stops: a tenth of the time, at least one second and at most five.
    private static func margin(of total: Duration) -> Duration {
        min(max(total / 10, .seconds(1)), .seconds(5))
    }

    /// - Parameter milliseconds: the header `Lambda-Runtime-Deadline-Ms`, since 1970; without it ten minutes are assumed.
    init(milliseconds: Int?, clock: Clock) {
        let now = clock.now()
        let left =
            milliseconds.map { Timestamp(seconds: $0 / 1000, nanoseconds: $0 % 1000 * 1_000_000) - now }
            ?? .seconds(600)
        let start = clock.monotonic()
        end = start + left
        work = end - Self.margin(of: left)
    }

    /// Whether there is no time to begin with another file.
    func isNear(_ clock: Clock) -> Bool { clock.monotonic() >= work }
}
