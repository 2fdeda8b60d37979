/// A column of a RAW table.
public struct RawColumn: Sendable, Hashable {
    /// The name, in upper case.
    public let name: String
    /// The type, as Snowflake's DDL writes it.
    public let sqlType: String
    public let description: String

    public init(_ name: String, _ sqlType: String, description: String) {
        self.name = name
        self.sqlType = sqlType
        self.description = description
    }

    /// The key of the object in the bucket that the row came from.
    public static let sourceFilename = RawColumn(
        "SOURCE_FILENAME", "VARCHAR", description: "Full key of the object the row came from")
    /// The row's place in its file.
    public static let sourceRowNumber = RawColumn(
        "SOURCE_ROW_NUMBER", "NUMBER(38,0)", description: "Number of the row in its file")
    /// The date in the file's name.
    public static let batchDate = RawColumn("BATCH_DATE", "DATE", description: "Batch date from the name of the file")
    /// When the row was loaded.
    public static let loadedAt = RawColumn("LOADED_AT", "TIMESTAMP_NTZ(9)", description: "Time of the load, UTC")

    /// What `COPY INTO` adds to the fields of the file, in this order after them.
    public static let added: [RawColumn] = [.sourceFilename, .sourceRowNumber, .batchDate, .loadedAt]
}

extension Dataset {
    /// The columns of the RAW table: the fields as text, so that nothing is lost on the way in, and what the load adds.
    public var rawColumns: [RawColumn] {
        columns.map { RawColumn($0.sqlName, "VARCHAR", description: $0.description) } + RawColumn.added
    }
}
