import CloudAPI
import InfraDSL

/// A row of SHOW or DESC: columns are found by name, unknown ones ignored, so that a new column of Snowflake's breaks nothing.
struct Row {
    private let values: [String: String?]

    init(_ values: [String: String?]) { self.values = values }

    subscript(_ column: String) -> String? { values[column] ?? nil }

    var name: String { self["name"] ?? "" }

    /// The object inside a schema that the row shows.
    func child(of database: ObjectName, kind: ObjectKind) -> ObjectName {
        database.child(self["schema_name"] ?? "", kind: .schema).child(name, kind: kind)
    }

    /// The privilege a row of SHOW GRANTS TO ROLE states, as the id of a declared grant.
    func privilegeGrant(to role: ObjectName) -> [String] {
        guard let privilege = SnowflakeGrant.Privilege(rawValue: self["privilege"] ?? ""),
            let kind = Self.kind(self["granted_on"] ?? ""), let object = ObjectName(shown: name, kind: kind)
        else { return [] }
        return [SnowflakeGrant.privilege(privilege, on: object, to: role).id]
    }

    /// The grant a row of SHOW FUTURE GRANTS states.
    func futureGrant(in schema: ObjectName) -> [String] {
        guard let privilege = SnowflakeGrant.Privilege(rawValue: self["privilege"] ?? ""),
            let kind = SnowflakeGrant.FutureKind(rawValue: (self["grant_on"] ?? "") + "S"),
            let role = self["grantee_name"]
        else { return [] }
        return [SnowflakeGrant.future(privilege, kind, in: schema, to: ObjectName(role, kind: .role)).id]
    }

    private static func kind(_ shown: String) -> ObjectKind? {
        let word = shown.replacing("_", with: " ")
        return word == "INTEGRATION" ? .storageIntegration : ObjectKind(rawValue: word)
    }
}

extension ResultSet {
    /// The rows with their columns by lower-case name.
    var namedRows: [Row] {
        let names = columns.map { $0.name.lowercased() }
        return rows.map { row in Row(Dictionary(zip(names, row)) { first, _ in first }) }
    }
}

extension ObjectName {
    /// A name as Snowflake shows it: parts joined by dots, quoted where they need it.
    init?(shown: String, kind: ObjectKind) {
        var parts: [String] = []
        var rest = shown[...]
        while !rest.isEmpty {
            if rest.first == "\"" {
                var part = ""
                rest = rest.dropFirst()
                while let end = rest.firstIndex(of: "\"") {
                    part += rest[..<end]
                    rest = rest[rest.index(after: end)...]
                    guard rest.first == "\"" else { break }
                    part += "\""
                    rest = rest.dropFirst()
                }
                parts.append(part)
            } else {
                let part = rest.prefix { $0 != "." }
                parts.append(String(part))
                rest = rest.dropFirst(part.count)
            }
            if rest.first == "." { rest = rest.dropFirst() }
        }
        guard let first = parts.first else { return nil }
        let head = ObjectName(first, kind: parts.count == 1 ? kind : .database)
        self = parts.dropFirst().enumerated().reduce(head) { name, part in
            name.child(part.element, kind: part.offset == parts.count - 2 ? kind : .schema)
        }
    }
}
