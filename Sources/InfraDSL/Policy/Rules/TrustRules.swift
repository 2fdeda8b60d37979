import CloudFormation

/// Who may act for whom: services for this account only, other accounts with an external id.
enum TrustRules {
    static let all = [confusedDeputy, externalID, ownRoot, permissionSource]

    /// Services that act for whatever account asks them to.
    private static let deputies: Set<String> = [
        "scheduler.amazonaws.com", "ecs-tasks.amazonaws.com", "events.amazonaws.com", "states.amazonaws.com",
        "pipes.amazonaws.com", "firehose.amazonaws.com",
    ]

    static let confusedDeputy = Rule(
        "SL-TRU-001", "A service acts for every customer; without a source condition any of them may borrow the right.",
        fix: "Bind aws:SourceAccount or aws:SourceArn."
    ) { subject in
        subject.statements.filter { statement in
            guard statement.isAllow, !statement.services.isEmpty, !statement.binds(AccessRules.callerKeys) else {
                return false
            }
            return statement.kind == .resource
                || (statement.kind == .trust && statement.services.contains(where: deputies.contains))
        }.map { $0.breach("lets \($0.services.joined(separator: ", ")) act for any account") }
    }

    static let externalID = Rule(
        "SL-TRU-002", "Another party's account assumes roles for all its customers; the external id tells them apart.",
        fix: "Bind sts:ExternalId to the value the party gives."
    ) { subject in
        subject.statements.filter { $0.kind == .trust && $0.isAllow && $0.covers("sts:AssumeRole") }.compactMap {
            statement in
            let foreign = statement.principals.contains { principal in
                guard principal.kind == "AWS", let who = principal.value.flat, who != "*" else { return false }
                return !who.contains("${AWS::AccountId}")
                    && !(subject.target(of: principal.value)?.type.hasPrefix("AWS::IAM::") ?? false)
            }
            let bound = statement.binds(["sts:ExternalId", "aws:PrincipalOrgID"])
            return foreign && !bound ? statement.breach("trusts another account without an external id") : nil
        }
    }

    static let ownRoot = Rule(
        "SL-TRU-003", "To trust the root of the own account is to trust everybody in it.",
        fix: "Name the role that may assume it, or bind a condition."
    ) { subject in
        subject.statements.filter { $0.kind == .trust && $0.isAllow && $0.conditions.isEmpty }.compactMap { statement in
            statement.principals.contains { $0.kind == "AWS" && AccessRules.isOwnAccount($0.value) }
                ? statement.breach("trusts every principal of the account") : nil
        }
    }

    static let permissionSource = Rule(
        "SL-LAM-002", "A service that may call the function for any account is a way in for all of them.",
        fix: "Set SourceArn, and SourceAccount for S3.", of: ["AWS::Lambda::Permission"]
    ) { permission, _ in
        guard let who = permission["Principal"]?.flat, who.hasSuffix(".amazonaws.com") else { return nil }
        if who.hasPrefix("s3."), permission["SourceAccount"] == nil { return "S3 may call it for any account" }
        return permission["SourceArn"] == nil && permission["SourceAccount"] == nil
            ? "\(who) may call it for any account" : nil
    }
}
