import CloudAPI
import Foundation
import InfraDSL
import Stacks

/// The key everyone on this machine uses on the embedded AWS: an administrator's, so that its signatures are checked.
/// (The root key of the embedded AWS takes any secret.)
struct LocalCredentials {
    private let settings: LocalSettings

    init(_ settings: LocalSettings) { self.settings = settings }

    /// The stored pair; nil when there is none.
    var stored: AWSCredentials? {
        guard let data = try? Data(contentsOf: settings.credentials), let json = try? JSON.parse(Array(data)),
            let id = json["accessKeyId"]?.string, let secret = json["secretAccessKey"]?.string
        else { return nil }
        return AWSCredentials(accessKeyID: id, secretAccessKey: secret)
    }

    /// The stored pair when the embedded AWS still knows it, else a new one.
    func prepare() throws -> AWSCredentials {
        if let stored, (try? STSClient(try configuration(stored)).callerIdentity()) != nil { return stored }
        let root = AWSCredentials(accessKeyID: Environment.local.account, secretAccessKey: "root")
        let iam = IAMClient(try configuration(root))
        let user = "snowline-laptop"
        do {
            try iam.createUser(user)
        } catch let error as CloudError where error.code == "EntityAlreadyExists" {}
        try iam.putUserPolicy(
            user: user, name: "administrator",
            document: #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#)
        let pair = try iam.createAccessKey(user: user)
        let json = JSON.object([
            .init("accessKeyId", .string(pair.accessKeyID)), .init("secretAccessKey", .string(pair.secretAccessKey)),
        ])
        try Checkout(root: settings.folder.deletingLastPathComponent().deletingLastPathComponent())
            .write(String(decoding: json.bytes, as: UTF8.self), to: ".snowline/local/credentials.json", privately: true)
        return pair
    }

    private func configuration(_ credentials: AWSCredentials) throws -> AWSConfiguration {
        try AWSConfiguration(
            region: Environment.local.region, endpoint: settings.awsEndpoint, credentials: { credentials },
            transport: CurlTransport.shared)
    }
}
