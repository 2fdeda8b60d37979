public import CloudFormation
public import DataContract

/// A table: of a dataset's rows as text, with where each row came from, or of columns written by hand.
public struct Table: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let purpose: String
    private let columns: [TableColumn]
    private let typeProblems: [String]
    private let retentionDays: Int?

    /// The RAW table of a dataset: every field as text, so that nothing is lost on the way in.
    public init(of dataset: Dataset, in schema: Schema, file: String = #fileID, line: Int = #line) {
        name = schema.name.child(dataset.table, kind: .table)
        purpose = "Rows of \(dataset.name) files as the partners sent them."
        columns = dataset.rawColumns.map { TableColumn($0.name, $0.sqlType, comment: $0.description) }
        typeProblems = []
        retentionDays = nil
        declared = SourceLocation(file: file, line: line)
    }

    /// - Parameter retentionDays: how long Time Travel keeps what is changed or dropped; the schema's when not given.
    public init(
        _ name: String,
        in schema: Schema,
        columns: [Column],
        retentionDays: Int? = nil,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .table)
        self.purpose = purpose
        self.columns = columns.map {
            TableColumn($0.name, $0.type.sql, isRequired: $0.isRequired, comment: $0.comment)
        }
        typeProblems = columns.compactMap(\.type.problem)
        self.retentionDays = retentionDays
        declared = SourceLocation(file: file, line: line)
    }

    /// A column of a table written by hand.
    public struct Column: Hashable, Sendable {
        public let name: String
        public let type: SQLType
        public let isRequired: Bool
        public let comment: String

        public init(_ name: String, _ type: SQLType, isRequired: Bool = false, comment: String = "") {
            self.name = name
            self.type = type
            self.isRequired = isRequired
            self.comment = comment
        }
    }

    public var contradictions: [String] {
        let days = retentionDays.map { (0...90).contains($0) ? [] : ["retention is 0 to 90 days, not \($0)"] } ?? []
        return (columns.isEmpty ? ["a table needs a column"] : []) + typeProblems + days
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                retentionDays.map { [.init("DATA_RETENTION_TIME_IN_DAYS", .number($0))] } ?? [],
                columns: columns,
                purpose: purpose
            )
        )
    }
}
