import CloudAPI
import CloudFormation
import InfraDSL

/// The two public keys that a user of Snowflake's can have at a time (Key-pair authentication, "Configuring key-pair
/// rotation").
struct KeySlots: Sendable {
    let user: ObjectName
    /// Fingerprints; nil for a slot that is free.
    let first: String?
    let second: String?

    enum Slot: Sendable {
        case first
        case second

        var other: Slot { self == .first ? .second : .first }
    }

    static func read(_ user: ObjectName, through client: SQLAPIClient) throws -> KeySlots {
        let statement: SQL = "DESC USER \(user)"
        var shown: [String: String] = [:]
        for row in try client.execute(statement.rendered { _ in nil } ?? "").namedRows {
            if let property = row["property"], let value = row["value"], value != "null", !value.isEmpty {
                shown[property] = value
            }
        }
        return KeySlots(user: user, first: shown["RSA_PUBLIC_KEY_FP"], second: shown["RSA_PUBLIC_KEY_2_FP"])
    }

    /// The slot that holds a key.
    func slot(of fingerprint: String) -> Slot? {
        first == fingerprint ? .first : second == fingerprint ? .second : nil
    }

    func isFree(_ slot: Slot) -> Bool { (slot == .first ? first : second) == nil }

    static func setting(_ slot: Slot, of user: ObjectName, to publicKey: String) -> SQL {
        switch slot {
        case .first: "ALTER USER \(user) SET RSA_PUBLIC_KEY = \(Text(publicKey))"
        case .second: "ALTER USER \(user) SET RSA_PUBLIC_KEY_2 = \(Text(publicKey))"
        }
    }

    static func clearing(_ slot: Slot, of user: ObjectName) -> SQL {
        switch slot {
        case .first: "ALTER USER \(user) UNSET RSA_PUBLIC_KEY"
        case .second: "ALTER USER \(user) UNSET RSA_PUBLIC_KEY_2"
        }
    }
}
