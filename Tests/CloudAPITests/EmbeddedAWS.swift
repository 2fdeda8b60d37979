import CloudAPI
import Foundation

/// An embedded AWS that checks signatures, if `SNOWLINE_TEST_AWS_ENDPOINT` names one, and a fresh IAM user there, since
/// the embedded root key takes any secret.
struct EmbeddedAWS {
    static let endpoint = ProcessInfo.processInfo.environment["SNOWLINE_TEST_AWS_ENDPOINT"]

    let configuration: AWSConfiguration
    /// Makes names of this user's things unique.
    let suffix = UUID().uuidString.prefix(8).lowercased()

    init() throws {
        let root = try Self.configuration(AWSCredentials(accessKeyID: "test", secretAccessKey: "test"))
        let iam = IAMClient(root)
        let user = "cloudapi-\(suffix)"
        try iam.createUser(user)
        try iam.createUser(user)
        let policy = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#
        try iam.putUserPolicy(user: user, name: "all", document: policy)
        configuration = try Self.configuration(iam.createAccessKey(user: user))
    }

    static func configuration(_ credentials: AWSCredentials) throws -> AWSConfiguration {
        try AWSConfiguration(
            region: "eu-west-1",
            endpoint: endpoint,
            credentials: { credentials },
            transport: CurlTransport(),
            retry: RetryPolicy(attempts: 2)
        )
    }
}
