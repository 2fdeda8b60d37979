/// The reports as aligned tables with totals, for a terminal.
struct SalesTables {
    let reports: SalesReports

    var lines: [String] {
        titled("Daily sales", daily) + titled("Top stores", topStores) + titled("Transactions lifecycle", lifecycle)
    }

    private func titled(_ title: String, _ table: TableText) -> [String] {
        [Console.styled(title, .bold)] + (table.rows.isEmpty ? ["no rows yet"] : table.lines) + [""]
    }

    private var daily: TableText {
        var rows = reports.days.map { day in
            [
                day.date, "\(day.activeStores)", Hundredths.text(day.total), Hundredths.text(day.average),
                Hundredths.text(day.monthToDate), day.topStore,
            ]
        }
        if !rows.isEmpty {
            let total = reports.days.reduce(0) { $0 + $1.total }
            rows.append(["\(reports.days.count) days", "", Hundredths.text(total), "", "", ""])
        }
        return TableText(
            header: ["date", "stores", "total", "average a store", "month to date", "top store"], rows: rows,
            rightAligned: [1, 2, 3, 4])
    }

    private var topStores: TableText {
        var rows: [[String]] = []
        for (date, stores) in reports.topStoreDays {
            for (place, store) in stores.enumerated() {
                rows.append([
                    place == 0 ? date : "", "\(store.rank)", store.store, store.name ?? "-",
                    Hundredths.text(store.total),
                ])
            }
        }
        return TableText(
            header: ["date", "rank", "store", "name", "total"], rows: rows, rightAligned: [1, 4])
    }

    private var lifecycle: TableText {
        var rows = reports.batches.map { batch in
            [batch.date] + [batch.raw, batch.valid, batch.rejected, batch.superseded].map(Hundredths.grouped)
                + [batch.processed]
        }
        if !rows.isEmpty {
            let totals = [\SalesReports.Batch.raw, \.valid, \.rejected, \.superseded].map { column in
                Hundredths.grouped(reports.batches.reduce(0) { $0 + $1[keyPath: column] })
            }
            rows.append(["\(reports.batches.count) batches"] + totals + [""])
        }
        return TableText(
            header: ["batch", "rows", "valid", "rejected", "superseded", "processed"], rows: rows,
            rightAligned: [1, 2, 3, 4])
    }
}
