import ArgumentParser
import CloudFormationGenerator

/// Keeps the generated resource structs.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Generate typed structs of CloudFormation resources from their schemas.",
        subcommands: [Add.self, Regenerate.self])

    /// Takes a type from a schema archive into the checkout.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take resource types from a schema archive and generate their structs.",
            discussion: """
                The archive is an unpacked cfn-lint 1.58 wheel, an installed cfnlint package, or AWS's own schema archive:

                  pip download cfn-lint==1.58.0 --no-deps && unzip -q cfn_lint-1.58.0-*.whl -d cfn-lint
                  swift run deploy schema add AWS::DynamoDB::Table --from cfn-lint
                """)

        @Argument(help: "Types, such as AWS::DynamoDB::Table.")
        var types: [String]

        @Option(help: "The folder of the archive.")
        var from: String

        func run() throws {
            try generating { generator throws(SchemaProblem) in
                try generator.schemas.add(types, from: try SchemaArchive(at: from))
                return try generator.write()
            }
        }
    }

    struct Regenerate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the structs again from the schemas in Sources/CloudFormation/Schemas.")

        @Flag(help: "Write nothing; fail when a file differs from what would be written.")
        var check = false

        func run() throws {
            let differences = try generating { generator throws(SchemaProblem) in
                check ? try generator.check() : try generator.write()
            }
            guard check else { return }
            guard differences.isEmpty else {
                throw Failure(
                    "The generated structs are not what the schemas say.",
                    advice: "Run `swift run deploy schema regenerate` and commit the result.", code: .invalid)
            }
            Console.note("The generated structs are up to date.")
        }
    }
}

/// Runs the generator over the checkout and names the files that differ.
@discardableResult
private func generating(
    _ work: (CloudFormationGenerator.Regenerate) throws(SchemaProblem) -> [CloudFormationGenerator.Regenerate
        .Difference]
) throws -> [CloudFormationGenerator.Regenerate.Difference] {
    let generator = CloudFormationGenerator.Regenerate(
        target: try Checkout.containing().path("Sources/CloudFormation"))
    let differences: [CloudFormationGenerator.Regenerate.Difference]
    do throws(SchemaProblem) {
        differences = try work(generator)
    } catch {
        throw Failure("\(error)", code: .invalid)
    }
    for difference in differences { Console.result("\(difference)") }
    return differences
}
