import Contracts
import Testing

@testable import DataContract

@Suite struct ContractPageTests {
    @Test(arguments: Dataset.all)
    func `the page names every column with its type and whether it is required`(dataset: Dataset) throws {
        let page = ContractPage(dataset).markdown
        for (index, column) in dataset.columns.enumerated() {
            let row = try #require(
                page.split(separator: "\n").first { $0.hasPrefix("| \(index + 1) | `\(column.name)`") })
            #expect(row.contains(column.required ? "required" : "may be missing") && row.contains(column.description))
        }
        #expect(page.contains("RAW.\(dataset.table)") && page.contains(dataset.breachLimit.description))
    }

    @Test(arguments: Dataset.all)
    func `the example of the page is a file that is accepted`(dataset: Dataset) throws {
        let page = ContractPage(dataset).markdown
        let example = try #require(page.split(separator: "```\n").dropFirst().first)
        var validator = Validator(dataset)
        Array(example.utf8).withUnsafeBytes { validator.consume($0) }
        let report = validator.finish()
        #expect(report.isAccepted && report.dataRows == 1 && report.totalBreaches == 0)
        let name = try #require(page.split(separator: "for example `").last?.split(separator: "`").first)
        #expect(try BatchFile(key: "inbox/\(name)", among: Dataset.all).dataset == dataset)
    }
}
