import CloudAPI
import InfraDSL

/// From a line of a report to RAW rows and to the S3 objects they were read from.
struct Trace {
    struct Row {
        let file: String
        let number: Int
        let loadedAt: String
        /// The data columns as they were sent, in the order of the contract; nil is NULL.
        let fields: [(name: String, value: String?)]
        /// `valid`, `superseded` or `rejected`.
        let outcome: String
        let reason: String?
        /// In hundredths.
        let amount: Int
    }

    let query: TraceQuery
    let bucket: String
    let files: [TracedFile]
    let rows: [Row]

    /// What the valid rows add up to, in hundredths.
    var total: Int { rows.filter { $0.outcome == "valid" }.reduce(0) { $0 + $1.amount } }

    private static let added: Set = [
        "SOURCE_FILENAME", "SOURCE_ROW_NUMBER", "BATCH_DATE", "LOADED_AT", "PARSED_AMOUNT", "OUTCOME", "REASON",
    ]

    /// Reads the rows from Snowflake and the objects from S3.
    static func run(_ query: TraceQuery, _ outputs: StackOutputs, _ session: Session) throws -> Trace {
        var options = SQLAPIClient.Options()
        options.warehouse = outputs["SnowflakeWarehouse"]
        options.database = outputs["SnowflakeDatabase"]
        let (text, bindings) = query.statement
        let result: ResultSet
        do {
            result = try session.snowflake.execute(text, bindings: bindings, options)
        } catch let error as SnowflakeError where error.code == "002003" {
            throw Failure(
                "The tables of STAGE are not there yet, or this role may not read them.",
                advice: "Run `swift run deploy transform --env \(session.environment.name)`, which makes them.")
        }
        guard let bucket = outputs["InboxBucket"] else { throw Failure("The stack has no output InboxBucket.") }
        let s3 = S3Client(session.aws)
        let history = HistoryObjects { try s3.listVersions(bucket: bucket, prefix: $0) }
        return Trace(
            query: query, bucket: bucket, files: try files(result, history), rows: rows(result))
    }

    private static func rows(_ result: ResultSet) -> [Row] {
        zip(result.rows.indices, SalesReports.texts(result)).map { index, row in
            let fields = result.columns.indices.filter { !added.contains(result.columns[$0].name) }
                .map { (name: result.columns[$0].name, value: result.text(index, $0)) }
            return Row(
                file: row["source_filename"] ?? "", number: Int(row["source_row_number"] ?? "") ?? 0,
                loadedAt: row["loaded_at"] ?? "", fields: fields, outcome: row["outcome"] ?? "", reason: row["reason"],
                amount: Hundredths.parse(row["parsed_amount"]))
        }
    }

    private static func files(_ result: ResultSet, _ history: HistoryObjects) throws -> [TracedFile] {
        struct Load: Hashable {
            let key: String
            let batchDate: String
            let loadedAt: String
        }
        let rows = SalesReports.texts(result)
        let loads = rows.map {
            Load(key: $0["source_filename"] ?? "", batchDate: $0["batch_date"] ?? "", loadedAt: $0["loaded_at"] ?? "")
        }
        var counts: [Load: Int] = [:]
        var order: [Load] = []
        for load in loads {
            if counts[load] == nil { order.append(load) }
            counts[load, default: 0] += 1
        }
        return try order.map { load in
            let moment = Timestamp(iso8601: load.loadedAt.replacing(" ", with: "T") + "Z") ?? Timestamp(seconds: 0)
            return TracedFile(
                key: load.key, batchDate: load.batchDate, loadedAt: load.loadedAt, rows: counts[load] ?? 0,
                object: try history.object(of: load.key, loadedAt: moment))
        }
    }
}
