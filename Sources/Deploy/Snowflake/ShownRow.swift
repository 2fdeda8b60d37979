import CloudAPI
import InfraDSL

/// A row of SHOW or DESC: columns are found by name, unknown ones ignored, so that a new column of Snowflake's breaks nothing.
struct Row {
    private let values: [String: String?]

    init(_ values: [String: String?]) { self.values = values }

    subscript(_ column: String) -> String? { values[column] ?? nil }

    var name: String { self["name"] ?? "" }

    /// The object the row is of; nil for what Snowflake itself puts into every database.
    func objectName(_ kind: ObjectKind, in database: ObjectName?) -> ObjectName? {
        guard !name.isEmpty else { return nil }
        guard let database else { return ObjectName(name, kind: kind) }
        if kind == .schema { return name == "INFORMATION_SCHEMA" ? nil : database.child(name, kind: .schema) }
        guard let schema = self["schema_name"], schema != "INFORMATION_SCHEMA" else { return nil }
        return database.child(schema, kind: .schema).child(name, kind: kind)
    }

    /// The privilege a row of SHOW GRANTS TO ROLE states; nil for ownership, which nobody grants, and for what a grant on
    /// the schema gives.
    func privilegeGrant(to role: ObjectName) -> LiveGrant? {
        guard let privilege = self["privilege"], privilege != "OWNERSHIP", let shown = self["granted_on"],
            self["is_inherited"]?.lowercased() != "true", let parts = ObjectName.parts(shown: name)
        else { return nil }
        return granted(LiveGrant(privilege, on: Self.kindWords(shown), parts, to: role))
    }

    /// Who a row of SHOW GRANTS OF ROLE gives the role to.
    func membership(of role: ObjectName) -> LiveGrant? {
        guard let kind = ObjectKind(rawValue: (self["granted_to"] ?? "").uppercased()),
            let grantee = self["grantee_name"]
        else { return nil }
        return LiveGrant(role, to: ObjectName(grantee, kind: kind))
    }

    /// The grant a row of SHOW FUTURE GRANTS TO ROLE states; its name is `DATABASE.SCHEMA.<KIND>`.
    func futureGrant(to role: ObjectName) -> LiveGrant? {
        guard let privilege = self["privilege"], let kind = self["grant_on"],
            let parts = ObjectName.parts(shown: String(name.prefix { $0 != "<" }.dropLast())), parts.count == 2
        else { return nil }
        let schema = ObjectName(parts[0], kind: .database).child(parts[1], kind: .schema)
        return LiveGrant(privilege, onFuture: Self.kindWords(kind) + "S", in: schema, to: role)
    }

    /// The grant a row of SHOW INHERITED GRANTS states.
    func inheritedGrant(in schema: ObjectName) -> LiveGrant? {
        guard let privilege = self["privilege"], let kind = self["granted_on"] ?? self["grant_on"],
            let role = self["grantee_name"]
        else { return nil }
        let words = Self.kindWords(kind)
        return granted(
            LiveGrant(
                privilege, onEvery: words.hasSuffix("S") ? words : words + "S", in: schema,
                to: ObjectName(role, kind: .role)))
    }

    private func granted(_ grant: LiveGrant) -> LiveGrant {
        var grant = grant
        grant.grantor = self["granted_by"]
        return grant
    }

    /// `FILE_FORMAT` as SQL writes it.
    private static func kindWords(_ shown: String) -> String { shown.replacing("_", with: " ") }
}

extension ResultSet {
    /// The rows with their columns by lower-case name.
    var namedRows: [Row] {
        let names = columns.map { $0.name.lowercased() }
        return rows.map { row in Row(Dictionary(zip(names, row)) { first, _ in first }) }
    }
}

extension ObjectName {
    /// A name as Snowflake shows it: parts joined by dots, quoted where they need it. Nil for what is no name.
    init?(shown: String, kind: ObjectKind) {
        guard let parts = Self.parts(shown: shown) else { return nil }
        let head = ObjectName(parts[0], kind: parts.count == 1 ? kind : .database)
        self = parts.dropFirst().enumerated().reduce(head) { name, part in
            name.child(part.element, kind: part.offset == parts.count - 2 ? kind : .schema)
        }
    }

    /// At least one part, none of them empty.
    static func parts(shown: String) -> [String]? {
        var parts: [String] = []
        var rest = shown[...]
        while true {
            guard let part = rest.first == "\"" ? quotedPart(&rest) : plainPart(&rest), !part.isEmpty else {
                return nil
            }
            parts.append(part)
            guard let next = rest.popFirst() else { return parts }
            guard next == "." else { return nil }
        }
    }

    private static func plainPart(_ rest: inout Substring) -> String? {
        let part = rest.prefix { $0 != "." && $0 != "\"" }
        rest = rest.dropFirst(part.count)
        return String(part)
    }

    /// A quote inside stands twice; nil when the closing one is missing.
    private static func quotedPart(_ rest: inout Substring) -> String? {
        var part = ""
        rest.removeFirst()
        while let end = rest.firstIndex(of: "\"") {
            part += rest[..<end]
            rest = rest[rest.index(after: end)...]
            guard rest.first == "\"" else { return part }
            part += "\""
            rest.removeFirst()
        }
        return nil
    }
}
