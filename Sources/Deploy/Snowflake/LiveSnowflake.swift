import InfraDSL

/// What a Snowflake account holds of the kinds a stack declares.
struct LiveSnowflake: Sendable {
    /// By ``ObjectName/id``.
    var objects: [String: LiveObject] = [:]
    /// By ``SnowflakeGrant/id``, whether a stack could declare it or not.
    var grants: [String: LiveGrant] = [:]
    /// The role that read, and that will make and grant.
    var reader: String?
}

/// A grant as the account shows it.
struct LiveGrant: Sendable, Hashable {
    let id: String
    /// The words of SQL, such as `CREATE TABLE`.
    let privilege: String
    /// The kind's words, such as `FILE FORMAT`; nil for a grant of a role or on what a schema will hold.
    let kind: String?
    /// The object's name, part by part; empty for the same.
    let object: [String]
    let grantee: ObjectName
    /// The role that granted it; nil where the account does not say.
    var grantor: String?
    /// Takes it back; nil for what only people give and take, such as a role.
    var revocation: SQL?

    /// A privilege on an object; `kind` in the words of a grant.
    init(_ privilege: String, on kind: String, _ object: [String], to role: ObjectName) {
        id = "GRANT \(privilege) ON \(kind) \(object.joined(separator: ".")) TO \(role.id)"
        self.privilege = privilege
        self.kind = kind
        self.object = object
        grantee = role
        revocation = SnowflakeGrant.revocation(of: privilege, on: kind, object, from: role)
    }

    /// A privilege on whatever of a kind a schema will hold; `kinds` in the plural.
    init(_ privilege: String, onFuture kinds: String, in schema: ObjectName, to role: ObjectName) {
        id = "GRANT \(privilege) ON FUTURE \(kinds) IN \(schema.id) TO \(role.id)"
        self.privilege = privilege
        kind = nil
        object = []
        grantee = role
        revocation = SnowflakeGrant.revocation(of: privilege, onFuture: kinds, in: schema, from: role)
    }

    /// A privilege on whatever of a kind a schema holds, as one grant; `kinds` in the plural.
    init(_ privilege: String, onEvery kinds: String, in schema: ObjectName, to role: ObjectName) {
        id = "GRANT INHERITED \(privilege) ON ALL \(kinds) IN \(schema.id) TO \(role.id)"
        self.privilege = privilege
        kind = nil
        object = []
        grantee = role
        revocation = SnowflakeGrant.revocation(of: privilege, onEvery: kinds, in: schema, from: role)
    }

    /// A role.
    init(_ role: ObjectName, to grantee: ObjectName) {
        id = SnowflakeGrant.role(role, to: grantee).id
        privilege = "USAGE"
        kind = nil
        object = []
        self.grantee = grantee
    }
}

/// An object as the account shows it.
struct LiveObject: Sendable, Hashable {
    let name: ObjectName
    var comment: String
    /// Options in canonical form, by the key of DDL; what the account does not show is absent.
    var properties: [String: String] = [:]
    /// Column names and canonical types, in the table's order.
    var columns: [LiveColumn] = []
    /// The query or statement it holds, as the account shows it.
    var body: String?
}

struct LiveColumn: Sendable, Hashable {
    let name: String
    let type: String
    var isRequired = false
}
