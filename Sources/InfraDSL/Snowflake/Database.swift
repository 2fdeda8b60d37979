public import CloudFormation

/// A database; everything of a pipeline lives in one.
public struct Database: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let purpose: String
    private let retentionDays: Int

    /// - Parameter retentionDays: how long Time Travel keeps what is changed or dropped; 0 to 90 days, more than 1 needs Enterprise Edition.
    public init(
        _ name: String,
        retentionDays: Int = 1,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = ObjectName(name, kind: .database)
        self.retentionDays = retentionDays
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                [.init("DATA_RETENTION_TIME_IN_DAYS", .number(retentionDays))],
                purpose: purpose
            )
        )
    }
}

/// A schema with managed access: only its owner grants, whoever owns the objects inside.
public struct Schema: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let purpose: String

    public init(
        _ name: String,
        in database: Database,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = database.name.child(name, kind: .schema)
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var declaration: SnowflakeDeclaration {
        .object(SnowflakeObject(name, [.init("WITH MANAGED ACCESS", .clause)], purpose: purpose))
    }
}
