import CloudAPI
import TestSupport
import Testing

/// A configuration over a script and a clock that nobody waits for.
struct AWSFixture {
    let transport: ScriptedTransport
    let clock = ManualClock()
    let configuration: AWSConfiguration

    init(
        _ script: [ScriptedTransport.Exchange],
        region: String = "eu-west-1",
        endpoint: String? = nil,
        deadline: Duration? = nil,
        credentials: @escaping @Sendable () throws -> AWSCredentials = {
            AWSCredentials(accessKeyID: "AKID", secretAccessKey: "secret")
        }
    ) throws {
        transport = ScriptedTransport(script)
        configuration = try AWSConfiguration(
            region: region,
            endpoint: endpoint,
            credentials: credentials,
            transport: transport,
            clock: clock.clock,
            retry: RetryPolicy(attempts: 4, baseDelay: .seconds(1), deadline: deadline, random: { 0.5 })
        )
    }

    /// The script has been played to its end.
    func expectFinished() {
        #expect(transport.remaining.isEmpty)
    }
}

extension ScriptedTransport.Answer {
    static func s3Error(_ status: Int, _ code: String, _ headers: [String: String] = [:]) -> Self {
        .status(status, headers, "<Error><Code>\(code)</Code><Message>why</Message><RequestId>R1</RequestId></Error>")
    }

    static func queryError(_ status: Int, _ code: String, _ message: String = "why", _ headers: [String: String] = [:])
        -> Self
    {
        .status(
            status, headers,
            "<ErrorResponse><Error><Type>Sender</Type><Code>\(code)</Code><Message>\(message)</Message></Error>"
                + "<RequestId>R2</RequestId></ErrorResponse>")
    }
}
