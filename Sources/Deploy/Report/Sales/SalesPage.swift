/// The reports as one HTML file that needs nothing beside it: no script, no font, no network.
struct SalesPage {
    let reports: SalesReports
    let environment: String
    /// When the page was made, in UTC.
    let made: String

    var html: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Retail sales, \(SVG.escaped(environment))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <header>
        <h1>Retail sales</h1>
        <p>Environment \(SVG.escaped(environment)), \(SVG.escaped(made)) UTC</p>
        </header>
        <main>
        \(reports.isEmpty ? "<p>There are no rows yet.</p>" : "")
        \(tiles)
        \(card("Daily sales", DailyChart(reports).svg, dailyTable))
        \(card("Top stores", style: "tall", StoresChart(reports).svg, storesTable))
        \(card("What became of the rows", LifecycleChart(reports).svg, lifecycleTable))
        </main>
        </body>
        </html>

        """
    }

    private var tiles: String {
        guard let day = reports.days.first else { return "" }
        let rejected = reports.batches.reduce(0) { $0 + $1.rejected }
        let tiles = [
            ("Sales on \(day.date)", Hundredths.text(day.total)),
            ("Month to date", Hundredths.text(day.monthToDate)),
            ("Active stores", "\(day.activeStores)"),
            ("Rejected rows, \(reports.batches.count) batches", Hundredths.grouped(rejected)),
        ]
        let list = tiles.map { "<div><dt>\(SVG.escaped($0.0))</dt><dd>\(SVG.escaped($0.1))</dd></div>" }
        return "<dl class=\"tiles\">\(list.joined())</dl>"
    }

    private func card(_ title: String, style: String = "", _ chart: String, _ table: String) -> String {
        """
        <section class="\(style)">
        <h2>\(SVG.escaped(title))</h2>
        \(chart)
        <details><summary>Table</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="\(SVG.escaped(title)), table">
        \(table)
        </div></details>
        </section>
        """
    }

    private var dailyTable: String {
        table(
            ["Date", "Stores", "Total", "Average a store", "Month to date", "Top store"], numbers: [1, 2, 3, 4],
            reports.days.map {
                [
                    $0.date, "\($0.activeStores)", Hundredths.text($0.total), Hundredths.text($0.average),
                    Hundredths.text($0.monthToDate), $0.topStore,
                ]
            })
    }

    private var storesTable: String {
        table(
            ["Date", "Rank", "Store", "Name", "Total"], numbers: [1, 4],
            reports.topStores.map { [$0.date, "\($0.rank)", $0.store, $0.name ?? "–", Hundredths.text($0.total)] })
    }

    private var lifecycleTable: String {
        table(
            ["Batch", "Rows", "Valid", "Rejected", "Superseded", "Processed"], numbers: [1, 2, 3, 4],
            reports.batches.map { batch in
                [batch.date] + [batch.raw, batch.valid, batch.rejected, batch.superseded].map(Hundredths.grouped)
                    + [batch.processed]
            })
    }

    private func table(_ header: [String], numbers: Set<Int>, _ rows: [[String]]) -> String {
        func cells(_ texts: [String], _ tag: String, _ scope: String) -> String {
            texts.enumerated().map { index, text in
                "<\(tag)\(scope)\(numbers.contains(index) ? " class=\"number\"" : "")>\(SVG.escaped(text))</\(tag)>"
            }.joined()
        }
        let body = rows.map { "<tr>\(cells($0, "td", ""))</tr>" }
        return "<table><thead><tr>\(cells(header, "th", " scope=\"col\""))</tr></thead>"
            + "<tbody>\(body.joined(separator: "\n"))</tbody></table>"
    }
}
