import DataContract
import Foundation

/// The Swift files of a new pipeline, as a person would have begun to write them.
struct PipelineSource: Sendable {
    let dataset: Dataset

    /// `orderLines` of `order_lines`.
    var identifier: String {
        let words = dataset.name.split(separator: "_")
        return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
    }

    /// `OrderLines`.
    var typeName: String { identifier.prefix(1).uppercased() + identifier.dropFirst() }

    /// `order-lines`: part of physical names.
    private var slug: String { dataset.name.replacing("_", with: "-") }

    var contractPath: String { "stacks/contracts/\(typeName).swift" }
    var pipelinePath: String { "stacks/\(typeName)Pipeline.swift" }

    var contract: String {
        let columns = dataset.columns.map { column in
            let type =
                switch column.type {
                case .text: ""
                case .timestamp: ", .timestamp"
                case .decimal(let precision, let scale): ", .decimal(precision: \(precision), scale: \(scale))"
                }
            let required = column.required ? ", required: true" : ""
            return "            Column(\n                \(literal(column.name))\(type)\(required),\n"
                + "                description: \(literal(column.description))),"
        }
        let prefix = if case .startsWith(let prefix) = dataset.files { prefix } else { dataset.name }
        let header = dataset.header == .absent ? "\n        header: .absent," : ""
        return """
            public import DataContract

            extension Dataset {
                /// \(dataset.description)
                public static let \(identifier) = Dataset(
                    \(literal(dataset.name)),
                    table: \(literal(dataset.table)),
                    files: .startsWith(\(literal(prefix))),\(header)
                    key: [\(dataset.key.map(literal).joined(separator: ", "))],
                    description: \(literal(dataset.description)),
                    columns: [
            \(columns.joined(separator: "\n"))
                    ]
                )
            }

            """
    }

    var pipeline: String {
        """
        import Contracts
        import DataContract
        public import InfraDSL

        /// Partners drop \(dataset.name) files in S3, a function loads them into Snowflake.
        public func \(identifier)Pipeline(_ env: Environment) -> Stack {
            let prefix = "\(dataset.table)_\\(env.snowflakeName)"
            let timeout = 120
            let datasets: [Dataset] = [.\(identifier)]

            // Who hears of a file that can not be loaded, where arrivals wait, and where files live.
            let keepsAlerts = env.hosting == .embedded
            let dataKey = Key(
                "DataKey",
                purpose: "Data at rest of the \(dataset.name) pipeline.",
                usedBy: [.storageEvents, .alarms, .logs] + (keepsAlerts ? [.topics] : [])
            )
            let alerts = Topic("Alerts", in: env, encryptedBy: dataKey, emailing: env.alertEmail, keepingLog: keepsAlerts)
            let arrivals = Queue("Arrivals", in: env, encryptedBy: dataKey, forWorkOf: timeout, alarming: alerts)
            var lake = Bucket("DataLake", name: "\(slug)-\\(env.name)-lake-\\(env.accountID)", in: env, encryptedBy: dataKey)
                .suppressing(
                    .checkov("CKV_AWS_18"),
                    because: "CloudTrail data events of the account see refused calls as well, which access logs may miss")
            let inbox = lake.path("inbox/")
            let history = lake.path("history/")
            lake.notify(arrivals, onNewIn: inbox)

            // Where rows live: one RAW table for each dataset of the data contract.
            let warehouse = Warehouse("\\(prefix)_WH", purpose: "Loads \(dataset.name) files.")
            let database = Database(prefix, purpose: "\(typeName) of the partners.")
            let raw = Schema("RAW", in: database, purpose: "Rows as the partners sent them, as text.")
            let tables = datasets.map { Table(of: $0, in: raw) }

            // The bridge: Snowflake reads the inbox as a role that nobody else can assume.
            let bridge = StorageIntegration(
                "\\(prefix)_S3",
                assuming: "\(slug)-\\(env.name)-snowflake-access",
                in: env,
                locations: [inbox],
                purpose: "Reads the partners' inbox."
            )
            let access = Role("SnowflakeAccess", trustedBy: bridge, allow: [.read(inbox)])
            let csv = FileFormat(partnerCSV: "PARTNER_CSV", in: raw, purpose: "CSV as the data contract allows it.")
            let stage = Stage("INBOX", in: raw, at: inbox, through: bridge, purpose: "The partners' inbox.")

            // Who works there: the function with a key pair, and the people who read.
            let ingestKey = KeyPair(
                "IngestKey",
                secretName: "\(slug)-\\(env.name)/snowflake/ingest",
                encryptedBy: dataKey,
                purpose: "Private key the ingestion function signs in to Snowflake with."
            )
            let loader = AccountRole("\\(prefix)_INGEST", purpose: "Loads partner files into RAW.")
            let reader = AccountRole("\\(prefix)_READER", purpose: "Reads the rows.")
            let ingestUser = ServiceUser(
                "\\(prefix)_INGEST_SVC",
                as: loader,
                on: warehouse,
                signingWith: ingestKey,
                purpose: "The ingestion function."
            )

            // What moves files into rows.
            let ingest = Function(
                "Ingest",
                running: "IngestLambda",
                consuming: arrivals,
                encryptedBy: dataKey,
                timeout: timeout,
                environment: [
                    "BUCKET": lake.name,
                    "DATASETS": datasets.map(\\.name).joined(separator: ","),
                    "INBOX_PREFIX": inbox.text,
                    "HISTORY_PREFIX": history.text,
                    "ALERT_TOPIC_ARN": alerts.arn,
                    "MAX_RECEIVES": "\\(arrivals.maxReceives)",
                    "QUEUE_URL": arrivals.url,
                    "SNOWFLAKE_ACCOUNT": env.snowflake.text,
                    "SNOWFLAKE_ENDPOINT_URL": env.snowflakeEndpoint,
                    "SNOWFLAKE_SECRET": ingestKey.secretID,
                    "SNOWFLAKE_USER": ingestUser.nameText,
                    "SNOWFLAKE_ROLE": loader.nameText,
                    "SNOWFLAKE_WAREHOUSE": warehouse.nameText,
                    "SNOWFLAKE_DATABASE": database.nameText,
                    "SNOWFLAKE_SCHEMA": raw.nameText,
                    "SNOWFLAKE_STAGE": stage.nameText,
                    "SNOWFLAKE_FILE_FORMAT": csv.nameText,
                ],
                allow: [.take(inbox), .keep(history), .publish(to: alerts), .sign(with: ingestKey)]
            )
            .suppressing(
                .checkov("CKV_AWS_116"), because: "Only its queue calls it, and that queue has dead letters with an alarm"
            )
            .suppressing(
                .checkov("CKV_AWS_117"), because: "It reaches AWS's APIs and Snowflake alone, both over TLS, and takes no calls"
            )

            return Stack(
                "\(slug)-pipeline",
                in: env,
                outputs: [
                    Output("InboxBucket", lake.name, "Bucket the partners drop files in, below inbox/"),
                    Output("AlertTopicArn", alerts.arn, "Topic that tells of files that can not be loaded"),
                    Output("IngestFunction", ingest.functionName, "The ingestion function"),
                    Output("SnowflakeDatabase", database.nameText, "Database with RAW"),
                    Output("SnowflakeWarehouse", warehouse.nameText, "Warehouse that loads"),
                ] + alerts.logOutputs
            ) {
                [dataKey, alerts, arrivals, lake, access, ingestKey, ingest]
                [warehouse, database, raw, bridge, csv, stage]
                tables
                [loader, reader, ingestUser]
                Grant.allow(loader, .usage, .operate, on: warehouse)
                Grant.allow(loader, .usage, on: database)
                Grant.allow(loader, .usage, on: raw)
                Grant.allow(loader, .usage, on: stage)
                Grant.allow(loader, .usage, on: csv)
                tables.flatMap { Grant.allow(loader, .insert, .select, on: $0) }
                Grant.allow(reader, .usage, on: warehouse)
                Grant.allow(reader, .usage, on: database)
                Grant.allow(reader, .usage, on: raw)
                tables.flatMap { Grant.allow(reader, .select, on: $0) }
                [loader, reader].map { Grant.toSysadmin($0) }
                [Grant.role(loader, to: ingestUser)]
            }
        }

        """
    }

    private func literal(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}

/// Adds a pipeline to the lists that name all of them.
enum Registration {
    /// `stacks/Stacks.swift` with the pipeline; nil where its form is not the one known here.
    static func stacks(_ text: String, adding identifier: String) -> String? {
        let call = "\(identifier)Pipeline(environment)"
        if text.contains(call) { return text }
        guard let list = text.firstMatch(of: /\n    \[([^\[\]]*)\]\n/) else { return nil }
        return text.replacingCharacters(in: list.range, with: "\n    [\(list.1), \(call)]\n")
    }

    /// `stacks/contracts/Datasets.swift` with the dataset.
    static func datasets(_ text: String, adding identifier: String) -> String? {
        if text.contains(".\(identifier)]") || text.contains(".\(identifier),") { return text }
        guard let all = text.firstMatch(of: /public static let all: \[Dataset\] = ([^\n]+)\n/) else { return nil }
        return text.replacingCharacters(
            in: all.range, with: "public static let all: [Dataset] = \(all.1) + [.\(identifier)]\n")
    }
}
