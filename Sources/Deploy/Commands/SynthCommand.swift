import ArgumentParser
import Contracts
import DataContract
import Foundation
import InfraDSL
import Stacks

/// Writes what people review: CloudFormation, SQL and dbt's sources. Needs no network and no credentials.
struct SynthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth",
        abstract: "Write the CloudFormation YAML, the numbered SQL, dbt's sources and the pages of the datasets.",
        discussion: """
            Needs no network and no credentials, and gives the same bytes each time: the files are reviewed and committed.

              swift run deploy synth
              swift run deploy synth --env prod --out review
              swift run deploy synth --check                       for build servers: exit 7 when a file is stale
            """)

    @Option(name: .customLong("env"), help: "Only this environment; all of them otherwise.")
    var name: String?

    @Option(
        name: .customLong("stack"), help: "Only this stack, without what all stacks share (ledger, bootstrap, pages).")
    var stackName: String?

    @Option(help: "The folder to write to; the checkout otherwise.")
    var out: String?

    @Option(help: "A logical id that is given up, with what it made; for one that looks renamed.")
    var forget: [String] = []

    @Flag(help: "Write nothing; fail when a file differs from what would be written.")
    var check = false

    func run() throws {
        let environments = Environment.all.filter { name == nil || $0.name == name }
        guard !environments.isEmpty else { throw EnvironmentOption.unknown(name ?? "") }
        var files = stackName == nil ? ContractFiles.all(for: Dataset.all) : []
        var all: [Assemblies] = []
        for environment in environments {
            let assemblies = try assemble(environment, only: stackName)
            all.append(assemblies)
            files += stackName == nil ? assemblies.files : assemblies.all.flatMap(\.files)
            for line in assemblies.all.flatMap(\.report) { Console.note(line) }
        }
        files += try Self.sources(of: all)
        let root = try out.map { Checkout(root: URL(fileURLWithPath: $0, isDirectory: true)) } ?? Checkout.containing()
        // The ledger is of all environments together.
        if name == nil, stackName == nil { files.append(try ledger(of: all, in: root).file) }
        if check {
            let stale = try staleFiles(files, environments, root)
            guard stale.isEmpty else {
                throw Failure(
                    "These files are not what the stacks say: \(stale.joined(separator: ", "))",
                    advice: "Run `swift run deploy synth` and commit the result.", code: .invalid)
            }
            return Console.note("\(files.count) files are up to date.")
        }
        // What is right already is not touched.
        for file in files where root.text(file.path) != file.contents { try root.write(file.contents, to: file.path) }
        for path in try strayFiles(files, environments, root) {
            try FileManager.default.removeItem(at: root.root.appending(path: path))
        }
        for file in files { Console.result(file.path) }
    }

    /// The sources of every dbt project, each once: environments share them.
    private static func sources(of all: [Assemblies]) throws -> [GeneratedFile] {
        var files: [GeneratedFile] = []
        for file in all.flatMap(\.all).compactMap(\.stack.models?.sources) where !files.contains(file) {
            guard !files.contains(where: { $0.path == file.path }) else {
                throw Failure(
                    "Two stacks say different things of \(file.path).",
                    advice: "Give each dbt project a folder of its own, or let it read the same datasets everywhere.",
                    code: .invalid)
            }
            files.append(file)
        }
        return files
    }

    /// The ids as they are now; an error when one of them looks renamed by accident.
    private func ledger(of all: [Assemblies], in root: Checkout) throws -> IDLedger {
        let ledger = IDLedger(all)
        let renames = ledger.renames(
            since: IDLedger(parsing: root.text(IDLedger.path) ?? ""), forgetting: Set(forget))
        guard let first = renames.first else { return ledger }
        throw Failure(
            renames.map(\.description).joined(separator: "\n"),
            advice: "Write .formerly(\"\(first.old)\") on the new one to keep the resource, "
                + "or run `swift run deploy synth \(renames.map { "--forget \($0.old)" }.joined(separator: " "))` "
                + "to let it go.",
            code: .invalid)
    }

    private func staleFiles(_ files: [GeneratedFile], _ environments: [Environment], _ root: Checkout) throws
        -> [String]
    {
        files.filter { root.text($0.path) != $0.contents }.map(\.path) + (try strayFiles(files, environments, root))
    }

    /// Files of an earlier synth that no stack gives any more.
    private func strayFiles(_ files: [GeneratedFile], _ environments: [Environment], _ root: Checkout) throws
        -> [String]
    {
        guard stackName == nil else { return [] }
        let wanted = Set(files.map(\.path))
        let folders = environments.flatMap { ["snowflake/\($0.name)", "cloudformation/\($0.name)"] }
        return (folders + [ContractFiles.folder]).flatMap { folder in
            let names = FileManager.default.enumerator(atPath: root.path(folder))?.allObjects as? [String] ?? []
            return names.filter { $0.hasSuffix(".sql") || $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }
                .map { "\(folder)/\($0)" }
                .filter { !wanted.contains($0) }
        }.sorted()
    }
}
