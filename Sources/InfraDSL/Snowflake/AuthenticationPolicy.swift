public import CloudFormation

/// How a user may sign in.
public struct AuthenticationPolicy: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let methods: [Method]
    private let clients: [Client]
    private let purpose: String

    /// Ways that programs have; a password is not among them.
    public enum Method: String, Hashable, Sendable {
        case keyPair = "KEYPAIR"
        case workloadIdentity = "WORKLOAD_IDENTITY"
        case accessToken = "PROGRAMMATIC_ACCESS_TOKEN"
        case oauth = "OAUTH"
        case saml = "SAML"
    }

    /// Programs that may ask; a best effort of Snowflake's that does not cover its REST APIs.
    public enum Client: String, Hashable, Sendable {
        case drivers = "DRIVERS"
        case cli = "SNOWFLAKE_CLI"
        case snowsight = "SNOWFLAKE_UI"
    }

    public init(
        _ name: String,
        in schema: Schema,
        allowing methods: Method...,
        from clients: [Client] = [],
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .authenticationPolicy)
        self.methods = methods
        self.clients = clients
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    /// Why a user who signs in so would be locked out by it; nil when it is let in.
    func refusal(of method: Method) -> String? {
        methods.contains(method)
            ? nil : "it signs in by \(method.rawValue), which its authentication policy \(name.dotted) does not allow"
    }

    public var contradictions: [String] {
        methods.isEmpty ? ["an authentication policy without a method locks all out"] : []
    }

    public var declaration: SnowflakeDeclaration {
        let clientTypes: [SnowflakeObject.Property] =
            clients.isEmpty ? [] : [.init("CLIENT_TYPES", .texts(clients.map { Text($0.rawValue) }))]
        return .object(
            SnowflakeObject(
                name,
                [.init("AUTHENTICATION_METHODS", .texts(methods.map { Text($0.rawValue) }))] + clientTypes,
                purpose: purpose
            )
        )
    }
}
