import ArgumentParser
import CloudAPI
import InfraDSL

/// Takes a resource that exists into a stack, as it is.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take an existing AWS resource into a stack, as it is.",
        discussion: """
            Declare the resource first; then

              swift run deploy import Archive --env dev --stack retail-pipeline
              swift run deploy import Orders --env dev --identifier QueueUrl=https://sqs.eu-west-1.amazonaws.com/1/orders

            The resource itself is not changed: what it lacks of the declaration, the next deploy sets. What names it is read \
            from the declaration where it stands there. Snowflake objects are taken over by `up --adopt`.
            """)

    @Argument(help: "The logical id of the declared resource.")
    var id: String

    @OptionGroup var target: EnvironmentOption

    @Option(name: .customLong("identifier"), help: "What names the existing resource, such as BucketName=sales.")
    var identifiers: [String] = []

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run() throws {
        Interruption.enter(.reading)
        let environment = try assemble(try target.environment)
        let candidates = try EnvironmentOption.chosen(target.stackName, of: environment)
            .filter { $0.template.entries.contains { $0.logicalID.name == id } }
        guard let assembly = candidates.first, candidates.count == 1 else {
            throw Failure(
                candidates.isEmpty
                    ? "No stack of \(target.name) declares \(id)."
                    : "\(id) is declared by \(candidates.map(\.stack.name).joined(separator: ", ")).",
                advice: candidates.isEmpty ? "Declare it first; then import it." : "Name one with --stack.",
                code: .invalid)
        }
        let session = try Session.open(environment.environment, try Checkout.containing())
        try session.checkIdentity()
        let step = try ResourceImport(id, of: assembly, named: try given(), session)
        Console.note(
            "  > \(step.id)  \(step.type)  takes over "
                + step.identifier.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        guard yes || Console.isInteractive else {
            throw Failure(
                "An import needs an approval and there is no terminal to ask at.",
                advice: "Add --yes when that is what you want. Nothing was changed.", code: .approval)
        }
        guard yes || Console.agrees("Take it into \(assembly.stack.stackName)?") else {
            throw Failure("Nothing was changed.", code: .approval)
        }
        Interruption.enter(.applying)
        try step.run()
        Console.note(
            "\(id) is part of \(assembly.stack.stackName). `swift run deploy --env \(target.name)` sets the rest.")
    }

    private func given() throws -> [String: String] {
        var given: [String: String] = [:]
        for identifier in identifiers {
            guard let equals = identifier.firstIndex(of: "="), equals != identifier.startIndex else {
                throw ValidationError("--identifier wants NAME=VALUE, such as BucketName=sales.")
            }
            given[String(identifier[..<equals])] = String(identifier[identifier.index(after: equals)...])
        }
        return given
    }
}
