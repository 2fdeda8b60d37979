package import CloudAPI
import Synchronization

/// Time that moves only when somebody sleeps or the test says so.
package final class ManualClock: Sendable {
    private struct State {
        var now: Timestamp
        var elapsed: Duration = .zero
        var waits: [Duration] = []
    }

    private let state: Mutex<State>

    /// Begins on 2025-01-11T08:00:00Z unless told otherwise.
    package init(now: Timestamp = Timestamp(seconds: 1_736_582_400)) {
        state = Mutex(State(now: now))
    }

    package var clock: Clock {
        Clock(
            now: { self.state.withLock { $0.now } },
            monotonic: { self.state.withLock { $0.elapsed } },
            sleep: { duration in
                self.state.withLock { $0.waits.append(duration) }
                self.advance(by: duration)
            }
        )
    }

    /// All waits so far.
    package var waits: [Duration] { state.withLock { $0.waits } }
    package var elapsed: Duration { state.withLock { $0.elapsed } }

    package func advance(by duration: Duration) {
        state.withLock {
            $0.now = $0.now + duration
            $0.elapsed += duration
        }
    }
}
