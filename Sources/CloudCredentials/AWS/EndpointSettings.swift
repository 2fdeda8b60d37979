import CloudAPI

/// Where AWS is reached other than at its own addresses, by the rules of the SDKs ("Service-specific endpoints").
package struct EndpointSettings: Sendable, Hashable {
    /// For all services; nil for AWS's own.
    package var all: String?
    /// By the name in `AWS_ENDPOINT_URL_<SERVICE>`.
    package var services: [String: String] = [:]
    /// PEM file of the roots to trust.
    package var caBundle: String?

    /// A service's variable, the variable for all, the service's entry in the profile's `services`, the profile's own.
    package init(_ world: SignInWorld, profile explicit: String?, services names: [String]) {
        let profiles = AWSProfiles(world)
        let name = explicit ?? world.variables["AWS_PROFILE"] ?? world.variables["AWS_DEFAULT_PROFILE"] ?? "default"
        let profile = profiles.profile(name)
        caBundle = world.variables["AWS_CA_BUNDLE"] ?? profile?["ca_bundle"]
        let ignores =
            world.variables["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] ?? profile?["ignore_configured_endpoint_urls"]
        guard ignores?.isYes != true else { return }
        let general = world.variables["AWS_ENDPOINT_URL"]
        let configured = general == nil ? profile?["services"].map(profiles.endpoints) ?? [:] : [:]
        for name in names {
            if let endpoint = world.variables["AWS_ENDPOINT_URL_\(name)"] ?? configured[name] {
                services[name] = endpoint
            }
        }
        all = general ?? profile?["endpoint_url"]
    }
}
