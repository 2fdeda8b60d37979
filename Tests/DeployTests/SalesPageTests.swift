import CloudAPI
import Foundation
import Testing

@testable import Deploy

@Suite struct SalesPageTests {
    private func day(_ date: String, _ total: Int, _ month: Int, store: String = "s1") -> SalesReports.Day {
        SalesReports.Day(date: date, activeStores: 1, total: total, average: total, monthToDate: month, topStore: store)
    }

    private var reports: SalesReports {
        SalesReports(
            days: [
                day("2025-02-01", -5000, -5000), day("2025-01-31", 123_456_789, 123_466_789),
                day("2025-01-30", 10000, 10000),
            ],
            topStores: [
                .init(date: "2025-02-01", rank: 1, store: "s1", name: "<b>Bern</b> & \"Thun\"", total: 700),
                .init(date: "2025-02-01", rank: 2, store: "s2", name: nil, total: 0),
            ],
            batches: [.init(date: "2025-02-01", raw: 12, valid: 7, rejected: 2, superseded: 3, processed: "2025-02-02")]
        )
    }

    @Test func `a page is well-formed, needs nothing beside it and shows no markup of a partner`() throws {
        let html = SalesPage(reports: reports, environment: "test", made: "2025-02-02 06:00").html
        #expect(!html.contains("<b>Bern"))
        #expect(html.contains("&lt;b&gt;Bern&lt;/b&gt; &amp; &quot;Thun&quot;"))
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"))
        for piece in html.components(separatedBy: "<svg").dropFirst() {
            let svg = "<svg" + (piece.components(separatedBy: "</svg>").first ?? "") + "</svg>"
            #expect(throws: Never.self) { try XMLElement.parse(Array(svg.utf8)) }
            #expect(svg.contains("<title id=") && svg.contains("<desc id="))
        }
    }

    @Test func `the running total begins anew with a month`() {
        let svg = DailyChart(reports).svg
        #expect(svg.components(separatedBy: "class=\"run\"").count == 3)
        #expect(svg.contains("2025-01-31: 1,234,667.89 this month"))
        #expect(svg.contains("class=\"bar refund\""))
    }

    @Test func `reports without rows give a page and tables that say so`() {
        let empty = SalesReports(days: [], topStores: [], batches: [])
        #expect(SalesPage(reports: empty, environment: "test", made: "now").html.contains("There are no rows yet."))
        #expect(SalesTables(reports: empty).lines.filter { $0 == "no rows yet" }.count == 3)
    }

    @Test func `tables end with their totals`() {
        let lines = SalesTables(reports: reports).lines
        #expect(lines.contains { $0.hasPrefix("3 days") && $0.contains("1,234,617.89") })
        #expect(lines.contains { $0.hasPrefix("1 batches") && $0.contains("12") })
    }

    @Test(arguments: [
        ("1234.5", 123_450, "1,234.50"), ("-0.05", -5, "-0.05"), ("1000000.00", 100_000_000, "1,000,000.00"),
        ("0", 0, "0.00"),
    ])
    func `amounts are exact`(text: String, amount: Int, shown: String) {
        #expect(Hundredths.parse(text) == amount)
        #expect(Hundredths.text(amount) == shown)
    }

    @Test(arguments: [(99_900, "999"), (150_000, "1.5k"), (-200_000, "-2k"), (250_000_000, "2.5M"), (0, "0")])
    func `an axis has short amounts`(amount: Int, shown: String) {
        #expect(Hundredths.short(amount) == shown)
    }

    @Test func `a scale has round steps, holds zero and all values`() {
        for values in [[3.0, 7.0], [-12.0, 5.0], [0.0], [], [99_999_999.0]] {
            let scale = ChartScale(values, from: 100, to: 0)
            #expect(scale.ticks.contains(0))
            #expect(scale.low <= (values.min() ?? 0) && scale.high >= (values.max() ?? 0))
            #expect((2...8).contains(scale.ticks.count))
        }
    }
}
