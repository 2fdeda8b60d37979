/// What became of the rows of each batch: valid, superseded and rejected, one upon another.
struct LifecycleChart {
    /// The oldest first.
    private let batches: [SalesReports.Batch]
    private let left = 46.0
    private let right = 392.0

    init(_ reports: SalesReports) { batches = reports.batches.reversed() }

    private let parts: [(style: String, name: String, count: KeyPath<SalesReports.Batch, Int>)] = [
        ("valid", "valid", \.valid), ("superseded", "superseded", \.superseded), ("rejected", "rejected", \.rejected),
    ]

    var svg: String {
        let totals = parts.map { part in
            "\(Hundredths.grouped(batches.reduce(0) { $0 + $1[keyPath: part.count] })) \(part.name)"
        }
        return SVG.picture(
            "lifecycle", height: 240, title: "Rows of the last batches",
            description:
                "\(batches.count) batches: \(totals.joined(separator: ", ")). All values are in the table below.",
            legend + grid + bars + dates)
    }

    private var scale: ChartScale { ChartScale(batches.map { Double($0.raw) }, from: 216, to: 26) }

    private var step: Double { (right - left) / Double(max(batches.count, 1)) }

    private var legend: [String] {
        parts.enumerated().flatMap { index, part in
            let x = left + Double(index) * 100
            return [
                SVG.bar(part.style, x: x, y: 4, width: 10, height: 10, tip: part.name),
                SVG.text(part.name, x + 15, 13),
            ]
        }
    }

    private var grid: [String] {
        scale.ticks.flatMap { tick in
            [
                SVG.line(tick == 0 ? "axis" : "grid", left, scale.place(tick), right, scale.place(tick)),
                SVG.text(Hundredths.short(Int(tick * 100)), left - 6, scale.place(tick) + 4, anchor: "end"),
            ]
        }
    }

    private var bars: [String] {
        let width = min(step * 0.76, 40)
        return batches.enumerated().flatMap { index, batch in
            var below = 0
            return parts.map { part in
                let count = batch[keyPath: part.count]
                let (low, high) = (scale.place(Double(below)), scale.place(Double(below + count)))
                below += count
                return SVG.bar(
                    part.style, x: left + (Double(index) + 0.5) * step - width / 2, y: high, width: width,
                    height: low - high, tip: "\(batch.date): \(Hundredths.grouped(count)) \(part.name)")
            }
        }
    }

    /// As many dates as fit, the last one always.
    private var dates: [String] {
        let every = max(1, Int((44 / step).rounded(.up)))
        return batches.enumerated().compactMap { index, batch in
            guard (batches.count - 1 - index).isMultiple(of: every) else { return nil }
            let x = min(max(left + (Double(index) + 0.5) * step, left + 14), right - 14)
            return SVG.text(String(batch.date.dropFirst(5)), x, 234, anchor: "middle")
        }
    }
}
