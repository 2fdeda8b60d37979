import Synchronization

/// Keeps one token until it is old or refused. Its lock guards two words and is held while a token is signed (a
/// millisecond) or read, so that threads share one.
final class SnowflakeSignIn: Sendable {
    private let session: SnowflakeSession
    private let clock: Clock
    private let skew = ClockSkew()
    private let current = Mutex<(token: String, renewal: Duration)?>(nil)

    /// A token of a key pair lives for 59 minutes; any token is used for at most this long.
    private static let use: Duration = .seconds(3300)

    init(session: SnowflakeSession, clock: Clock) {
        self.session = session
        self.clock = clock
    }

    func token() throws -> String {
        try current.withLock { current in
            let now = clock.monotonic()
            if let current, now < current.renewal { return current.token }
            let token = try make()
            current = (token, now + Self.use)
            return token
        }
    }

    private func make() throws -> String {
        switch session.authentication {
        case .keyPair(let key):
            try KeyPairToken.make(
                account: session.account, user: session.user, key: key, now: skew.corrected(clock.now()))
        case .token(_, let read): try read()
        }
    }

    /// Forgets a refused token, unless another thread has renewed it by now, and learns the server's time.
    func refused(_ token: String, date: String?) {
        _ = skew.learn(from: date, at: clock.now())
        current.withLock { if $0?.token == token { $0 = nil } }
    }
}
