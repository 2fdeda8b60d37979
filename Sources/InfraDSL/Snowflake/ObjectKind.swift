/// The kinds of Snowflake objects a stack can hold; the raw value is the words of SQL.
public enum ObjectKind: String, Hashable, Sendable, CaseIterable {
    case role = "ROLE"
    case resourceMonitor = "RESOURCE MONITOR"
    case warehouse = "WAREHOUSE"
    case database = "DATABASE"
    case schema = "SCHEMA"
    case tag = "TAG"
    case networkRule = "NETWORK RULE"
    case networkPolicy = "NETWORK POLICY"
    case authenticationPolicy = "AUTHENTICATION POLICY"
    case storageIntegration = "STORAGE INTEGRATION"
    case notificationIntegration = "NOTIFICATION INTEGRATION"
    case secret = "SECRET"
    case fileFormat = "FILE FORMAT"
    case stage = "STAGE"
    case table = "TABLE"
    case view = "VIEW"
    case dynamicTable = "DYNAMIC TABLE"
    case stream = "STREAM"
    case pipe = "PIPE"
    case dbtProject = "DBT PROJECT"
    case task = "TASK"
    case user = "USER"

    /// The words after ON in a grant and after DROP, where all integrations are one kind.
    public var generalWords: String {
        self == .storageIntegration || self == .notificationIntegration ? "INTEGRATION" : rawValue
    }

    /// The words of SHOW, as in `SHOW AUTHENTICATION POLICIES`.
    public var plural: String {
        rawValue.hasSuffix("Y") ? rawValue.dropLast() + "IES" : rawValue + "S"
    }

    /// Whether an object of the kind lives in a schema.
    public var isInSchema: Bool {
        switch self {
        case .role, .resourceMonitor, .warehouse, .database, .schema, .networkPolicy, .storageIntegration,
            .notificationIntegration, .user:
            false
        default: true
        }
    }

    /// Whether the object carries a comment, and so the mark of whose it is (a resource monitor has none).
    public var carriesComment: Bool { self != .resourceMonitor }

    /// Whether only an administrator may make it: no privilege to grant exists (CREATE RESOURCE MONITOR).
    public var isForAdministrators: Bool { self == .resourceMonitor }

    /// Whether `CREATE OR ALTER` is generally available for the kind and takes nothing along that holds rows, files or
    /// history (CREATE OR ALTER <object>). A table is not among them: the statement drops the columns that it does not
    /// list, with what is in them, and whoever runs a reviewed file by hand has no plan that warns.
    public var hasSafeOrAlter: Bool {
        switch self {
        case .role, .warehouse, .schema, .tag, .networkRule, .networkPolicy, .authenticationPolicy, .fileFormat, .stage,
            .view, .task:
            true
        default: false
        }
    }

    /// Whether a change is the whole `CREATE OR ALTER` again: what the object holds is one text, or has no `ALTER … SET`.
    public var isChangedWhole: Bool {
        switch self {
        case .tag, .networkRule, .networkPolicy, .authenticationPolicy, .view, .task: true
        default: false
        }
    }

    /// Whether what it holds is nowhere else: rows, an offset, a history of loads, a value.
    public var holdsData: Bool {
        switch self {
        case .database, .schema, .table, .stream, .pipe, .secret: true
        default: false
        }
    }
}
