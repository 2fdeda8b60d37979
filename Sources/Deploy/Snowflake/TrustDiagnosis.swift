import CloudAPI
import InfraDSL

/// Which of the parts that must agree, for Snowflake to reach a bucket, does not: looked at one by one, in the order in which
/// Snowflake needs them.
struct TrustDiagnosis {
    /// What is wrong and what to do.
    let advice: String

    /// - Parameters:
    ///   - location: what the integration is asked for.
    ///   - description: the integration's properties, by name.
    ///   - trustPolicy: of the role that is declared; nil when there is no such role.
    init(
        _ integration: StorageIntegration,
        location: String,
        roleARN: String,
        description: [String: String?],
        trustPolicy: String?
    ) {
        let shown = { (key: String) in (description[key] ?? nil) ?? "" }
        let allowed = shown("STORAGE_ALLOWED_LOCATIONS").split(separator: ",").map { $0.drop { $0 == " " } }
        let blocked = shown("STORAGE_BLOCKED_LOCATIONS").split(separator: ",").map { $0.drop { $0 == " " } }
        let name = integration.name.dotted
        if shown("ENABLED").lowercased() == "false" {
            advice = "The integration \(name) is switched off (ENABLED); deploy again, which switches it on."
        } else if shown("STORAGE_AWS_ROLE_ARN") != roleARN {
            advice =
                "The integration \(name) assumes another role (STORAGE_AWS_ROLE_ARN is \(shown("STORAGE_AWS_ROLE_ARN")), "
                + "declared is \(roleARN)); deploy again, which sets it."
        } else if !allowed.contains(where: { location.hasPrefix($0) || $0 == "*" }) {
            advice =
                "The location is not allowed by \(name) (STORAGE_ALLOWED_LOCATIONS is "
                + "\(allowed.joined(separator: ", "))); deploy again, which sets it."
        } else if blocked.contains(where: { location.hasPrefix($0) }) {
            advice =
                "The location is blocked by \(name) (STORAGE_BLOCKED_LOCATIONS); unset what somebody has set there: "
                + "ALTER STORAGE INTEGRATION \(name) UNSET STORAGE_BLOCKED_LOCATIONS."
        } else if let trustPolicy {
            advice =
                Self.disagreement(trustPolicy, shown, integration.roleName)
                ?? "The trust policy agrees with the integration; look at the role's permissions, the bucket's policy and "
                + "its key's. Snowflake may also keep a refusal or a permission for a while."
        } else {
            advice =
                "The IAM role \(integration.roleName) does not exist: somebody removed it behind CloudFormation's back."
        }
    }

    private static func disagreement(_ policy: String, _ shown: (String) -> String, _ role: String) -> String? {
        let parts: [(attribute: StorageIntegration.Attribute, place: String)] = [
            (.userARN, "Principal"), (.externalID, "sts:ExternalId"),
        ]
        let statements = (try? JSON.parse(Array(policy.utf8)))?["Statement"]
        let all = statements?.elements ?? statements.map { [$0] } ?? []
        if all.contains(where: { $0["Effect"]?.string == "Deny" }) {
            return "The trust policy of \(role) denies (a statement with Effect Deny); deploy again to close the trust."
        }
        for (attribute, place) in parts
        where !policy.contains(shown(attribute.rawValue)) || shown(attribute.rawValue).isEmpty {
            return "The trust policy of \(role) does not name the \(attribute.rawValue) that DESC INTEGRATION shows "
                + "(\(place)); deploy again to close the trust."
        }
        return nil
    }
}
