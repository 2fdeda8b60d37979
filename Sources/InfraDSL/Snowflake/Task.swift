public import CloudFormation

/// A statement that Snowflake runs by itself: at times, after other tasks, or when a stream has data.
///
/// A task is made suspended and resumed once all tasks of its graph stand; it runs as the role that owns it, which is the
/// role that deploys.
public struct Task: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let compute: Compute
    private let trigger: Trigger
    private let condition: SQL?
    private let work: Work
    private let errorsTo: NotificationIntegration?
    private let timeoutMinutes: Int?
    private let isStarted: Bool
    private let purpose: String

    /// What it runs on.
    public enum Compute: Sendable {
        case warehouse(Warehouse)
        /// Snowflake's own compute, sized by what earlier runs took. Needs EXECUTE MANAGED TASK.
        case serverless(initially: Warehouse.Size)
    }

    /// What starts it; a task after others has no times of its own.
    public enum Trigger: Sendable {
        case everySeconds(Int)
        case everyMinutes(Int)
        case everyHours(Int)
        /// Five fields of cron, and a name of the IANA time zone database.
        case cron(String, timeZone: String)
        case after([Task])
        /// When a stream has data.
        case arrival(in: TableStream)
    }

    /// What it does.
    public enum Work: Sendable {
        case statement(SQL)
        /// `EXECUTE DBT PROJECT` with arguments such as `build --target prod`.
        case dbt(DBTProject, String)
    }

    /// - Parameters:
    ///   - condition: the task does nothing while this expression is false.
    ///   - errorsTo: is told of runs that fail; only a root can be told (ERROR_INTEGRATION).
    ///   - timeoutMinutes: after which a run is ended; an hour when not given.
    ///   - isStarted: false leaves it suspended.
    public init(
        _ name: String,
        in schema: Schema,
        on compute: Compute,
        starting trigger: Trigger,
        onlyIf condition: SQL? = nil,
        doing work: Work,
        errorsTo: NotificationIntegration? = nil,
        timeoutMinutes: Int? = nil,
        isStarted: Bool = true,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .task)
        self.compute = compute
        self.trigger = trigger
        self.condition = condition
        self.work = work
        self.errorsTo = errorsTo
        self.timeoutMinutes = timeoutMinutes
        self.isStarted = isStarted
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    /// The tasks it runs after.
    public var predecessors: [ObjectName] { if case .after(let tasks) = trigger { tasks.map(\.name) } else { [] } }

    public var contradictions: [String] {
        var problems: [String] = []
        switch trigger {
        case .everySeconds(let count) where !(10...691_200).contains(count):
            problems.append("a task runs every 10 to 691200 seconds, not \(count)")
        case .everyMinutes(let count) where !(1...11_520).contains(count):
            problems.append("a task runs every 1 to 11520 minutes, not \(count)")
        case .everyHours(let count) where !(1...192).contains(count):
            problems.append("a task runs every 1 to 192 hours, not \(count)")
        case .cron(let fields, let zone):
            if fields.split(separator: " ").count != 5 { problems.append("\"\(fields)\" is not five fields of cron") }
            if zone.isEmpty || zone.contains(where: \.isWhitespace) { problems.append("\"\(zone)\" is no time zone") }
        case .after(let tasks):
            if tasks.isEmpty { problems.append("it runs after no task; name one, or give it times") }
            if tasks.contains(where: { $0.name.parts.dropLast() != name.parts.dropLast() }) {
                problems.append("all tasks of a graph are in one schema")
            }
            if errorsTo != nil {
                problems.append("errors are told of by the root of a graph, not by a task after others")
            }
        default: break
        }
        if let timeoutMinutes, !(1...10_080).contains(timeoutMinutes) {
            problems.append("a run may take 1 to 10080 minutes, not \(timeoutMinutes)")
        }
        return problems
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                computeOption + schedule + limits + tail,
                body: statement,
                completion: isStarted
                    ? [.init(key: "STATE", value: "started", statement: "ALTER TASK \(name) RESUME")] : [],
                purpose: purpose
            )
        )
    }

    private var computeOption: [SnowflakeObject.Property] {
        switch compute {
        case .warehouse(let warehouse): [.init("WAREHOUSE", .name(warehouse.name))]
        case .serverless(let size):
            [.init("USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE", .text(Text(size.rawValue)), change: .ignored)]
        }
    }

    private var schedule: [SnowflakeObject.Property] {
        switch trigger {
        case .everySeconds(let count): [.init("SCHEDULE", .text("\(count) SECONDS"))]
        case .everyMinutes(let count): [.init("SCHEDULE", .text("\(count) MINUTES"))]
        case .everyHours(let count): [.init("SCHEDULE", .text("\(count) HOURS"))]
        case .cron(let fields, let zone): [.init("SCHEDULE", .text("USING CRON \(fields) \(zone)"))]
        case .after, .arrival: []
        }
    }

    private var limits: [SnowflakeObject.Property] {
        // SHOW TASKS does not tell the timeout.
        var options: [SnowflakeObject.Property] =
            timeoutMinutes.map {
                [.init("USER_TASK_TIMEOUT_MS", .number($0 * 60_000), change: .ignored)]
            } ?? []
        if let errorsTo { options.append(.init("ERROR_INTEGRATION", .name(errorsTo.name))) }
        return options
    }

    private var tail: [SnowflakeObject.Property] {
        var clauses: [SnowflakeObject.Property] = []
        if case .after(let tasks) = trigger {
            clauses.append(.init("AFTER", .clauseNames(tasks.map(\.name)), place: .tail))
        }
        let arrival: SQL? = if case .arrival(let stream) = trigger { stream.hasData } else { nil }
        let conditions = [arrival, condition].compactMap { $0 }
        if let first = conditions.first {
            clauses.append(
                .init(
                    "WHEN", .clauseSQL(conditions.dropFirst().reduce(first) { $0 + " AND (" + $1 + ")" }), place: .tail)
            )
        }
        return clauses
    }

    private var statement: SQL {
        switch work {
        case .statement(let sql): sql
        case .dbt(let project, let arguments): "EXECUTE DBT PROJECT \(project.name) ARGS = \(Text(arguments))"
        }
    }
}
