import ArgumentParser
import CloudAPI
import Contracts
import DataContract

/// Validates files on this machine with the code that the function runs, so that partners can check before they send.
struct ContractCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check files as the ingestion function would; exits with 7 when one would be refused.",
        discussion: """
              swift run deploy contract check outbox/*.csv
              swift run deploy contract check export.csv --dataset sales    whatever its name is
              swift run deploy contract check sales_20250111.csv.gz --format json
            """)

    /// How verdicts are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "CSV files, as they are or gzipped.")
    var files: [String]

    @Option(help: "The dataset to hold them against; otherwise each file's name says it, as in the inbox.")
    var dataset: String?

    @Option(help: "text or json.")
    var format = Format.text

    func run() throws {
        let given = try dataset.map(ContractCommand.dataset)
        let checks = try files.map { try LocalFileCheck($0, as: given) }
        switch format {
        case .text: for line in checks.flatMap(\.lines) { Console.result(line) }
        case .json: Console.result(JSON.array(checks.map(\.json)).indented)
        }
        let rejected = checks.count { !$0.isAccepted }
        guard rejected == 0 else {
            if format == .text { Console.note("\(rejected) of \(checks.count) files would be refused.") }
            throw ExitCode(ExitStatus.invalid.rawValue)
        }
    }
}
