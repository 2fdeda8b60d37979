import ArgumentParser
import Contracts
import DataContract

/// The data contract: shown, held against files, compared.
struct ContractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract", abstract: "Show the data contract, check files against it, compare two states of it.",
        discussion: """
              swift run deploy contract                                   every dataset
              swift run deploy contract --format markdown --dataset sales the page for partners
              swift run deploy contract check sales_20250111.csv          what the function would say of a file
              swift run deploy contract diff docs/datasets/contract.json  what changed since that was written
            """,
        subcommands: [ContractShowCommand.self, ContractCheckCommand.self, ContractDiffCommand.self],
        defaultSubcommand: ContractShowCommand.self)

    static func dataset(named name: String) throws -> Dataset {
        guard let dataset = Dataset.all.first(where: { $0.name == name }) else {
            throw ValidationError(
                "There is no dataset \"\(name)\"; declared are \(Dataset.all.map(\.name).joined(separator: ", ")).")
        }
        return dataset
    }
}

/// Prints datasets as they are declared. Needs no network and no credentials.
struct ContractShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the datasets that are declared (the default).")

    /// How a contract is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
    }

    @Option(help: "text, markdown or json.")
    var format = Format.text

    @Option(help: "Only this dataset; all of them otherwise.")
    var dataset: String?

    func run() throws {
        let datasets = try dataset.map { [try ContractCommand.dataset(named: $0)] } ?? Dataset.all
        switch format {
        case .text: Console.result(datasets.map { ContractPage($0).text }.joined(separator: "\n\n"))
        case .markdown: Console.result(datasets.map { ContractPage($0).markdown }.joined(separator: "\n"))
        case .json: Console.result(ContractDocument.json(datasets).indented)
        }
    }
}
