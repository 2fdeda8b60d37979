import CloudAPI
import InfraDSL

/// Reads what the account holds of the kinds a stack declares; reads only. SHOW gives at most 10,000 rows, so what is in
/// schemas is asked for schema by schema.
struct SnowflakeInspection {
    private let client: SQLAPIClient
    private let marker: String
    private var live = LiveSnowflake()

    static func read(for assembly: Assembly, through client: SQLAPIClient) throws -> LiveSnowflake {
        var inspection = SnowflakeInspection(client: client, marker: assembly.marker)
        let resources = assembly.before + assembly.after
        let names = resources.compactMap { ($0 as? any NamedObject)?.name }
        try inspection.readAccount(names)
        for database in names where database.kind == .database {
            guard inspection.live.objects[database.id] != nil else { continue }
            try inspection.readDatabase(database, names)
        }
        try inspection.readGrants(resources, names)
        return inspection.live
    }

    private init(client: SQLAPIClient, marker: String) {
        self.client = client
        self.marker = marker
    }

    private func rows(_ sql: SQL) throws -> [Row] {
        guard let statement = sql.rendered({ _ in nil }) else { return [] }
        return try client.execute(statement).namedRows
    }

    private mutating func add(_ name: ObjectName, _ row: Row, _ properties: [String: String?] = [:]) {
        var object = LiveObject(name: name, comment: row["comment"] ?? "")
        for (key, value) in properties {
            if let value { object.properties[key] = Canonical.form(value, of: key) }
        }
        live.objects[name.id] = object
    }

    /// An object that nobody declares matters only when it is ours.
    private mutating func addMarked(_ name: ObjectName, _ row: Row) {
        if (row["comment"] ?? "").contains(marker) { add(name, row) }
    }

    // MARK: Account

    private mutating func readAccount(_ names: [ObjectName]) throws {
        let kinds = Set(names.map(\.kind))
        if kinds.contains(.role) {
            for row in try rows("SHOW ROLES") { add(ObjectName(row.name, kind: .role), row) }
        }
        if kinds.contains(.warehouse) {
            for row in try rows("SHOW WAREHOUSES") {
                add(
                    ObjectName(row.name, kind: .warehouse), row,
                    [
                        "WAREHOUSE_SIZE": row["size"], "AUTO_SUSPEND": row["auto_suspend"],
                        "AUTO_RESUME": row["auto_resume"],
                    ])
            }
        }
        if kinds.contains(.database) {
            for row in try rows("SHOW DATABASES") {
                add(
                    ObjectName(row.name, kind: .database), row, ["DATA_RETENTION_TIME_IN_DAYS": row["retention_time"]])
            }
        }
        if kinds.contains(.storageIntegration) { try readIntegrations(names) }
        if kinds.contains(.user) { try readUsers(names) }
    }

    private mutating func readIntegrations(_ names: [ObjectName]) throws {
        let declared = Set(names.filter { $0.kind == .storageIntegration }.map(\.last))
        for row in try rows("SHOW STORAGE INTEGRATIONS") {
            let name = ObjectName(row.name, kind: .storageIntegration)
            guard declared.contains(row.name) else {
                addMarked(name, row)
                continue
            }
            add(name, row, try Self.description(of: name, through: client))
        }
    }

    /// The properties of an integration, the two attributes that IAM needs among them.
    static func description(of integration: ObjectName, through client: SQLAPIClient) throws -> [String: String?] {
        let sql: SQL = "DESC INTEGRATION \(integration)"
        let rows = try client.execute(sql.rendered { _ in nil } ?? "").namedRows
        return Dictionary(rows.map { ($0["property"] ?? "", $0["property_value"]) }) { first, _ in first }
    }

    private mutating func readUsers(_ names: [ObjectName]) throws {
        let declared = Set(names.filter { $0.kind == .user }.map(\.last))
        for row in try rows("SHOW USERS") {
            let name = ObjectName(row.name, kind: .user)
            guard declared.contains(row.name) else {
                addMarked(name, row)
                continue
            }
            let description = Dictionary(
                try rows("DESC USER \(name)").map { ($0["property"] ?? "", $0["value"]) }
            ) { first, _ in first }
            add(
                name, row,
                [
                    "TYPE": description["TYPE"] ?? row["type"],
                    "DEFAULT_ROLE": row["default_role"],
                    "DEFAULT_WAREHOUSE": row["default_warehouse"],
                ])
            let fingerprint = description["RSA_PUBLIC_KEY_FP"] ?? nil
            live.objects[name.id]?.properties["RSA_PUBLIC_KEY"] = fingerprint ?? ""
        }
    }

    // MARK: Database

    private mutating func readDatabase(_ database: ObjectName, _ names: [ObjectName]) throws {
        for row in try rows("SHOW SCHEMAS IN DATABASE \(database)") {
            let managed = (row["options"] ?? "").contains("MANAGED ACCESS")
            add(database.child(row.name, kind: .schema), row, ["WITH MANAGED ACCESS": managed ? "true" : "false"])
        }
        for schema in names where schema.kind == .schema && schema.parts[0] == database.last {
            guard live.objects[schema.id] != nil else { continue }
            let kinds = Set(names.filter { $0.parts.count == 3 && $0.parts[1] == schema.last }.map(\.kind))
            try readSchema(schema, kinds)
        }
    }

    private mutating func readSchema(_ schema: ObjectName, _ kinds: Set<ObjectKind>) throws {
        if kinds.contains(.fileFormat) {
            for row in try rows("SHOW FILE FORMATS IN SCHEMA \(schema)") {
                add(schema.child(row.name, kind: .fileFormat), row, Self.options(row["format_options"]))
            }
        }
        if kinds.contains(.stage) {
            for row in try rows("SHOW STAGES IN SCHEMA \(schema)") {
                add(
                    schema.child(row.name, kind: .stage), row,
                    ["URL": row["url"], "STORAGE_INTEGRATION": row["storage_integration"]])
            }
        }
        guard kinds.contains(.table) else { return }
        for row in try rows("SHOW TABLES IN SCHEMA \(schema)") { add(schema.child(row.name, kind: .table), row) }
        for row in try rows("SHOW COLUMNS IN SCHEMA \(schema)") {
            let table = schema.child(row["table_name"] ?? "", kind: .table)
            let column = LiveColumn(name: row["column_name"] ?? "", type: ColumnTypeName.form(row["data_type"] ?? ""))
            live.objects[table.id]?.columns.append(column)
        }
    }

    /// `format_options` is a JSON object; lists stand in it as JSON lists or as text.
    private static func options(_ json: String?) -> [String: String?] {
        guard let json, let parsed = try? JSON.parse(Array(json.utf8)), case .object(let members) = parsed else {
            return [:]
        }
        return Dictionary(members.map { ($0.name, $0.value.plain) }) { first, _ in first }
    }

    // MARK: Grants

    private mutating func readGrants(_ resources: [any SnowflakeResource], _ names: [ObjectName]) throws {
        for role in names where role.kind == .role && live.objects[role.id] != nil {
            add(try rows("SHOW GRANTS TO ROLE \(role)").compactMap { $0.privilegeGrant(to: role) })
            add(try rows("SHOW GRANTS OF ROLE \(role)").compactMap { $0.membership(of: role) })
        }
        var schemas: [ObjectName] = []
        for resource in resources {
            if case .grant(.future(_, _, let schema, _)) = resource.declaration, !schemas.contains(schema),
                live.objects[schema.id] != nil
            {
                schemas.append(schema)
            }
        }
        for schema in schemas {
            add(try rows("SHOW FUTURE GRANTS IN SCHEMA \(schema)").compactMap { $0.futureGrant(in: schema) })
        }
    }

    private mutating func add(_ grants: [LiveGrant]) {
        for grant in grants { live.grants[grant.id] = grant }
    }
}
