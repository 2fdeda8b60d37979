package import CloudAPI

/// Who signs in to Snowflake, how and where.
package struct SnowflakeIdentity: Sendable {
    /// Empty where a token names its user itself.
    package let user: String
    package let role: String?
    /// Nil for the account's own address.
    package let endpoint: String?
    /// The account that the settings name; the environment's is checked against it.
    package let account: String?
    package let authentication: SnowflakeAuthentication
    /// For people: the way and where its parts were found.
    package let description: String

    package init(_ connection: SnowflakeConnection, _ world: SignInWorld) throws(SignInProblem) {
        user = connection["user"]?.value ?? ""
        role = connection["role"]?.value
        account = connection["account"]?.value
        endpoint = connection["host"].map { host in
            let scheme = connection["protocol"]?.value ?? "https"
            return "\(scheme)://\(host.value)" + (connection["port"].map { ":\($0.value)" } ?? "")
        }
        let (way, words) = try Self.authentication(connection, world)
        authentication = way
        description = words
        if user.isEmpty, case .keyPair = way {
            throw SignInProblem(
                "The Snowflake user of the key pair is not named.",
                advice: "Set SNOWFLAKE_USER, or `user` of the connection.")
        }
    }

    private typealias Way = (SnowflakeAuthentication, String)

    private static func authentication(_ connection: SnowflakeConnection, _ world: SignInWorld) throws(SignInProblem)
        -> Way
    {
        let named = connection["authenticator"]?.value.uppercased()
        switch named {
        case "SNOWFLAKE_JWT": return try keyPair(connection, world)
        case "OAUTH": return try token(.oauth, connection, world)
        case "PROGRAMMATIC_ACCESS_TOKEN": return try token(.programmaticAccess, connection, world)
        case nil, "SNOWFLAKE":
            if connection["private_key_path"] != nil || connection["private_key_raw"] != nil {
                return try keyPair(connection, world)
            }
            if connection["token"] != nil || connection["token_file_path"] != nil {
                return try token(.programmaticAccess, connection, world)
            }
            if connection["password"] != nil {
                throw SignInProblem(
                    "The Snowflake connection holds a password, and Snowflake's SQL API takes none.",
                    advice: "Use a key pair (private_key_path), or a programmatic access token as `token` with "
                        + "authenticator = \"PROGRAMMATIC_ACCESS_TOKEN\".")
            }
            throw nothing(connection)
        case let other?:
            throw SignInProblem(
                "The authenticator \(other) of the Snowflake connection needs a browser or a driver.",
                advice: "A deploy signs in with SNOWFLAKE_JWT, PROGRAMMATIC_ACCESS_TOKEN or OAUTH.")
        }
    }

    private static func keyPair(_ connection: SnowflakeConnection, _ world: SignInWorld) throws(SignInProblem) -> Way {
        let pem: String
        let place: String
        if let raw = connection["private_key_raw"] {
            (pem, place) = (raw.value, raw.place)
        } else if let path = connection["private_key_path"] {
            place = "\(path.value), named by \(path.place)"
            guard let text = world.text(world.expanded(path.value)) else {
                throw SignInProblem("The private key \(place) is missing or may not be read.")
            }
            pem = text
        } else {
            throw SignInProblem(
                "The Snowflake connection signs in with a key pair and names none.",
                advice: "Set SNOWFLAKE_PRIVATE_KEY_PATH, or `private_key_path` of the connection.")
        }
        let isEncrypted = pem.contains("ENCRYPTED")
        var passphrase = connection["private_key_passphrase"]?.value
        if isEncrypted, passphrase == nil { passphrase = world.ask("Passphrase of the private key \(place): ") }
        do {
            let key = try PrivateKey(pem: pem, passphrase: isEncrypted ? passphrase : nil)
            return (.keyPair(key), "key pair \(KeyPairToken.fingerprint(of: key)) of \(place)")
        } catch {
            throw SignInProblem(
                "The private key \(place) can not be used: \(error)",
                advice: isEncrypted && passphrase == nil
                    ? "Set PRIVATE_KEY_PASSPHRASE, or run the command in a terminal." : "It must be RSA in PEM.")
        }
    }

    private static func token(
        _ kind: SnowflakeAuthentication.TokenKind,
        _ connection: SnowflakeConnection,
        _ world: SignInWorld
    ) throws(SignInProblem) -> Way {
        let name = kind == .oauth ? "OAuth token" : "programmatic access token"
        if let value = connection["token"] ?? (kind == .programmaticAccess ? connection["password"] : nil) {
            return (.token(kind) { value.value }, "\(name) of \(value.place)")
        }
        guard let path = connection["token_file_path"] else {
            throw SignInProblem(
                "The Snowflake connection signs in with a token and names none.",
                advice: "Set SNOWFLAKE_TOKEN_FILE_PATH, or `token_file_path` of the connection.")
        }
        let file = world.expanded(path.value)
        let read: @Sendable () throws -> String = {
            guard let text = world.text(file)?.trimmed, !text.isEmpty else {
                throw SignInProblem("The token file \(file) is missing or empty.")
            }
            return text
        }
        do {
            _ = try read()
        } catch {
            throw error as? SignInProblem ?? SignInProblem("\(error)")
        }
        return (.token(kind, read), "\(name) of \(path.value), named by \(path.place)")
    }

    private static func nothing(_ connection: SnowflakeConnection) -> SignInProblem {
        let list = connection.steps.map { step in
            switch step.outcome {
            case .absent(let words), .found(let words), .failed(let words): "\n    \(step.place): \(words)"
            }
        }
        return SignInProblem(
            "There is no sign-in to Snowflake. Looked at, in this order:" + list.joined(),
            advice: "Set SNOWFLAKE_USER and SNOWFLAKE_PRIVATE_KEY_PATH, or write a connection into "
                + "~/.snowflake/connections.toml.")
    }
}
