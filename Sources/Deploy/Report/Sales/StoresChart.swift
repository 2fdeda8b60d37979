/// The best stores of the newest days, a bar each.
struct StoresChart {
    private let days: [(date: String, stores: [SalesReports.RankedStore])]

    init(_ reports: SalesReports) { days = Array(reports.topStoreDays.prefix(Self.shown)) }

    /// How many days have bars; the table has all.
    private static let shown = 3
    private static let heading = 26
    private static let row = 36

    var svg: String {
        guard !days.isEmpty else {
            return SVG.picture("stores", height: 40, title: "Top stores", description: "No sales yet.", [])
        }
        var shapes: [String] = []
        var texts: [String] = []
        var y = 0
        for day in days {
            shapes.append(SVG.text(day.date, 4, Double(y) + 14, style: "heading"))
            y += Self.heading
            for store in day.stores {
                shapes += bar(store, at: Double(y))
                y += Self.row
            }
            let names = day.stores.map { "\($0.rank). \(name($0)) \(Hundredths.text($0.total))" }
            texts.append("\(day.date): \(names.joined(separator: ", "))")
        }
        return SVG.picture(
            "stores", height: y, title: "Top stores of the last days", description: texts.joined(separator: "; "),
            shapes)
    }

    private func bar(_ store: SalesReports.RankedStore, at y: Double) -> [String] {
        let width = max(2, Double(abs(store.total)) / greatest * 392)
        return [
            SVG.text("\(store.rank)  \(shortened(name(store)))", 4, y + 12),
            SVG.text(Hundredths.text(store.total), 396, y + 12, anchor: "end", style: "value"),
            SVG.bar(
                store.total < 0 ? "bar refund" : "bar", x: 4, y: y + 17, width: width, height: 10,
                tip: "\(name(store)): \(Hundredths.text(store.total))"),
        ]
    }

    private var greatest: Double { Double(max(days.flatMap(\.stores).map { abs($0.total) }.max() ?? 1, 1)) }

    private func name(_ store: SalesReports.RankedStore) -> String { store.name ?? store.store }

    private func shortened(_ name: String) -> String { name.count > 34 ? name.prefix(33) + "…" : name }
}
