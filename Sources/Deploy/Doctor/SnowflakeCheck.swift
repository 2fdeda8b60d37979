import CloudAPI
import CloudCredentials
import InfraDSL

/// Who the deployer is in Snowflake and what its role may do there.
struct SnowflakeCheck {
    let environment: Environment

    private static let signIn = "Snowflake sign-in"
    private static let section = "Snowflake privileges"

    /// What the role needs on the account (`snowflake/<env>/00_bootstrap.sql`).
    static let privileges = ["CREATE DATABASE", "CREATE WAREHOUSE", "CREATE ROLE", "CREATE USER", "CREATE INTEGRATION"]

    /// Every step of the search, then who it found.
    func findings() -> [Observation] {
        do {
            let real = try RealSnowflake(environment)
            var findings = real.connection.steps.map(Self.finding)
            findings.append(Observation(Self.signIn, .ok, real.identity.description))
            findings.append(Observation(Self.signIn, .note, "Snowflake is reached at \(real.session.endpoint)"))
            return findings + self.findings(real.client)
        } catch {
            let failure = Failure(reporting: error)
            return [Observation(Self.signIn, .failed, failure.message, advice: failure.advice)]
        }
    }

    private static func finding(_ step: CredentialSearch.Step) -> Observation {
        switch step.outcome {
        case .absent(let reason): Observation(signIn, .note, "\(step.place): \(reason)")
        case .found(let what): Observation(signIn, .ok, "\(step.place): \(what)")
        case .failed(let why): Observation(signIn, .failed, "\(step.place): \(why)")
        }
    }

    func findings(_ client: SQLAPIClient) -> [Observation] {
        let row: Row
        do {
            let statement =
                "SELECT CURRENT_ORGANIZATION_NAME() || '-' || CURRENT_ACCOUNT_NAME() AS ACCOUNT, CURRENT_USER() AS USER_NAME, "
                + "CURRENT_ROLE() AS ROLE_NAME, CURRENT_VERSION() AS VERSION"
            guard let first = try client.execute(statement).namedRows.first else {
                return [Observation(Self.signIn, .failed, "Snowflake gave no row to say who this is")]
            }
            row = first
        } catch {
            let failure = Failure(reporting: error)
            return [Observation(Self.signIn, .failed, failure.message, advice: failure.advice)]
        }
        let account = row["account"] ?? ""
        let isRight = account.uppercased() == environment.snowflake.identifier.uppercased()
        let role = row["role_name"] ?? ""
        let identity = Observation(
            Self.signIn, isRight ? .ok : .failed,
            "\(row["user_name"] ?? "?") with role \(role) in \(account), Snowflake \(row["version"] ?? "?")",
            advice: isRight
                ? nil
                : "\(environment.name) is \(environment.snowflake.identifier): sign in there, or correct stacks/Environments.swift."
        )
        return [identity] + (isRight ? grants(client, role) : [])
    }

    private func grants(_ client: SQLAPIClient, _ role: String) -> [Observation] {
        if role == "ACCOUNTADMIN" {
            return [Observation(Self.section, .ok, "ACCOUNTADMIN may do all that a deploy does")]
        }
        let held: Set<String>
        do {
            let quoted = "\"\(role.replacing("\"", with: "\"\""))\""
            held = Set(
                try client.execute("SHOW GRANTS TO ROLE \(quoted)").namedRows
                    .filter { $0["granted_on"] == "ACCOUNT" }.compactMap { $0["privilege"] ?? nil })
        } catch {
            return [Observation(Self.section, .failed, "SHOW GRANTS TO ROLE \(role): \(error)")]
        }
        let missing = Self.privileges.filter { !held.contains($0) }
        guard !missing.isEmpty else {
            return [Observation(Self.section, .ok, "\(role) holds \(Self.privileges.joined(separator: ", "))")]
        }
        return [
            Observation(
                Self.section, .failed, "\(role) lacks \(missing.joined(separator: ", "))",
                advice: "An administrator runs snowflake/\(environment.name)/00_bootstrap.sql, or: "
                    + missing.map { "GRANT \($0) ON ACCOUNT TO ROLE \(role);" }.joined(separator: " "))
        ]
    }
}
