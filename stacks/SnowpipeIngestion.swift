import DataContract
import InfraDSL

/// Who loads what arrives.
public enum Ingestion: Sendable {
    /// Our function: checks every row first, moves what it has loaded, and raises an alert in words.
    case function
    /// Snowflake itself. What differs is told at synth.
    case snowpipe
}

/// What loads in the function's place: a pipe for each dataset, told by a topic that the bucket's events go to; errors go to
/// the topic that people hear of alerts from.
struct SnowpipeIngestion {
    let arrivals: ArrivalTopic
    let resources: [any Resource]

    init(
        of datasets: [Dataset],
        into tables: [Table],
        in schema: Schema,
        from stage: Stage,
        through bridge: StorageIntegration,
        as format: FileFormat,
        alerting alerts: Topic,
        prefix: String,
        in env: Environment,
        encryptedBy key: Key
    ) {
        let arrivals = ArrivalTopic("Arrivals", heardBy: bridge, in: env, encryptedBy: key)
        var resources: [any Resource] = [arrivals]
        let errors = alerts.knownARN.map { topic in
            NotificationIntegration(
                "\(prefix)_ALERTS",
                publishingTo: topic,
                assuming: "\(prefix.lowercased().split(separator: "_").joined(separator: "-"))-snowflake-alerts",
                in: env,
                purpose: "Tells of files that a pipe can not load."
            )
        }
        if let errors {
            resources +=
                [errors, Role("SnowflakeAlerts", trustedBy: errors, allow: [.publish(to: alerts)])] as [any Resource]
        }
        resources += zip(datasets, tables).map { dataset, table in
            Snowpipe(
                "\(dataset.table)_ARRIVALS",
                in: schema,
                loading: dataset,
                into: table,
                from: stage,
                as: format,
                toldBy: arrivals.arn,
                errorsTo: errors,
                purpose: "Loads \(dataset.name) files as they arrive."
            )
        }
        self.arrivals = arrivals
        self.resources = resources
    }
}
