public import CloudFormation

/// A value in Secrets Manager and nowhere else: the template never holds it. (``KeyPair`` is the one Snowflake's users have.)
public struct Secret: AWSResource, Adjustable, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public let name: String
    public var adjustments = Adjustments()
    let key: Key?
    private let source: Source
    private let purpose: String

    /// Where the value comes from.
    public enum Source: Hashable, Sendable {
        /// Secrets Manager makes so many random letters and digits when the secret is made, 16 to 4096.
        case generated(length: Int)
        /// Somebody puts it there after the first deploy, with `aws secretsmanager put-secret-value`; until then it has none.
        case supplied
    }

    /// - Parameter name: 1 to 512 letters, digits and `/_+=.@-`; no hyphen and six characters at the end, which would look like
    ///   what Secrets Manager itself adds.
    public init(
        _ id: LogicalID,
        named name: String,
        _ source: Source,
        encryptedBy key: Key? = nil,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.name = name
        self.source = source
        self.key = key
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    /// What Secrets Manager finds the secret by: its ARN.
    public var secretID: ARN<SecretsManager.Secret> { ARN(Text(.attribute(of: id, Reference.refAttribute))) }

    /// Secrets Manager API reference, CreateSecret.
    public var faults: [String] {
        var found: [String] = []
        if name.wholeMatch(of: /[A-Za-z0-9\/_+=.@-]{1,512}/) == nil {
            found.append("\"\(name.prefix(60))\" is no name of a secret; use 1 to 512 letters, digits and /_+=.@-")
        } else if name.wholeMatch(of: /.*-[A-Za-z0-9]{6}/) != nil {
            found.append(
                "\"\(name.prefix(60))\" ends like a secret's ARN, with a hyphen and six characters; add a word")
        }
        if case .generated(let length) = source, !(16...4096).contains(length) {
            found.append("\(length) characters are no secret; use 16 to 4096")
        }
        return found
    }

    public var entries: [TemplateEntry] {
        let secret = SecretsManager.Secret(
            logicalID,
            description: Text(purpose),
            generateSecretString: generation,
            kmsKeyId: key?.arn,
            name: Text(name),
            file: declared.file,
            line: declared.line
        )
        return adjusted([secret.with(.onRemoval(.delete)).entry])
    }

    private var generation: SecretsManager.Secret.GenerateSecretString? {
        guard case .generated(let length) = source else { return nil }
        return .init(excludePunctuation: true, passwordLength: Scalar(length))
    }
}

extension Permission {
    /// Reads the value of a secret.
    public static func read(valueOf secret: Secret) -> Permission {
        Permission(
            statements: [
                PolicyStatement(
                    sid: "Read\(secret.id)",
                    actions: ["secretsmanager:GetSecretValue"],
                    resources: [.init(secret.secretID)]
                )
            ], keys: KeyUse.reading(secret.key))
    }
}
