import Synchronization

#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The wish of the environment that the process ends (SIGTERM): at once when it waits for an event, otherwise once the event in
/// hand is answered.
enum Termination {
    private static let isBusy = Atomic(false)
    private static let isWanted = Atomic(false)

    static func install() {
        // Touched before a signal can come, so that the handler only reads and writes words.
        begin()
        end()
        signal(SIGTERM) { _ in Termination.received() }
    }

    static var isRequested: Bool { isWanted.load(ordering: .acquiring) }

    /// An event is in hand.
    static func begin() { isBusy.store(true, ordering: .releasing) }

    /// The event in hand is answered.
    static func end() { isBusy.store(false, ordering: .releasing) }

    private static func received() {
        isWanted.store(true, ordering: .releasing)
        if !isBusy.load(ordering: .acquiring) { _exit(0) }
    }
}
