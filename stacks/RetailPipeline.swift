import Contracts
import DataContract
public import InfraDSL

/// Partners drop CSV files in S3, a function (or Snowpipe) loads them into Snowflake, dbt takes it from there.
public func retailPipeline(_ env: Environment, ingest ingestion: Ingestion = .function) -> Stack {
    let prefix = "RETAIL_\(env.snowflakeName)"
    let timeout = 120
    let datasets = Dataset.retail

    // Who hears of a file that can not be loaded, where arrivals wait, and where files live.
    let keepsAlerts = env.hosting == .embedded
    let dataKey = Key(
        "DataKey",
        purpose: "Data at rest of the retail pipeline.",
        usedBy: [.storageEvents, .alarms, .logs] + (keepsAlerts ? [.topics] : [])
    )
    // Snowpipe must know the topic before the template makes it, so it has a name of its own there.
    let alerts = Topic(
        "Alerts", named: ingestion == .snowpipe ? "retail-\(env.name)-alerts" : nil, in: env, encryptedBy: dataKey,
        emailing: env.alertEmail, keepingLog: keepsAlerts)
    let arrivals = Queue("Arrivals", in: env, encryptedBy: dataKey, forWorkOf: timeout, alarming: alerts)
    var lake = Bucket("DataLake", name: "retail-\(env.name)-lake-\(env.accountID)", in: env, encryptedBy: dataKey)
        .suppressing(
            .checkov("CKV_AWS_18"),
            because: "CloudTrail data events of the account see refused calls as well, which access logs may miss")
    let inbox = lake.path("inbox/")
    let history = lake.path("history/")

    // Where rows live: one RAW table for each dataset of the data contract, what dbt makes of them beside it.
    let warehouse = Warehouse("\(prefix)_WH", purpose: "Loads and transforms partner files.")
    let retail = Database(prefix, purpose: "Sales and stores of the retail partners.")
    let raw = Schema("RAW", in: retail, purpose: "Rows as the partners sent them, as text.")
    let staged = Schema("STAGE", in: retail, purpose: "Rows typed and deduplicated by dbt.")
    let analytics = Schema("ANALYTICS", in: retail, purpose: "Marts and reports made by dbt.")
    let tables = datasets.map { Table(of: $0, in: raw) }

    // The bridge: Snowflake reads the inbox as a role that nobody else can assume.
    let bridge = StorageIntegration(
        "\(prefix)_S3",
        assuming: "retail-\(env.name)-snowflake-access",
        in: env,
        locations: [inbox],
        purpose: "Reads the partners' inbox."
    )
    let access = Role("SnowflakeAccess", trustedBy: bridge, allow: [.read(inbox)])
    let csv = FileFormat(partnerCSV: "PARTNER_CSV", in: raw, purpose: "CSV as the data contract allows it.")
    let stage = Stage("INBOX", in: raw, at: inbox, through: bridge, purpose: "The partners' inbox.")

    // Who works there: two programs with a key pair each, and the people who read.
    let ingestKey = KeyPair(
        "IngestKey",
        secretName: "retail-\(env.name)/snowflake/ingest",
        encryptedBy: dataKey,
        purpose: "Private key the ingestion function signs in to Snowflake with."
    )
    let transformKey = KeyPair(
        "TransformKey",
        secretName: "retail-\(env.name)/snowflake/transform",
        encryptedBy: dataKey,
        purpose: "Private key dbt signs in to Snowflake with."
    )
    let loader = AccountRole("\(prefix)_INGEST", purpose: "Loads partner files into RAW.")
    let transformer = AccountRole("\(prefix)_TRANSFORM", purpose: "Runs dbt: reads RAW, owns STAGE and ANALYTICS.")
    let reader = AccountRole("\(prefix)_READER", purpose: "Reads the reports.")
    let ingestUser = ServiceUser(
        "\(prefix)_INGEST_SVC",
        as: loader,
        on: warehouse,
        signingWith: ingestKey,
        purpose: "The ingestion function."
    )
    let transformUser = ServiceUser(
        "\(prefix)_TRANSFORM_SVC",
        as: transformer,
        on: warehouse,
        signingWith: transformKey,
        purpose: "dbt."
    )

    // What moves files into rows.
    let ingest = Function.ingestion(
        "Ingest",
        of: datasets,
        from: inbox,
        to: history,
        consuming: arrivals,
        alerting: alerts,
        through: stage,
        as: csv,
        signingInAs: ingestUser,
        in: env,
        encryptedBy: dataKey,
        timeout: timeout
    )
    .suppressing(
        .checkov("CKV_AWS_116"), because: "Only its queue calls it, and that queue has dead letters with an alarm"
    )
    .suppressing(
        .checkov("CKV_AWS_117"), because: "It reaches AWS's APIs and Snowflake alone, both over TLS, and takes no calls"
    )

    let functionOutputs =
        ingestion == .function
        ? [
            Output("IngestFunction", ingest.functionName, "The ingestion function"),
            Output("ArrivalsQueueUrl", arrivals.url, "Queue between bucket and function"),
        ] : []

    let pipes =
        ingestion == .function
        ? nil
        : SnowpipeIngestion(
            of: datasets, into: tables, in: raw, from: stage, through: bridge, as: csv, alerting: alerts,
            prefix: prefix,
            in: env, encryptedBy: dataKey)
    if let pipes {
        lake.announce(inbox, on: pipes.arrivals)
    } else {
        lake.notify(arrivals, onNewIn: inbox)
    }

    // What makes reports of rows every day, where there is a cloud to do it.
    let daily =
        env.hosting == .clouds
        ? RetailTransform(
            env,
            settings: [
                "SNOWFLAKE_ACCOUNT": env.snowflake.text,
                "SNOWFLAKE_SECRET": transformKey.secretID,
                "SNOWFLAKE_USER": transformUser.nameText,
                "SNOWFLAKE_ROLE": transformer.nameText,
                "SNOWFLAKE_WAREHOUSE": warehouse.nameText,
                "SNOWFLAKE_DATABASE": retail.nameText,
                "ALERT_TOPIC_ARN": alerts.arn,
                "SNOWLINE_ENVIRONMENT": env.name,
                "SNOWLINE_METRICS": "emf",
            ],
            signingWith: transformKey, encryptedBy: dataKey, alarming: alerts)
        : nil

    return Stack(
        "retail-pipeline",
        in: env,
        outputs: [
            Output("InboxBucket", lake.name, "Bucket the partners drop files in, below inbox/"),
            Output("AlertTopicArn", alerts.arn, "Topic that tells of files that can not be loaded"),
            Output("TransformKey", transformKey.secretID, "Secret with dbt's private key"),
            Output("SnowflakeDatabase", retail.nameText, "Database with RAW, STAGE and ANALYTICS"),
            Output("SnowflakeWarehouse", warehouse.nameText, "Warehouse that loads and transforms"),
            Output("SnowflakeTransformUser", transformUser.nameText, "User dbt signs in as"),
            Output("SnowflakeTransformRole", transformer.nameText, "Role dbt works in"),
        ] + functionOutputs + alerts.logOutputs + (daily?.outputs ?? []),
        models: DBTModels("dbt", reading: datasets),
        tags: ["pipeline": "retail"]
    ) {
        [dataKey, alerts, lake, access, transformKey]
        if let pipes {
            pipes.resources
        } else {
            [arrivals, ingestKey, ingest] as [any Resource]
            [ingestUser, Grant.role(loader, to: ingestUser)] as [any Resource]
        }
        if let daily { daily.resources }
        [warehouse, retail, raw, staged, analytics, bridge, csv, stage]
        tables
        [loader, transformer, reader, transformUser]
        Grant.allow(loader, .usage, .operate, on: warehouse)
        Grant.allow(loader, .usage, on: retail)
        Grant.allow(loader, .usage, on: raw)
        Grant.allow(loader, .usage, on: stage)
        Grant.allow(loader, .usage, on: csv)
        tables.flatMap { Grant.allow(loader, .insert, .select, on: $0) }
        Grant.allow(transformer, .usage, .operate, on: warehouse)
        Grant.allow(transformer, .usage, on: retail)
        Grant.allow(transformer, .usage, on: raw)
        tables.flatMap { Grant.allow(transformer, .select, on: $0) }
        Grant.allow(transformer, .usage, .createTable, .createView, on: staged)
        Grant.allow(transformer, .usage, .createTable, .createView, on: analytics)
        Grant.allow(reader, .usage, on: warehouse)
        Grant.allow(reader, .usage, on: retail)
        Grant.allow(reader, .usage, on: analytics)
        Grant.allow(reader, .select, onFuture: .tables, .views, in: analytics)
        [loader, transformer, reader].map { Grant.toSysadmin($0) }
        Grant.role(transformer, to: transformUser)
    }
}
