import CloudFormation

/// Who may do what: nobody unknown, nothing unnamed.
enum AccessRules {
    static let all = [
        publicPrincipal, inverted, wildcardAction, wildcardResource, administrator, passRole, publicBucket, publicACL,
        functionURL, strayCondition,
    ]

    /// Conditions that say which caller is meant.
    static let callerKeys = [
        "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:PrincipalOrgID", "aws:PrincipalAccount",
        "aws:PrincipalArn", "aws:SourceVpce", "aws:SourceVpc", "sts:ExternalId", "kms:CallerAccount",
        "kms:EncryptionContext:aws:logs:arn", "aws:SourceIdentity",
    ]

    static let publicPrincipal = Rule(
        "SL-ACC-001", "A policy that allows everybody is public.",
        fix: "Name the principal, or bind aws:PrincipalOrgID, aws:SourceAccount or aws:SourceArn."
    ) { subject in
        subject.statements.filter { $0.isAllow && ($0.kind == .resource || $0.kind == .trust) }.compactMap {
            statement in
            let open = statement.principals.contains { principal in
                let who = principal.value.flat ?? ""
                return who == "*" && (principal.kind != "Service")
            }
            return open && !statement.binds(callerKeys) ? statement.breach("allows every principal") : nil
        }
            + subject.resources(of: "AWS::Lambda::Permission").filter { $0["Principal"]?.flat == "*" }.map {
                Breach($0, at: ["Properties", "Principal"], "lets everybody call the function")
            }
    }

    static let inverted = Rule(
        "SL-ACC-002", "Allowing all but a list allows what nobody thought of.",
        fix: "List what is allowed: Action, Resource and Principal."
    ) { subject in
        subject.statements.filter(\.isAllow).compactMap { statement in
            ["NotAction", "NotResource", "NotPrincipal"].first { statement.value[$0] != nil }
                .map { statement.breach("allows by \($0)") }
        }
    }

    static let wildcardAction = Rule(
        "SL-ACC-003", "All actions of a service include its administration.",
        fix: "List the actions that are used."
    ) { subject in
        subject.statements.filter { $0.isAllow && $0.kind != .endpoint }.compactMap { statement in
            let wide = statement.actions.filter { $0 == "*" || $0.hasSuffix(":*") }
            guard let action = wide.first else { return nil }
            // A key's own policy must leave the key to its account.
            let isKeyOfAccount =
                statement.owner.type == "AWS::KMS::Key" && action == "kms:*"
                && statement.principals.allSatisfy { isOwnAccount($0.value) }
            return isKeyOfAccount ? nil : statement.breach("allows \(action)")
        }
    }

    /// The root of the account the template stands in.
    static func isOwnAccount(_ principal: Value) -> Bool {
        guard let who = principal.flat else { return false }
        return who == "${AWS::AccountId}" || (who.contains("${AWS::AccountId}") && who.hasSuffix(":root"))
    }

    /// Actions that IAM grants on every resource or none (Service authorization reference).
    private static let unscopable = [
        "ec2:describe*", "xray:put*", "xray:get*", "ecr:getauthorizationtoken", "cloudwatch:putmetricdata",
        "logs:describeloggroups", "sts:getcalleridentity", "s3:listallmybuckets", "kms:listaliases",
        "cloudformation:listexports", "iam:listaccountaliases", "ssm:describeparameters",
        "ec2:createnetworkinterface", "ec2:deletenetworkinterface",
    ]

    static let wildcardResource = Rule(
        "SL-ACC-004", "A right on every resource is a right on those of others.",
        fix: "Name the ARNs, or bind the statement with a condition."
    ) { subject in
        subject.statements.filter { $0.isAllow && $0.kind == .identity }.compactMap { statement in
            guard statement.resources.contains(where: { $0.flat == "*" }), statement.conditions.isEmpty else {
                return nil
            }
            let scopable = statement.actions.first { action in
                !unscopable.contains { SubjectStatement.matches($0, action.lowercased()) }
            }
            return scopable.map { statement.breach("allows \($0) on every resource") }
        }
    }

    static let administrator = Rule(
        "SL-ACC-005", "A role that may do everything turns any fault into the worst one.",
        fix: "Write the policy the program needs.",
        of: ["AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"]
    ) { resource, _ in
        let wide = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "FullAccess"]
        let arn = resource["ManagedPolicyArns"]?.items.compactMap(\.flat).first { arn in
            wide.contains { arn.hasSuffix($0) }
        }
        return arn.map { "carries \($0)" }
    }

    static let passRole = Rule(
        "SL-ACC-006", "Whoever passes any role to any service has the rights of all roles.",
        fix: "Name the roles and bind iam:PassedToService."
    ) { subject in
        subject.statements.filter { $0.isAllow && $0.kind == .identity && $0.covers("iam:PassRole") }.compactMap {
            let open = $0.resources.contains { $0.flat.map { $0 == "*" || $0.hasSuffix(":role/*") } ?? false }
            if open { return $0.breach("passes every role") }
            return $0.binds(["iam:PassedToService"]) ? nil : $0.breach("passes a role to every service")
        }
    }

    static let publicBucket = Rule(
        "SL-S3-001", "Without all four blocks one ACL or policy makes the bucket public.",
        fix: "Set PublicAccessBlockConfiguration, all four true.", of: ["AWS::S3::Bucket"]
    ) { bucket, _ in
        let names = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"]
        let off = names.filter { name in
            let value = bucket.at("PublicAccessBlockConfiguration", name)
            return value == nil || value?.flag == false
        }
        return off.isEmpty ? nil : "\(off.joined(separator: ", ")) not on"
    }

    static let publicACL = Rule(
        "SL-S3-002", "A canned ACL opens the bucket to others than its owner.",
        fix: "Leave AccessControl out and let a policy name who may read.", of: ["AWS::S3::Bucket"]
    ) { bucket, _ in
        bucket["AccessControl"]?.literal.flatMap { acl in
            ["PublicRead", "PublicReadWrite", "AuthenticatedRead"].contains(acl) ? "its ACL is \(acl)" : nil
        }
    }

    static let strayCondition = Rule(
        "SL-ACC-007", "A request that never carries the key of a condition is never allowed.",
        fix: "Give the actions that carry the key a statement of their own."
    ) { subject in
        // Keys that only some actions of S3 carry (Actions, resources, and condition keys for Amazon S3).
        let carriers = [
            "s3:prefix": "s3:listbucket*", "s3:delimiter": "s3:listbucket*", "s3:max-keys": "s3:listbucket*",
        ]
        return subject.statements.filter(\.isAllow).compactMap { statement in
            for condition in statement.conditions
            where !condition.test.hasSuffix("IfExists") && condition.test != "Null" {
                guard let carrier = carriers[condition.key] else { continue }
                let other = statement.actions.first { action in
                    action.hasPrefix("s3:") && !action.contains("*")
                        && !SubjectStatement.matches(carrier, action.lowercased())
                }
                if let other { return statement.breach("\(other) never carries \(condition.key)") }
            }
            return nil
        }
    }

    static let functionURL = Rule(
        "SL-LAM-001", "A function URL without authentication is open to the Internet.",
        fix: "Set AuthType to AWS_IAM.", of: ["AWS::Lambda::Url"]
    ) { url, _ in url["AuthType"]?.literal == "NONE" ? "anybody may call it" : nil }
}
