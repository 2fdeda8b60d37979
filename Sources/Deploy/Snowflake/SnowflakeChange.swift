import CloudFormation
import InfraDSL

/// One statement to run on Snowflake, why, and what it changes.
struct SnowflakeChange: Sendable {
    let action: Action
    let id: String
    let statement: SQL
    let purpose: String
    let properties: [PropertyChange]
    /// Rows, files or history that go with it, as a sentence; nil when none do.
    let loss: String?
    /// The line of Swift that asked for it; nil for what is no longer declared.
    let declared: SourceLocation?
    /// What must be allowed for it to run.
    let need: Need

    init(
        action: Action,
        id: String,
        statement: SQL,
        purpose: String,
        properties: [PropertyChange] = [],
        loss: String? = nil,
        declared: SourceLocation? = nil,
        need: Need = .ownership
    ) {
        self.action = action
        self.id = id
        self.statement = statement
        self.purpose = purpose
        self.properties = properties
        self.loss = loss
        self.declared = declared
        self.need = need
    }

    var losesData: Bool { loss != nil }

    /// The privilege that a statement takes.
    enum Need: Sendable, Hashable {
        case creation(ObjectKind, in: [String])
        case ownership
        case grant
        case inheritedGrant

        /// Which privilege is missing and who can give it, for a role that was refused.
        func advice(role: String, environment: String) -> String {
            switch self {
            case .creation(let kind, _) where kind.isForAdministrators:
                "Only ACCOUNTADMIN may make a \(kind.rawValue.lowercased()): an administrator runs "
                    + "snowflake/\(environment)/00_bootstrap.sql."
            case .creation(let kind, let container) where container.isEmpty:
                "\(role) needs CREATE \(kind.rawValue) ON ACCOUNT (and USAGE of what the statement names); an administrator "
                    + "(ACCOUNTADMIN) grants it by running snowflake/\(environment)/00_bootstrap.sql."
            case .creation(let kind, let container):
                "\(role) needs CREATE \(kind.rawValue) ON \(container.count == 1 ? "DATABASE" : "SCHEMA") "
                    + "\(container.joined(separator: ".")) (and USAGE of what the statement names); the role that owns it "
                    + "grants it, or SECURITYADMIN."
            case .ownership:
                "\(role) must own the object: its owner (or SECURITYADMIN) runs GRANT OWNERSHIP … TO ROLE "
                    + "\(role) COPY CURRENT GRANTS, or the object is given another name."
            case .grant:
                "\(role) must own the object, or in a managed schema the schema; or SECURITYADMIN grants it MANAGE GRANTS."
            case .inheritedGrant:
                "\(role) needs MANAGE GRANTS, which SECURITYADMIN grants, and the account must have opted in: "
                    + "ALTER ACCOUNT SET FEATURE_RBAC_INHERITED_GRANTS = 'ENABLED'."
            }
        }
    }
}
