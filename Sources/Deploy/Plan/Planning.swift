import CloudAPI
import InfraDSL

/// The reading half that `up` and `diff` share: builds the programs while both clouds are read, then makes the plan.
struct Planning {
    let session: Session
    let assembly: Assembly
    var adopting = false

    func plan() throws -> Plan {
        Console.step("building \(assembly.assets.map(\.product).joined(separator: ", ")), reading both clouds")
        let (built, clouds) = try concurrently({ try archives() }, { try readClouds() })
        let planner = Planner(
            environment: session.environment, assembly: assembly, adopting: adopting,
            assetBucket: AssetBucket(session).name, snowflakeEndpoint: session.snowflakeEndpoint)
        return try planner.plan(built, clouds.aws, clouds.snowflake)
    }

    private func archives() throws -> [Plan.PlannedArchive] {
        let build = LambdaBuild(checkout: session.checkout, environment: session.environment)
        let bucket = AssetBucket(session)
        return try assembly.assets.map { asset in
            let archive = try build.archive(of: asset)
            return Plan.PlannedArchive(archive: archive, isNew: try !bucket.holds(archive.key))
        }
    }

    private struct Clouds: Sendable {
        let aws: AWSReading
        let snowflake: LiveSnowflake
    }

    private func readClouds() throws -> Clouds {
        let (aws, snowflake) = try concurrently(
            { try AWSReading.read(for: assembly, through: session) },
            { try SnowflakeInspection.read(for: assembly, through: session.snowflake) })
        return Clouds(aws: aws, snowflake: snowflake)
    }
}
