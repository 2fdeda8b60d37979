import ArgumentParser
import Foundation
import InfraDSL
import Stacks

/// Says what a deploy would change, and changes nothing; of two template files, what differs between them.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what a deploy would change on both clouds; changes nothing.",
        discussion: """
              swift run deploy diff --env prod             what a deploy would change
              swift run deploy diff old.yaml new.yaml      what differs between two templates; needs no network
            """)

    @Option(
        name: .customLong("env"), help: "The environment: \(Environment.all.map(\.name).joined(separator: ", ")).")
    var name: String?

    @Option(name: .customLong("stack"), help: "Only this stack of the environment; all of them otherwise.")
    var stackName: String?

    @Argument(help: "In place of an environment: two templates, YAML or JSON.")
    var templates: [String] = []

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 when there are changes.")
    var detailedExitCode = false

    func validate() throws {
        guard (name != nil && templates.isEmpty) || (name == nil && templates.count == 2) else {
            throw ValidationError("Give either --env or two template files.")
        }
    }

    func run() throws {
        Interruption.enter(.reading)
        let hasChanges = try name.map(showPlan) ?? showDifference(templates[0], templates[1])
        if detailedExitCode, hasChanges { throw ExitCode(ExitStatus.changes.rawValue) }
    }

    private func showPlan(of name: String) throws -> Bool {
        let environment = try assemble(try EnvironmentOption.environment(named: name))
        let assemblies = try EnvironmentOption.chosen(stackName, of: environment)
        let session = try Session.open(environment.environment, try Checkout.containing())
        try session.checkIdentity()
        let plan = try Planning(session: session, assemblies: assemblies, environment: environment.all).plan()
        for line in EnvironmentReport(plan: plan).lines { Console.result(line) }
        for line in try ContractRecord(session).changes() { Console.result(line) }
        for conflict in plan.conflicts { Console.note(Console.styled("conflict: ", .yellow) + conflict) }
        if let obstacle = plan.obstacle {
            Console.note(Console.styled("no deploy now: ", .yellow) + obstacle.description)
        }
        return !plan.isEmpty
    }

    private func showDifference(_ old: String, _ new: String) throws -> Bool {
        let diff = TemplateDiff(from: try Self.document(at: old), to: try Self.document(at: new))
        let lines = diff.isEmpty ? ["No changes."] : TemplateReport(diff: diff).lines
        for line in lines { Console.result(line) }
        return !diff.isEmpty
    }

    private static func document(at path: String) throws -> TemplateDocument {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Failure("Can not read \(path): \(error.localizedDescription)", code: .invalid)
        }
        return try TemplateDocument(reading: text, path)
    }
}
