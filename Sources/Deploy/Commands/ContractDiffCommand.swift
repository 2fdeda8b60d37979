import ArgumentParser
import CloudAPI
import Contracts
import DataContract
import Foundation

/// Says what a change of the contract means: wider, narrower, or a break.
struct ContractDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Compare two states of the data contract: widened, narrowed or breaking.",
        discussion: """
            The old one is a file that `deploy contract --format json` wrote; the new one as well, or what is declared now.

              swift run deploy contract diff docs/datasets/contract.json
              git show main:docs/datasets/contract.json > /tmp/main.json
              swift run deploy contract diff /tmp/main.json --detailed-exitcode
            """)

    @Argument(help: "The old contract, JSON.")
    var old: String

    @Argument(help: "The new contract, JSON; what is declared otherwise.")
    var new: String?

    /// How changes are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text or json.")
    var format = Format.text

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 when there are changes.")
    var detailedExitCode = false

    @Flag(name: .customLong("fail-on-breaking"), help: "Exit with 7 when a change breaks what exists.")
    var failOnBreaking = false

    func run() throws {
        let changes = ContractDiff.changes(
            from: try Self.datasets(at: old), to: try new.map(Self.datasets) ?? Dataset.all)
        switch format {
        case .text: for line in changes.isEmpty ? ["No changes."] : changes.map(\.description) { Console.result(line) }
        case .json: Console.result(JSON.array(changes.map(Self.json)).indented)
        }
        if failOnBreaking, changes.contains(where: { $0.compatibility == .breaking }) {
            throw ExitCode(ExitStatus.invalid.rawValue)
        }
        if detailedExitCode, !changes.isEmpty { throw ExitCode(ExitStatus.changes.rawValue) }
    }

    private static func datasets(at path: String) throws -> [Dataset] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Failure("Can not read \(path).", advice: "Give the path of a contract in JSON.", code: .invalid)
        }
        return try ContractDocument.datasets(in: text, path)
    }

    private static func json(_ change: ContractChange) -> JSON {
        [
            "dataset": .string(change.dataset), "subject": .string(change.subject),
            "compatibility": .string(change.compatibility.word), "detail": .string(change.detail),
        ]
    }
}
