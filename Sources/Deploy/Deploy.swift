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
            SchemaCommand.self, ValidateCommand.self, ContractCommand.self, ReplayCommand.self,
            GraphCommand.self, DriftCommand.self, ImportCommand.self, DoctorCommand.self, StatusCommand.self,
            WatchCommand.self, CancelCommand.self, RollbackCommand.self, RecoverCommand.self, DiagnoseCommand.self,
            ListCommand.self, LogsCommand.self, CollectCommand.self, InitCommand.self, CompletionCommand.self,
            RotateKeysCommand.self, ImageCommand.self,
        ],
        defaultSubcommand: UpCommand.self
    )

    static func main() {
        Interruption.install()
        _ = Console.elapsed
        do {
            var command = try parseAsRoot()
            try command.run()
            Console.event(.end(.done))
        } catch {
            Progress.clear()
            // Help, versions, usage and exit codes that a command chose are the parser's to tell.
            let isOurs = exitCode(for: error) == .failure && !(error is ValidationError) && !(error is ExitCode)
            guard isOurs || error is Failure else { exit(withError: error) }
            let failure = Failure(reporting: error)
            Console.event(.diagnostic(failure))
            Console.event(.end(failure.code))
            Console.note(Console.styled("error: ", .red) + failure.description)
            Foundation.exit(failure.code.rawValue)
        }
    }
}
