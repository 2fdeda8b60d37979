/// How often and how long to try: exponential waits with full jitter, never past a deadline.
package struct RetryPolicy: Sendable {
    /// The first one included.
    package var attempts: Int
    /// The longest first wait; each further one may be twice as long.
    package var baseDelay: Duration
    package var maximumDelay: Duration
    /// A moment of `Clock.monotonic` after which nothing more is begun or waited for.
    package var deadline: Duration?
    /// 0 up to, not including, 1.
    package var random: @Sendable () -> Double

    package init(
        attempts: Int = 5,
        baseDelay: Duration = .milliseconds(200),
        maximumDelay: Duration = .seconds(10),
        deadline: Duration? = nil,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.attempts = attempts
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
        self.deadline = deadline
        self.random = random
    }

    /// Runs `body` until it returns, throws an error that is not transient, or the attempts or the time are used up.
    /// A wait that the service asks for is kept in full, plus jitter.
    ///
    /// - Parameters:
    ///   - isPointless: may refuse another attempt though the error is transient.
    ///   - body: gets the number of the attempt, from 0.
    package func run<Value>(
        on clock: Clock,
        unless isPointless: (any TransientError) -> Bool = { _ in false },
        _ body: (_ attempt: Int) throws -> Value
    ) throws -> Value {
        var attempt = 0
        while true {
            do {
                return try body(attempt)
            } catch let error as any TransientError where error.isTransient {
                attempt += 1
                guard attempt < attempts, !isPointless(error) else { throw error }
                let wait = max(error.retryAfter ?? .zero, .zero) + delay(before: attempt)
                if let left = remaining(on: clock), wait >= left { throw error }
                clock.sleep(wait)
            }
        }
    }

    /// The wait before attempt n (from 1): anywhere between nothing and the doubled base.
    package func delay(before attempt: Int) -> Duration {
        let longest = min(maximumDelay, baseDelay * (1 << min(max(attempt - 1, 0), 20)))
        return longest * random()
    }

    /// Time until the deadline, negative when it has passed; nil without one.
    package func remaining(on clock: Clock) -> Duration? {
        deadline.map { $0 - clock.monotonic() }
    }

    /// The shorter of a request's own time and what remains; nil when nothing does.
    package func timeout(_ own: Duration, on clock: Clock) -> Duration? {
        guard let left = remaining(on: clock) else { return own }
        guard left > .zero else { return nil }
        return own == .zero ? left : min(own, left)
    }
}
