import CloudFormation

extension Permission {
    /// A right that no other word of ours says. The policy pack looks at it like at any other; the reason stands in the role's
    /// metadata and in the report of synth.
    public static func custom(_ statement: PolicyStatement, because reason: String) -> Permission {
        var permission = Permission(statements: [statement])
        permission.reasons = [Reason(sid: statement.sid, text: reason)]
        return permission
    }

    /// Why a statement was written by hand.
    struct Reason: Hashable, Sendable {
        let sid: String
        let text: String
    }
}

extension PolicyStatement {
    /// Something a role may do.
    ///
    /// - Parameters:
    ///   - sid: letters and digits that say what for.
    ///   - actions: such as `s3:GetObjectTagging`, at least one.
    ///   - resources: ARNs, at least one.
    public static func allow(
        _ sid: String,
        _ actions: [String],
        on resources: [ARNPattern],
        where conditions: [Condition] = []
    ) -> PolicyStatement {
        PolicyStatement(sid: sid, actions: actions, resources: resources, conditions: conditions)
    }
}

extension Permission {
    /// What IAM would refuse of statements written by hand (IAM user guide, "IAM JSON policy elements reference").
    var faults: [String] {
        reasons.flatMap { reason -> [String] in
            guard let statement = statements.first(where: { $0.sid == reason.sid }) else { return [] }
            var found: [String] = []
            if reason.text.allSatisfy(\.isWhitespace) { found.append("the statement \(reason.sid) needs a reason") }
            if statement.sid.isEmpty || !statement.sid.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
                found.append("\"\(statement.sid)\" is no id of a statement; use letters and digits")
            }
            if statement.actions.isEmpty || statement.resources.isEmpty {
                found.append("the statement \(reason.sid) needs actions and resources")
            }
            for action in statement.actions where action.wholeMatch(of: /[a-z0-9-]+:[A-Za-z0-9*?]+/) == nil {
                found.append("\"\(action)\" is no action; write it as s3:GetObject")
            }
            return found
        }
    }
}
