/// A privilege or role handed to a role or user.
public enum SnowflakeGrant: Hashable, Sendable {
    /// A privilege on an object that exists.
    case privilege(Privilege, on: ObjectName, to: ObjectName)
    /// A privilege on every object of a kind that a schema will hold.
    case future(Privilege, FutureKind, in: ObjectName, to: ObjectName)
    /// A privilege on every object of a kind that a schema holds or will hold, as one grant on the schema. The account must
    /// have opted in (FEATURE_RBAC_INHERITED_GRANTS), and the granting role needs MANAGE GRANTS.
    case inherited(Privilege, FutureKind, in: ObjectName, to: ObjectName)
    /// A role to a role or a user.
    case role(ObjectName, to: ObjectName)

    /// The objects a future grant speaks of.
    public enum FutureKind: String, Hashable, Sendable {
        case tables = "TABLES"
        case views = "VIEWS"
        case dynamicTables = "DYNAMIC TABLES"
        case streams = "STREAMS"
        case stages = "STAGES"
        case fileFormats = "FILE FORMATS"
        case tasks = "TASKS"
        case secrets = "SECRETS"

        /// One such object.
        var kind: ObjectKind {
            switch self {
            case .tables: .table
            case .views: .view
            case .dynamicTables: .dynamicTable
            case .streams: .stream
            case .stages: .stage
            case .fileFormats: .fileFormat
            case .tasks: .task
            case .secrets: .secret
            }
        }
    }

    public var statement: SQL {
        switch self {
        case .privilege(let privilege, let object, let role):
            .code("GRANT \(privilege.rawValue) ON \(object.kind.generalWords) ") + "\(object) TO ROLE \(role)"
        case .future(let privilege, let kind, let schema, let role):
            .code("GRANT \(privilege.rawValue) ON FUTURE \(kind.rawValue) IN SCHEMA ") + "\(schema) TO ROLE \(role)"
        case .inherited(let privilege, let kind, let schema, let role):
            .code("GRANT INHERITED \(privilege.rawValue) ON ALL \(kind.rawValue) IN SCHEMA ")
                + "\(schema) TO ROLE \(role)"
        case .role(let role, let grantee):
            "GRANT ROLE \(role) TO " + .code("\(grantee.kind.rawValue) ") + "\(grantee)"
        }
    }

    /// The words of the statement, unquoted; unique in a stack.
    public var id: String {
        switch self {
        case .privilege(let privilege, let object, let role):
            "GRANT \(privilege.rawValue) ON \(object.kind.generalWords) \(object.dotted) TO \(role.id)"
        case .future(let privilege, let kind, let schema, let role):
            "GRANT \(privilege.rawValue) ON FUTURE \(kind.rawValue) IN \(schema.id) TO \(role.id)"
        case .inherited(let privilege, let kind, let schema, let role):
            "GRANT INHERITED \(privilege.rawValue) ON ALL \(kind.rawValue) IN \(schema.id) TO \(role.id)"
        case .role(let role, let grantee):
            "GRANT \(role.id) TO \(grantee.id)"
        }
    }

    /// A privilege that its object does not have.
    var contradictions: [String] {
        switch self {
        case .privilege(let privilege, let object, _):
            privilege.isHeld(on: object.kind)
                ? [] : ["\(privilege.rawValue) is no privilege on a \(object.kind.rawValue.lowercased())"]
        case .future(let privilege, let kinds, _, _), .inherited(let privilege, let kinds, _, _):
            privilege.isHeld(on: kinds.kind)
                ? [] : ["\(privilege.rawValue) is no privilege on \(kinds.rawValue.lowercased())"]
        case .role: []
        }
    }
}
