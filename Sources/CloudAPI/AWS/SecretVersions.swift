/// The versions of a secret, by the labels that say which is in use (Secrets Manager user guide, "Secret versions").
extension SecretsManagerClient {
    /// A text that a secret has or had.
    package struct Version: Sendable {
        package let id: String
        package let value: String
        /// Seconds since 1970; nil where the service does not say.
        package let created: Int?
    }

    /// A label; a secret has each at most once.
    package enum Stage: String, Sendable {
        case current = "AWSCURRENT"
        case pending = "AWSPENDING"
        case previous = "AWSPREVIOUS"
    }

    /// The version that carries a label; nil where none does.
    package func version(_ stage: Stage, of secret: String) throws -> Version? {
        do {
            let answer = try call(
                "GetSecretValue", ["SecretId": .string(secret), "VersionStage": .string(stage.rawValue)])
            guard let id = answer["VersionId"]?.string, let value = answer["SecretString"]?.string, !value.isEmpty
            else {
                return nil
            }
            let created = answer["CreatedDate"]?.text.prefix { $0 != "." }
            return Version(id: id, value: value, created: created.flatMap { Int($0) })
        } catch let error as CloudError where error.code == "ResourceNotFoundException" {
            return nil
        }
    }

    /// Adds a version with a label of its own, so that what is in use stays as it is.
    package func add(value: String, to secret: String, as stage: Stage) throws -> Version {
        let token = RequestID.random().description
        let answer = try call(
            "PutSecretValue",
            [
                "SecretId": .string(secret), "SecretString": .string(value), "ClientRequestToken": .string(token),
                "VersionStages": [.string(stage.rawValue)],
            ])
        return Version(id: answer["VersionId"]?.string ?? token, value: value, created: nil)
    }

    /// Puts a label on a version, and takes it off the one that had it; nil takes it off for good.
    package func move(_ stage: Stage, of secret: String, to version: String?, from old: String?) throws {
        _ = try call(
            "UpdateSecretVersionStage",
            .object(compacting: [
                ("SecretId", .string(secret)), ("VersionStage", .string(stage.rawValue)),
                ("MoveToVersionId", version.map { .string($0) }), ("RemoveFromVersionId", old.map { .string($0) }),
            ]))
    }
}
