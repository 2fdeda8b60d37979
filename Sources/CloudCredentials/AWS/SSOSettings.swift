import CloudAPI

/// A role of IAM Identity Center: the token that `aws sso login` left is exchanged for credentials.
struct SSOSettings: Sendable, Hashable {
    let profile: String
    /// Of `[sso-session NAME]`; nil for the older form, where the profile itself names the start page.
    let session: String?
    let startURL: String
    let region: String
    let accountID: String
    let roleName: String

    var title: String { session.map { "session \($0)" } ?? startURL }

    /// The token's file is named after the session, or after the start page in the older form.
    private var cachePath: String { "~/.aws/sso/cache/\(SHA1.hex(Array((session ?? startURL).utf8))).json" }

    private var login: String { "aws sso login " + (session.map { "--sso-session \($0)" } ?? "--profile \(profile)") }

    func fetch(_ world: SignInWorld) throws -> TimedCredentials {
        let token = try token(world)
        let url =
            "\(host("portal.sso", "SSO", world))/federation/credentials?"
            + PercentEncoding.query([("role_name", roleName), ("account_id", accountID)])
        let request = HTTPRequest(
            url: url, headers: [HTTPHeader("x-amz-sso_bearer_token", token)], timeout: .seconds(20))
        let response = try exchange(request, world)
        if response.status == 401 { throw expired }
        guard response.isSuccess, let json = try? JSON.parse(response.body), let role = json["roleCredentials"],
            let id = role["accessKeyId"]?.string, let secret = role["secretAccessKey"]?.string
        else {
            throw SignInProblem(
                "IAM Identity Center gives no credentials of \(roleName) in account \(accountID) "
                    + "(HTTP \(response.status)).",
                advice: "Check sso_account_id and sso_role_name of profile \(profile): `aws sso list-account-roles`.")
        }
        let end = role["expiration"]?.int.map { Timestamp(seconds: $0 / 1000) }
        return TimedCredentials(
            AWSCredentials(accessKeyID: id, secretAccessKey: secret, sessionToken: role["sessionToken"]?.string),
            until: end)
    }

    /// The cached token, renewed when it is about to end and can be.
    private func token(_ world: SignInWorld) throws -> String {
        let path = world.expanded(cachePath)
        guard let bytes = world.read(path), let cache = try? JSON.parse(bytes),
            let token = cache["accessToken"]?.string
        else {
            throw SignInProblem("Nobody has signed in to IAM Identity Center (\(title)).", advice: "Run `\(login)`.")
        }
        let now = world.clock.now()
        let end = cache["expiresAt"]?.string.flatMap(Timestamp.init(iso8601:)) ?? now
        if now + .seconds(600) < end { return token }
        if let renewed = try renewed(cache, path, world) { return renewed }
        guard now < end else { throw expired }
        return token
    }

    private var expired: SignInProblem {
        SignInProblem("The sign-in to IAM Identity Center (\(title)) has expired.", advice: "Run `\(login)`.")
    }

    /// A new token by the refresh token; nil when there is none, its client has ended, or it is refused.
    private func renewed(_ cache: JSON, _ path: String, _ world: SignInWorld) throws -> String? {
        guard let refresh = cache["refreshToken"]?.string, let client = cache["clientId"]?.string,
            let secret = cache["clientSecret"]?.string
        else { return nil }
        let now = world.clock.now()
        if let end = cache["registrationExpiresAt"]?.string.flatMap(Timestamp.init(iso8601:)), end <= now { return nil }
        let body: JSON = [
            "clientId": .string(client), "clientSecret": .string(secret), "grantType": "refresh_token",
            "refreshToken": .string(refresh),
        ]
        let request = HTTPRequest(
            method: "POST", url: "\(host("oidc", "SSO_OIDC", world))/token",
            headers: [HTTPHeader("Content-Type", "application/json")], body: body.bytes, timeout: .seconds(20))
        let response = try exchange(request, world)
        guard response.isSuccess, let json = try? JSON.parse(response.body), let token = json["accessToken"]?.string
        else { return nil }
        var kept = cache.members ?? []
        let changes: [(String, String?)] = [
            ("accessToken", token), ("refreshToken", json["refreshToken"]?.string),
            ("expiresAt", (now + .seconds(json["expiresIn"]?.int ?? 0)).iso8601),
        ]
        for (name, value) in changes {
            guard let value else { continue }
            kept.removeAll { $0.name == name }
            kept.append(.init(name, .string(value)))
        }
        // A cache that can not be written costs a second renewal and nothing else.
        try? world.write(path, JSON.object(kept).bytes)
        return token
    }

    private func host(_ service: String, _ variable: String, _ world: SignInWorld) -> String {
        world.variables["AWS_ENDPOINT_URL_\(variable)"]
            ?? "https://\(service).\(region).\(AWSPartition.suffix(of: region))"
    }

    private func exchange(_ request: HTTPRequest, _ world: SignInWorld) throws -> HTTPResponse {
        do {
            return try world.transport.send(request)
        } catch let failure as TransportFailure {
            throw SignInProblem("IAM Identity Center does not answer: \(failure)")
        }
    }
}
