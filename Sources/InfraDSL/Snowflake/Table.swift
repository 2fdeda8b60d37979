public import CloudFormation
public import DataContract

/// A table that takes a dataset's rows as text, with where each row came from.
public struct Table: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let dataset: Dataset

    public init(of dataset: Dataset, in schema: Schema, file: String = #fileID, line: Int = #line) {
        name = schema.name.child(dataset.table, kind: .table)
        self.dataset = dataset
        declared = SourceLocation(file: file, line: line)
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                columns: dataset.rawColumns.map { TableColumn($0.name, $0.sqlType, comment: $0.description) },
                purpose: "Rows of \(dataset.name) files as the partners sent them."
            )
        )
    }
}
