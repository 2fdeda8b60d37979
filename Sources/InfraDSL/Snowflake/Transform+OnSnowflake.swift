extension Transform {
    /// The same work with nothing outside Snowflake: dbt as a project object, built by a task once a day. Nothing of AWS runs,
    /// nothing is read from Secrets Manager, no container is made.
    ///
    /// A task never runs twice at once (CREATE TASK, ALLOW_OVERLAPPING_EXECUTION), but it knows nothing of the lock that
    /// `deploy transform` takes: use one of the two. Runs on arrival are not offered: a task that waits for a stream starts again and
    /// again until a statement has consumed the stream, and dbt reads tables. The project runs as the role that deploys, so that
    /// role must own what dbt makes; its `profiles.yml` names database, schema and warehouse literally.
    ///
    /// - Parameters:
    ///   - name: of the project; the task is called `<name>_DAILY`.
    ///   - source: where its files are.
    ///   - revision: what the files are a version of; a new one deploys them again.
    ///   - arguments: of dbt, such as `build --target prod`.
    ///   - errorsTo: is told of runs that fail.
    ///   - timeLimit: minutes after which a run is ended.
    public static func onSnowflake(
        _ name: String,
        in schema: Schema,
        from source: DBTProject.Source,
        revision: String? = nil,
        on warehouse: Warehouse,
        daily time: TimeOfDay,
        in zone: ZoneName,
        arguments: String = "build",
        errorsTo: NotificationIntegration? = nil,
        timeLimit: Int = 60,
        file: String = #fileID,
        line: Int = #line
    ) -> [any SnowflakeResource] {
        let project = DBTProject(
            name, in: schema, from: source, revision: revision, purpose: "Makes reports of what was loaded.",
            file: file, line: line)
        let task = Task(
            "\(name)_DAILY", in: schema, on: .warehouse(warehouse),
            starting: .cron("\(time.minute) \(time.hour) * * *", timeZone: zone.name),
            doing: .dbt(project, arguments), errorsTo: errorsTo, timeoutMinutes: timeLimit,
            purpose: "Builds \(name) every day.", file: file, line: line)
        return [project, task]
    }
}
