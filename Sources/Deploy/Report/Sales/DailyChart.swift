/// Sales a day as bars, and below them the running total of each month as a line that begins anew with the month.
struct DailyChart {
    /// The oldest first.
    private let days: [SalesReports.Day]
    private let left = 46.0
    private let right = 392.0

    init(_ reports: SalesReports) { days = reports.days.reversed() }

    var svg: String {
        let latest = days.last
        let description =
            latest.map {
                "\(days.count) days to \($0.date). On the last one \(Hundredths.text($0.total)); "
                    + "its month stands at \(Hundredths.text($0.monthToDate)). All values are in the table below."
            } ?? "No sales yet."
        return SVG.picture(
            "daily", height: 320, title: "Daily sales and the month's running total", description: description,
            bars + months + dates)
    }

    private var step: Double { (right - left) / Double(max(days.count, 1)) }

    private func center(_ index: Int) -> Double { left + (Double(index) + 0.5) * step }

    private var bars: [String] {
        let scale = ChartScale(days.map { Double($0.total) }, from: 176, to: 22)
        let zero = scale.place(0)
        return [SVG.text("Sales a day", left, 12, style: "heading")] + grid(scale)
            + days.enumerated().map { index, day in
                let place = scale.place(Double(day.total))
                return SVG.bar(
                    day.total < 0 ? "bar refund" : "bar", x: center(index) - step * 0.38, y: min(place, zero),
                    width: step * 0.76, height: day.total == 0 ? 0 : max(1, abs(place - zero)),
                    tip: "\(day.date): \(Hundredths.text(day.total))")
            }
    }

    private var months: [String] {
        let scale = ChartScale(days.map { Double($0.monthToDate) }, from: 296, to: 212, steps: 3)
        var shapes = [SVG.text("Month to date", left, 202, style: "heading")] + grid(scale)
        var run: [(x: Double, y: Double)] = []
        for (index, day) in days.enumerated() {
            if index > 0, days[index - 1].date.prefix(7) != day.date.prefix(7) {
                shapes.append(SVG.path("run", run))
                run = []
            }
            let point = (center(index), scale.place(Double(day.monthToDate)))
            run.append(point)
            shapes.append(
                SVG.dot("run-dot", point.0, point.1, tip: "\(day.date): \(Hundredths.text(day.monthToDate)) this month")
            )
        }
        return shapes + (run.isEmpty ? [] : [SVG.path("run", run)])
    }

    /// Every month's first day in the chart, and the last day; fewer where they would overlap.
    private var dates: [String] {
        var labels: [(x: Double, text: String)] = []
        for (index, day) in days.enumerated() {
            let isFirst = index == 0 || days[index - 1].date.prefix(7) != day.date.prefix(7)
            guard isFirst || index == days.count - 1 else { continue }
            if let last = labels.last, center(index) - last.x < 40 {
                if index == days.count - 1 { labels.removeLast() } else { continue }
            }
            labels.append((center(index), String(day.date.dropFirst(5))))
        }
        return labels.map { SVG.text($0.text, min(max($0.x, left + 14), right - 14), 314, anchor: "middle") }
    }

    private func grid(_ scale: ChartScale) -> [String] {
        scale.ticks.flatMap { tick in
            [
                SVG.line(tick == 0 ? "axis" : "grid", left, scale.place(tick), right, scale.place(tick)),
                SVG.text(Hundredths.short(Int(tick)), left - 6, scale.place(tick) + 4, anchor: "end"),
            ]
        }
    }
}
