extension SnowflakeGrant {
    /// What can be granted here; each raw value is the words of SQL.
    public enum Privilege: String, Hashable, Sendable, CaseIterable {
        case usage = "USAGE"
        case select = "SELECT"
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
        case truncate = "TRUNCATE"
        case references = "REFERENCES"
        case operate = "OPERATE"
        case monitor = "MONITOR"
        case modify = "MODIFY"
        case read = "READ"
        case apply = "APPLY"
        case createSchema = "CREATE SCHEMA"
        case createTable = "CREATE TABLE"
        case createView = "CREATE VIEW"
        case createDynamicTable = "CREATE DYNAMIC TABLE"
        case createStage = "CREATE STAGE"
        case createFileFormat = "CREATE FILE FORMAT"
        case createStream = "CREATE STREAM"
        case createTask = "CREATE TASK"
        case createPipe = "CREATE PIPE"
        case createDBTProject = "CREATE DBT PROJECT"

        /// Whether objects of a kind have the privilege (GRANT <privileges> … TO ROLE).
        func isHeld(on kind: ObjectKind) -> Bool { Self.held(on: kind).contains(self) }

        private static func held(on kind: ObjectKind) -> Set<Privilege> {
            switch kind {
            case .role: []
            case .resourceMonitor: [.modify, .monitor]
            case .warehouse: [.modify, .monitor, .usage, .operate]
            case .database: [.modify, .monitor, .usage, .createSchema]
            case .schema:
                [
                    .modify, .monitor, .usage, .createTable, .createView, .createDynamicTable, .createStage,
                    .createFileFormat, .createStream, .createTask, .createPipe, .createDBTProject,
                ]
            case .storageIntegration, .notificationIntegration: [.usage]
            case .networkRule, .networkPolicy: []
            case .authenticationPolicy: [.apply]
            case .tag: [.apply, .read]
            case .secret: [.usage, .read]
            case .fileFormat, .stage: [.usage]
            case .table: [.select, .insert, .update, .delete, .truncate, .references]
            case .view: [.select, .references]
            case .dynamicTable: [.monitor, .operate, .select]
            case .stream: [.select]
            case .pipe, .task: [.monitor, .operate]
            case .dbtProject: [.usage, .monitor]
            case .user: [.monitor]
            }
        }
    }
}
