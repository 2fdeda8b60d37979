import ArgumentParser
import CloudAPI
import Foundation
import InfraDSL

/// Runs dbt with the environment's connection, through the same entry point as the scheduled task.
struct TransformCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transform",
        abstract: "Run dbt on the environment: `dbt build`, or the dbt command given.",
        discussion: """
            One run at a time, wherever it runs: a second one says who is at work and ends with 6. A run leaves metrics behind, and
            one alert if it fails. Arguments after the options go to dbt:

              swift run deploy transform --env local
              swift run deploy transform --env local -- build --full-refresh
              swift run deploy transform --env prod -- test --select stg_sales
            """)

    @OptionGroup var target: EnvironmentOption

    @Argument(parsing: .postTerminator, help: "What dbt is to do; `build` by default.")
    var arguments: [String] = []

    @Flag(help: "Publish no alert if the run fails.")
    var noAlert = false

    func run() throws {
        let assembly = try target.assembly
        let checkout = try Checkout.containing()
        let session = try Session.open(try target.environment, checkout)
        let dbt = PythonEnvironment.dbt(checkout)
        try dbt.prepare()
        let outcome = try ChildProcess.run(
            [dbt.program("python"), "-m", "transform"] + arguments,
            environment: try variables(assembly, session), in: URL(fileURLWithPath: checkout.path("dbt")),
            output: .passedOn)
        guard outcome.status == 0 else { throw ExitCode(outcome.status) }
    }

    /// The connection as dbt's profile reads it, and where alerts and metrics go. The private key travels in the environment of the
    /// child and nowhere else.
    private func variables(_ assembly: Assembly, _ session: Session) throws -> [String: String] {
        let outputs = try StackOutputs.read(assembly, session)
        guard let keyPair = assembly.keyPairs.first(where: { $0.id == "TransformKey" }),
            let pem = try KeyPairStep(session).privateKeyPEM(of: keyPair)
        else {
            throw Failure(
                "dbt's private key is not in Secrets Manager.",
                advice: "Run `swift run deploy --env \(target.name)`, which makes it.")
        }
        var variables = ProcessInfo.processInfo.environment
        let address = session.snowflakeAddress
        variables.merge([
            "SNOWFLAKE_ACCOUNT": session.environment.snowflake.identifier,
            "SNOWFLAKE_USER": outputs["SnowflakeTransformUser"] ?? "",
            "SNOWFLAKE_ROLE": outputs["SnowflakeTransformRole"] ?? "",
            "SNOWFLAKE_WAREHOUSE": outputs["SnowflakeWarehouse"] ?? "",
            "SNOWFLAKE_DATABASE": outputs["SnowflakeDatabase"] ?? "",
            "SNOWFLAKE_PRIVATE_KEY": pem,
            "SNOWFLAKE_HOST": address.host,
            "SNOWFLAKE_PORT": "\(address.port)",
            "SNOWFLAKE_PROTOCOL": address.scheme,
            "SNOWLINE_ENVIRONMENT": target.name,
            "ALERT_TOPIC_ARN": noAlert ? "" : outputs["AlertTopicArn"] ?? "",
            "AWS_DEFAULT_REGION": session.environment.region,
        ]) { $1 }
        if variables["SNOWLINE_METRICS"] == nil { variables["SNOWLINE_METRICS"] = "cloudwatch" }
        if let local = session.local, let credentials = LocalCredentials(local).stored {
            variables.merge([
                "AWS_ENDPOINT_URL": local.awsEndpoint,
                "AWS_ACCESS_KEY_ID": credentials.accessKeyID,
                "AWS_SECRET_ACCESS_KEY": credentials.secretAccessKey,
            ]) { $1 }
            variables["AWS_SESSION_TOKEN"] = nil
        }
        return variables
    }
}
