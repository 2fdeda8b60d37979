import ArgumentParser
import Foundation
import InfraDSL

/// Runs dbt with the environment's connection.
struct TransformCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transform",
        abstract: "Run dbt on the environment: `dbt build`, or the dbt command given.",
        discussion: """
            Arguments after the options go to dbt:

              swift run deploy transform --env local
              swift run deploy transform --env local -- build --full-refresh
              swift run deploy transform --env prod -- test --select stg_sales
            """)

    @OptionGroup var target: EnvironmentOption

    @Argument(parsing: .postTerminator, help: "What dbt is to do; `build` by default.")
    var arguments: [String] = []

    func run() throws {
        let assembly = try target.assembly(giving: "TransformKey")
        let checkout = try Checkout.containing()
        let session = try Session.open(try target.environment, checkout)
        let dbt = PythonEnvironment.dbt(checkout)
        try dbt.prepare()
        let isCommand = arguments.first.map { !$0.hasPrefix("-") } ?? false
        let words = (isCommand ? [] : ["build"]) + arguments
        let folder = checkout.path("dbt")
        let outcome = try ChildProcess.run(
            [dbt.program("dbt")] + (isatty(STDOUT_FILENO) == 1 ? [] : ["--no-use-colors"]) + words + [
                "--project-dir", folder, "--profiles-dir", folder,
            ],
            environment: try variables(assembly, session), in: URL(fileURLWithPath: folder), output: .passedOn)
        guard outcome.status == 0 else { throw ExitCode(outcome.status == 1 ? 1 : 3) }
    }

    /// The connection as dbt's profile reads it; the private key travels in the environment of the child and nowhere else.
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
        ]) { $1 }
        return variables
    }
}
