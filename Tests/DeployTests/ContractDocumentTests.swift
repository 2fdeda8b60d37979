import CloudAPI
import Contracts
import DataContract
import Foundation
import Testing

@testable import Deploy

@Suite struct ContractDocumentTests {
    @Test func `the contract is read back as it was written`() throws {
        var datasets = Dataset.all
        datasets.append(
            Dataset(
                "returns", table: "RETURNS", files: .startsWith("ret"), header: .required, breachLimit: .rows(3),
                key: ["id"], description: "With \"quotes\" and\nlines.",
                columns: [Column("id", .decimal(precision: 5, scale: 0), required: true, description: "Ä")]))
        let text = ContractDocument.json(datasets).indented
        #expect(try ContractDocument.datasets(in: text, "x") == datasets)
    }

    @Test(arguments: ["", "{}", #"{"version":2,"datasets":[]}"#, #"{"version":1,"datasets":[{"name":"a"}]}"#])
    func `a file that is no contract is refused with its name`(text: String) {
        let failure = #expect(throws: Failure.self) { try ContractDocument.datasets(in: text, "old.json") }
        #expect(failure?.code == .invalid && failure?.message.hasPrefix("old.json is no data contract") == true)
    }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: name)
        try Data(bytes).write(to: path)
        return path.path
    }

    private static let sale = "S1,T1,R1,20211001T174600.000,12.50,POS,clerk\n"

    @Test func `a file on disk gets the verdict that the function would give`() throws {
        let good = try LocalFileCheck(try file("sales_20250111.csv", Array(Self.sale.utf8)), as: nil)
        #expect(good.isAccepted && good.json["dataRows"]?.int == 1)
        let bad = try LocalFileCheck(try file("sales_20250111.csv", Array((Self.sale + "S1\n").utf8)), as: nil)
        #expect(!bad.isAccepted && bad.json["breaches"]?[0]?["rule"]?.string == "column_count")
        #expect(bad.lines.count == 2 && bad.lines[0].contains("rejected: line 2"))
        let cut = try LocalFileCheck(try file("sales_20250111.csv.gz", [0x1F, 0x8B, 8, 0]), as: nil)
        #expect(!cut.isAccepted && cut.json["reason"]?.string?.contains("gzip") == true)
    }

    @Test func `the name counts unless the dataset is given`() throws {
        let path = try file("export.csv", Array(Self.sale.utf8))
        #expect(try !LocalFileCheck(path, as: nil).isAccepted)
        #expect(try LocalFileCheck(path, as: .sales).isAccepted)
    }

    @Test func `a file that is not there is no refused file`() {
        #expect(throws: Failure.self) { try LocalFileCheck("/nowhere/sales_20250111.csv", as: nil) }
        #expect(throws: Failure.self) { try LocalFileCheck("/nowhere/x.csv", as: nil) }
    }
}
