import CloudAPI
import CloudFormation
import InfraDSL
import Synchronization
import TestSupport
import Testing

@testable import Deploy

/// What a rotation does next, whatever an earlier one has left.
@Suite struct KeyRotationTests {
    private static let old = Result { try PrivateKey.generateRSA() }
    private static let new = Result { try PrivateKey.generateRSA() }

    private let user = ObjectName("U", kind: .user)

    private func secret(_ version: String, _ key: PrivateKey?, created: Int = 0) -> ScriptedTransport.Exchange {
        let address = "secretsmanager.eu-west-1.amazonaws.com/"
        guard let key else {
            return .init(
                "POST", address, .status(400, [:], #"{"__type":"ResourceNotFoundException","message":"none"}"#))
        }
        let value = JSON.object([.init("privateKey", .string(key.pkcs8PEM()))])
        let body: JSON = [
            "VersionId": .string(version), "SecretString": .string(value.text), "CreatedDate": .number("\(created).5"),
        ]
        return .init("POST", address, .status(200, [:], body.text))
    }

    private let done = ScriptedTransport.Exchange(
        "POST", "secretsmanager.eu-west-1.amazonaws.com/", .status(200, [:], #"{"VersionId":"new"}"#))

    private func slots(_ first: PrivateKey?, _ second: PrivateKey?) -> ScriptedTransport.Exchange {
        let print = { (key: PrivateKey?) in key.map(KeyPairToken.fingerprint) ?? "null" }
        return .rows(
            ["property", "value"],
            [["RSA_PUBLIC_KEY_FP", print(first)], ["RSA_PUBLIC_KEY_2_FP", print(second)]])
    }

    private let altered = ScriptedTransport.Exchange.rows(["status"], [["ok"]])

    private func run(
        _ world: World,
        grace: Duration = .zero,
        signIn: @escaping @Sendable (ObjectName, PrivateKey) throws -> Void = { _, _ in }
    ) throws -> KeyRotation.Outcome {
        try KeyRotation(
            session: world.session, keyPair: KeyPair("Key", secretName: "s", purpose: "p"), users: [user], grace: grace,
            signIn: signIn
        ).run()
    }

    @Test func `a new key stands beside the old one before it is in use, and the old one goes last`() throws {
        let (old, new) = (try Self.old.get(), try Self.new.get())
        // What is made is not known to the script, so the secret says what it was once it is in use.
        let world = try World(
            aws: [secret("old", old), secret("", nil), done, done, done, secret("new", new)],
            snowflake: [slots(old, nil), altered, slots(old, new), altered])
        #expect(try run(world) == .rotated)
        #expect(
            world.actions == [
                "GetSecretValue", "GetSecretValue", "PutSecretValue", "UpdateSecretVersionStage",
                "UpdateSecretVersionStage", "GetSecretValue",
            ])
        #expect(world.statements[1].hasPrefix("ALTER USER \"U\" SET RSA_PUBLIC_KEY_2 = '"))
        #expect(world.statements.last == "ALTER USER \"U\" UNSET RSA_PUBLIC_KEY")
        let put = try JSON.parse(world.aws.requests[2].body)
        #expect(put["VersionStages"]?[0]?.string == "AWSPENDING")
    }

    @Test func `a version that waits in the secret is used, and a key that the user has is not set again`() throws {
        let (old, new) = (try Self.old.get(), try Self.new.get())
        let world = try World(
            aws: [secret("old", old), secret("new", new), done, done, secret("new", new)],
            snowflake: [slots(new, old), slots(new, old), altered])
        #expect(try run(world) == .rotated)
        #expect(!world.actions.contains("PutSecretValue"))
        #expect(world.statements.last == "ALTER USER \"U\" UNSET RSA_PUBLIC_KEY_2")
    }

    @Test func `an old key that was left is removed and none is made`() throws {
        let (old, new) = (try Self.old.get(), try Self.new.get())
        let world = try World(
            aws: [secret("new", new), secret("", nil), secret("new", new)],
            snowflake: [slots(old, new), slots(old, new), altered])
        #expect(try run(world) == .finished)
        #expect(world.statements.last == "ALTER USER \"U\" UNSET RSA_PUBLIC_KEY")
    }

    @Test func `a new key that Snowflake refuses is never in use`() throws {
        let old = try Self.old.get()
        let world = try World(
            aws: [secret("old", old), secret("", nil), done], snowflake: [slots(old, nil), altered])
        let refusal = SnowflakeError(code: "390144", message: "JWT token is invalid", status: 401)
        let failure = #expect(throws: Failure.self) { try run(world, signIn: { _, _ in throw refusal }) }
        #expect(failure?.code == .attention)
        #expect(!world.actions.contains("UpdateSecretVersionStage"))
        #expect(failure?.description.contains("PRIVATE KEY") == false)
    }

    @Test func `nothing is begun where the user does not know the key in use`() throws {
        let (old, new) = (try Self.old.get(), try Self.new.get())
        let world = try World(aws: [secret("old", old)], snowflake: [slots(new, nil)])
        let failure = #expect(throws: Failure.self) { try run(world) }
        #expect(failure?.message.contains("does not know the key") == true)
        #expect(world.actions == ["GetSecretValue"])
    }

    @Test func `the grace counts from when the key was made, and can be interrupted`() throws {
        let (old, new) = (try Self.old.get(), try Self.new.get())
        let world = try World(
            aws: [secret("new", new), secret("", nil), secret("new", new, created: .max / 2)],
            snowflake: [slots(old, new), slots(old, new), altered])
        #expect(try run(world, grace: .seconds(3)) == .finished)
        #expect(world.clock.waits.reduce(.zero, +) == .seconds(3))
        let stopped = try World(
            aws: [secret("new", new), secret("", nil), secret("new", new, created: .max / 2)],
            snowflake: [slots(old, new)], interruptedAfter: 3)
        let failure = #expect(throws: Failure.self) { try run(stopped, grace: .seconds(3)) }
        #expect(failure?.code == .interrupted)
        #expect(failure?.message.contains("Both keys are good") == true)
    }
}
