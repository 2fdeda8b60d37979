import DataContract
import Testing

@testable import Deploy

@Suite struct InitTests {
    private func contract(_ text: String, file: String = "orders_20250111.csv", name: String? = nil) throws
        -> InferredContract
    {
        try InferredContract(SampleTable(Array(text.utf8)), file: file, name: name)
    }

    private static let orders = """
        order_id,Order Time,amount,customer,note,zip
        A-1,2025-01-11T08:00:00Z,12.50,ana,,01234
        A-2,2025-01-11 08:00:01,"1,200.00",ben,"a ""b"", c",00001
        A-3,2025-01-11T08:00:02.5+02:00,-3,ana,NULL,99999
        """

    @Test func `types, what is required, the header and the key come from the values`() throws {
        let found = try contract(Self.orders)
        #expect(found.hasHeader && found.dataset.header == .optional)
        #expect(found.dataset.name == "orders" && found.dataset.table == "ORDERS")
        #expect(found.dataset.files == .startsWith("orders"))
        #expect(found.dataset.columns.map(\.name) == ["order_id", "ordertime", "amount", "customer", "note", "zip"])
        #expect(
            found.dataset.columns.map(\.type) == [
                .text, .timestamp, .decimal(precision: 9, scale: 2), .text, .text, .text,
            ])
        #expect(found.dataset.columns.map(\.required) == [true, true, true, true, false, true])
        #expect(found.dataset.key == ["order_id"])
    }

    @Test func `the sample keeps the contract that came out of it`() throws {
        var validator = Validator(try contract(Self.orders).dataset)
        Array(Self.orders.utf8).withUnsafeBytes { validator.consume($0) }
        let report = validator.finish()
        #expect(report.dataRows == 3 && report.breachedRows == 0)
        #expect(report.verdict == .accepted)
    }

    @Test func `a file without a header gets numbered columns and says so`() throws {
        let found = try contract("1,x\n2,y\n3,x\n", file: "feed_20250101.csv")
        #expect(!found.hasHeader && found.dataset.header == .absent)
        #expect(found.dataset.columns.map(\.name) == ["column_1", "column_2"])
        #expect(found.doubts.contains { $0.contains("no header line") })
    }

    @Test func `rows of another width, a name without a date and a missing key are doubts`() throws {
        let found = try contract("a,b\nx,1\nx,1\nx\n", file: "feed.csv")
        #expect(found.doubts.contains { $0.contains("1 rows do not have 2 fields") })
        #expect(found.doubts.contains { $0.contains("YYYYMMDD") })
        #expect(found.doubts.contains { $0.contains("choose the key") })
    }

    @Test(arguments: [("", "empty"), ("a,\"b\n", "never closed"), ("\u{FEFF}", "empty")])
    func `what is no table is refused`(text: String, words: String) {
        let failure = #expect(throws: Failure.self) { try contract(text) }
        #expect(failure?.message.contains(words) == true)
        #expect(failure?.code == .invalid)
    }

    @Test func `bytes that are not UTF-8 are refused by name`() {
        let failure = #expect(throws: Failure.self) { try SampleTable([0x61, 0xFF, 0x0A]) }
        #expect(failure?.message.contains("not UTF-8") == true)
    }

    @Test func `names of columns in a hostile header can not leave their quotes`() throws {
        let found = try contract("id,\"x\\\") + fatalError(\"\"\n1,2\n", name: "evil")
        let text = PipelineSource(dataset: found.dataset).contract
        #expect(!text.contains("fatalError(\""))
    }

    @Test func `a pipeline is registered once, and a form of its own is left alone`() {
        let stacks =
            "public func stacks(in environment: Environment) -> [Stack] {\n    [retailPipeline(environment)]\n}\n"
        let once = Registration.stacks(stacks, adding: "orders")
        #expect(once?.contains("[retailPipeline(environment), ordersPipeline(environment)]") == true)
        #expect(once.flatMap { Registration.stacks($0, adding: "orders") } == once)
        #expect(Registration.stacks("nothing like it", adding: "orders") == nil)
        let datasets = "    public static let all: [Dataset] = retail\n"
        let added = Registration.datasets(datasets, adding: "orders")
        #expect(added == "    public static let all: [Dataset] = retail + [.orders]\n")
        #expect(added.flatMap { Registration.datasets($0, adding: "orders") } == added)
    }
}
