import Contracts
import DataContract
import Testing

@Suite struct BatchFileTests {
    @Test(arguments: [
        ("inbox/stores_20250112.csv", "stores", "2025-01-12", "stores_20250112.csv"),
        ("inbox/stores_no_header_20250112.csv", "stores", "2025-01-12", "stores_no_header_20250112.csv"),
        ("inbox/sales_20250111_2.csv", "sales", "2025-01-11", "sales_20250111_2.csv"),
        ("inbox/partner/2024/Sales-20240229.CSV.GZ", "sales", "2024-02-29", "Sales-20240229.CSV.GZ"),
        ("sale20250111.csv", "sales", "2025-01-11", "sale20250111.csv"),
        ("inbox/sales_123456789_20250111_99999999.csv", "sales", "2025-01-11", "sales_123456789_20250111_99999999.csv"),
        ("inbox/20250110/sales 20250111 +%41'\".csv", "sales", "2025-01-11", "sales 20250111 +%41'\".csv"),
        ("inbox/sales_👩‍🌾_20250111.csv", "sales", "2025-01-11", "sales_👩‍🌾_20250111.csv"),
        ("inbox/sales_stores_20250111.csv", "sales", "2025-01-11", "sales_stores_20250111.csv"),
        ("inbox//STORES_20250111.csv", "stores", "2025-01-11", "STORES_20250111.csv"),
    ])
    func `the name says dataset and batch date`(key: String, dataset: String, date: String, base: String) throws {
        let file = try BatchFile(key: key, among: Dataset.retail)
        #expect(file.dataset.name == dataset)
        #expect(file.batchDate.description == date)
        #expect(file.baseName == base)
    }

    @Test(arguments: [
        ("inbox/sales_20250111.txt", FileNameProblem.Code.wrongExtension),
        ("inbox/sales_20250111.csv.zip", .wrongExtension),
        ("inbox/sales_20250111csv", .wrongExtension),
        ("inbox/sales_20250111.csv\u{301}", .wrongExtension),
        ("inbox/", .wrongExtension),
        ("", .wrongExtension),
        ("inbox/returns_20250111.csv", .unknownType),
        ("inbox/my_sales_20250111.csv", .unknownType),
        ("inbox/sales/report_20250111.csv", .unknownType),
        ("inbox/sales.csv", .noDate),
        ("inbox/sales_2025011.csv", .noDate),
        ("inbox/sales_120250111.csv", .noDate),
        ("inbox/sales_202501112.csv", .noDate),
        ("inbox/sales_2025-01-11.csv", .noDate),
        ("inbox/20250111/sales.csv", .noDate),
        ("inbox/sales_20250230.csv", .invalidDate),
        ("inbox/sales_20251301.csv", .invalidDate),
        ("inbox/sales_20230229.csv", .invalidDate),
        ("inbox/sales_19000229.csv", .invalidDate),
        ("inbox/sales_00000000.csv", .invalidDate),
        ("inbox/sales_20250111_20250112.csv", .severalDates),
        ("inbox/sales_20250111_20250111.csv", .severalDates),
        ("inbox/sales_20250111\n.csv", .controlCharacter),
        ("inbox/sales_\u{0}20250111.csv", .controlCharacter),
        ("in\rbox/sales_20250111.csv", .controlCharacter),
        ("inbox/sales_\u{2028}20250111.csv", .controlCharacter),
    ])
    func `a name that says too little or too much is refused`(key: String, code: FileNameProblem.Code) {
        #expect {
            try BatchFile(key: key, among: Dataset.retail)
        } throws: { error in
            (error as? FileNameProblem)?.code == code
        }
    }

    @Test func `the reason names what was found and what is expected`() {
        let problem = #expect(throws: FileNameProblem.self) {
            try BatchFile(key: "inbox/returns_20250111.csv", among: Dataset.retail)
        }
        #expect(
            problem?.reason
                == "the name belongs to no dataset; known are: sales (starts with \"sale\"), stores (starts with \"store\")"
        )
        let dates = #expect(throws: FileNameProblem.self) {
            try BatchFile(key: "sale_20250111_20250112.csv", among: Dataset.retail)
        }
        #expect(dates?.reason == "the name holds more than one date: 2025-01-11, 2025-01-12")
    }

    @Test func `a name that two datasets claim is refused`() {
        let returns = Dataset(
            "returns", table: "RETURNS", files: .startsWith("sales_return"), key: [], description: "", columns: [])
        let problem = #expect(throws: FileNameProblem.self) {
            try BatchFile(key: "inbox/sales_returns_20250111.csv", among: [.sales, returns])
        }
        #expect(problem?.code == .ambiguousType)
        #expect(problem?.reason == "the name belongs to several datasets: sales, returns")
    }

    @Test func `a combining character after the slash still leaves the base name`() throws {
        let problem = #expect(throws: FileNameProblem.self) {
            try BatchFile(key: "inbox/\u{301}sales_20250111.csv", among: Dataset.retail)
        }
        #expect(problem?.code == .unknownType)
        #expect(
            try BatchFile(key: "\u{301}/sales_20250111.csv", among: Dataset.retail).baseName == "sales_20250111.csv")
    }

    @Test func `history is kept by batch date under the base name`() throws {
        let file = try BatchFile(key: "inbox/a/Stores_20250102.csv.gz", among: Dataset.retail)
        #expect(file.historyKey(under: "history/") == "history/stores/year=2025/month=01/day=02/Stores_20250102.csv.gz")
        #expect(file.isGzip)
    }
}
