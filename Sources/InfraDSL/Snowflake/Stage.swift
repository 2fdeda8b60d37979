public import CloudFormation

/// An external stage: a place in a bucket that `COPY INTO` reads from.
public struct Stage: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let path: BucketPath
    private let integration: StorageIntegration
    private let purpose: String

    public init(
        _ name: String,
        in schema: Schema,
        at path: BucketPath,
        through integration: StorageIntegration,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .stage)
        self.path = path
        self.integration = integration
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                [
                    .init("URL", .text(path.url)),
                    .init("STORAGE_INTEGRATION", .name(integration.name)),
                ],
                purpose: purpose
            )
        )
    }
}

/// How partner files are written: CSV of RFC 4180 with the liberties the data contract allows.
public struct FileFormat: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let purpose: String

    /// No line is skipped as a header: a headerless file must not lose its first row.
    public init(
        partnerCSV name: String,
        in schema: Schema,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .fileFormat)
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                [
                    .init("TYPE", .word("CSV"), isCreateOnly: true),
                    .init("COMPRESSION", .word("AUTO")),
                    .init("FIELD_DELIMITER", .text(",")),
                    .init("FIELD_OPTIONALLY_ENCLOSED_BY", .text("\"")),
                    .init("SKIP_HEADER", .number(0)),
                    .init("SKIP_BLANK_LINES", .bool(true)),
                    .init("TRIM_SPACE", .bool(true)),
                    .init("NULL_IF", .texts(["NULL", "null", ""])),
                    .init("EMPTY_FIELD_AS_NULL", .bool(true)),
                    .init("ESCAPE_UNENCLOSED_FIELD", .word("NONE")),
                    .init("SKIP_BYTE_ORDER_MARK", .bool(true)),
                    .init("ENCODING", .text("UTF8")),
                ],
                purpose: purpose
            )
        )
    }
}
