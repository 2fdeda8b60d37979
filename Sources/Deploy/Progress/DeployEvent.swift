import CloudAPI

/// One thing that happened, for programs: a line of JSON on stdout (docs/events.md).
struct DeployEvent: Sendable {
    /// The value of `type`.
    enum Kind: String, Sendable, CaseIterable {
        /// The command, the environment and both identities.
        case start
        /// Something was begun or told; `message` says what.
        case step
        /// A resource of a stack changed its state.
        case resource
        /// A statement of Snowflake's began or ended.
        case statement
        /// What failed, with its cause and what to do.
        case diagnostic
        /// What the stacks give back.
        case outputs
        /// The last line: how the command ended.
        case end
    }

    let kind: Kind
    let fields: [(String, JSON?)]

    /// - Parameters:
    ///   - time: the wall clock.
    ///   - elapsed: milliseconds since the command began.
    func json(at time: Timestamp, elapsed: Int) -> JSON {
        .object(
            compacting: [
                ("v", 1), ("time", .string(time.iso8601)), ("elapsed_ms", .integer(elapsed)),
                ("type", .string(kind.rawValue)),
            ] + fields)
    }

    static func step(_ message: String) -> DeployEvent { .init(kind: .step, fields: [("message", .string(message))]) }

    static func start(command: String, environment: String, account: String, region: String, snowflake: String)
        -> DeployEvent
    {
        .init(
            kind: .start,
            fields: [
                ("command", .string(command)), ("environment", .string(environment)), ("account", .string(account)),
                ("region", .string(region)), ("snowflake", .string(snowflake)),
            ])
    }

    /// - Parameters:
    ///   - took: milliseconds since the resource's operation began; nil for the beginning.
    ///   - usual: milliseconds that such an operation took before.
    static func resource(
        stack: String,
        id: String,
        type: String,
        status: String,
        reason: String?,
        took: Int?,
        usual: Int?
    ) -> DeployEvent {
        .init(
            kind: .resource,
            fields: [
                ("stack", .string(stack)), ("id", .string(id)), ("resource_type", .string(type)),
                ("status", .string(status)), ("reason", reason.map { .string($0) }),
                ("took_ms", took.map { .integer($0) }), ("usual_ms", usual.map { .integer($0) }),
            ])
    }

    static func statement(id: String, action: String, index: Int, count: Int, state: String) -> DeployEvent {
        .init(
            kind: .statement,
            fields: [
                ("id", .string(id)), ("action", .string(action)), ("index", .integer(index)),
                ("count", .integer(count)), ("state", .string(state)),
            ])
    }

    static func diagnostic(_ failure: Failure) -> DeployEvent {
        .init(
            kind: .diagnostic,
            fields: [
                ("severity", "error"), ("message", .string(failure.message)),
                ("advice", failure.advice.map { .string($0) }),
            ])
    }

    static func outputs(_ values: JSON) -> DeployEvent { .init(kind: .outputs, fields: [("outputs", values)]) }

    static func end(_ status: ExitStatus) -> DeployEvent {
        .init(kind: .end, fields: [("exit", .integer(Int(status.rawValue))), ("outcome", .string("\(status)"))])
    }
}
