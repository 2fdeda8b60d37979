/// A privilege or role handed to a role or user.
public enum SnowflakeGrant: Hashable, Sendable {
    /// A privilege on an object that exists.
    case privilege(Privilege, on: ObjectName, to: ObjectName)
    /// A privilege on every object of a kind that a schema will hold.
    case future(Privilege, FutureKind, in: ObjectName, to: ObjectName)
    /// A role to a role or a user.
    case role(ObjectName, to: ObjectName)

    /// What can be granted here; each raw value is the words of SQL.
    public enum Privilege: String, Hashable, Sendable {
        case usage = "USAGE"
        case select = "SELECT"
        case insert = "INSERT"
        case operate = "OPERATE"
        case monitor = "MONITOR"
        case createTable = "CREATE TABLE"
        case createView = "CREATE VIEW"
    }

    /// The objects a future grant speaks of.
    public enum FutureKind: String, Hashable, Sendable {
        case tables = "TABLES"
        case views = "VIEWS"
    }

    public var statement: SQL {
        switch self {
        case .privilege(let privilege, let object, let role):
            .code("GRANT \(privilege.rawValue) ON \(object.kind.grantWord) ") + "\(object) TO ROLE \(role)"
        case .future(let privilege, let kind, let schema, let role):
            .code("GRANT \(privilege.rawValue) ON FUTURE \(kind.rawValue) IN SCHEMA ") + "\(schema) TO ROLE \(role)"
        case .role(let role, let grantee):
            "GRANT ROLE \(role) TO " + .code("\(grantee.kind.rawValue) ") + "\(grantee)"
        }
    }

    /// The words of the statement, unquoted; unique in a stack.
    public var id: String {
        switch self {
        case .privilege(let privilege, let object, let role):
            "GRANT \(privilege.rawValue) ON \(object.id) TO \(role.id)"
        case .future(let privilege, let kind, let schema, let role):
            "GRANT \(privilege.rawValue) ON FUTURE \(kind.rawValue) IN \(schema.id) TO \(role.id)"
        case .role(let role, let grantee):
            "GRANT \(role.id) TO \(grantee.id)"
        }
    }
}
