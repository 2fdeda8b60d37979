import CloudAPI

/// Where credentials come from. A value that says so and can fetch them; fetched again when they are about to end.
indirect enum CredentialSource: Sendable {
    /// An access key, and where it stands.
    case key(AWSCredentials, String)
    case role(RoleRequest, from: CredentialSource)
    case webIdentity(WebIdentity)
    case sso(SSOSettings)
    case process(String, profile: String)
    case container(ContainerEndpoint)
    case instance

    /// For people: what it is, and never what it holds.
    var description: String {
        switch self {
        case .key(let key, let place): "access key \(key.accessKeyID) of \(place)"
        case .role(let role, let base): "role \(role.arn), taken on with \(base.description)"
        case .webIdentity(let identity): "role \(identity.roleARN) by web identity \(identity.tokenFile)"
        case .sso(let sso): "IAM Identity Center, \(sso.roleName) in account \(sso.accountID) (\(sso.title))"
        case .process(_, let profile): "credential_process of profile \(profile)"
        case .container(let endpoint): "container credentials of \(endpoint.url)"
        case .instance: "instance metadata (IMDSv2)"
        }
    }

    /// - Parameter region: of STS, where the source names none of its own.
    func fetch(_ world: SignInWorld, region: String) throws -> TimedCredentials {
        switch self {
        case .key(let credentials, _): TimedCredentials(credentials)
        case .role(let role, let base): try role.fetch(world, base: base, region: region)
        case .webIdentity(let identity): try identity.fetch(world, region: region)
        case .sso(let sso): try sso.fetch(world)
        case .process(let command, let profile): try CredentialProcess.run(command, profile: profile, world)
        case .container(let endpoint): try endpoint.fetch(world)
        case .instance: try InstanceMetadata.fetch(world)
        }
    }
}

/// Reads the JSON that programs and metadata services give: `AccessKeyId`, `SecretAccessKey`, a token, an expiration.
func timedCredentials(in json: JSON, from place: String) throws(SignInProblem) -> TimedCredentials {
    guard let id = json["AccessKeyId"]?.string, let secret = json["SecretAccessKey"]?.string else {
        throw SignInProblem("\(place) gave no AccessKeyId and SecretAccessKey.")
    }
    let token = json["SessionToken"]?.string ?? json["Token"]?.string
    let expiration = json["Expiration"]?.string.flatMap(Timestamp.init(iso8601:))
    return TimedCredentials(
        AWSCredentials(accessKeyID: id, secretAccessKey: secret, sessionToken: token), until: expiration)
}
