import ArgumentParser
import Foundation

/// `swift run deploy`: the whole product on one command line.
@main
struct Deploy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy",
        abstract: "Deploys pipelines from S3 into Snowflake: one plan over AWS and Snowflake.",
        discussion: """
            Without a subcommand it plans, asks, applies, verifies and prints the outputs.

              swift run deploy --env local          everything on this machine, no account needed
              swift run deploy synth                 write the CloudFormation and SQL for review
              swift run deploy diff --env prod       what a deploy would change
            """,
        subcommands: [
            UpCommand.self, SynthCommand.self, DiffCommand.self, DestroyCommand.self, OutputsCommand.self,
            SQLCommand.self, AlertsCommand.self, TransformCommand.self, ReportCommand.self, TraceCommand.self,
            DemoCommand.self, BuildCommand.self,
            LocalCommand.self,
            SchemaCommand.self,
            ValidateCommand.self,
            ContractCommand.self,
            ReplayCommand.self,
            DoctorCommand.self,
            GraphCommand.self,
            DriftCommand.self,
        ],
        defaultSubcommand: UpCommand.self
    )

    static func main() {
        Interruption.install()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            // Help, versions, usage and exit codes that a command chose are the parser's to tell.
            let isOurs = exitCode(for: error) == .failure && !(error is ValidationError) && !(error is ExitCode)
            guard isOurs || error is Failure else { exit(withError: error) }
            let failure = Failure(reporting: error)
            Console.note(Console.styled("error: ", .red) + failure.description)
            Foundation.exit(failure.code.rawValue)
        }
    }
}
