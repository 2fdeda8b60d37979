public import CloudFormation

/// What has changed in a table or view since it was last consumed. (Snowflake calls it a stream.)
public struct TableStream: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let source: any Readable
    private let isAppendOnly: Bool
    private let purpose: String

    /// - Parameter appendOnly: inserts alone, which costs less; deletes and updates are not seen.
    public init(
        _ name: String,
        in schema: Schema,
        on source: any Readable,
        appendOnly: Bool = false,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .stream)
        self.source = source
        isAppendOnly = appendOnly
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    /// The condition of a task that has work only then.
    public var hasData: SQL { "SYSTEM$STREAM_HAS_DATA(" + SQL.literal(of: name) + ")" }

    public var declaration: SnowflakeDeclaration {
        let source = source.name
        let mode: [SnowflakeObject.Property] =
            isAppendOnly ? [.init("APPEND_ONLY", .bool(true), change: .replace)] : []
        return .object(
            SnowflakeObject(
                name,
                [
                    .init(
                        "ON \(source.kind == .dynamicTable ? "DYNAMIC TABLE" : source.kind.rawValue)",
                        .clauseNames([source]), change: .replace, place: .head)
                ] + mode,
                purpose: purpose
            )
        )
    }
}
