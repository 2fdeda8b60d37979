public import CloudFormation

/// An IAM role that one party may assume. (A role of Snowflake's is ``AccountRole``.)
public struct Role: AWSResource, Adjustable, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let name: String?
    private let trust: PolicyStatement
    private let allow: [Permission]

    /// The role an integration of Snowflake's assumes: nobody else, and only with the external id that Snowflake alone sends.
    public init(
        _ id: LogicalID,
        trustedBy integration: some RoleAssumingIntegration,
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
    ///
    /// - Parameter source: on whose behalf, for services that act for whatever account asks them to; this account only.
    init(
        _ id: LogicalID,
        trustedBy service: Text,
        of source: (any ARNReference)? = nil,
        allow: [Permission],
        declared: SourceLocation
    ) {
        logicalID = id
        name = nil
        trust = PolicyStatement(
            sid: "Service",
            principal: .service(service),
            actions: ["sts:AssumeRole"],
            conditions: source.map { [.ownAccount, .source($0)] } ?? [])
        self.allow = allow
        self.declared = declared
    }

    public var id: String { logicalID.name }

    public var arn: ARN<IAM.Role> { ARN(Text(.attribute(of: id, "Arn"))) }

    public var faults: [String] { allow.flatMap(\.faults) }

    public var entries: [TemplateEntry] {
        let statements = allow.flatMap(\.statements) + KeyUse.statements(allow.flatMap(\.keys))
        var role = IAM.Role(
            logicalID,
            assumeRolePolicyDocument: PolicyDocument([trust]).value,
            policies: statements.isEmpty
                ? nil : [.init(policyDocument: PolicyDocument(statements).value, policyName: "allow")],
            roleName: name.map { Text($0) },
            file: declared.file,
            line: declared.line
        )
        for reason in allow.flatMap(\.reasons) { role.options = role.options.explaining(reason) }
        return adjusted([role.entry])
    }
}
