import CloudAPI

/// The settings of one Snowflake connection, as the Snowflake CLI and the drivers write them, and where each was found.
package struct SnowflakeConnection: Sendable {
    /// The connection's name; nil when only variables speak.
    package let name: String?
    private let settings: [String: Setting]
    /// What was looked at, for `doctor`.
    package let steps: [CredentialSearch.Step]

    package struct Setting: Sendable, Hashable {
        package let value: String
        package let place: String
    }

    package subscript(_ name: String) -> Setting? { settings[name] }

    /// Settings by the names of connections.toml, and the variables that win over the files.
    private static let variables: [(setting: String, names: [String])] = [
        ("account", ["SNOWFLAKE_ACCOUNT"]), ("user", ["SNOWFLAKE_USER"]), ("role", ["SNOWFLAKE_ROLE"]),
        ("host", ["SNOWFLAKE_HOST"]), ("port", ["SNOWFLAKE_PORT"]), ("protocol", ["SNOWFLAKE_PROTOCOL"]),
        ("authenticator", ["SNOWFLAKE_AUTHENTICATOR"]),
        ("private_key_path", ["SNOWFLAKE_PRIVATE_KEY_PATH", "SNOWFLAKE_PRIVATE_KEY_FILE"]),
        ("private_key_raw", ["SNOWFLAKE_PRIVATE_KEY_RAW"]),
        ("private_key_passphrase", ["PRIVATE_KEY_PASSPHRASE", "SNOWFLAKE_PRIVATE_KEY_FILE_PWD"]),
        ("token", ["SNOWFLAKE_TOKEN"]), ("token_file_path", ["SNOWFLAKE_TOKEN_FILE_PATH"]),
        ("password", ["SNOWFLAKE_PASSWORD"]),
    ]

    /// Other names of the same settings, which drivers take as well.
    private static let synonyms = [
        "accountname": "account", "username": "user", "rolename": "role", "private_key_file": "private_key_path",
        "private_key_file_pwd": "private_key_passphrase",
    ]

    /// - Parameter named: the connection named on the command line.
    package init(_ world: SignInWorld, named: String?) throws(SignInProblem) {
        var steps: [CredentialSearch.Step] = []
        var found: [String: Setting] = [:]
        let folder = world.variables["SNOWFLAKE_HOME"].map(world.expanded) ?? world.expanded("~/.snowflake")
        let (file, root) = try Self.file(world, folder, &steps)
        let wanted = named ?? world.variables["SNOWFLAKE_DEFAULT_CONNECTION_NAME"]
        let name = wanted ?? root?["default_connection_name"]?.setting ?? "default"
        let declared = root.map(Self.connections) ?? [:]
        if let table = declared[name] {
            for (key, value) in table {
                let key = key.lowercased()
                guard let text = value.setting, !text.isEmpty else { continue }
                found[Self.synonyms[key] ?? key] = Setting(value: text, place: "\(file) [\(name)]")
            }
            steps.append(.init(place: "connection \(name)", outcome: .found("\(found.count) settings of \(file)")))
        } else if let wanted {
            throw SignInProblem(
                "There is no Snowflake connection \"\(wanted)\".",
                advice: declared.isEmpty
                    ? "\(folder) declares none." : "There are: \(declared.keys.sorted().joined(separator: ", ")).")
        } else if root != nil {
            steps.append(.init(place: "connection \(name)", outcome: .absent("\(file) declares no such connection")))
        }
        var used: [String] = []
        for (setting, names) in Self.variables {
            let own = "SNOWFLAKE_CONNECTIONS_\(name.uppercased())_\(setting.uppercased())"
            for variable in [own] + names {
                guard let value = world.variables[variable] else { continue }
                found[setting] = Setting(value: value, place: variable)
                used.append(variable)
                break
            }
        }
        steps.append(
            .init(
                place: "environment",
                outcome: used.isEmpty ? .absent("no SNOWFLAKE_… variable is set") : .found(used.joined(separator: ", "))
            ))
        self.name = declared[name] == nil ? nil : name
        settings = found
        self.steps = steps
    }

    /// connections.toml wins over config.toml as a whole, as for the drivers.
    private static func file(
        _ world: SignInWorld,
        _ folder: String,
        _ steps: inout [CredentialSearch.Step]
    ) throws(SignInProblem) -> (String, TOML?) {
        var found: (String, TOML?) = ("", nil)
        let configPath = "\(folder)/config.toml"
        let config = try read(world, configPath, &steps)
        if let config { found = (configPath, config) }
        let connectionsPath = "\(folder)/connections.toml"
        if let connections = try read(world, connectionsPath, &steps) {
            var root = TOML.table(["connections": connections])
            if let name = config?["default_connection_name"] { _ = root.insert(name, at: ["default_connection_name"]) }
            found = (connectionsPath, root)
        }
        return found
    }

    private static func read(
        _ world: SignInWorld,
        _ path: String,
        _ steps: inout [CredentialSearch.Step]
    ) throws(SignInProblem) -> TOML? {
        guard let text = world.text(path) else {
            steps.append(.init(place: path, outcome: .absent("there is no such file")))
            return nil
        }
        do throws(TOML.Malformed) {
            return try TOML(text)
        } catch {
            throw SignInProblem("\(path) can not be read as TOML: \(error)")
        }
    }

    private static func connections(_ root: TOML) -> [String: [String: TOML]] {
        (root["connections"]?.entries ?? [:]).compactMapValues(\.entries)
    }
}
