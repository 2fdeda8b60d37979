import CloudAPI
import DataContract

/// Loads one validated file into its RAW table, once however often it is asked.
///
/// Three things keep a file from being loaded twice: the request identifier, which is the same for the same version of the
/// object; Snowflake's own memory of the files a table has taken; and the move out of the inbox.
struct Load {
    enum Outcome {
        case loaded
        /// An earlier attempt had loaded the very same content.
        case loadedBefore
    }

    let snowflake: SnowflakeAccess
    let configuration: Configuration
    let clock: Clock
    let deadline: Deadline

    /// - Parameter isRepeated: the event has been delivered before, so an earlier request may have succeeded.
    /// - Throws: `IngestFailure` when not exactly the rows that were counted are in RAW; `SnowflakeError`.
    func run(_ file: BatchFile, _ object: StoredObject, _ report: ValidationReport, isRepeated: Bool) throws -> Outcome
    {
        guard let fields = report.fieldCount else {
            throw IngestFailure(.contractBreach, "no row has an accepted number of columns")
        }
        let statement = CopyStatement(file, configuration)
        var options = self.options(file, object)
        options.requestID = .derived(from: object.bucket, object.key, object.eTag, object.versionID ?? "")
        options.isResubmission = isRepeated
        let result = try self.result(try statement.load(fields: fields), options)
        switch try CopyResult(result) {
        case .loaded(let rows):
            guard rows == report.records else { throw mismatch(file, expected: report.records, loaded: rows, result) }
            return .loaded
        case .skipped:
            return try confirm(file, object, report, statement)
        }
    }

    /// What Snowflake keeps of an earlier request may be an error whose cause is gone; then the statement is run anew.
    private func result(_ statement: String, _ options: SQLAPIClient.Options) throws -> ResultSet {
        do {
            return try snowflake.execute(statement, options)
        } catch let error as SnowflakeError where options.isResubmission && error.status == 422 {
            var anew = options
            anew.isResubmission = false
            return try snowflake.execute(statement, anew)
        }
    }

    private func options(_ file: BatchFile, _ object: StoredObject) -> SQLAPIClient.Options {
        var options = SQLAPIClient.Options()
        let tag: JSON = [
            "app": "snowline", "function": .string(configuration.functionName), "dataset": .string(file.dataset.name),
            "eTag": .string(object.bareETag),
        ]
        options.queryTag = tag.text
        options.deadline = deadline.work
        // Snowflake itself ends the statement when our time is over: none goes on unseen.
        options.timeout = max(.seconds(1), deadline.work - clock.monotonic())
        options.cancelsAtDeadline = false
        return options
    }

    /// The file was skipped, which is good only when the same content is in the table already.
    private func confirm(
        _ file: BatchFile, _ object: StoredObject, _ report: ValidationReport, _ statement: CopyStatement
    )
        throws -> Outcome
    {
        let history = try snowflake.execute(try statement.history(), options(file, object))
        for row in history.rows.indices {
            let status = history[row, "STATUS"] ?? ""
            if status.mentions("progress") {
                throw IngestFailure(.unavailable, isTransient: true, "another load of the file is still running")
            }
            guard status.mentions("loaded"), !status.mentions("partially") else { continue }
            let isSameSize = history[row, "FILE_SIZE"].flatMap { Int($0) }.map { $0 == object.size } ?? true
            guard isSameSize, let rows = history[row, "ROW_COUNT"].flatMap({ Int($0) }) else { continue }
            guard rows == report.records else { throw mismatch(file, expected: report.records, loaded: rows, history) }
            return .loadedBefore
        }
        throw IngestFailure(
            .notFoundInStage, isTransient: true,
            "Snowflake processed no file, and does not remember to have loaded \(file.key) into "
                + "\(configuration.schema).\(file.dataset.table) in the last 14 days; the stage "
                + "\(configuration.stage) may point to another place than s3://\(object.bucket)/\(configuration.inboxPrefix)",
            [("queryId", .string(history.queryID))])
    }

    private func mismatch(_ file: BatchFile, expected: Int, loaded: Int, _ result: ResultSet) -> IngestFailure {
        let table = "\(configuration.database).\(configuration.schema).\(file.dataset.table)"
        return IngestFailure(
            .rowCountMismatch,
            "\(table) took \(loaded) rows of the file, but \(expected) were counted in it. The \(loaded) rows are in "
                + "\(table) with SOURCE_FILENAME \(file.key); they are not undone",
            [
                ("table", .string(table)), ("rowsCounted", .integer(expected)), ("rowsLoaded", .integer(loaded)),
                ("queryId", .string(result.queryID)),
            ])
    }
}

/// What COPY INTO says of the one file, whichever of its two forms the answer has: a row for each file, or the one column
/// `status` when no file was processed.
enum CopyResult {
    case loaded(rows: Int)
    /// The table has taken the file before, or the stage has no such file.
    case skipped

    init(_ result: ResultSet) throws(IngestFailure) {
        guard result.index(of: "rows_loaded") != nil, !result.rows.isEmpty else {
            guard result[0, "status"]?.mentions("0 files processed") ?? result.rows.isEmpty else {
                throw IngestFailure(
                    .loadFailed, "COPY INTO gave an answer that is not understood: \(result[0, "status"] ?? "")",
                    [("queryId", .string(result.queryID))])
            }
            self = .skipped
            return
        }
        let status = result[0, "status"] ?? ""
        if status.mentions("LOAD_SKIPPED") || status.mentions("Load skipped") {
            self = .skipped
            return
        }
        let isWhole = result.rows.count == 1 && status.mentions("LOADED") && !status.mentions("PARTIALLY")
        guard isWhole, let rows = result[0, "rows_loaded"].flatMap({ Int($0) }) else {
            let place = result[0, "first_error_line"].map { ", line \($0)" } ?? ""
            let error = result[0, "first_error"] ?? "no reason given"
            throw IngestFailure(
                .loadFailed,
                "COPY INTO ended with \(status)\(place): \(error); rows loaded: \(result[0, "rows_loaded"] ?? "unknown")",
                [("status", .string(status)), ("queryId", .string(result.queryID))])
        }
        self = .loaded(rows: rows)
    }
}
