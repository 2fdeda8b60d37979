import Foundation
import InfraDSL

/// What statements on Snowflake mean for who may do what: grants, and the places an integration may reach.
enum GrantAccess {
    static func changes(_ statements: [SnowflakeChange], live: LiveSnowflake) -> [AccessChange] {
        statements.compactMap { statement in
            if statement.id.hasPrefix("GRANT ") { return grant(statement, live) }
            guard statement.action != .create else { return nil }
            return statement.properties.lazy.compactMap { reach(of: statement.id, $0) }.first
        }
    }

    private static func grant(_ statement: SnowflakeChange, _ live: LiveSnowflake) -> AccessChange {
        let grantee = statement.id.components(separatedBy: " TO ").last ?? ""
        let isGone = statement.action == .delete
        let owner = isGone ? nil : ownership(over: statement.id, live)
        let verdict: AccessChange.Verdict = isGone ? .narrower : owner == nil ? .broader : .equal
        let reason: String
        if owner != nil {
            reason = "\(grantee) owns it already"
        } else if statement.id.hasPrefix("GRANT OWNERSHIP") {
            reason = "an owner may do everything with it, and grant it on"
        } else if statement.id.contains(" ON FUTURE ") || statement.id.contains(" ON ALL ") {
            reason = "holds for whatever will be made there"
        } else {
            reason = ""
        }
        return AccessChange(
            verdict: verdict, action: statement.action, place: grantee, statement: statement.id, reason: reason)
    }

    /// The grant of ownership that implies a privilege on the same object.
    private static func ownership(over id: String, _ live: LiveSnowflake) -> LiveGrant? {
        guard let place = id.firstRange(of: " ON ") else { return nil }
        return live.grants["GRANT OWNERSHIP" + id[place.lowerBound...]]
    }

    /// Locations of a storage integration, compared by prefix.
    private static func reach(of id: String, _ change: PropertyChange) -> AccessChange? {
        guard change.path.last == "STORAGE_ALLOWED_LOCATIONS", id.hasPrefix("STORAGE INTEGRATION") else { return nil }
        let before = locations(change.before)
        let after = locations(change.after)
        let more = after.filter { place in !before.contains { place.hasPrefix($0) || $0 == "*" } }
        let less = before.filter { place in !after.contains { place.hasPrefix($0) || $0 == "*" } }
        let isKnown = change.after != nil && change.after != PropertyChange.knownLater
        let verdict: AccessChange.Verdict =
            !isKnown ? .unknown : !more.isEmpty ? .broader : !less.isEmpty ? .narrower : .equal
        let reason =
            switch verdict {
            case .broader: "reaches \(more.joined(separator: ", "))"
            case .narrower: "no longer reaches \(less.joined(separator: ", "))"
            case .unknown: "the locations are known after apply"
            case .equal: ""
            }
        return AccessChange(
            verdict: verdict, action: .update, place: id,
            statement: "allowed locations \(after.joined(separator: ", "))", reason: reason)
    }

    private static func locations(_ list: String?) -> [String] {
        (list ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }
    }
}

extension PropertyChange {
    /// Stands for a value that only a cloud can tell.
    static let knownLater = "(known after apply)"
}
