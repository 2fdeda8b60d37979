import CloudAPI
import DataContract
import SnowflakeSQL

/// The statements of a load. Names are quoted by one function and texts escaped by another; nothing else of a file reaches SQL.
struct CopyStatement {
    private let configuration: Configuration
    private let file: BatchFile

    init(_ file: BatchFile, _ configuration: Configuration) {
        self.file = file
        self.configuration = configuration
    }

    /// The name of the file below the stage's address, which is the inbox.
    private var stageFile: String { String(Substring(file.key.utf8.dropFirst(configuration.inboxPrefix.utf8.count))) }

    private func path(_ name: String) throws -> String {
        try SnowflakeIdentifier.path(configuration.database, configuration.schema, name)
    }

    /// Loads one file whose rows have so many fields, all of it or nothing. `LOADED_AT` is UTC whatever the session's zone
    /// is; CONVERT_TIMEZONE is one of the few functions that a transformation in COPY allows.
    func load(fields: Int) throws -> String {
        let places = file.dataset.sourceColumns(fields: fields)
        let targets = file.dataset.rawColumns.map(\.name)
        let values =
            places.map { place in place.position.map { "t.$\($0)" } ?? "NULL" } + [
                "METADATA$FILENAME", "METADATA$FILE_ROW_NUMBER",
                "\(try SQLLiteral.quote(file.batchDate.description))::DATE",
                "CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ",
            ]
        let names = try targets.map { try SnowflakeIdentifier($0).description }
        let format = try SQLLiteral.quote(try path(configuration.fileFormat))
        return """
            COPY INTO \(try path(file.dataset.table)) (\(names.joined(separator: ", ")))
            FROM (SELECT \(values.joined(separator: ", ")) FROM @\(try path(configuration.stage)) t)
            FILES = (\(try SQLLiteral.quote(stageFile)))
            FILE_FORMAT = (FORMAT_NAME = \(format))
            ON_ERROR = ABORT_STATEMENT
            """
    }

    /// What Snowflake remembers of loads of the file into its table, the latest first. It remembers fourteen days.
    func history() throws -> String {
        let information = try SnowflakeIdentifier(configuration.database).description
        let table = try SQLLiteral.quote(try path(file.dataset.table))
        return """
            SELECT STATUS, ROW_COUNT, ROW_PARSED, FILE_SIZE, LAST_LOAD_TIME
            FROM TABLE(\(information).INFORMATION_SCHEMA.COPY_HISTORY(
            TABLE_NAME => \(table), START_TIME => DATEADD(day, -14, CURRENT_TIMESTAMP())))
            WHERE FILE_NAME = \(try SQLLiteral.quote(stageFile))
            ORDER BY LAST_LOAD_TIME DESC
            """
    }
}
