import Testing

@testable import DataContract

private func accepts(_ text: String, precision: Int = 11, scale: Int = 2) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { DecimalRule.accepts($0, precision: precision, scale: scale) }
}

@Suite struct DecimalRuleTests {
    @Test(arguments: [
        "0", "12", "12.5", "12.50", "-12.50", "+12.50", "$12.50", "-$12.50", "+$1,234.50", "1,234", "1,234,567.89",
        "999999999.99", "-999,999,999.99", "000000000001.00", "0,000,000,001", "00,999,999,999", "0.01", "-0",
    ])
    func `is accepted`(text: String) {
        #expect(accepts(text))
    }

    @Test(arguments: [
        "", "-", "$", "+$", "abc", "12.505", "12.", ".5", "1000000000", "1,000,000,000.00", "1,23", "12,34.00",
        "1234,567",
        ",123", "1,,234", "1,234,", "1.2.3", "12 .5", "$-5", "--5", "+-5", "€5", "5$", "5-", "(5)", "1e3", "0x10",
        "NaN",
        "1_000", "１２", "12.5.", "99999999999999999999999999999999",
    ])
    func `is refused`(text: String) {
        #expect(!accepts(text))
    }

    @Test func `precision and scale are those of the column`() {
        #expect(accepts("123", precision: 3, scale: 0))
        #expect(!accepts("123.0", precision: 3, scale: 0))
        #expect(!accepts("1234", precision: 3, scale: 0))
        #expect(accepts("0.123", precision: 3, scale: 3))
        #expect(!accepts("1.123", precision: 3, scale: 3))
    }
}
