import Contracts
import DataContract
import Testing

@Suite struct ValidatorTests {
    @Test func `a headerless file keeps its first row`() {
        let found = report(sale() + sale(transaction: "T2"))
        #expect(found.isAccepted && !found.hasHeader)
        #expect(found.dataRows == 2 && found.records == 2 && found.fieldCount == 7)
    }

    @Test(arguments: [
        salesHeader, salesHeader.uppercased(), "\u{FEFF}" + salesHeader,
        " Store_Token ,\"transaction_id\"," + "receipt_token,transaction_ time,\tamount,source_id,user_role\r\n",
    ])
    func `a header is noticed, neither counted nor validated as data`(header: String) {
        let found = report(header + sale())
        #expect(found.isAccepted && found.hasHeader)
        #expect(found.dataRows == 1 && found.records == 2)
    }

    @Test func `a header of six columns is noticed as well`() {
        let found = report(shortSalesHeader + "S1,T1,R1,20211001T174600.000,1.00,clerk\n")
        #expect(found.isAccepted && found.hasHeader && found.fieldCount == 6)
    }

    @Test func `a header that is repeated further down is no data row`() {
        let found = report(salesHeader + sale() + salesHeader + sale(transaction: "T2"))
        #expect(found.isAccepted && found.dataRows == 2 && found.records == 4)
    }

    @Test func `empty lines are no rows, also at the end`() {
        let found = report("\n" + sale() + "\n\r\n" + sale() + "\n\n")
        #expect(found.isAccepted && found.records == 2)
    }

    @Test func `the last line needs no end`() {
        #expect(report("G1,S1,Shop", as: .stores).dataRows == 1)
    }

    private static let malformed: [(text: String, rule: Breach.Rule)] = [
        ("", .emptyFile),
        ("\u{FEFF}", .noRows),
        ("\n\n", .noRows),
        (salesHeader, .noRows),
        ("S1,T1\n", .columnCount),
        ("a,b,c,d,e,f,g,h\n", .columnCount),
        ("\(sale())   \n", .columnCount),
        ("\(sale())S1,T1,R1,20211001T174600.000,1.00,clerk\n", .mixedColumnCount),
        ("\(shortSalesHeader)\(sale())", .mixedColumnCount),
        ("\(sale())S2,\"T2\n", .unterminatedQuote),
        (sale(store: "S\"1"), .strayQuote),
        (sale(store: "\"S\"1"), .textAfterQuote),
        ("S1,T1,R1,20211001T174600.000,1.00,P,c\r\(sale())", .loneCarriageReturn),
        (sale(store: "S\u{0}1"), .nulByte),
        ("transaction_id,store_token,receipt_token,transaction_time,amount,source_id,user_role\n\(sale())", .header),
        ("store_token,transaction_id,receipt,transaction_time,amount,source_id,user_role\n\(sale())", .header),
        ("store_token,transaction_id,receipt_token,transaction_time\n\(sale())", .header),
    ]

    @Test(arguments: malformed)
    func `a file that breaks the form is rejected`(text: String, rule: Breach.Rule) {
        let found = report(text)
        #expect(!found.isAccepted)
        #expect(found.structuralBreaches.byRule[rule] != nil)
        #expect(found.structuralBreaches.first.first?.rule == rule)
    }

    @Test func `bytes that are not UTF-8 are reported with line and offset`() {
        let found = report(bytes: Array(sale().utf8) + [0x53, 0xFF, 0x2C])
        let breach = found.structuralBreaches.first.first
        #expect(breach?.rule == .encoding && breach?.line == 2)
        #expect(breach?.detail == "not UTF-8 at byte \(sale().utf8.count + 1)")
    }

    @Test(arguments: [[0xFF, 0xFE, 0x53, 0x00, 0x31, 0x00], [0xFE, 0xFF, 0x00, 0x53]] as [[UInt8]])
    func `UTF-16 is named as such`(bytes: [UInt8]) {
        let found = report(bytes: bytes)
        #expect(found.structuralBreaches.first.map(\.detail) == ["the file is UTF-16, not UTF-8"])
        #expect(found.structuralBreaches.total == 1)
    }

    @Test func `a character cut off by the end of the file is a breach`() {
        #expect(report(bytes: Array("G1,S1,Caf".utf8) + [0xC3], as: .stores).structuralBreaches.byRule[.encoding] == 1)
    }

    @Test(arguments: ["", "NULL", "null", "  ", " NULL ", "\"\"", "\"null\""])
    func `a required column without a value is a breach`(value: String) {
        let found = report(sale(store: value) + sale(transaction: value))
        #expect(found.valueBreaches.byRule == [.required: 2])
        #expect(found.breachedRows == 2 && !found.isAccepted)
    }

    @Test(arguments: ["Null", "nulls", "0", "NULLS"])
    func `only the null words are nulls`(value: String) {
        #expect(report(sale(store: value)).isAccepted)
    }

    @Test func `blanks around values do not count`() {
        #expect(report(sale(time: " 2021-10-01 17:46:00 ", amount: "\" 1,234.50 \"")).isAccepted)
    }

    @Test func `optional columns may be empty`() {
        #expect(report("S1,T1,,20211001T174600.000,-3,,\n").isAccepted)
        #expect(report(",S1,", as: .stores).isAccepted)
    }

    @Test func `up to five percent of the rows may hold bad values`() {
        let good = String(repeating: sale(), count: 95)
        let limit = report(good + String(repeating: sale(amount: "x"), count: 5))
        #expect(limit.isAccepted && limit.breachedRows == 5 && limit.valueBreaches.total == 5)
        let above = report(good + String(repeating: sale(amount: "x"), count: 6))
        #expect(above.verdict == .rejected("6 of 101 rows hold a bad value; accepted are 5 % of the rows"))
    }

    @Test func `a row with two bad values counts once against the limit`() {
        let found = report(String(repeating: sale(), count: 19) + sale(time: "x", amount: "y"))
        #expect(found.isAccepted && found.breachedRows == 1)
        #expect(found.valueBreaches.byRule == [.timestamp: 1, .decimal: 1])
    }

    @Test func `a breach names line, column, rule and the value, shortened and visible`() {
        let value = "\u{1b}[31m\"\"\n" + String(repeating: "x", count: 100)
        let found = report(salesHeader + sale() + "S1,\"a\nb\",R,20211001T174600.000,\"\(value)\",P,c\n")
        let breach = found.valueBreaches.first.first
        #expect(breach?.line == 4 && breach?.column == 5 && breach?.columnName == "amount" && breach?.rule == .decimal)
        #expect(breach?.value == "\\u{1b}[31m\"\\n" + String(repeating: "x", count: 25) + "…")
        #expect(
            breach?.description.hasPrefix("line 4, column 5 (amount): not an amount that fits NUMBER(11,2)") == true)
    }

    @Test func `the first ten breaches are kept and all are counted`() {
        let found = report(String(repeating: "S1\n", count: 1_000))
        #expect(found.structuralBreaches.total == 1_000 && found.structuralBreaches.first.count == 10)
        #expect(found.firstBreaches.map(\.line) == (1...10).map { $0 })
        #expect(found.firstBreaches[0].detail == "the row has 1 fields, the contract wants 6 or 7")
    }

    @Test func `a row above the limit is a breach`() {
        let found = report(sale() + sale(store: String(repeating: "x", count: 200)), rowLimit: 100)
        #expect(found.structuralBreaches.byRule == [.recordTooLong: 1])
        #expect(found.dataRows == 2)
    }

    @Test func `a dataset may demand a header or have none`() {
        func dataset(_ header: Header) -> Dataset {
            Dataset(
                "d", table: "D", files: .startsWith("d"), header: header, key: ["a"], description: "",
                columns: [Column("a", description: ""), Column("b", description: "")])
        }
        #expect(report("a,b\n1,2\n", as: dataset(.required)).isAccepted)
        #expect(report("1,2\n", as: dataset(.required)).structuralBreaches.byRule == [.header: 1])
        #expect(report("a,b\n1,2\n", as: dataset(.absent)).dataRows == 2)
    }

    @Test func `the report is the same wherever chunks end`() {
        let text =
            "\u{FEFF}" + salesHeader + sale() + sale(store: "\"S\n\"\"é\"\"\"") + "\r\n\n"
            + sale(time: "never", amount: "\"1,23\"")
            + "too,few\n" + sale(store: "\u{0}") + "S1,T1,R1,20211001T174600.000,1.00,clerk\r\nS\"1,\"x"
        let bytes = Array(text.utf8) + [0xE2, 0x82]
        let whole = report(bytes: bytes)
        #expect(whole.structuralBreaches.total == 6 && whole.valueBreaches.total == 2)
        for size in 1...bytes.count {
            let found = report(bytes: bytes, chunk: size)
            #expect(found.structuralBreaches.byRule == whole.structuralBreaches.byRule)
            #expect(Set(found.structuralBreaches.first) == Set(whole.structuralBreaches.first))
            #expect(found.valueBreaches == whole.valueBreaches && found.dataRows == whole.dataRows)
        }
    }

    @Test func `no bytes make it trap`() {
        var random = SplitMix(seed: 1)
        let likely: [UInt8] = Array(",,,,,,\n\n\"\"\r0123456789-+:.$TZ NULLnull\u{FEFF}é💶".utf8) + [0, 0xFF, 0xC3]
        for round in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                round % 4 == 0
                    ? UInt8.random(in: .min ... .max, using: &random)
                    : likely[Int.random(in: 0..<likely.count, using: &random)]
            }
            let limit = Int.random(in: 1...64, using: &random)
            let dataset = Dataset.all[round % 2]
            let found = report(
                bytes: bytes, as: dataset, chunk: Int.random(in: 1...64, using: &random), rowLimit: limit)
            let whole = report(bytes: bytes, as: dataset, rowLimit: limit)
            #expect(found.records == whole.records && found.totalBreaches == whole.totalBreaches, "\(bytes)")
            #expect(found.bytes == bytes.count)
        }
    }

    @Test func `memory does not grow with the file`() {
        // A megabyte without any end of line, then a gigabyte's worth of rows would be too slow here; the bound shows as well.
        var validator = Validator(.sales, rowLimit: 1_000)
        let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        for _ in 0..<64 { chunk.withUnsafeBytes { validator.consume($0) } }
        let found = validator.finish()
        #expect(found.bytes == 64 << 16)
        #expect(found.structuralBreaches.byRule == [.recordTooLong: 1])
    }
}
