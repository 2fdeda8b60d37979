import ArgumentParser

/// Prints what a deployed stack gives back.
struct OutputsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outputs", abstract: "Print the outputs of a deployed environment.",
        discussion: """
            `--format json` is one object for each stack, by the stack's name; with --stack the outputs of that stack alone.
            `--format env` can be sourced by a shell; a name that two stacks give is preceded by the stack's:

              eval "$(swift run deploy outputs --env local --format env)"
              aws s3 cp sales_20250111.csv "s3://$INBOX_BUCKET/inbox/"
            """)

    @OptionGroup var target: EnvironmentOption

    /// How outputs are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, env
    }

    @Option(help: "text, json or env.")
    var format = Format.text

    func run() throws {
        let assemblies = try target.assemblies
        let session = try Session.open(try target.environment, try Checkout.containing())
        try session.checkIdentity()
        let outputs = try EnvironmentOutputs.read(assemblies, session)
        let lines =
            switch format {
            case .text: outputs.text
            case .json: [target.stackName == nil ? outputs.jsonOfAll : outputs.jsonOfOne]
            case .env: outputs.shell
            }
        for line in lines { Console.result(line) }
    }
}
