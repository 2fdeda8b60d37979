/// The numbered files of a stack's SQL, in the order they are run.
public enum Layer: Int, Hashable, Sendable, Comparable, CaseIterable {
    case roles
    case warehouses
    case databases
    case policies
    case integrations
    case secrets
    case stages
    case tables
    case views
    case streams
    case pipes
    case projects
    case tasks
    case users
    case grants

    public init(_ kind: ObjectKind) {
        self =
            switch kind {
            case .role: .roles
            case .warehouse, .resourceMonitor: .warehouses
            case .database, .schema, .tag: .databases
            case .networkRule, .networkPolicy, .authenticationPolicy: .policies
            case .storageIntegration, .notificationIntegration: .integrations
            case .secret: .secrets
            case .fileFormat, .stage: .stages
            case .table: .tables
            case .view, .dynamicTable: .views
            case .stream: .streams
            case .pipe: .pipes
            case .dbtProject: .projects
            case .task: .tasks
            case .user: .users
            }
    }

    /// The middle of a file's name.
    public var title: String { "\(self)" }

    public static func < (left: Layer, right: Layer) -> Bool { left.rawValue < right.rawValue }
}
