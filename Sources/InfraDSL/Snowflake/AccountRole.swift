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

/// A user for a program: signs in with a key pair, never with a password.
public struct ServiceUser: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let purpose: String
    let role: AccountRole
    let warehouse: Warehouse
    let key: KeyPair

    public init(
        _ name: String,
        as role: AccountRole,
        on warehouse: Warehouse,
        signingWith key: KeyPair,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = ObjectName(name, kind: .user)
        self.role = role
        self.warehouse = warehouse
        self.key = key
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                [
                    .init("TYPE", .word("SERVICE")),
                    .init("DEFAULT_ROLE", .name(role.name)),
                    .init("DEFAULT_WAREHOUSE", .name(warehouse.name)),
                    .init("RSA_PUBLIC_KEY", .text(key.publicKey)),
                ],
                purpose: purpose
            )
        )
    }
}
