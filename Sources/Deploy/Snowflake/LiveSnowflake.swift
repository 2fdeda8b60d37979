import InfraDSL

/// What a Snowflake account holds of the kinds a stack declares.
struct LiveSnowflake: Sendable {
    /// By ``ObjectName/id``.
    var objects: [String: LiveObject] = [:]
    /// By ``SnowflakeGrant/id``, whether a stack could declare it or not.
    var grants: [String: LiveGrant] = [:]
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

    /// A privilege on an object.
    init(_ privilege: String, on kind: String, _ object: [String], to role: ObjectName) {
        id = "GRANT \(privilege) ON \(kind) \(object.joined(separator: ".")) TO \(role.id)"
        self.privilege = privilege
        self.kind = kind
        self.object = object
        grantee = role
    }

    /// A privilege on whatever of a kind a schema will hold; `kinds` in the plural.
    init(_ privilege: String, onFuture kinds: String, in schema: ObjectName, to role: ObjectName) {
        id = "GRANT \(privilege) ON FUTURE \(kinds) IN \(schema.id) TO \(role.id)"
        self.privilege = privilege
        kind = nil
        object = []
        grantee = role
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
}

struct LiveColumn: Sendable, Hashable {
    let name: String
    let type: String
}

/// One form for values that Snowflake writes in several ways.
enum Canonical {
    /// A declared value; nil while a hole in it is not known.
    static func form(_ property: SnowflakeObject.Property, _ known: KnownValues) -> String? {
        switch property.value {
        case .word(let word): form(word, of: property.key)
        case .number(let number): "\(number)"
        case .bool(let bool): bool ? "true" : "false"
        case .text(let text): text.resolved(known.value).map { form($0, of: property.key) }
        case .texts(let texts): list(texts.compactMap { $0.resolved(known.value) })
        case .name(let name): name.dotted
        case .clause: "true"
        }
    }

    /// A value as the account shows it.
    static func form(_ shown: String, of key: String) -> String {
        switch key {
        case "WAREHOUSE_SIZE": shown.uppercased().replacing("-", with: "")
        case "STORAGE_ALLOWED_LOCATIONS": list(shown.split(separator: ",").map(String.init))
        case "NULL_IF": list(listed(shown))
        case "RSA_PUBLIC_KEY": Fingerprint.ofPublicKey(base64: shown) ?? shown
        case "ENCODING", "COMPRESSION": shown.uppercased().replacing("-", with: "")
        default:
            switch shown.lowercased() {
            case "true", "y", "yes": "true"
            case "false", "n", "no": "false"
            default: shown
            }
        }
    }

    /// Lists are sets: Snowflake gives them back in any order.
    static func list(_ items: [String]) -> String {
        items.map { $0.drop { $0 == " " } }.map(String.init).sorted().joined(separator: ",")
    }

    /// `["NULL","null",""]` or `[NULL, null, ]` as its items.
    private static func listed(_ shown: String) -> [String] {
        shown.drop { $0 == "[" }.trimmingSuffix { $0 == "]" }
            .split(separator: ",", omittingEmptySubsequences: false)
            .map { item in String(item.drop { $0 == " " }.filter { $0 != "\"" && $0 != "'" }) }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ predicate: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}
