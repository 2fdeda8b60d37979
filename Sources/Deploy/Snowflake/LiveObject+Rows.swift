import CloudAPI
import InfraDSL

extension LiveObject {
    /// An object as its row of SHOW tells it. Only options that the row has are taken, and of those that stand for nothing
    /// said (NULL, an empty text) none.
    init(name: ObjectName, _ row: Row) {
        self.init(name: name, comment: row["comment"] ?? "")
        for (key, value) in Self.options(name.kind, row) {
            guard let value, !value.isEmpty, value != "null" else {
                if Self.alwaysShown.contains(key) { properties[key] = "" }
                continue
            }
            properties[key] = Self.isNames(key) ? Canonical.names(value) : Canonical.form(value, of: key)
        }
        body = Self.bodyColumn(name.kind).flatMap { row[$0] }.map(Canonical.sql)
    }

    /// Options that SHOW has a column for even where they are not set, so that nothing there says that they are not.
    private static let alwaysShown: Set<String> = [
        "RESOURCE_MONITOR", "ERROR_INTEGRATION", "DEFAULT_TARGET", "REVISION", "STORAGE_INTEGRATION",
    ]

    private static func isNames(_ key: String) -> Bool {
        key == "AFTER" || key.hasPrefix("ON ") || key.hasSuffix("NETWORK_RULE_LIST")
    }

    private static func bodyColumn(_ kind: ObjectKind) -> String? {
        switch kind {
        case .view, .dynamicTable: "text"
        case .task, .pipe: "definition"
        default: nil
        }
    }

    private static func options(_ kind: ObjectKind, _ row: Row) -> [(String, String?)] {
        switch kind {
        case .warehouse:
            [
                ("WAREHOUSE_SIZE", row["size"]), ("AUTO_SUSPEND", row["auto_suspend"]),
                ("AUTO_RESUME", row["auto_resume"]), ("RESOURCE_MONITOR", row["resource_monitor"]),
            ]
        case .resourceMonitor:
            [
                ("CREDIT_QUOTA", row["credit_quota"]), ("FREQUENCY", row["frequency"]), ("TRIGGERS", triggers(row)),
            ]
        case .database, .table: [("DATA_RETENTION_TIME_IN_DAYS", row["retention_time"])]
        case .schema:
            [("WITH MANAGED ACCESS", (row["options"] ?? "").contains("MANAGED ACCESS") ? "true" : "false")]
        case .user:
            [
                ("TYPE", row["type"]), ("DEFAULT_ROLE", row["default_role"]),
                ("DEFAULT_WAREHOUSE", row["default_warehouse"]),
            ]
        case .tag: [("ALLOWED_VALUES", row["allowed_values"])]
        case .networkRule: [("TYPE", row["type"]), ("MODE", row["mode"])]
        case .secret: [("TYPE", row["secret_type"])]
        case .fileFormat: fileFormat(row["format_options"])
        case .stage: [("URL", row["url"]), ("STORAGE_INTEGRATION", row["storage_integration"])]
        case .dynamicTable: [("TARGET_LAG", row["target_lag"]), ("WAREHOUSE", row["warehouse"])]
        case .stream: stream(row)
        case .pipe: [("ERROR_INTEGRATION", row["error_integration"])]
        case .dbtProject:
            [
                ("DBT_VERSION", row["dbt_version"]), ("DEFAULT_TARGET", row["default_target"]),
                ("REVISION", revision(row["comment"])),
            ]
        case .task: task(row)
        case .role, .storageIntegration, .notificationIntegration, .networkPolicy, .authenticationPolicy, .view: []
        }
    }

    /// `format_options` is a JSON object; lists stand in it as JSON lists or as text.
    private static func fileFormat(_ json: String?) -> [(String, String?)] {
        guard let json, case .object(let members)? = try? JSON.parse(Array(json.utf8)) else { return [] }
        return members.map { ($0.name, $0.value.plain) }
    }

    private static func stream(_ row: Row) -> [(String, String?)] {
        let kind =
            switch (row["source_type"] ?? "TABLE").uppercased() {
            case "VIEW": "VIEW"
            case "DYNAMIC TABLE", "DYNAMIC_TABLE": "DYNAMIC TABLE"
            default: "TABLE"
            }
        let isAppendOnly = (row["mode"] ?? "").uppercased() == "APPEND_ONLY"
        return [("ON \(kind)", row["table_name"]), ("APPEND_ONLY", isAppendOnly ? "true" : "false")]
    }

    private static func task(_ row: Row) -> [(String, String?)] {
        let predecessors = row["predecessors"].map(Canonical.names)
        return [
            ("WAREHOUSE", row["warehouse"]), ("SCHEDULE", row["schedule"]), ("STATE", row["state"]),
            ("ERROR_INTEGRATION", row["error_integration"]), ("WHEN", row["condition"]), ("AFTER", predecessors),
        ]
    }

    private static func revision(_ comment: String?) -> String? {
        let words = DBTProject.revisionWords
        guard let comment, let start = comment.firstRange(of: words.before) else { return nil }
        return String(comment[start.upperBound...].prefix { !words.after.contains($0) })
    }

    /// The percentages of three columns as the words of DDL.
    private static func triggers(_ row: Row) -> String {
        [("notify_at", "NOTIFY"), ("suspend_at", "SUSPEND"), ("suspend_immediately_at", "SUSPEND_IMMEDIATE")]
            .flatMap { column, action in
                (row[column] ?? "").split(separator: ",").map { part in
                    "ON \(part.filter(\.isNumber)) PERCENT DO \(action)"
                }
            }
            .joined(separator: " ")
    }

    /// Takes in the rows of a description: integrations, users and policies each name their columns otherwise.
    mutating func learn(_ rows: [Row]) {
        switch name.kind {
        case .storageIntegration, .notificationIntegration:
            for row in rows { learn(row["property"], row["property_value"]) }
        case .user:
            for row in rows {
                switch row["property"] {
                case "TYPE": learn("TYPE", row["value"])
                case "NETWORK_POLICY": learn("NETWORK_POLICY", row["value"])
                case "RSA_PUBLIC_KEY_FP": properties["RSA_PUBLIC_KEY"] = Self.said(row["value"]) ?? ""
                case "RSA_PUBLIC_KEY_2_FP": properties["RSA_PUBLIC_KEY_2"] = Self.said(row["value"]) ?? ""
                default: break
                }
            }
        case .networkPolicy:
            for row in rows { learn(row["name"], row["value"]) }
        case .authenticationPolicy:
            for row in rows where row["property"] != "COMMENT" && row["value"] != row["default"] {
                learn(row["property"], row["value"])
            }
        case .networkRule:
            learn("VALUE_LIST", rows.first?["value_list"])
        default: break
        }
    }

    private static func said(_ value: String?) -> String? { value == "null" || value == "" ? nil : value }

    private mutating func learn(_ key: String?, _ value: String?) {
        guard let key, let value = Self.said(value) else { return }
        properties[key] = Self.isNames(key) ? Canonical.names(value) : Canonical.form(value, of: key)
    }
}
