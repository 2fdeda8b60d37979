import CloudAPI

/// What a profile says of where its credentials come from; pure, so that each rule is a table test.
struct ProfileSource {
    let profiles: AWSProfiles
    let variables: ProcessVariables

    /// Nil for a profile that names no credentials, as one with a region only.
    func source(_ name: String, seen: [String] = []) throws(SignInProblem) -> CredentialSource? {
        guard let profile = profiles.profile(name) else {
            throw SignInProblem(
                "There is no AWS profile \"\(name)\".",
                advice: profiles.names.isEmpty
                    ? "No profile is declared in \(profiles.files.map(\.path).joined(separator: " or "))."
                    : "There are: \(profiles.names.joined(separator: ", ")).")
        }
        guard !seen.contains(name) else {
            throw SignInProblem(
                "The profiles take their credentials from one another: \((seen + [name]).joined(separator: " → ")).")
        }
        // A profile that names itself as its source means its own access key.
        if profile["role_arn"] != nil, !(seen.last == name) { return try role(profile, seen: seen) }
        return try direct(profile)
    }

    private func direct(_ profile: AWSProfiles.Profile) throws(SignInProblem) -> CredentialSource? {
        if profile["sso_session"] != nil || profile["sso_start_url"] != nil { return .sso(try sso(profile)) }
        if let key = profile.accessKey { return .key(key, "profile \(profile.name)") }
        if profile["aws_access_key_id"] != nil || profile["aws_secret_access_key"] != nil {
            throw SignInProblem("Profile \(profile.name) has half an access key: both parts are needed.")
        }
        if let command = profile["credential_process"] { return .process(command, profile: profile.name) }
        if profile["login_session"] != nil {
            // A newer form than this program reads; the AWS CLI hands its credentials on.
            return .process(
                "aws configure export-credentials --format process --profile '\(profile.name)'", profile: profile.name)
        }
        return nil
    }

    private func role(_ profile: AWSProfiles.Profile, seen: [String]) throws(SignInProblem) -> CredentialSource {
        let arn = profile["role_arn"] ?? ""
        if let file = profile["web_identity_token_file"] {
            return .webIdentity(WebIdentity(roleARN: arn, tokenFile: file, sessionName: profile["role_session_name"]))
        }
        var request = RoleRequest(profile: profile.name, arn: arn)
        request.externalID = profile["external_id"]
        request.sessionName = profile["role_session_name"]
        request.mfaSerial = profile["mfa_serial"]
        request.region = profile["region"]
        if let text = profile["duration_seconds"] {
            guard let seconds = Int(text), (900...43_200).contains(seconds) else {
                throw SignInProblem(
                    "duration_seconds of profile \(profile.name) is \"\(text)\": 900 to 43200 are allowed.")
            }
            request.durationSeconds = seconds
        }
        return .role(request, from: try base(profile, seen: seen))
    }

    private func base(_ profile: AWSProfiles.Profile, seen: [String]) throws(SignInProblem) -> CredentialSource {
        if let source = profile["source_profile"] {
            if source == profile.name {
                guard let key = try direct(profile) else {
                    throw SignInProblem("Profile \(profile.name) is its own source_profile and holds no access key.")
                }
                return key
            }
            guard let found = try self.source(source, seen: seen + [profile.name]) else {
                throw SignInProblem("The source_profile \(source) of profile \(profile.name) names no credentials.")
            }
            return found
        }
        switch profile["credential_source"] {
        case "Environment":
            guard let key = environmentKey(variables) else {
                throw SignInProblem(
                    "Profile \(profile.name) takes its credentials from the environment, where AWS_ACCESS_KEY_ID and "
                        + "AWS_SECRET_ACCESS_KEY are not set.")
            }
            return .key(key, "the environment")
        case "Ec2InstanceMetadata": return .instance
        case "EcsContainer":
            guard let endpoint = ContainerEndpoint(variables) else {
                throw SignInProblem(
                    "Profile \(profile.name) takes its credentials from the container, and no "
                        + "AWS_CONTAINER_CREDENTIALS_…_URI is set.")
            }
            return .container(endpoint)
        case let other?:
            throw SignInProblem(
                "credential_source of profile \(profile.name) is \"\(other)\"; Environment, Ec2InstanceMetadata and "
                    + "EcsContainer are known.")
        case nil:
            throw SignInProblem(
                "Profile \(profile.name) has a role_arn, and neither source_profile nor credential_source.",
                advice: "Say which credentials take the role on.")
        }
    }

    private func sso(_ profile: AWSProfiles.Profile) throws(SignInProblem) -> SSOSettings {
        let name = profile["sso_session"]
        var values = profile.values
        if let name {
            guard let session = profiles.session(name) else {
                throw SignInProblem("Profile \(profile.name) names [sso-session \(name)], which is not there.")
            }
            values.merge(session) { own, _ in own }
        }
        let needed = ["sso_start_url", "sso_region", "sso_account_id", "sso_role_name"]
        let missing = needed.filter { (values[$0] ?? "").isEmpty }
        guard missing.isEmpty else {
            throw SignInProblem("Profile \(profile.name) lacks \(missing.joined(separator: ", ")).")
        }
        return SSOSettings(
            profile: profile.name, session: name, startURL: values["sso_start_url"] ?? "",
            region: values["sso_region"] ?? "", accountID: values["sso_account_id"] ?? "",
            roleName: values["sso_role_name"] ?? "")
    }
}

/// The access key of the environment; nil unless both parts are set.
func environmentKey(_ variables: ProcessVariables) -> AWSCredentials? { try? AWSCredentials(variables: variables) }
