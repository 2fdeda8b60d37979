import CloudAPI
import CloudFormation
import InfraDSL

/// Gives the users of a key pair a new one while both keys are good, and takes the old one away when it is needed no more.
///
/// Every step is found again from what the clouds show, so that a run that was stopped goes on where it was: a version that
/// waits in the secret is used, a key that a user has already is not set again, and an old key that was left is removed before
/// another one is made.
struct KeyRotation {
    let session: Session
    let keyPair: KeyPair
    /// The users that sign in with the pair.
    let users: [ObjectName]
    /// How long the old key stays good after the new one is in use.
    let grace: Duration
    /// Throws when Snowflake refuses the user with the key.
    let signIn: @Sendable (ObjectName, PrivateKey) throws -> Void

    /// What a run did.
    enum Outcome: Sendable {
        case rotated
        /// The end of an earlier run that was stopped.
        case finished
    }

    private var secrets: SecretsManagerClient { SecretsManagerClient(session.aws) }

    func run() throws -> Outcome {
        guard let current = try version(.current) else {
            throw Failure(
                "The secret \(keyPair.secretName) has no key to rotate.",
                advice: "Deploy first: `swift run deploy --env \(session.environment.name)`.", code: .attention)
        }
        let slots = try users.map { try KeySlots.read($0, through: session.snowflake) }
        for slots in slots where slots.slot(of: current.fingerprint) == nil {
            throw Failure(
                "\(slots.user.last) does not know the key that \(keyPair.secretName) holds.",
                advice: "Deploy first, which sets it; nothing was changed.", code: .attention)
        }
        let pending = try version(.pending).flatMap { $0.fingerprint == current.fingerprint ? nil : $0 }
        let hasLeftover = slots.contains { slots in
            slots.slot(of: current.fingerprint).map { !slots.isFree($0.other) } ?? false
        }
        if pending == nil, hasLeftover {
            Console.step("an earlier rotation of \(keyPair.id) left the old key; removing it")
            try removeOldKeys()
            return .finished
        }
        let new = try pending ?? make()
        for slots in slots { try register(new, slots, besides: current.fingerprint) }
        for user in users { try prove(new, user) }
        try session.checkpoint("Both keys are good; run the same command again to go on.")
        Console.step("\(keyPair.id)  the new key is in use")
        try secrets.move(.current, of: keyPair.secretName, to: new.id, from: current.id)
        try secrets.move(.pending, of: keyPair.secretName, to: nil, from: new.id)
        try removeOldKeys()
        return .rotated
    }

    private struct Version {
        let id: String
        let key: PrivateKey
        let created: Int?

        var fingerprint: String { KeyPairToken.fingerprint(of: key) }
    }

    private func version(_ stage: SecretsManagerClient.Stage) throws -> Version? {
        guard let version = try secrets.version(stage, of: keyPair.secretName) else { return nil }
        guard let pem = (try? JSON.parse(Array(version.value.utf8)))?["privateKey"]?.string,
            let key = try? PrivateKey(pem: pem)
        else {
            throw Failure(
                "The version \(stage.rawValue) of the secret \(keyPair.secretName) is no private key.",
                advice: "Take it away, or put {\"privateKey\": …} there.", code: .attention)
        }
        return Version(id: version.id, key: key, created: version.created)
    }

    private func make() throws -> Version {
        Console.step("\(keyPair.id)  making a new key")
        let key = try PrivateKey.generateRSA()
        let value = JSON.object([.init("privateKey", .string(key.pkcs8PEM()))])
        let version = try secrets.add(
            value: String(decoding: value.bytes, as: UTF8.self), to: keyPair.secretName, as: .pending)
        return Version(id: version.id, key: key, created: nil)
    }

    private func register(_ new: Version, _ slots: KeySlots, besides current: String) throws {
        guard slots.slot(of: new.fingerprint) == nil, let used = slots.slot(of: current) else { return }
        try session.checkpoint("The key in use is as it was; run the same command again to go on.")
        Console.step("\(keyPair.id)  \(slots.user.last) gets the new key beside the old one")
        let statement = KeySlots.setting(used.other, of: slots.user, to: Base64.encode(new.key.publicKeyDER()))
        _ = try session.run(statement.rendered { _ in nil } ?? "")
    }

    /// Snowflake may need a moment to know a key everywhere.
    private func prove(_ version: Version, _ user: ObjectName) throws {
        let clock = session.aws.clock
        let deadline = clock.monotonic() + .seconds(60)
        var wait = Duration.seconds(1)
        while true {
            do {
                return try signIn(user, version.key)
            } catch let error as SnowflakeError where error.isAuthentication {
                guard clock.monotonic() + wait < deadline else {
                    throw Failure(
                        "Snowflake refuses \(user.last) with the new key: \(error)",
                        advice:
                            "The key in use is as it was. Look at the user's authentication and network policies, then "
                            + "run the same command again.", code: .attention)
                }
                clock.sleep(wait)
                wait = wait * 2
            }
        }
    }

    /// Once the secret's key has been in use for the grace and still signs in: whoever kept the old one has had the time to
    /// read the secret again.
    private func removeOldKeys() throws {
        guard let current = try version(.current) else { return }
        try waitForGrace(since: current.created)
        for user in users {
            try prove(current, user)
            let slots = try KeySlots.read(user, through: session.snowflake)
            guard let used = slots.slot(of: current.fingerprint), !slots.isFree(used.other) else { continue }
            Console.step("\(keyPair.id)  \(user.last) loses the old key")
            _ = try session.run(KeySlots.clearing(used.other, of: user).rendered { _ in nil } ?? "")
        }
    }

    private func waitForGrace(since created: Int?) throws {
        let clock = session.aws.clock
        let age = created.map { Duration.seconds(max(0, clock.now().seconds - $0)) } ?? .zero
        let end = clock.monotonic() + max(.zero, grace - age)
        if clock.monotonic() < end {
            Console.step("the old key stays good for \((end - clock.monotonic()).components.seconds) s more")
        }
        while clock.monotonic() < end {
            try session.checkpoint("Both keys are good; run the same command again to remove the old one.")
            clock.sleep(min(.seconds(1), end - clock.monotonic()))
        }
    }
}
