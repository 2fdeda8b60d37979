public import CloudFormation

/// A user for a program: signs in with a key pair or by its identity in AWS, never with a password.
public struct ServiceUser: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    /// The pair it signs in with; nil where its identity in AWS is enough.
    public let key: KeyPair?
    private let purpose: String
    private let role: AccountRole
    private let warehouse: Warehouse
    private let identity: WorkloadIdentity?
    private let network: NetworkPolicy?
    private let policy: AuthenticationPolicy?

    /// - Parameters:
    ///   - network: where it may come from; useful only where that is a fixed address or endpoint.
    ///   - policy: how it may sign in.
    public init(
        _ name: String,
        as role: AccountRole,
        on warehouse: Warehouse,
        signingWith key: KeyPair,
        comingFrom network: NetworkPolicy? = nil,
        restrictedBy policy: AuthenticationPolicy? = nil,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            name, role, warehouse, key: key, identity: nil, network, policy, purpose,
            SourceLocation(file: file, line: line))
    }

    /// A program that AWS vouches for, so that there is no key to keep. An option until it has been proved on an account.
    public init(
        _ name: String,
        as role: AccountRole,
        on warehouse: Warehouse,
        identifiedBy identity: WorkloadIdentity,
        comingFrom network: NetworkPolicy? = nil,
        restrictedBy policy: AuthenticationPolicy? = nil,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            name, role, warehouse, key: nil, identity: identity, network, policy, purpose,
            SourceLocation(file: file, line: line))
    }

    private init(
        _ name: String,
        _ role: AccountRole,
        _ warehouse: Warehouse,
        key: KeyPair?,
        identity: WorkloadIdentity?,
        _ network: NetworkPolicy?,
        _ policy: AuthenticationPolicy?,
        _ purpose: String,
        _ declared: SourceLocation
    ) {
        self.name = ObjectName(name, kind: .user)
        self.role = role
        self.warehouse = warehouse
        self.key = key
        self.identity = identity
        self.network = network
        self.policy = policy
        self.purpose = purpose
        self.declared = declared
    }

    public var declaration: SnowflakeDeclaration {
        var options: [SnowflakeObject.Property] = [
            .init("TYPE", .word("SERVICE")),
            .init("DEFAULT_ROLE", .name(role.name)),
            .init("DEFAULT_WAREHOUSE", .name(warehouse.name)),
        ]
        if let key { options.append(.init("RSA_PUBLIC_KEY", .text(key.publicKey))) }
        if let identity { options.append(.init("WORKLOAD_IDENTITY", .nested(identity.options), isCreateOnly: true)) }
        if let network { options.append(.init("NETWORK_POLICY", .name(network.name))) }
        return .object(
            SnowflakeObject(
                name,
                options,
                completion: policy.map { policy in
                    [
                        .init(
                            key: "AUTHENTICATION POLICY", value: policy.name.dotted,
                            statement: "ALTER USER \(name) SET AUTHENTICATION POLICY \(policy.name)")
                    ]
                } ?? [],
                purpose: purpose
            )
        )
    }
}

/// Who a program is outside of Snowflake (Workload identity federation).
public struct WorkloadIdentity: Hashable, Sendable {
    let options: [SnowflakeObject.Property]

    /// A program that runs as an IAM role.
    ///
    /// - Parameters:
    ///   - roleARN: `arn:aws:iam::<account>:role/<name>`.
    ///   - issuer: the account's own issuer of tokens, once outbound web identity federation is switched on there
    ///     (`aws iam enable-outbound-web-identity-federation`); the SQL API takes such tokens only.
    public static func aws(roleARN: Text, issuer: String? = nil) -> WorkloadIdentity {
        WorkloadIdentity(
            options: [.init("TYPE", .word("AWS")), .init("ARN", .text(roleARN))]
                + (issuer.map { [.init("ISSUER", .text(Text($0)))] } ?? []))
    }
}
