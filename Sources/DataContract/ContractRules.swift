/// Holds each record of a file against the contract of its dataset.
struct ContractRules: RecordSink, Sendable {
    private let dataset: Dataset
    /// What to check in a row of so many fields; nil where the contract does not accept that number.
    private let plans: [RowPlan?]
    /// The same, laid out flat for the rows: nothing in it is counted by reference.
    private let outlines: [RowOutline]
    private let checks: [FieldCheck]
    /// The first name of a header line for each number of fields; empty where there is none.
    private let plainHeader: [[UInt8]]
    private var knownDate = KnownDate()
    private var dataRows = 0
    private var headerRows = 0
    private var breachedRows = 0
    private var fieldCount: Int?
    private var structuralBreaches = BreachTally()
    private var valueBreaches = BreachTally()

    init(_ dataset: Dataset) {
        self.dataset = dataset
        plans = (0...dataset.columns.count).map { RowPlan(dataset, fields: $0) }
        var checks: [FieldCheck] = []
        outlines = plans.map { plan in
            let first = checks.count
            checks += plan?.checks ?? []
            return RowOutline(
                isAccepted: plan != nil, checks: first..<checks.count, headerStart: plan?.headerStart ?? 0)
        }
        self.checks = checks
        plainHeader = plans.map { dataset.header == .absent ? [] : $0?.firstName ?? [] }
    }

    /// Counts a breach of the form; it is described only when it is one of the first.
    mutating func structural(_ rule: Breach.Rule, _ describe: () -> Breach) {
        structuralBreaches.add(rule, describe)
    }

    mutating func record(_ record: Record) {
        guard record.count < outlines.count, outlines[record.count].isAccepted else { return unaccepted(record) }
        let outline = outlines[record.count]
        if record.mayStart(with: outline.headerStart), isHeader(record) {
            headerRows += 1
            fieldCount = fieldCount ?? record.count
            return
        }
        if dataRows == 0, headerRows == 0 { checkFirst(record) }
        dataRows += 1
        guard fieldCount == nil || fieldCount == record.count else { return mixed(record) }
        fieldCount = record.count
        var isGood = true
        for index in outline.checks {
            let check = checks[index]
            if check.accepts(record) { continue }
            isGood = false
            valueBreaches.add(check.breachedRule(record)) { check.breach(record, in: dataset) }
        }
        if !isGood { breachedRows += 1 }
    }

    /// Takes the rows that are plain, as far as the index goes. Nil while it is not known what a row is like.
    mutating func plainRows(_ area: PlainRows.Area, start: Int, cursor: Int, rowLimit: Int)
        -> (progress: PlainRows.Progress, end: PlainRows.End)?
    {
        guard let fieldCount, fieldCount > 0 else { return nil }
        var progress = PlainRows.Progress(start: start, cursor: cursor, known: knownDate)
        let end = checks.withUnsafeBufferPointer { checks in
            plainHeader[fieldCount].withUnsafeBufferPointer { header in
                PlainRows(
                    fields: fieldCount, checks: UnsafeBufferPointer(rebasing: checks[outlines[fieldCount].checks]),
                    headerStart: header, rowLimit: rowLimit
                ).walk(area, &progress)
            }
        }
        knownDate = progress.known
        dataRows += progress.rows
        return (progress, end)
    }

    private func isHeader(_ record: Record) -> Bool {
        dataset.header != .absent && plans[record.count]?.isHeader(record) == true
    }

    mutating func lostRecord() {
        dataRows += 1
    }

    mutating func fault(_ fault: RecordFault, line: Int, column: Int) {
        structuralBreaches.add(fault.rule) { Breach(fault, line: line, column: column) }
    }

    private mutating func unaccepted(_ record: Record) {
        if dataRows == 0, headerRows == 0 { checkFirst(record) }
        dataRows += 1
        structuralBreaches.add(.columnCount) {
            Breach(
                .columnCount, line: record.line,
                detail: "the row has \(record.count) fields, the contract wants \(dataset.columnCountsText)")
        }
    }

    private mutating func mixed(_ record: Record) {
        structuralBreaches.add(.mixedColumnCount) {
            Breach(
                .mixedColumnCount, line: record.line,
                detail: "the row has \(record.count) fields, the rows before have \(fieldCount ?? 0)")
        }
    }

    /// A first line that names columns but is no header of the contract would be loaded with its columns mixed up.
    private mutating func checkFirst(_ record: Record) {
        guard dataset.header != .absent else { return }
        let names = record.normalisedFields
        let known = Set(dataset.columns.map(\.name))
        let recognised = names.count { known.contains($0) }
        if recognised >= 2 || (recognised == 1 && names.count == 1) {
            structuralBreaches.add(.header) { Breach(headerOf: names, line: record.line, in: dataset) }
        } else if dataset.header == .required {
            structuralBreaches.add(.header) {
                Breach(.header, line: record.line, detail: "the header line is missing")
            }
        }
    }

    /// Sums up. A file without any record is empty; one without data rows has nothing to load.
    func report(bytes: Int) -> ValidationReport {
        var structural = structuralBreaches
        if bytes == 0 {
            structural.add(.emptyFile) { Breach(.emptyFile, detail: "the file is empty") }
        } else if dataRows == 0, structural.total == 0 {
            structural.add(.noRows) { Breach(.noRows, detail: "the file has no data row") }
        }
        return ValidationReport(
            dataRows: dataRows, headerRows: headerRows, fieldCount: fieldCount, bytes: bytes,
            structuralBreaches: structural, valueBreaches: valueBreaches, breachedRows: breachedRows,
            verdict: verdict(structural))
    }

    private func verdict(_ structural: BreachTally) -> ValidationReport.Verdict {
        if let first = structural.first.first {
            let others = structural.total == 1 ? "" : ", and \(structural.total - 1) more"
            return .rejected("\(first)\(others)")
        }
        if dataset.breachLimit.isExceeded(by: breachedRows, of: dataRows) {
            return .rejected(
                "\(breachedRows) of \(dataRows) rows hold a bad value; accepted are \(dataset.breachLimit.description)")
        }
        return .accepted
    }
}

extension Dataset {
    /// `3`, `6 or 7`.
    var columnCountsText: String { columnCounts.map(String.init).joined(separator: " or ") }
}
