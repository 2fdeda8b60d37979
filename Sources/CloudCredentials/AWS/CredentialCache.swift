package import CloudAPI
import Synchronization

/// Keeps credentials until five minutes before their end, and fetches others then: a deploy may outlive what it began with.
/// Its lock is held while they are fetched, so that two threads fetch once.
package final class CredentialCache: Sendable {
    private let fetch: @Sendable () throws -> TimedCredentials
    private let clock: Clock
    private let kept = Mutex<TimedCredentials?>(nil)

    /// Renewed so long before the end.
    private static let margin: Duration = .seconds(300)

    package init(clock: Clock, _ fetch: @escaping @Sendable () throws -> TimedCredentials) {
        self.clock = clock
        self.fetch = fetch
    }

    /// Those in hand as long as they are good; what is not yet over is used when nothing else is to be had.
    package func current() throws -> AWSCredentials {
        try kept.withLock { kept in
            let now = clock.now()
            if let kept, kept.expiration.map({ now + Self.margin < $0 }) ?? true { return kept.credentials }
            do {
                let fresh = try fetch()
                kept = fresh
                return fresh.credentials
            } catch {
                if let kept, let end = kept.expiration, now < end { return kept.credentials }
                throw error
            }
        }
    }

    /// Forgets credentials that a service called expired, unless others are here by now.
    package func refuse(_ credentials: AWSCredentials) {
        kept.withLock { if $0?.credentials == credentials, $0?.expiration != nil { $0 = nil } }
    }

    /// When the credentials in hand end; nil if they do not, or there are none yet.
    package var expiration: Timestamp? { kept.withLock { $0?.expiration } }
}
