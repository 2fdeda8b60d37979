/// Where a Snowflake object lives: `DATABASE.SCHEMA.NAME`, `DATABASE.SCHEMA`, or a name of the account.
///
/// Names are case-sensitive values: always quoted, so that what is written is what Snowflake stores. A name knows its
/// owners, so that mentioning a stage depends on its schema and database with nothing said.
public struct ObjectName: Hashable, Sendable {
    public let kind: ObjectKind
    public let parts: [String]
    /// Part of every account, hence of no stack.
    let isSystem: Bool

    public init(_ name: String, kind: ObjectKind) {
        self.kind = kind
        parts = [name]
        isSystem = false
    }

    private init(parts: [String], kind: ObjectKind, isSystem: Bool = false) {
        self.kind = kind
        self.parts = parts
        self.isSystem = isSystem
    }

    /// The role every role of ours is granted to (Access control considerations, "Object ownership").
    public static let sysadmin = ObjectName(parts: ["SYSADMIN"], kind: .role, isSystem: true)

    /// A column: quoted like every name, and nothing that others depend on.
    init(column: String) { self.init(parts: [column], kind: .table, isSystem: true) }

    /// An object inside this one.
    public func child(_ name: String, kind: ObjectKind) -> ObjectName { ObjectName(parts: parts + [name], kind: kind) }

    /// The last part.
    public var last: String { parts[parts.count - 1] }

    /// `DATABASE.SCHEMA.NAME` as people write it.
    public var dotted: String { parts.joined(separator: ".") }

    /// Unique in a stack, whatever the kind: Snowflake lets a role and a warehouse share a name.
    public var id: String { "\(kind.rawValue) \(dotted)" }

    /// The database it lives in, for settings of programs; empty for an object of the account.
    var databaseText: Text { parts.count > 1 ? Text(Text(parts[0]), naming: ownerIDs[0]) : "" }

    /// The schema it lives in, for settings of programs; empty for an object of the account or of a database.
    var schemaText: Text { parts.count > 2 ? Text(Text(parts[1]), naming: ownerIDs[1]) : "" }

    /// The ids of this object and of all that own it.
    var ownerIDs: [String] {
        switch (parts.count, kind) {
        case _ where isSystem: []
        case (1, _): [id]
        case (2, .schema): ["\(ObjectKind.database.rawValue) \(parts[0])", id]
        default:
            [
                "\(ObjectKind.database.rawValue) \(parts[0])",
                "\(ObjectKind.schema.rawValue) \(parts[0]).\(parts[1])",
                id,
            ]
        }
    }
}
