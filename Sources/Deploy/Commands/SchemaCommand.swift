import ArgumentParser
import CloudFormationGenerator

/// Keeps the generated resource structs.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Generate typed structs of CloudFormation resources from their schemas.",
        subcommands: [Regenerate.self])

    struct Regenerate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the structs again from the schemas in Sources/CloudFormation/Schemas.")

        func run() throws {}
    }
}
