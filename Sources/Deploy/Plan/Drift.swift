import CloudAPI
import CloudFormation
import InfraDSL

/// What somebody changed by hand on either side of one stack: CloudFormation's drift detection, our own reading where that
/// does not reach (the trust and the permissions of roles), and Snowflake's catalog.
struct Drift: Sendable {
    let plan: Plan
    let permissions: PermissionDrift
    /// By CloudFormation; resources that differ or are gone.
    let resources: [CloudFormationClient.ResourceDrift]
    /// Resources that CloudFormation has no drift detection for.
    let unchecked: [String]
    /// Why CloudFormation's detection is missing; nil when it came to an end.
    let silence: String?

    /// - Parameter declared: what all stacks of the environment declare on Snowflake's side.
    static func read(_ assembly: Assembly, declared: [any SnowflakeResource], through session: Session) throws -> Drift
    {
        let (aws, snowflake) = try concurrently(
            { () -> (reading: AWSReading, detection: Detection) in
                let reading = try AWSReading.read(for: assembly, through: session)
                let isDeployed = reading.stack.map { StackStatus.isDeployed($0.status) } ?? false
                guard isDeployed else { throw Self.notDeployed(assembly, session) }
                return (reading, try detect(assembly, session))
            },
            { try SnowflakeInspection.read(for: assembly, through: session.snowflake) })
        let planner = Planner(
            environment: session.environment, assembly: assembly, declared: declared, adopting: false,
            assetBucket: AssetBucket(session).name, snowflakeEndpoint: session.snowflakeEndpoint)
        return Drift(
            plan: try planner.plan([], aws.reading, snowflake),
            permissions: PermissionDrift(
                assembly, live: aws.reading.permissions, known: planner.knownValues(aws.reading, snowflake)),
            resources: aws.detection.resources.filter { $0.status == "MODIFIED" || $0.status == "DELETED" },
            unchecked: aws.detection.resources.filter { $0.status == "NOT_CHECKED" || $0.status == "UNKNOWN" }
                .map(\.logicalResourceID).sorted(),
            silence: aws.detection.silence)
    }

    struct Detection: Sendable {
        var resources: [CloudFormationClient.ResourceDrift] = []
        var silence: String?
    }

    static func detect(_ assembly: Assembly, _ session: Session) throws -> Detection {
        let client = CloudFormationClient(session.aws)
        let name = assembly.stack.stackName
        do {
            let id = try client.detectDrift(of: name)
            for attempt in 0..<180 {
                let detection = try client.driftDetection(id)
                if detection.status == "DETECTION_COMPLETE" {
                    return Detection(resources: try client.resourceDrifts(of: name))
                }
                if detection.status == "DETECTION_FAILED" {
                    // What could be looked at is told all the same.
                    return Detection(
                        resources: try client.resourceDrifts(of: name),
                        silence: "CloudFormation's drift detection failed: \(detection.reason ?? "no reason given")")
                }
                try session.checkpoint("Nothing was changed.")
                session.aws.clock.sleep(attempt < 10 ? .milliseconds(300) : .seconds(2))
            }
            return Detection(silence: "CloudFormation's drift detection did not end within six minutes.")
        } catch let error as CloudError where !error.isExpiredCredentials {
            return Detection(silence: "CloudFormation did not look for drift: \(error)")
        }
    }

    private static func notDeployed(_ assembly: Assembly, _ session: Session) -> Failure {
        Failure(
            "\(assembly.stack.stackName) is not deployed.",
            advice: "Run `swift run deploy --env \(session.environment.name)`.")
    }
}
