import CloudAPI

/// The search for AWS credentials, in the order of the AWS SDKs: a profile named on the command line alone, else environment,
/// web identity, profile, container, instance. What is configured and fails ends the search: nobody is to deploy as somebody
/// else because the right credentials had expired.
package struct CredentialSearch: Sendable {
    /// One place that was looked at.
    package struct Step: Sendable, Hashable {
        package let place: String
        package let outcome: Outcome

        package enum Outcome: Sendable, Hashable {
            /// Nothing is configured there, and why.
            case absent(String)
            case found(String)
            case failed(String)
        }
    }

    package let steps: [Step]
    /// Nil when nothing was found or the search failed.
    package let provider: CredentialCache?
    package let problem: SignInProblem?

    /// - Parameters:
    ///   - profile: named on the command line.
    ///   - region: of STS.
    package init(_ world: SignInWorld, profile: String?, region: String) {
        let profiles = AWSProfiles(world)
        var found: [Step] = []
        var source: CredentialSource?
        do throws(SignInProblem) {
            source = try Self.source(world, profiles, profile, &found)
        } catch {
            steps = found + [Step(place: Self.failurePlace(profile, found), outcome: .failed(error.message))]
            provider = nil
            problem = error
            return
        }
        if source == nil {
            if let reason = InstanceMetadata.reasonNotToAsk(world.variables) {
                found.append(Step(place: "instance metadata", outcome: .absent(reason)))
            } else {
                source = .instance
            }
        }
        guard let source else {
            steps = found
            provider = nil
            problem = Self.nothing(found)
            return
        }
        let cache = CredentialCache(clock: world.clock) { try source.fetch(world, region: region) }
        do {
            _ = try cache.current()
            steps = found + [Step(place: Self.place(of: source), outcome: .found(source.description))]
            provider = cache
            problem = nil
        } catch {
            let own = error as? SignInProblem ?? SignInProblem("\(error)")
            provider = nil
            if case .instance = source {
                steps = found + [Step(place: Self.place(of: source), outcome: .absent(own.message))]
                problem = Self.nothing(steps)
            } else {
                steps = found + [Step(place: Self.place(of: source), outcome: .failed(own.message))]
                problem = own
            }
        }
    }

    /// Nil when nothing up to the instance metadata is configured.
    private static func source(
        _ world: SignInWorld,
        _ profiles: AWSProfiles,
        _ explicit: String?,
        _ steps: inout [Step]
    ) throws(SignInProblem) -> CredentialSource? {
        let variables = world.variables
        let reader = ProfileSource(profiles: profiles, variables: variables)
        if let explicit {
            guard let source = try reader.source(explicit) else {
                throw SignInProblem("Profile \(explicit) names no credentials.")
            }
            return source
        }
        if let key = environmentKey(variables) { return .key(key, "the environment") }
        let half = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].filter { variables[$0] != nil }
        steps.append(
            Step(
                place: "environment",
                outcome: .absent(
                    half.isEmpty ? "AWS_ACCESS_KEY_ID is not set" : "\(half[0]) is set without its other half")))
        if let file = variables["AWS_WEB_IDENTITY_TOKEN_FILE"], let role = variables["AWS_ROLE_ARN"] {
            return .webIdentity(
                WebIdentity(roleARN: role, tokenFile: file, sessionName: variables["AWS_ROLE_SESSION_NAME"]))
        }
        steps.append(Step(place: "web identity", outcome: .absent("AWS_WEB_IDENTITY_TOKEN_FILE is not set")))
        let named = variables["AWS_PROFILE"] ?? variables["AWS_DEFAULT_PROFILE"]
        if let source = try profileSource(named, profiles, reader, &steps) { return source }
        if let endpoint = ContainerEndpoint(variables) { return .container(endpoint) }
        steps.append(
            Step(place: "container", outcome: .absent("no AWS_CONTAINER_CREDENTIALS_…_URI is set")))
        return nil
    }

    private static func profileSource(
        _ named: String?,
        _ profiles: AWSProfiles,
        _ reader: ProfileSource,
        _ steps: inout [Step]
    ) throws(SignInProblem) -> CredentialSource? {
        let name = named ?? "default"
        if named != nil || profiles.profile(name) != nil, let source = try reader.source(name) { return source }
        let files = profiles.files.map { "\($0.path) (\($0.exists ? "read" : "missing"))" }.joined(separator: ", ")
        steps.append(
            Step(place: "profile \(name)", outcome: .absent("no credentials of that profile in \(files)")))
        return nil
    }

    private static func failurePlace(_ profile: String?, _ steps: [Step]) -> String {
        profile.map { "profile \($0)" } ?? "profile"
    }

    private static func place(of source: CredentialSource) -> String {
        switch source {
        case .key(_, let place): place
        case .role(let role, _): "profile \(role.profile)"
        case .webIdentity: "web identity"
        case .sso(let sso): "profile \(sso.profile)"
        case .process(_, let profile): "profile \(profile)"
        case .container: "container"
        case .instance: "instance metadata"
        }
    }

    private static func nothing(_ steps: [Step]) -> SignInProblem {
        let list = steps.map { step in
            if case .absent(let reason) = step.outcome {
                "\n    \(step.place): \(reason)"
            } else {
                "\n    \(step.place)"
            }
        }
        return SignInProblem(
            "There are no AWS credentials. Looked at, in this order:" + list.joined(),
            advice: "Sign in, for example with `aws sso login` and `--profile NAME`, or set AWS_ACCESS_KEY_ID and "
                + "AWS_SECRET_ACCESS_KEY.")
    }
}
