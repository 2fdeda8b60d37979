import Foundation

/// Where the embedded clouds listen and keep their state.
struct LocalSettings: Sendable {
    let awsPort: Int
    let snowflakePort: Int
    /// `.snowline/local` in the checkout, never committed.
    let folder: URL

    /// The administrator of the embedded Snowflake.
    static let snowflakeUser = "DEPLOYER"

    /// Ports come from `SNOWLINE_AWS_PORT` and `SNOWLINE_SNOWFLAKE_PORT` where they are set.
    init(_ checkout: Checkout, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        awsPort = try Self.port(environment["SNOWLINE_AWS_PORT"], "SNOWLINE_AWS_PORT") ?? 4566
        snowflakePort = try Self.port(environment["SNOWLINE_SNOWFLAKE_PORT"], "SNOWLINE_SNOWFLAKE_PORT") ?? 4580
        folder = checkout.root.appending(path: ".snowline/local")
    }

    var awsEndpoint: String { "http://127.0.0.1:\(awsPort)" }

    var snowflakeEndpoint: String { "http://127.0.0.1:\(snowflakePort)" }

    /// The administrator's private key, PKCS#8 PEM, readable by its owner only.
    var deployerKey: URL { folder.appending(path: "deployer.p8") }

    var deployerPublicKey: URL { folder.appending(path: "deployer.pub") }

    var credentials: URL { folder.appending(path: "credentials.json") }

    private static func port(_ text: String?, _ name: String) throws -> Int? {
        guard let text, !text.isEmpty else { return nil }
        guard let port = Int(text), (1024...65535).contains(port) else {
            throw Failure("\(name) is \"\(text)\".", advice: "Give a port from 1024 to 65535.", code: .invalid)
        }
        return port
    }
}
