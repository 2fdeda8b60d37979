public import CloudFormation

/// A role of the Snowflake account. (The IAM role is ``Role``.)
public struct AccountRole: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let purpose: String

    public init(_ name: String, purpose: String, file: String = #fileID, line: Int = #line) {
        self.name = ObjectName(name, kind: .role)
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var declaration: SnowflakeDeclaration { .object(SnowflakeObject(name, purpose: purpose)) }
}
