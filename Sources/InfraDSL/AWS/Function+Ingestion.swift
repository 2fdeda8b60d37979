public import CloudFormation
public import DataContract

extension Function {
    /// The function of this package that checks partner files and loads them (`Sources/IngestLambda`): its settings follow from
    /// the resources it works on, and so does what it may do.
    ///
    /// - Parameters:
    ///   - datasets: what it serves; a file of another dataset is refused.
    ///   - inbox: where files arrive.
    ///   - history: where loaded files are kept, outside of the inbox.
    ///   - timeout: seconds for one batch; the queue was declared for the same number.
    public static func ingestion(
        _ id: LogicalID,
        of datasets: [Dataset],
        from inbox: BucketPath,
        to history: BucketPath,
        consuming arrivals: Queue,
        alerting alerts: Topic,
        through stage: Stage,
        as format: FileFormat,
        signingInAs user: ServiceUser,
        in environment: Environment,
        encryptedBy key: Key? = nil,
        memory: Int = 256,
        timeout: Int,
        concurrency: Int = 5,
        file: String = #fileID,
        line: Int = #line
    ) -> Function {
        Function(
            id,
            running: "IngestLambda",
            consuming: arrivals,
            encryptedBy: key,
            memory: memory,
            timeout: timeout,
            concurrency: concurrency,
            environment: [
                "BUCKET": inbox.bucket,
                "DATASETS": datasets.map(\.name).joined(separator: ","),
                "INBOX_PREFIX": inbox.text,
                "HISTORY_PREFIX": history.text,
                "ALERT_TOPIC_ARN": alerts.arn,
                "MAX_RECEIVES": "\(arrivals.maxReceives)",
                "QUEUE_URL": arrivals.url,
                "SNOWFLAKE_ACCOUNT": environment.snowflake.text,
                "SNOWFLAKE_ENDPOINT_URL": environment.snowflakeEndpoint,
                "SNOWFLAKE_SECRET": user.key.secretID,
                "SNOWFLAKE_USER": user.nameText,
                "SNOWFLAKE_ROLE": user.role.nameText,
                "SNOWFLAKE_WAREHOUSE": user.warehouse.nameText,
                "SNOWFLAKE_DATABASE": stage.name.databaseText,
                "SNOWFLAKE_SCHEMA": stage.name.schemaText,
                "SNOWFLAKE_STAGE": stage.nameText,
                "SNOWFLAKE_FILE_FORMAT": format.nameText,
            ],
            allow: [.take(inbox), .keep(history), .publish(to: alerts), .sign(with: user.key)],
            // On a laptop it tells of every failure itself, and whoever sits there sees the log.
            alarming: environment.hosting == .clouds ? alerts : nil,
            file: file,
            line: line
        )
    }
}
