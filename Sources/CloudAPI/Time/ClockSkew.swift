import Synchronization

/// How far this machine's clock is behind the service's, learned from a refused signature and shared by all clients
/// of one configuration.
package final class ClockSkew: Sendable {
    private let seconds = Atomic<Int>(0)

    package init() {}

    package func corrected(_ moment: Timestamp) -> Timestamp {
        Timestamp(seconds: moment.seconds + seconds.load(ordering: .relaxed), nanoseconds: moment.nanoseconds)
    }

    /// Learns from a `Date` field. False when the clocks agree within `tolerance`, so that another try is pointless.
    package func learn(from date: String?, at moment: Timestamp, tolerance: Int = 60) -> Bool {
        guard let date, let theirs = Timestamp(rfc1123: date) else { return false }
        let difference = theirs.seconds - moment.seconds
        guard abs(difference - seconds.load(ordering: .relaxed)) > tolerance else { return false }
        seconds.store(difference, ordering: .relaxed)
        return true
    }
}
