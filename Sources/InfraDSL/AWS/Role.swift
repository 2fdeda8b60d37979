public import CloudFormation

/// An IAM role that one party may assume. (A role of Snowflake's is ``AccountRole``.)
public struct Role: AWSResource, Adjustable {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let name: String?
    private let trust: PolicyStatement
    private let allow: [Permission]

    /// The role a storage integration assumes: nobody else, and only with the external id that Snowflake alone sends.
    public init(
        _ id: LogicalID,
        trustedBy integration: StorageIntegration,
        allow: [Permission],
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        name = integration.roleName
        trust = PolicyStatement(
            sid: "Snowflake",
            principal: .aws(integration.userARN),
            actions: ["sts:AssumeRole"],
            conditions: [.init("StringEquals", "sts:ExternalId", integration.externalID)]
        )
        self.allow = allow
        declared = SourceLocation(file: file, line: line)
    }

    /// The role of an AWS service, such as `lambda.amazonaws.com`.
    init(_ id: LogicalID, trustedBy service: Text, allow: [Permission], declared: SourceLocation) {
        logicalID = id
        name = nil
        trust = PolicyStatement(sid: "Service", principal: .service(service), actions: ["sts:AssumeRole"])
        self.allow = allow
        self.declared = declared
    }

    public var id: String { logicalID.name }

    public var arn: ARN<IAM.Role> { ARN(Text(.attribute(of: id, "Arn"))) }

    public var entries: [TemplateEntry] {
        let role = IAM.Role(
            logicalID,
            assumeRolePolicyDocument: PolicyDocument([trust]).value,
            policies: [
                .init(
                    policyDocument: PolicyDocument(
                        allow.flatMap(\.statements) + KeyUse.statements(allow.flatMap(\.keys))
                    ).value,
                    policyName: "allow"
                )
            ],
            roleName: name.map { Text($0) },
            file: declared.file,
            line: declared.line
        )
        return adjusted([role.entry])
    }
}
