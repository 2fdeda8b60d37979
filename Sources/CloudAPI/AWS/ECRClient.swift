/// Amazon Elastic Container Registry: whether an image is there, and how a container engine signs in.
package struct ECRClient: Sendable {
    private let client: AWSClient

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .containerRegistry)
    }

    /// What a repository says of one tag.
    package enum Presence: Sendable {
        case present
        case absent
        /// There is no such repository.
        case noRepository
    }

    package func presence(of tag: String, in repository: String) throws -> Presence {
        let input: JSON = ["repositoryName": .string(repository), "imageIds": [["imageTag": .string(tag)]]]
        do {
            _ = try call("DescribeImages", input)
            return .present
        } catch let error as CloudError where error.code == "ImageNotFoundException" {
            return .absent
        } catch let error as CloudError where error.code == "RepositoryNotFoundException" {
            return .noRepository
        }
    }

    /// A password for the user `AWS` of the account's registry, good for twelve hours.
    package func password() throws -> String {
        let answer = try call("GetAuthorizationToken", [:])
        guard let token = answer["authorizationData"]?.elements?.first?["authorizationToken"]?.string,
            let bytes = Base64.decode(token),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else {
            throw CloudError(
                service: "ECR", operation: "GetAuthorizationToken", code: "UnreadableAnswer",
                message: "there is no token in it")
        }
        return String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    }

    private func call(_ operation: String, _ input: JSON) throws -> JSON {
        try client.json(operation, target: "AmazonEC2ContainerRegistry_V20150921", input)
    }
}
