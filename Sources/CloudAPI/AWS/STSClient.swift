/// AWS STS: who we are, and who else we may be (API version 2011-06-15).
package struct STSClient: Sendable {
    private let client: AWSClient
    private static let version = "2011-06-15"

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .sts)
    }

    package func callerIdentity() throws -> (account: String, arn: String) {
        let result = try client.query("GetCallerIdentity", version: Self.version, [])
        guard let account = result.text("Account"), let arn = result.text("Arn") else {
            throw client.unreadable("GetCallerIdentity", "no account in the answer")
        }
        return (account, arn)
    }

    /// A role to take on.
    package struct AssumedRole: Sendable, Hashable {
        package var arn: String
        /// Seen in CloudTrail.
        package var sessionName: String
        package var externalID: String?
        /// 900 to 43 200 seconds; STS takes 3600 when nil.
        package var durationSeconds: Int?
        package var mfaSerial: String?
        /// The six digits that the device shows.
        package var mfaCode: String?

        package init(arn: String, sessionName: String) {
            self.arn = arn
            self.sessionName = sessionName
        }
    }

    package func assume(_ role: AssumedRole) throws -> TimedCredentials {
        var parameters = QueryParameters()
        parameters.add("RoleArn", role.arn)
        parameters.add("RoleSessionName", role.sessionName)
        parameters.add("DurationSeconds", role.durationSeconds.map { "\($0)" })
        parameters.add("ExternalId", role.externalID)
        parameters.add("SerialNumber", role.mfaSerial)
        parameters.add("TokenCode", role.mfaCode)
        return try credentials(
            in: client.query("AssumeRole", version: Self.version, parameters.pairs), of: "AssumeRole")
    }

    /// Takes a role on with the token of an identity provider; the token is the proof, so that nothing is signed.
    package func assume(_ role: AssumedRole, webIdentityToken: String) throws -> TimedCredentials {
        let operation = "AssumeRoleWithWebIdentity"
        var parameters = QueryParameters()
        parameters.add("Action", operation)
        parameters.add("Version", Self.version)
        parameters.add("RoleArn", role.arn)
        parameters.add("RoleSessionName", role.sessionName)
        parameters.add("DurationSeconds", role.durationSeconds.map { "\($0)" })
        parameters.add("WebIdentityToken", webIdentityToken)
        let request = HTTPRequest(
            method: "POST",
            url: client.origin + "/",
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: Array(PercentEncoding.query(parameters.pairs).utf8)
        )
        let configuration = client.configuration
        let response = try configuration.retry.run(on: configuration.clock) { _ in
            let response: HTTPResponse
            do {
                response = try configuration.transport.send(request)
            } catch let failure as TransportFailure {
                throw CloudError(service: "STS", operation: operation, failure: failure)
            }
            guard response.isSuccess else { throw CloudError("STS", operation, response) }
            return response
        }
        let root: XMLElement
        do {
            root = try XMLElement.parse(response.body)
        } catch {
            throw client.unreadable(operation, "\(error)")
        }
        return try credentials(in: root["\(operation)Result"] ?? root, of: operation)
    }

    private func credentials(in result: XMLElement, of operation: String) throws -> TimedCredentials {
        guard let id = result.text("Credentials", "AccessKeyId"),
            let secret = result.text("Credentials", "SecretAccessKey")
        else { throw client.unreadable(operation, "no credentials in the answer") }
        return TimedCredentials(
            AWSCredentials(
                accessKeyID: id, secretAccessKey: secret, sessionToken: result.text("Credentials", "SessionToken")),
            until: result.text("Credentials", "Expiration").flatMap(Timestamp.init(iso8601:)))
    }
}
