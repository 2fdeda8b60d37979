import CloudAPI

/// The profiles of both shared files, as one: what the credentials file says of a profile wins.
package struct AWSProfiles: Sendable {
    private let config: ProfileFile
    private let credentials: ProfileFile
    /// Where each file was looked for, and whether it is there.
    package let files: [(path: String, exists: Bool)]

    /// `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`, or their places below the home folder.
    package init(_ world: SignInWorld) {
        let configPath = world.variables["AWS_CONFIG_FILE"].map(world.expanded) ?? world.expanded("~/.aws/config")
        let credentialsPath =
            world.variables["AWS_SHARED_CREDENTIALS_FILE"].map(world.expanded) ?? world.expanded("~/.aws/credentials")
        let configText = world.text(configPath)
        let credentialsText = world.text(credentialsPath)
        config = ProfileFile(configText ?? "", bareNamesAreProfiles: false)
        credentials = ProfileFile(credentialsText ?? "", bareNamesAreProfiles: true)
        files = [(configPath, configText != nil), (credentialsPath, credentialsText != nil)]
    }

    /// The settings of a profile; nil when neither file names it.
    func profile(_ name: String) -> Profile? {
        let sections = [config[.profile, name], credentials[.profile, name]].compactMap { $0 }
        guard !sections.isEmpty else { return nil }
        var values: [String: String] = [:]
        for section in sections { values.merge(section.values) { $1 } }
        return Profile(name: name, values: values.filter { !$0.value.isEmpty })
    }

    /// The settings of `[sso-session NAME]`.
    func session(_ name: String) -> [String: String]? { config[.ssoSession, name]?.values }

    /// `endpoint_url` of each service in `[services NAME]`, under the names of `AWS_ENDPOINT_URL_<SERVICE>`.
    func endpoints(_ services: String) -> [String: String] {
        var found: [String: String] = [:]
        for (service, values) in config[.services, services]?.nested ?? [:] {
            if let endpoint = values["endpoint_url"], !endpoint.isEmpty { found[service.uppercased()] = endpoint }
        }
        return found
    }

    var names: [String] {
        Set((config.sections[.profile] ?? [:]).keys).union((credentials.sections[.profile] ?? [:]).keys).sorted()
    }

    /// One profile: settings that have a value.
    struct Profile: Sendable, Hashable {
        let name: String
        let values: [String: String]

        subscript(_ setting: String) -> String? { values[setting] }

        var accessKey: AWSCredentials? {
            guard let id = self["aws_access_key_id"], let secret = self["aws_secret_access_key"] else { return nil }
            return AWSCredentials(accessKeyID: id, secretAccessKey: secret, sessionToken: self["aws_session_token"])
        }
    }
}
