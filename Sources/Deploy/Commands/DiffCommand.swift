import ArgumentParser
import CloudAPI
import Foundation
import InfraDSL
import Stacks

/// Says what a deploy would change, and changes nothing; of two template files, what differs between them.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what a deploy would change on both clouds; changes nothing.",
        discussion: """
            Each resource with its verdict (in place, may replace, replace) from the resource's schema and, for a stack that \
            exists, CloudFormation's own; who may do more or less than before; what holds data and would go.

              swift run deploy diff --env prod                              what a deploy would change
              swift run deploy diff --env prod --out plan.json              the same, saved for `up --plan plan.json`
              swift run deploy diff --env prod --format markdown            for a pull request
              swift run deploy diff --env prod --format html > plan.html    one page with the resource graph
              swift run deploy diff old.yaml new.yaml                       what differs between two templates; needs no network

            For CloudFormation's verdict a change set is made, read and removed; --no-change-set does without.
            """,
        aliases: ["plan"])

    @Option(
        name: .customLong("env"), help: "The environment: \(Environment.all.map(\.name).joined(separator: ", ")).")
    var name: String?

    @Option(name: .customLong("stack"), help: "Only this stack of the environment; all of them otherwise.")
    var stackName: String?

    @Argument(help: "In place of an environment: two templates, YAML or JSON.")
    var templates: [String] = []

    @Option(help: PlanFormat.help)
    var format = PlanFormat.text

    @Option(help: "Save the plan to this file, for `up --plan`.")
    var out: String?

    @Flag(help: "Plan to take over Snowflake objects of the declared names that are not marked as this stack's.")
    var adopt = false

    @Option(help: "Plan with what is held back until it is agreed to: \(Consent.dataLoss.rawValue).")
    var approve: [Consent] = []

    @Flag(name: .customLong("no-change-set"), help: "Do not ask CloudFormation for its own verdict.")
    var noChangeSet = false

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 when there are changes.")
    var detailedExitCode = false

    func validate() throws {
        guard (name != nil && templates.isEmpty) || (name == nil && templates.count == 2) else {
            throw ValidationError("Give either --env or two template files.")
        }
        guard out == nil || name != nil else { throw ValidationError("Only the plan of an environment can be saved.") }
    }

    func run() throws {
        Interruption.enter(.reading)
        let view = try name.map(plan) ?? difference(templates[0], templates[1])
        Console.result(format.write(view))
        if detailedExitCode, !view.isEmpty { throw ExitCode(ExitStatus.changes.rawValue) }
    }

    private func plan(of name: String) throws -> PlanView {
        let environment = try assemble(try EnvironmentOption.environment(named: name))
        let assemblies = try EnvironmentOption.chosen(stackName, of: environment)
        let session = try Session.open(environment.environment, try Checkout.containing())
        try session.checkIdentity()
        let whole = try Planning(
            session: session, assemblies: assemblies, environment: environment.all, adopting: adopt,
            asking: !noChangeSet
        ).plan()
        let plan = approve.contains(.dataLoss) ? whole.releasingWithheld : whole
        if let out {
            let saved = SavedPlan(
                plan, environment: environment.environment, isAdopting: adopt,
                isReleasing: approve.contains(.dataLoss), made: session.aws.clock.now())
            try PlanFile.write(saved, to: out)
            Console.note("Saved as \(out); `\(Self.command(for: name, out, plan))` applies exactly this.")
        }
        var view = PlanView(plan, environment: environment.environment)
        view.contract = try ContractRecord(session).changes()
        return view
    }

    private static func command(for name: String, _ file: String, _ plan: EnvironmentPlan) -> String {
        let isProtected = (try? EnvironmentOption.environment(named: name).isProtected) ?? true
        let consents = plan.consents(isProtected: isProtected).sorted().map { " --approve \($0.rawValue)" }.joined()
        return "swift run deploy up --env \(name) --plan \(file)\(consents)"
    }

    private func difference(_ old: String, _ new: String) throws -> PlanView {
        let stack = StackView(from: try Self.document(at: old), to: try Self.document(at: new), file: new)
        return PlanView(title: "\(old) → \(new)", identity: [], stacks: [stack], kind: .difference)
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

/// A saved plan on disk.
enum PlanFile {
    static func write(_ plan: SavedPlan, to path: String) throws {
        do {
            try Data(plan.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure("Can not write \(path): \(error.localizedDescription)", advice: "Nothing was changed.")
        }
    }

    static func read(_ path: String) throws -> SavedPlan {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Failure("Can not read \(path): \(error.localizedDescription)", code: .invalid)
        }
        return try SavedPlan(reading: text, path)
    }
}
