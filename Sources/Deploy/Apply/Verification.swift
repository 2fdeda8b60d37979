import CloudAPI
import InfraDSL

/// Asks both clouds whether what was deployed works; never looks at the plan.
struct Verification {
    let session: Session
    let assembly: Assembly

    /// - Parameter changed: the trust may be seconds old, and IAM needs up to minutes to tell everyone.
    func run(changed: Bool) throws {
        if changed { try FunctionProbe(session: session, assembly: assembly).run() }
        for case let integration as StorageIntegration in assembly.before {
            try verifyTrust(integration, patience: changed ? .seconds(180) : .seconds(4))
        }
        for case let pipe as Snowpipe in assembly.after {
            try PipeVerification(pipe: pipe.name, client: session.snowflake).run()
        }
    }

    /// Snowflake itself says whether it may list what the integration is for.
    private func verifyTrust(_ integration: StorageIntegration, patience: Duration) throws {
        let known = KnownValues(session.environment)
        guard let url = integration.locationURLs.first?.resolved(known.value) else { return }
        let clock = session.aws.clock
        let deadline = clock.monotonic() + patience
        var wait = Duration.seconds(2)
        while true {
            let answer = try validate(integration, url)
            if answer.isSuccess {
                Console.step("verified: Snowflake lists \(url)")
                return
            }
            guard clock.monotonic() + wait < deadline else {
                throw Failure(
                    "Snowflake can not list \(url) through \(integration.name.dotted): \(answer.message)",
                    advice: try diagnosis(of: integration, url), code: .attention)
            }
            Console.step("waiting for IAM to know the new trust (\(answer.message.prefix(80)))")
            clock.sleep(wait)
            wait = min(wait * 2, .seconds(30))
        }
    }

    private struct Answer {
        let isSuccess: Bool
        let message: String
    }

    private func validate(_ integration: StorageIntegration, _ url: String) throws -> Answer {
        let statement = "SELECT SYSTEM$VALIDATE_STORAGE_INTEGRATION(?, ?, ?, 'list') AS ANSWER"
        do {
            let result = try session.snowflake.execute(statement, bindings: [integration.name.last, url, "probe"])
            let json = try JSON.parse(Array((result.namedRows.first?["answer"] ?? "").utf8))
            let isSuccess = json["status"]?.string == "success"
            return Answer(
                isSuccess: isSuccess, message: json["message"]?.string ?? json.firstMessage ?? "no reason given")
        } catch let error as SnowflakeError {
            return Answer(isSuccess: false, message: error.message)
        }
    }

    /// Which of the parts that must agree does not.
    private func diagnosis(of integration: StorageIntegration, _ url: String) throws -> String {
        let environment = session.environment
        return TrustDiagnosis(
            integration, location: url,
            roleARN: "arn:\(environment.partition):iam::\(environment.account):role/\(integration.roleName)",
            description: try SnowflakeInspection.description(of: integration.name, through: session.snowflake),
            trustPolicy: try IAMClient(session.aws).role(name: integration.roleName)?.trustPolicy
        ).advice
    }
}

extension JSON {
    /// The first message anywhere below `actions`.
    fileprivate var firstMessage: String? {
        self["actions"]?.members?.compactMap { $0.value["message"]?.string }.first { !$0.isEmpty }
    }
}
