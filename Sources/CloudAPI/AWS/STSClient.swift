/// AWS STS: who we are.
package struct STSClient: Sendable {
    private let client: AWSClient

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .sts)
    }

    package func callerIdentity() throws -> (account: String, arn: String) {
        let result = try client.query("GetCallerIdentity", version: "2011-06-15", [])
        guard let account = result.text("Account"), let arn = result.text("Arn") else {
            throw client.unreadable("GetCallerIdentity", "no account in the answer")
        }
        return (account, arn)
    }
}
