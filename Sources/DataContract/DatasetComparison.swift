/// The differences between two states of one dataset.
struct DatasetComparison {
    private let old: Dataset
    private let new: Dataset

    init(_ old: Dataset, _ new: Dataset) {
        self.old = old
        self.new = new
    }

    var changes: [ContractChange] {
        place + names + header + limit + layout + columns
            + (old.description == new.description
                ? [] : [change("", .documentation, "the description of the dataset is another")])
    }

    private func change(_ subject: String, _ compatibility: Compatibility, _ detail: String) -> ContractChange {
        ContractChange(new.name, subject, compatibility, detail)
    }

    /// Where rows go, and which of them are the same.
    private var place: [ContractChange] {
        var changes: [ContractChange] = []
        if old.table != new.table {
            changes.append(
                change("table", .breaking, "rows go to RAW.\(new.table); those that exist stay in RAW.\(old.table)"))
        }
        if old.key != new.key {
            let text = "the key is \(new.key.joined(separator: ", ")) in place of \(old.key.joined(separator: ", "))"
            changes.append(change("key", .breaking, text + "; rows of STAGE are other rows"))
        }
        return changes
    }

    private var names: [ContractChange] {
        guard old.files != new.files else { return [] }
        let text = "the base name \(new.files.description), which was: \(old.files.description)"
        if new.files.covers(old.files) { return [change("file name", .widened, text)] }
        return [change("file name", old.files.covers(new.files) ? .narrowed : .breaking, text)]
    }

    private var header: [ContractChange] {
        switch (old.header, new.header) {
        case (.optional, .optional), (.required, .required), (.absent, .absent): []
        case (_, .optional): [change("header", .widened, "a header line may or may not be there")]
        case (.optional, .required): [change("header", .narrowed, "files without a header line are refused")]
        case (.absent, .required): [change("header", .breaking, "every file so far lacks the header line required now")]
        case (_, .absent): [change("header", .breaking, "a header line is a row of data now")]
        }
    }

    private var limit: [ContractChange] {
        let text =
            "rows with bad values that a file may have: \(new.breachLimit.description), so far "
            + old.breachLimit.description
        switch (old.breachLimit, new.breachLimit) {
        case (.percent(let before), .percent(let after)), (.rows(let before), .rows(let after)):
            if before == after { return [] }
            return [change("limit", after > before ? .widened : .narrowed, text)]
        case (.percent, .rows), (.rows, .percent): return [change("limit", .narrowed, text)]
        }
    }

    /// What a row of so many fields means: the one question that adding, removing, moving and leaving out come down to.
    private var layout: [ContractChange] {
        var changes = old.columnCounts.compactMap { count -> ContractChange? in
            guard new.columnCounts.contains(count) else {
                return change("columns", .breaking, "rows of \(count) fields are refused")
            }
            guard new.meaning(of: count) != old.meaning(of: count) else { return nil }
            return change(
                "columns", .breaking,
                "a row of \(count) fields means \(new.meaning(of: count).joined(separator: ", ")), so far "
                    + old.meaning(of: count).joined(separator: ", "))
        }
        for count in new.columnCounts where !old.columnCounts.contains(count) {
            changes.append(change("columns", .widened, "rows of \(count) fields are accepted"))
        }
        for column in old.columns where !new.columns.contains(where: { $0.name == column.name }) {
            changes.append(
                change("column \(column.name)", .breaking, "the column is gone; what RAW holds of it would be dropped"))
        }
        return changes
    }

    private var columns: [ContractChange] {
        new.columns.flatMap { column -> [ContractChange] in
            guard let before = old.columns.first(where: { $0.name == column.name }) else { return [] }
            let subject = "column \(column.name)"
            var changes = type(before.type, column.type).map { [change(subject, $0, $1)] } ?? []
            if before.required != column.required {
                changes.append(
                    column.required
                        ? change(subject, .narrowed, "a value is required now")
                        : change(subject, .widened, "a value is no longer required"))
            }
            if before.description != column.description {
                changes.append(change(subject, .documentation, "the description is another"))
            }
            return changes
        }
    }

    private func type(_ before: ColumnType, _ after: ColumnType) -> (Compatibility, String)? {
        guard before != after else { return nil }
        let text = "\(after.stageTypeName) in place of \(before.stageTypeName)"
        guard case .decimal(let oldDigits, let oldScale) = before, case .decimal(let digits, let scale) = after else {
            return (.breaking, text + "; STAGE reads the rows that exist as another type")
        }
        let isWider = scale >= oldScale && digits - scale >= oldDigits - oldScale
        return (isWider ? .widened : .narrowed, text)
    }
}

extension Dataset {
    /// The columns that a row of so many fields has, in order.
    fileprivate func meaning(of fields: Int) -> [String] {
        sourceColumns(fields: fields).filter { $0.position != nil }.map(\.column.name)
    }
}

extension FilePattern {
    /// Whether every name that the other takes is taken by this one as well.
    func covers(_ other: FilePattern) -> Bool {
        switch (self, other) {
        case (.startsWith(let mine), .startsWith(let theirs)):
            theirs.utf8.lazy.map(\.asciiLowercase).starts(with: mine.utf8.lazy.map(\.asciiLowercase))
        }
    }
}
