import Contracts
import Testing

@testable import DataContract

/// The quick way over rows and the thorough one give the same report of the same bytes, whatever these are.
@Suite struct PlainRowsTests {
    private static let tokens = [
        "S1", "S001", "null", "NULL", "Null", "", " S1", "S1 ", "store_token", "STORE_TOKENS", "sto re_token", "Zürich",
        "\"S,1\"", "\"S\"\"1\"", "\"a\nb\"", "\"\"", "a\"b", "\"a\"b", "€", "x\u{0}y", "s\rt",
    ]
    private static let times = [
        "20211001T174600", "20211001T174600.000", "20211001T174600.000Z", "20211001T246000.000", "2021-10-01T17:46:00",
        "2021-10-01 17:46:00.123Z", "2021-10-01T17:46:00+02:00", "2021-02-29T00:00:00Z", "20210229T000000", "never",
        "20211001 174600", "20211001T17460", "20211001T174600.", "20211001T174600.0000000001", "2021-10-01T1a:46:00",
        "",
        "20211001T235959", "20211001T240000", "\"20211001T174600\"", "２0211001T174600",
    ]
    private static let amounts = [
        "12.50", "-12.50", "0.00", "12", "-7", "12.5", "1,234.50", "\"1,234.50\"", "$5.00", "123456789.99",
        "1234567.89",
        "999999999999", "12.345", ".50", "-", "12.", "1e5", "", "12 50", "1/.50", "1:.50", "12;50", "+3.00", "ü.50",
        "12345678",
    ]

    private static func row(_ random: inout SplitMix, oddness: Int) -> String {
        func pick(_ values: [String]) -> String {
            Int(truncatingIfNeeded: random.next() % 100) < oddness
                ? values[Int(truncatingIfNeeded: random.next() % UInt64(values.count))] : values[0]
        }
        var fields = [pick(tokens), pick(tokens), pick(tokens), pick(times), pick(amounts), pick(tokens), pick(tokens)]
        if pick(["", "x"]) == "x", oddness > 20 { fields.removeLast() }
        return fields.joined(separator: ",") + pick(["\n", "\r\n", "\n\n", "\r", "", " \n"])
    }

    private func reports(_ bytes: [UInt8], _ dataset: Dataset, chunk: Int, rowLimit: Int) -> [ValidationReport] {
        [true, false].map { usesIndex in
            var validator = Validator(dataset, rowLimit: rowLimit, usesIndex: usesIndex)
            for piece in pieces(of: bytes, chunk) { piece.withUnsafeBytes { validator.consume($0) } }
            return validator.finish()
        }
    }

    @Test(arguments: [0, 1, 5, 30, 90])
    func `both ways tell the same of rows that are odd to some degree`(oddness: Int) {
        var random = SplitMix(seed: UInt64(oddness) + 41)
        for round in 0..<60 {
            var text = random.next() % 2 == 0 ? salesHeader : ""
            let rows = round % 10 == 0 ? 800 : Int(random.next() % 20)
            for _ in 0..<rows { text += Self.row(&random, oddness: oddness) }
            let bytes = Array(text.utf8)
            for chunk in [Int.max, 1 + Int(random.next() % 97), 4096] {
                let limit = random.next() % 4 == 0 ? 60 : Validator.rowLimit
                let both = reports(bytes, .sales, chunk: chunk, rowLimit: limit)
                #expect(both[0] == both[1], "oddness \(oddness), round \(round), chunk \(chunk), limit \(limit)")
            }
        }
    }

    @Test func `both ways tell the same of bytes that are damaged at random`() {
        var random = SplitMix(seed: 99)
        for round in 0..<150 {
            var bytes: [UInt8] = []
            for _ in 0..<Int(2 + random.next() % 60) { bytes += Array(Self.row(&random, oddness: 3).utf8) }
            let special: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xFF, 0xC3, 0x20, 0x2F, 0x3A, 0x80]
            for _ in 0..<Int(random.next() % 6) {
                bytes[Int(random.next() % UInt64(bytes.count))] = special[Int(random.next() % UInt64(special.count))]
            }
            let both = reports(
                bytes, round % 3 == 0 ? .stores : .sales, chunk: 1 + Int(random.next() % 300), rowLimit: 1 << 20)
            #expect(both[0] == both[1], "round \(round)")
        }
    }

    @Test(arguments: [4, 8, 15, 16, 17, 63, 64, 65])
    func `rows at the edge of the window are whole`(length: Int) {
        // Rows of such lengths that some end, begin and are cut at the edge of the window.
        let row = "S" + String(repeating: "x", count: length) + ",T1,R1,20211001T174600.000,12.50,POS,clerk\r\n"
        let bytes = Array(String(repeating: row, count: 3 * MarkIndex.window / row.utf8.count).utf8)
        let both = reports(bytes, .sales, chunk: .max, rowLimit: 1 << 20)
        #expect(both[0] == both[1] && both[0].isAccepted)
    }

    @Test(arguments: tokens + times + amounts)
    func `what is accepted quickly is accepted thoroughly`(text: String) {
        // Eight bytes in front, which a check may read.
        let bytes = Array(("........" + text).utf8)
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            let field = PlainField(base + 8, count: bytes.count - 8)
            let whole = UnsafeBufferPointer(rebasing: bytes[8...])
            var known = KnownDate()
            if field.isTimestamp(&known) { #expect(TimestampRule.accepts(whole)) }
            for (precision, scale) in [(11, 2), (4, 2), (3, 0), (9, 4)]
            where field.isDecimal(precision: precision, scale: scale) {
                #expect(DecimalRule.accepts(whole, precision: precision, scale: scale))
            }
            if field.isText { #expect(!["", "null", "NULL"].contains(text.trimmingBlanks)) }
        }
    }

    @Test func `every timestamp that is accepted quickly is one, digit by digit`() {
        var random = SplitMix(seed: 5)
        let forms = ["20211001T174600.000Z", "2021-10-01T17:46:00.000Z", "20240229T235959", "2024-02-29 23:59:59"]
        let characters = Array("0123456789:-TZ. /;".utf8)
        var known = KnownDate()
        for _ in 0..<40_000 {
            var bytes = Array(forms[Int(random.next() % 4)].utf8)
            for _ in 0..<Int(random.next() % 3) {
                bytes[Int(random.next() % UInt64(bytes.count))] =
                    characters[Int(random.next() % UInt64(characters.count))]
            }
            bytes.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                if PlainField(base, count: bytes.count).isTimestamp(&known) {
                    #expect(TimestampRule.accepts(bytes), "\(String(decoding: bytes, as: UTF8.self))")
                }
            }
        }
    }

    @Test func `the index of marks names each of them, on any processor`() {
        var random = SplitMix(seed: 11)
        for size in [0, 1, 63, 64, 65, 200, 4_099] {
            let bytes = (0..<size).map { _ -> UInt8 in
                random.next() % 4 == 0 ? UInt8(truncatingIfNeeded: random.next()) : UInt8(ascii: "a")
            }
            let wanted = bytes.indices.filter { index in
                let byte = bytes[index]
                return byte >= 0x80 || byte == 0 || byte.isSpecial
            }
            var index = MarkIndex()
            var marks = index.take()
            let found = marks.withUnsafeMutableBufferPointer { marks in
                bytes.withUnsafeBufferPointer { bytes -> Int in
                    guard let target = marks.baseAddress, let base = bytes.baseAddress else { return 0 }
                    return MarkIndex.fill(target, base, bytes.count)
                }
            }
            #expect(marks[..<found].map { Int($0) } == wanted)
        }
    }
}

extension String {
    /// Without spaces and tabs at either end.
    fileprivate var trimmingBlanks: String {
        String(decoding: utf8.drop { $0.isBlank }.reversed().drop { $0.isBlank }.reversed(), as: UTF8.self)
    }
}
