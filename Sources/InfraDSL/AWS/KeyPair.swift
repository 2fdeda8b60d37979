public import CloudFormation

/// An RSA key pair to sign in to Snowflake with: the private half in Secrets Manager and nowhere else, the public half on a
/// service user. The template makes the secret without a value; the deployer makes the pair and puts the private half there.
public struct KeyPair: AWSResource, Adjustable {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    /// The secret's name.
    public let secretName: String
    public var adjustments = Adjustments()
    let key: Key?
    private let purpose: String

    /// The attribute that stands for the public half: base64 of its DER, as `RSA_PUBLIC_KEY` wants it.
    public static let publicKeyAttribute = "PublicKey"

    public init(
        _ id: LogicalID,
        secretName: String,
        encryptedBy key: Key? = nil,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.secretName = secretName
        self.purpose = purpose
        self.key = key
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    /// Known once the pair is made.
    public var publicKey: Text { Text(.attribute(of: id, Self.publicKeyAttribute)) }

    /// What Secrets Manager finds the secret by.
    public var secretID: ARN<SecretsManager.Secret> { ARN(Text(.attribute(of: id, Reference.refAttribute))) }

    /// The ARN for policies: Secrets Manager adds six characters of its own to the name
    /// (Secrets Manager user guide, "Resources you can include in policies").
    var secretARN: ARNPattern {
        ARNPattern(
            Text(
                "arn:\(Pseudo.partition):secretsmanager:\(Pseudo.region):\(Pseudo.accountID):secret:\(secretName)-??????",
                naming: id
            ))
    }

    public var entries: [TemplateEntry] {
        let secret = SecretsManager.Secret(
            logicalID,
            description: Text(purpose),
            kmsKeyId: key?.arn,
            name: Text(secretName),
            file: declared.file,
            line: declared.line
        )
        return adjusted([secret.with(.onRemoval(.delete)).entry])
    }
}
