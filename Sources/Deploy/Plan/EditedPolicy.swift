import CloudAPI
import CloudFormation
import InfraDSL

/// A policy that somebody edited by hand: as it is, and as it is declared.
struct EditedPolicy: Sendable {
    /// Such as `IngestRole permissions`.
    let place: String
    /// Nil where it is gone, or is no JSON.
    let live: JSON?
    let declared: JSON?

    /// - Parameters:
    ///   - live: JSON; nil where the policy is gone.
    ///   - declared: JSON.
    init(_ place: String, live: String?, declared: String) {
        self.place = place
        self.live = live.flatMap { try? JSON.parse(Array($0.utf8)) }
        self.declared = try? JSON.parse(Array(declared.utf8))
    }

    /// What setting it back means for who may do what.
    var repair: AccessDiff { AccessDiff(place, from: Self.statements(live), to: Self.statements(declared)) }

    /// What the edit meant.
    var drift: AccessDiff { AccessDiff(place, from: Self.statements(declared), to: Self.statements(live)) }

    /// The statements in which the two differ; what is equal but for its spelling is left out.
    var properties: [StackView.Property] {
        let before = Self.items(live)
        let after = Self.items(declared)
        let gone = before.filter { one in !after.contains { TrustPolicy.agree($0, one) } }
        let come = after.filter { one in !before.contains { TrustPolicy.agree($0, one) } }
        let names = (come + gone).map(Self.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return names.flatMap { name in
            let old = gone.filter { Self.name($0) == name }.map(Self.text)
            let new = come.filter { Self.name($0) == name }.map(Self.text)
            return (0..<max(old.count, new.count)).map { index in
                StackView.Property(
                    path: name, before: index < old.count ? old[index] : nil,
                    after: index < new.count ? new[index] : nil)
            }
        }
    }

    private static func statements(_ document: JSON?) -> [AccessStatement] {
        AccessStatement.all(of: document.map { Value($0) })
    }

    private static func items(_ document: JSON?) -> [JSON] {
        guard let statement = document?["Statement"] else { return [] }
        return statement.elements ?? [statement]
    }

    private static func name(_ statement: JSON) -> String {
        statement["Sid"]?.string.map { "Statement \($0)" } ?? "Statement"
    }

    private static func text(_ statement: JSON) -> String { String(decoding: statement.bytes, as: UTF8.self) }
}

extension TrustRepair {
    var policy: EditedPolicy { EditedPolicy("\(role.id) trust", live: live, declared: declared) }
}

extension PermissionRepair {
    var policy: EditedPolicy { EditedPolicy("\(role) permissions", live: live, declared: declared) }
}
