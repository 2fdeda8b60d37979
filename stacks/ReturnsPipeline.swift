import Contracts
import DataContract
public import InfraDSL

/// One dataset, another bucket layout, no dbt: the smallest pipeline. The analysts read RAW themselves.
public func returnsPipeline(_ env: Environment) -> Stack {
    let prefix = "RETURNS_\(env.snowflakeName)"
    let timeout = 60

    let dataKey = Key(
        "DataKey",
        purpose: "Data at rest of the returns pipeline.",
        usedBy: [.storageEvents, .alarms, .logs] + (env.hosting == .embedded ? [.topics] : [])
    )
    let alerts = Topic(
        "ReturnsAlerts", in: env, encryptedBy: dataKey, emailing: env.alertEmail, keepingLog: env.hosting == .embedded)
    let arrivals = Queue(
        "Arrivals", in: env, encryptedBy: dataKey, forWorkOf: timeout, maxReceives: 3, alarming: alerts)
    var bucket = Bucket("Drop", name: "returns-\(env.name)-drop-\(env.accountID)", in: env, encryptedBy: dataKey)
        .suppressing(
            .checkov("CKV_AWS_18"),
            because: "CloudTrail data events of the account see refused calls as well, which access logs may miss")
    let incoming = bucket.path("returns/incoming/")
    let loaded = bucket.path("returns/loaded/")
    bucket.notify(arrivals, onNewIn: incoming)

    let warehouse = Warehouse("\(prefix)_WH", purpose: "Loads returns.")
    let database = Database(prefix, purpose: "What customers brought back.")
    let raw = Schema("RAW", in: database, purpose: "Rows as the warehouse sent them, as text.")
    let table = Table(of: .returns, in: raw)
    let bridge = StorageIntegration(
        "\(prefix)_S3",
        assuming: "returns-\(env.name)-snowflake-access",
        in: env,
        locations: [incoming],
        purpose: "Reads incoming returns."
    )
    let access = Role("SnowflakeAccess", trustedBy: bridge, allow: [.read(incoming)])
    let csv = FileFormat(partnerCSV: "RETURNS_CSV", in: raw, purpose: "CSV as the data contract allows it.")
    let stage = Stage("INCOMING", in: raw, at: incoming, through: bridge, purpose: "Incoming returns.")

    let key = KeyPair(
        "IngestKey",
        secretName: "returns-\(env.name)/snowflake/ingest",
        encryptedBy: dataKey,
        purpose: "Private key the ingestion function signs in to Snowflake with."
    )
    let loader = AccountRole("\(prefix)_INGEST", purpose: "Loads returns into RAW.")
    let reader = AccountRole("\(prefix)_READER", purpose: "Reads RAW.")
    let user = ServiceUser(
        "\(prefix)_INGEST_SVC",
        as: loader,
        on: warehouse,
        signingWith: key,
        purpose: "The ingestion function."
    )
    let ingest = Function.ingestion(
        "Ingest",
        of: [.returns],
        from: incoming,
        to: loaded,
        consuming: arrivals,
        alerting: alerts,
        through: stage,
        as: csv,
        signingInAs: user,
        in: env,
        encryptedBy: dataKey,
        timeout: timeout,
        concurrency: 2
    )
    .suppressing(
        .checkov("CKV_AWS_116"), because: "Only its queue calls it, and that queue has dead letters with an alarm"
    )
    .suppressing(
        .checkov("CKV_AWS_117"), because: "It reaches AWS's APIs and Snowflake alone, both over TLS, and takes no calls"
    )

    return Stack(
        "returns-pipeline",
        in: env,
        outputs: [
            Output("DropBucket", bucket.name, "Bucket the warehouse drops files in, below returns/incoming/"),
            Output("ReturnsAlertTopicArn", alerts.arn, "Topic that tells of files that can not be loaded"),
            Output("ReturnsDatabase", database.nameText, "Database with RAW.RETURNS"),
        ] + alerts.logOutputs,
        tags: ["pipeline": "returns"]
    ) {
        [dataKey, alerts, arrivals, bucket, access, key, ingest]
        [warehouse, database, raw, bridge, csv, stage, table]
        [loader, reader, user]
        Grant.allow(loader, .usage, .operate, on: warehouse)
        Grant.allow(loader, .usage, on: database)
        Grant.allow(loader, .usage, on: raw)
        Grant.allow(loader, .usage, on: stage)
        Grant.allow(loader, .usage, on: csv)
        Grant.allow(loader, .insert, .select, on: table)
        Grant.allow(reader, .usage, on: warehouse)
        Grant.allow(reader, .usage, on: database)
        Grant.allow(reader, .usage, on: raw)
        Grant.allow(reader, .select, on: table)
        [loader, reader].map { Grant.toSysadmin($0) }
        Grant.role(loader, to: user)
    }
}
