import CloudAPI
import InfraDSL

/// Reads what the account holds of the kinds a stack declares; reads only. First what is in the account, then what is in
/// the databases and roles that were found there, then what only a description tells.
struct SnowflakeInspection {
    private let assembly: Assembly
    private var reader: ListingReader
    private var live: LiveSnowflake
    private let names: [ObjectName]
    private let grants: [SnowflakeGrant]

    static func read(for assembly: Assembly, through client: SQLAPIClient) throws -> LiveSnowflake {
        var inspection = SnowflakeInspection(assembly, client)
        try inspection.readAccount()
        try inspection.readInside()
        try inspection.readDescriptions()
        return inspection.live
    }

    private init(_ assembly: Assembly, _ client: SQLAPIClient) {
        self.assembly = assembly
        let resources = assembly.before + assembly.after
        names = resources.compactMap { ($0 as? any NamedObject)?.name }
        grants = resources.compactMap { if case .grant(let grant) = $0.declaration { grant } else { nil } }
        reader = ListingReader(client, warehouse: names.first { $0.kind == .warehouse }?.last)
        live = LiveSnowflake(reader: client.session.role)
    }

    private var kinds: Set<ObjectKind> { Set(names.map(\.kind)) }

    /// Declared names of a kind that the account has.
    private func found(_ kind: ObjectKind) -> [ObjectName] {
        names.filter { $0.kind == kind && live.objects[$0.id] != nil }
    }

    private mutating func add(_ rows: [Row], _ kind: ObjectKind, in database: ObjectName? = nil) {
        for row in rows {
            guard let name = row.objectName(kind, in: database) else { continue }
            live.objects[name.id] = LiveObject(name: name, row)
        }
    }

    // MARK: Account

    /// Kinds that SHOW lists for the whole account.
    private static let accountKinds: [ObjectKind] = [
        .role, .warehouse, .database, .storageIntegration, .notificationIntegration, .user, .resourceMonitor,
        .networkPolicy,
    ]

    private mutating func readAccount() throws {
        let wanted = Self.accountKinds.filter(kinds.contains)
        let rows = try reader.rows(of: wanted.map { Listing($0.rawValue, $0.listing) })
        for kind in wanted { add(rows[kind.rawValue] ?? [], kind) }
    }

    // MARK: Databases, roles, descriptions

    /// Kinds in schemas that are looked for even where none is declared, when that costs nothing: the stack may have had
    /// them once.
    private static let pastKinds: Set<ObjectKind> = [.view, .dynamicTable, .stream, .pipe, .task]

    private mutating func readInside() throws {
        var listings: [Listing] = []
        let inSchemas = ObjectKind.allCases.filter { kind in
            kind.isInSchema && (kinds.contains(kind) || (reader.isChaining && Self.pastKinds.contains(kind)))
        }
        for database in found(.database) {
            listings.append(Listing("SCHEMAS \(database.last)", "SHOW SCHEMAS IN DATABASE \(database)"))
            for kind in inSchemas { listings.append(Listing("\(kind) \(database.last)", kind.listing(in: database))) }
            if kinds.contains(.table) {
                listings.append(Listing("COLUMNS \(database.last)", "SHOW COLUMNS IN DATABASE \(database)"))
            }
        }
        for role in found(.role) {
            listings.append(Listing("TO \(role.last)", "SHOW GRANTS TO ROLE \(role)"))
            listings.append(Listing("OF \(role.last)", "SHOW GRANTS OF ROLE \(role)"))
            if grants.contains(where: { $0.isFuture(to: role) }) {
                listings.append(Listing("FUTURE \(role.last)", "SHOW FUTURE GRANTS TO ROLE \(role)"))
            }
        }
        for name in described { listings.append(Listing("DESC \(name.id)", name.description)) }
        let rows = try reader.rows(of: listings)
        for database in found(.database) {
            add(rows["SCHEMAS \(database.last)"] ?? [], .schema, in: database)
            for kind in inSchemas {
                let shown = rows["\(kind) \(database.last)"] ?? []
                add(try whole(shown, of: kind, database), kind, in: database)
            }
            try addColumns(rows["COLUMNS \(database.last)"] ?? [], database)
        }
        for role in found(.role) {
            add((rows["TO \(role.last)"] ?? []).compactMap { $0.privilegeGrant(to: role) })
            add((rows["OF \(role.last)"] ?? []).compactMap { $0.membership(of: role) })
            add((rows["FUTURE \(role.last)"] ?? []).compactMap { $0.futureGrant(to: role) })
        }
        describe(described, rows)
    }

    /// What SHOW does not tell enough of.
    private var described: [ObjectName] {
        [.storageIntegration, .notificationIntegration, .user, .networkPolicy].flatMap(found)
    }

    /// What lives in schemas and needs a description, and grants of schemas, now that the schemas are known.
    private mutating func readDescriptions() throws {
        let names = [ObjectKind.networkRule, .authenticationPolicy].flatMap(found)
        let schemas = found(.schema).filter { schema in grants.contains { $0.isInherited(in: schema) } }
        let rows = try reader.rows(
            of: names.map { Listing("DESC \($0.id)", $0.description) }
                + schemas.map { Listing("INHERITED \($0.dotted)", "SHOW INHERITED GRANTS IN SCHEMA \($0)") })
        describe(names, rows)
        for schema in schemas {
            add((rows["INHERITED \(schema.dotted)"] ?? []).compactMap { $0.inheritedGrant(in: schema) })
        }
    }

    private mutating func describe(_ names: [ObjectName], _ rows: [String: [Row]]) {
        for name in names { live.objects[name.id]?.learn(rows["DESC \(name.id)"] ?? []) }
    }

    private mutating func add(_ grants: [LiveGrant]) {
        for grant in grants { live.grants[grant.id] = grant }
    }

    // MARK: Long listings

    /// SHOW gives at most this many rows.
    private static let mostRows = 10_000

    /// The rows of a listing, schema by schema where the database has too many.
    private mutating func whole(_ rows: [Row], of kind: ObjectKind, _ database: ObjectName) throws -> [Row] {
        guard rows.count >= Self.mostRows else { return rows }
        let schemas = found(.schema).filter { $0.parts[0] == database.last }
        let parts = try reader.rows(of: schemas.map { Listing($0.dotted, kind.listing(in: $0)) })
        return schemas.flatMap { parts[$0.dotted] ?? [] }
    }

    private mutating func addColumns(_ rows: [Row], _ database: ObjectName) throws {
        var rows = rows
        if rows.count >= Self.mostRows {
            let tables = found(.table).filter { $0.parts[0] == database.last }
            let parts = try reader.rows(of: tables.map { Listing($0.dotted, "SHOW COLUMNS IN TABLE \($0)") })
            rows = tables.flatMap { parts[$0.dotted] ?? [] }
        }
        for row in rows {
            let schema = database.child(row["schema_name"] ?? "", kind: .schema)
            let table = schema.child(row["table_name"] ?? "", kind: .table)
            live.objects[table.id]?.columns.append(
                LiveColumn(
                    name: row["column_name"] ?? "", type: ColumnTypeName.form(row["data_type"] ?? ""),
                    isRequired: ["NOT_NULL", "false"].contains(row["null?"] ?? "")))
        }
    }

    /// The properties of an integration, the two attributes that IAM needs among them.
    static func description(of integration: ObjectName, through client: SQLAPIClient) throws -> [String: String?] {
        let rows = try client.execute(integration.description.rendered { _ in nil } ?? "").namedRows
        return Dictionary(rows.map { ($0["property"] ?? "", $0["property_value"]) }) { first, _ in first }
    }
}

extension ObjectName {
    /// `DESC …`
    fileprivate var description: SQL { kind.description(of: self) }
}

extension SnowflakeGrant {
    fileprivate func isFuture(to other: ObjectName) -> Bool {
        if case .future(_, _, _, let role) = self { role == other } else { false }
    }

    fileprivate func isInherited(in other: ObjectName) -> Bool {
        if case .inherited(_, _, let schema, _) = self { schema == other } else { false }
    }
}
