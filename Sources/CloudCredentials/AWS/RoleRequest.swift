import CloudAPI

/// A role that a profile takes on: `role_arn` with `source_profile` or `credential_source`.
struct RoleRequest: Sendable, Hashable {
    let profile: String
    let arn: String
    var externalID: String?
    var sessionName: String?
    var durationSeconds: Int?
    var mfaSerial: String?
    /// Of STS, when the profile names one.
    var region: String?

    func fetch(_ world: SignInWorld, base: CredentialSource, region: String) throws -> TimedCredentials {
        let source = try base.fetch(world, region: region)
        var role = STSClient.AssumedRole(arn: arn, sessionName: sessionName ?? Self.name(world))
        role.externalID = externalID
        role.durationSeconds = durationSeconds
        if let mfaSerial {
            guard let code = world.ask("MFA code of \(mfaSerial) for profile \(profile): "), !code.isEmpty else {
                throw SignInProblem(
                    "Profile \(profile) needs an MFA code of \(mfaSerial), and nobody is here to type it.",
                    advice:
                        "Run the command in a terminal, or sign in first and pass the credentials in AWS_ACCESS_KEY_ID, "
                        + "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.")
            }
            role.mfaSerial = mfaSerial
            role.mfaCode = code.trimmed
        }
        do {
            let sts = try stsConfiguration(world, region: self.region ?? region) { source.credentials }
            return try STSClient(sts).assume(role)
        } catch let error as CloudError {
            throw SignInProblem(
                "Profile \(profile) can not take on \(arn): \(error)",
                advice:
                    "Check its trust policy, external_id and the permissions of the source; no other credentials are tried."
            )
        }
    }

    /// Who takes a role on, as CloudTrail shows it.
    static func name(_ world: SignInWorld) -> String {
        let user = world.variables["USER"] ?? world.variables["GITHUB_ACTOR"] ?? "unknown"
        let allowed = user.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "+=,.@-_".contains($0)) }
        return "snowline-\(allowed.prefix(50))"
    }
}

/// `AssumeRoleWithWebIdentity`, with a token that a platform keeps fresh in a file.
struct WebIdentity: Sendable, Hashable {
    let roleARN: String
    let tokenFile: String
    var sessionName: String?

    func fetch(_ world: SignInWorld, region: String) throws -> TimedCredentials {
        guard let token = world.text(world.expanded(tokenFile))?.trimmed, !token.isEmpty else {
            throw SignInProblem("The web identity token file \(tokenFile) is missing or empty.")
        }
        let role = STSClient.AssumedRole(arn: roleARN, sessionName: sessionName ?? RoleRequest.name(world))
        do {
            let sts = try stsConfiguration(world, region: region) {
                throw AWSConfiguration.Problem(description: "a web identity is not signed")
            }
            return try STSClient(sts).assume(role, webIdentityToken: token)
        } catch let error as CloudError {
            throw SignInProblem(
                "The web identity token \(tokenFile) is not taken for \(roleARN): \(error)",
                advice: "Check the role's trust policy: the issuer, the audience and the subject of the token.")
        }
    }
}

/// STS with few attempts: somebody waits for it.
private func stsConfiguration(
    _ world: SignInWorld,
    region: String,
    credentials: @escaping @Sendable () throws -> AWSCredentials
) throws -> AWSConfiguration {
    try AWSConfiguration(
        region: region,
        endpoint: world.variables["AWS_ENDPOINT_URL_STS"] ?? world.variables["AWS_ENDPOINT_URL"],
        credentials: credentials, transport: world.transport, clock: world.clock, retry: RetryPolicy(attempts: 3))
}
