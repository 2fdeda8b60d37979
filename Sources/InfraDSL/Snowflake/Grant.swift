public import CloudFormation

/// One privilege or role, granted.
public struct Grant: SnowflakeResource {
    public let declaration: SnowflakeDeclaration
    public let id: String
    public let declared: SourceLocation

    private init(_ grant: SnowflakeGrant, _ declared: SourceLocation) {
        declaration = .grant(grant)
        id = grant.id
        self.declared = declared
    }

    /// Privileges on one object, one grant each.
    public static func allow(
        _ role: AccountRole,
        _ privileges: SnowflakeGrant.Privilege...,
        on object: any NamedObject,
        file: String = #fileID,
        line: Int = #line
    ) -> [Grant] {
        let declared = SourceLocation(file: file, line: line)
        return privileges.map { Grant(.privilege($0, on: object.name, to: role.name), declared) }
    }

    /// A privilege on whatever tables or views a schema will hold.
    public static func allow(
        _ role: AccountRole,
        _ privilege: SnowflakeGrant.Privilege,
        onFuture kinds: SnowflakeGrant.FutureKind...,
        in schema: Schema,
        file: String = #fileID,
        line: Int = #line
    ) -> [Grant] {
        let declared = SourceLocation(file: file, line: line)
        return kinds.map { Grant(.future(privilege, $0, in: schema.name, to: role.name), declared) }
    }

    /// A privilege on whatever a schema holds of a kind, now and later, as one grant on the schema. Accounts opt in to such
    /// grants (`ALTER ACCOUNT SET FEATURE_RBAC_INHERITED_GRANTS = 'ENABLED'`), and the deploy role needs MANAGE GRANTS.
    public static func allow(
        _ role: AccountRole,
        _ privilege: SnowflakeGrant.Privilege,
        onEvery kinds: SnowflakeGrant.FutureKind...,
        in schema: Schema,
        file: String = #fileID,
        line: Int = #line
    ) -> [Grant] {
        let declared = SourceLocation(file: file, line: line)
        return kinds.map { Grant(.inherited(privilege, $0, in: schema.name, to: role.name), declared) }
    }

    /// A role to a user.
    public static func role(
        _ role: AccountRole,
        to user: some ProgramUser,
        file: String = #fileID,
        line: Int = #line
    ) -> Grant {
        Grant(.role(role.name, to: user.name), SourceLocation(file: file, line: line))
    }

    /// A role to SYSADMIN, so that administrators reach what the stack makes.
    public static func toSysadmin(_ role: AccountRole, file: String = #fileID, line: Int = #line) -> Grant {
        Grant(.role(role.name, to: .sysadmin), SourceLocation(file: file, line: line))
    }
}

/// A Snowflake object that others can name.
public protocol NamedObject: SnowflakeResource {
    var name: ObjectName { get }
}

extension NamedObject {
    public var id: String { name.id }

    /// The name inside its schema or account, for settings of programs; whoever uses it needs the object declared.
    public var nameText: Text { Text(Text(name.last), naming: id) }
}
