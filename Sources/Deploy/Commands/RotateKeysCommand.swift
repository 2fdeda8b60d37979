import ArgumentParser
import CloudAPI
import InfraDSL

/// New key pairs for the programs that sign in to Snowflake, without a load that fails.
struct RotateKeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-keys",
        abstract: "Give the service users new keys while files keep arriving.",
        discussion: """
            A new key is made and kept in Secrets Manager as AWSPENDING, its public half becomes the user's second key, a
            sign-in proves it, and only then is it the one in use (AWSCURRENT). The old key stays good for the grace, for
            programs that read the secret before; the ingestion function reads it again by itself when it is refused. A run
            that was stopped is gone on with by the same command.

              swift run deploy rotate-keys --env prod
              swift run deploy rotate-keys --env prod --key IngestKey --grace 600
              swift run deploy rotate-keys --env local --yes --grace 5

            Exit codes: 0 done, 3 needs a person, 4 approval missing, 5 wrong account or no credentials.
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "Only this key pair, by its id; all of them otherwise.")
    var key: [String] = []

    @Option(help: "Seconds for which the old key stays good after the new one is in use.")
    var grace = 60

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func validate() throws {
        guard grace >= 0 else { throw ValidationError("--grace is 0 or more seconds.") }
    }

    func run() throws {
        Interruption.enter(.reading)
        let assemblies = try target.assemblies
        let environment = try target.environment
        let pairs = try chosen(assemblies)
        let session = try Session.open(environment, try Checkout.containing())
        try session.checkIdentity()
        for (pair, users) in pairs {
            Console.note("  ~ \(pair.id)  \(pair.secretName), of \(users.map(\.last).joined(separator: ", "))")
        }
        try approve(environment)
        Interruption.enter(.applying)
        for (pair, users) in pairs {
            let rotation = KeyRotation(
                session: session, keyPair: pair, users: users, grace: .seconds(grace),
                signIn: { user, key in try Self.signIn(user, key, session) })
            switch try rotation.run() {
            case .rotated: Console.result("\(pair.id) rotated (\(pair.secretName))")
            case .finished:
                Console.result("\(pair.id) had been rotated; its old key is removed now (\(pair.secretName))")
            }
        }
    }

    /// Each pair with the users that sign in with it.
    private func chosen(_ assemblies: [Assembly]) throws -> [(KeyPair, [ObjectName])] {
        let all = assemblies.flatMap { assembly in
            let users = (assembly.before + assembly.after).compactMap { $0 as? ServiceUser }
            return assembly.keyPairs.map { pair in (pair, users.filter { $0.key.id == pair.id }.map(\.name)) }
        }
        let unknown = key.filter { id in !all.contains { $0.0.id == id } }
        guard unknown.isEmpty else {
            throw ValidationError(
                "\(target.name) has no key pair \(unknown.joined(separator: ", ")); its pairs are "
                    + all.map(\.0.id).joined(separator: ", ") + ".")
        }
        let chosen = all.filter { (key.isEmpty || key.contains($0.0.id)) && !$0.1.isEmpty }
        guard !chosen.isEmpty else { throw Failure("No user of \(target.name) signs in with a key pair.") }
        return chosen
    }

    private func approve(_ environment: Environment) throws {
        guard !yes else { return }
        guard Console.isInteractive else {
            throw Failure(
                "Rotating keys needs an approval and there is no terminal to ask at.",
                advice: "Run `swift run deploy rotate-keys --env \(environment.name) --yes`. Nothing was changed.",
                code: .approval)
        }
        guard Console.agrees("Rotate?") else { throw Failure("Nothing was changed.", code: .approval) }
    }

    private static func signIn(_ user: ObjectName, _ key: PrivateKey, _ session: Session) throws {
        let account = try SnowflakeSession(
            account: session.environment.snowflake.identifier, user: user.last, endpoint: session.snowflakeEndpoint,
            key: key)
        let client = SQLAPIClient(session: account, transport: session.aws.transport, clock: session.aws.clock)
        try client.execute("SELECT CURRENT_USER()")
    }
}
