import CloudAPI

/// A trace for people: the files with their objects, then the rows.
struct TraceText {
    let trace: Trace
    /// How many rows are shown; all are counted.
    let limit: Int

    var lines: [String] {
        guard !trace.rows.isEmpty else {
            return ["No row of RAW.SALES is behind \(trace.query.title)."]
        }
        let valid = trace.rows.count { $0.outcome == "valid" }
        let counts = valid == trace.rows.count ? "\(valid)" : "\(trace.rows.count), \(valid) of them valid"
        return [
            Console.styled(trace.query.title, .bold),
            "\(counts) rows from \(trace.files.count) file\(trace.files.count == 1 ? "" : "s"); the valid ones sum up to "
                + Hundredths.text(trace.total),
            "",
            Console.styled("Files, in s3://\(trace.bucket)", .bold),
        ] + files.lines + ["", Console.styled("Rows of RAW.SALES", .bold)] + rows.lines + rest
    }

    private var files: TableText {
        TableText(
            header: ["received as", "batch date", "loaded at (UTC)", "rows", "object in history", "version"],
            rows: trace.files.map { file in
                [
                    ResultText.visible(file.key), file.batchDate, String(file.loadedAt.prefix(19)), "\(file.rows)",
                    file.object.map { ResultText.visible($0.key) } ?? "not in history", file.object?.versionID ?? "-",
                ]
            }, rightAligned: [3])
    }

    private var rows: TableText {
        let shown = trace.rows.prefix(limit)
        let names = shown.first?.fields.map { $0.name.lowercased() } ?? []
        return TableText(
            header: ["file", "row"] + names + ["outcome"],
            rows: shown.map { row in
                [ResultText.visible(String(row.file.split(separator: "/").last ?? "")), "\(row.number)"]
                    + row.fields.map { ResultText.visible($0.value ?? "NULL") }
                    + [row.reason.map { "\(row.outcome): \($0)" } ?? row.outcome]
            }, rightAligned: [1])
    }

    private var rest: [String] {
        trace.rows.count > limit ? ["(\(trace.rows.count - limit) more; --rows shows more, --format json all)"] : []
    }
}

extension Trace {
    /// Everything, for programs.
    var json: JSON {
        .object([
            .init("report", .string(query.report.table)), .init("date", query.date.map { .string($0) } ?? .null),
            .init("store", query.store.map { .string($0) } ?? .null),
            .init("transaction", query.transaction.map { .string($0) } ?? .null),
            .init("rowCount", .integer(rows.count)), .init("total", .amount(total)),
            .init("files", .array(files.map { $0.json(in: bucket) })), .init("rows", .array(rows.map(\.json))),
        ])
    }
}

extension TracedFile {
    fileprivate func json(in bucket: String) -> JSON {
        .object([
            .init("sourceFilename", .string(key)), .init("batchDate", .string(batchDate)),
            .init("loadedAt", .string(loadedAt)), .init("rows", .integer(rows)),
            .init("object", object.map { $0.json(in: bucket) } ?? .null),
        ])
    }
}

extension ObjectSummary {
    fileprivate func json(in bucket: String) -> JSON {
        .object(compacting: [
            ("bucket", .string(bucket)), ("key", .string(key)), ("versionId", versionID.map { .string($0) }),
            ("size", .integer(size)), ("lastModified", lastModified.map { .string($0.iso8601) }),
        ])
    }
}

extension Trace.Row {
    fileprivate var json: JSON {
        .object([
            .init("sourceFilename", .string(file)), .init("sourceRowNumber", .integer(number)),
            .init("loadedAt", .string(loadedAt)), .init("outcome", .string(outcome)),
            .init("reason", reason.map { .string($0) } ?? .null),
            .init("fields", .object(fields.map { .init($0.name, $0.value.map { .string($0) } ?? .null) })),
        ])
    }
}
