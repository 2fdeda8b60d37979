/// What one changed statement or grant means for who may do what.
struct AccessChange: Sendable, Hashable {
    /// Compared with before; what can not be told counts as broader wherever a consent is asked for.
    enum Verdict: String, Sendable, CaseIterable {
        case broader
        case narrower
        case equal
        case unknown
    }

    let verdict: Verdict
    let action: Action
    /// The policy or role it stands in, such as `IngestRole, permissions`.
    let place: String
    /// On one line; the new one where it changed.
    let statement: String
    /// Why the verdict; empty where it is plain.
    let reason: String

    /// Somebody may do more than before, or may.
    var isBroadening: Bool { verdict == .broader || verdict == .unknown }
}

/// The statements of one policy before and after, each with what its change means. Pure.
struct AccessDiff: Sendable {
    let changes: [AccessChange]

    init(_ place: String, from old: [AccessStatement], to new: [AccessStatement]) {
        var gone = old.filter { statement in !new.contains { $0 == statement } }
        let come = new.filter { statement in !old.contains { $0 == statement } }
        var changes: [AccessChange] = []
        for statement in come {
            let partner = gone.firstIndex { $0.isAllow == statement.isAllow && $0.isNamesake(of: statement) }
            let before = partner.map { gone.remove(at: $0) }
            let (verdict, reason) = Self.verdict(from: before, to: statement, old: old, new: new)
            changes.append(
                AccessChange(
                    verdict: verdict, action: before == nil ? .create : .update, place: place,
                    statement: statement.summary, reason: reason))
        }
        for statement in gone {
            let (verdict, reason) = Self.verdict(from: statement, to: nil, old: old, new: new)
            changes.append(
                AccessChange(
                    verdict: verdict, action: .delete, place: place, statement: statement.summary, reason: reason))
        }
        self.changes = changes
    }

    /// An allowance that grows broadens, a refusal that grows narrows; both are measured against all statements of the policy.
    private static func verdict(
        from before: AccessStatement?,
        to after: AccessStatement?,
        old: [AccessStatement],
        new: [AccessStatement]
    ) -> (AccessChange.Verdict, String) {
        let isAllow = (after ?? before)?.isAllow ?? true
        let old = old.filter { $0.isAllow == isAllow }
        let new = new.filter { $0.isAllow == isAllow }
        let gained = after.map { StatementOrder.covers(old, $0) } ?? .init(.yes)
        let lost = before.map { StatementOrder.covers(new, $0) } ?? .init(.yes)
        // What is allowed more, or refused less.
        let (risk, relief) = isAllow ? (gained, lost) : (lost, gained)
        switch risk.truth {
        case .no: return (.broader, (isAllow ? "gives " : "no longer refuses ") + risk.reason)
        case .unknown: return (.unknown, (isAllow ? "may give " : "may no longer refuse ") + risk.reason)
        case .yes where relief.truth == .yes: return (.equal, "other statements say the same")
        case .yes: return (.narrower, (isAllow ? "no longer gives " : "refuses ") + relief.reason)
        }
    }
}

extension AccessStatement {
    /// One takes the other's place: the same name, or without names the same actions or resources.
    fileprivate func isNamesake(of other: AccessStatement) -> Bool {
        if sid != nil || other.sid != nil { return sid == other.sid }
        return actions == other.actions || resources == other.resources || principals == other.principals
    }
}
