public import CloudFormation

/// A user for a program; roles are granted to it.
public protocol ProgramUser: NamedObject {}

/// A user for a program: signs in with a key pair, never with a password.
public struct ServiceUser: ProgramUser {
    public let name: ObjectName
    public let declared: SourceLocation
    /// The pair it signs in with.
    public let key: KeyPair
    let role: AccountRole
    let warehouse: Warehouse
    private let purpose: String
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
        self.name = ObjectName(name, kind: .user)
        self.role = role
        self.warehouse = warehouse
        self.key = key
        self.network = network
        self.policy = policy
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] { policy?.refusal(of: .keyPair).map { [$0] } ?? [] }

    public var declaration: SnowflakeDeclaration {
        .program(
            name, role, warehouse, [.init("RSA_PUBLIC_KEY", .text(key.publicKey))], network, policy, purpose: purpose)
    }
}

/// A user for a program that AWS vouches for, so that there is no key to keep (Workload identity federation). An option until it
/// has been proved on an account; the function signs in with a key pair.
public struct WorkloadUser: ProgramUser {
    public let name: ObjectName
    public let declared: SourceLocation
    private let purpose: String
    private let role: AccountRole
    private let warehouse: Warehouse
    private let identity: WorkloadIdentity
    private let network: NetworkPolicy?
    private let policy: AuthenticationPolicy?

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
        self.name = ObjectName(name, kind: .user)
        self.role = role
        self.warehouse = warehouse
        self.identity = identity
        self.network = network
        self.policy = policy
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] { policy?.refusal(of: .workloadIdentity).map { [$0] } ?? [] }

    public var declaration: SnowflakeDeclaration {
        .program(
            name, role, warehouse, [.init("WORKLOAD_IDENTITY", .nested(identity.options), isCreateOnly: true)], network,
            policy, purpose: purpose)
    }
}

extension SnowflakeDeclaration {
    fileprivate static func program(
        _ name: ObjectName,
        _ role: AccountRole,
        _ warehouse: Warehouse,
        _ signIn: [SnowflakeObject.Property],
        _ network: NetworkPolicy?,
        _ policy: AuthenticationPolicy?,
        purpose: String
    ) -> SnowflakeDeclaration {
        let base: [SnowflakeObject.Property] = [
            .init("TYPE", .word("SERVICE")),
            .init("DEFAULT_ROLE", .name(role.name)),
            .init("DEFAULT_WAREHOUSE", .name(warehouse.name)),
        ]
        let place: [SnowflakeObject.Property] = network.map { [.init("NETWORK_POLICY", .name($0.name))] } ?? []
        let completion: [SnowflakeObject.Completion] =
            policy.map { policy in
                [
                    .init(
                        key: "AUTHENTICATION POLICY", value: policy.name.dotted,
                        statement: "ALTER USER \(name) SET AUTHENTICATION POLICY \(policy.name)")
                ]
            } ?? []
        return .object(SnowflakeObject(name, base + signIn + place, completion: completion, purpose: purpose))
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
    public static func aws(roleARN: ARN<IAM.Role>, issuer: String? = nil) -> WorkloadIdentity {
        WorkloadIdentity(
            options: [.init("TYPE", .word("AWS")), .init("ARN", .text(roleARN.text))]
                + (issuer.map { [.init("ISSUER", .text(Text($0)))] } ?? []))
    }
}
