/// The best stores of the newest day, a bar each.
struct StoresChart {
    private let day: (date: String, stores: [SalesReports.RankedStore])?

    init(_ reports: SalesReports) { day = reports.topStoreDays.first }

    var svg: String {
        guard let day else {
            return SVG.picture("stores", height: 40, title: "Top stores", description: "No sales yet.", [])
        }
        let names = day.stores.map { "\($0.rank). \(name($0)) \(Hundredths.text($0.total))" }
        return SVG.picture(
            "stores", height: 24 + day.stores.count * 40, title: "Top stores on \(day.date)",
            description: names.joined(separator: ", "),
            [SVG.text("On \(day.date)", 4, 12, style: "heading")] + bars(day.stores))
    }

    private func bars(_ stores: [SalesReports.RankedStore]) -> [String] {
        let greatest = Double(max(stores.map { abs($0.total) }.max() ?? 1, 1))
        return stores.enumerated().flatMap { index, store in
            let y = 24 + Double(index) * 40
            let width = max(2, Double(abs(store.total)) / greatest * 392)
            return [
                SVG.text("\(store.rank)  \(shortened(name(store)))", 4, y + 12),
                SVG.text(Hundredths.text(store.total), 396, y + 12, anchor: "end", style: "value"),
                SVG.bar(
                    store.total < 0 ? "bar refund" : "bar", x: 4, y: y + 18, width: width, height: 12,
                    tip: "\(name(store)): \(Hundredths.text(store.total))"),
            ]
        }
    }

    private func name(_ store: SalesReports.RankedStore) -> String { store.name ?? store.store }

    private func shortened(_ name: String) -> String { name.count > 34 ? name.prefix(33) + "…" : name }
}
