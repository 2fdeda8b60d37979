#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The three uses of time, injected so that tests neither wait nor depend on the day.
package struct Clock: Sendable {
    /// The wall clock, UTC: for signatures and tokens. May step.
    package var now: @Sendable () -> Timestamp
    /// Time since an arbitrary start, never backwards: for waits and deadlines.
    package var monotonic: @Sendable () -> Duration
    package var sleep: @Sendable (Duration) -> Void

    package init(
        now: @escaping @Sendable () -> Timestamp,
        monotonic: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) -> Void
    ) {
        self.now = now
        self.monotonic = monotonic
        self.sleep = sleep
    }

    package static let system = Clock(
        now: {
            let time = read(CLOCK_REALTIME)
            return Timestamp(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
        },
        monotonic: {
            let time = read(CLOCK_MONOTONIC)
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        },
        sleep: { duration in
            let (seconds, attoseconds) = duration.components
            guard seconds >= 0, attoseconds >= 0 else { return }
            var wanted = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
            var left = timespec()
            while nanosleep(&wanted, &left) != 0, errno == EINTR { wanted = left }
        }
    )

    private static func read(_ source: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(source, &time)
        return time
    }
}
