import CloudAPI
import DataContract

/// What a person and a program are told about a file that was not loaded: what, where, why, and what to do.
struct Alert {
    let bucket: String
    let key: String
    let dataset: String?
    let batchDate: CalendarDate?
    let version: FileVersion
    let object: StoredObject?
    let failure: IngestFailure
    /// How often the queue delivered the message, when the last delivery failed.
    let attempts: Int?

    /// The line that precedes the JSON in the body.
    static let marker = "--- for machines ---"
    /// The most of a key that the text repeats; keys have up to 1024 bytes.
    private static let shortKey = 300

    /// The same in every alert about the same failure of the same version, should one be told twice.
    var id: RequestID { version.alertID(failure.reason) }

    var subject: String { "[snowline] not loaded: \(visible(key, 60)) (\(failure.reason.rawValue))" }

    /// For subscription filters of the topic; no value is empty.
    var attributes: [String: String] {
        [
            "dataset": dataset ?? "unknown",
            "reason": failure.reason.rawValue,
            "bucket": bucket.isEmpty ? "unknown" : bucket,
            "key": visible(key, 1024),
            "final": failure.isTransient ? "false" : "true",
            "alertId": id.description,
        ]
    }

    var body: String {
        var lines = ["A partner file was not loaded.", ""]
        lines.append("What:       \(visible(key, Self.shortKey))")
        lines.append("Where:      bucket \(bucket)" + (object.map { ", \($0.size) bytes, eTag \($0.bareETag)" } ?? ""))
        if let dataset { lines.append("Dataset:    \(dataset)" + (batchDate.map { ", batch date \($0)" } ?? "")) }
        lines.append("Why:        \(failure.message)")
        if let attempts { lines.append("            This was attempt \(attempts), the last one.") }
        lines.append("What to do: \(advice)")
        if advice.mentions("replay") {
            // Byte by byte: a quote with an accent is one character, and still a quote to a shell.
            let quoted = key.visible.utf8.flatMap { $0 == UInt8(ascii: "'") ? Array("'\\''".utf8) : [$0] }
            lines.append(
                "            swift run deploy replay --env … --key '\(String(decoding: quoted, as: UTF8.self))'")
        }
        if let report = failure.report {
            lines += ["", Self.summary(report)] + report.firstBreaches.map { "  - \($0)" }
        }
        return (lines + ["", Self.marker, json.text, ""]).joined(separator: "\n")
    }

    /// What the program among the readers gets.
    var json: JSON { json(showingValues: true) }

    /// - Parameter showingValues: whether values of rows may be in it, which no log may hold.
    func json(showingValues: Bool) -> JSON {
        .object(
            compacting: [
                ("version", 1), ("alertId", .string(id.description)), ("reason", .string(failure.reason.rawValue)),
                ("message", .string(failure.message)),
                ("transient", .bool(failure.isTransient)), ("bucket", .string(bucket)), ("key", .string(key)),
                ("dataset", dataset.map { .string($0) }), ("batchDate", batchDate.map { .string($0.description) }),
                ("eTag", object.map { .string($0.bareETag) }), ("versionId", object?.versionID.map { .string($0) }),
                ("size", object.map { .integer($0.size) }), ("attempts", attempts.map { .integer($0) }),
                ("advice", .string(advice)), ("validation", failure.report?.json(showingValues: showingValues)),
            ] + failure.details)
    }

    private static func summary(_ report: ValidationReport) -> String {
        let shown = report.firstBreaches.count
        let count = report.totalBreaches > shown ? "the first \(shown) of \(report.totalBreaches)" : "\(shown)"
        return "\(report.dataRows) data rows, \(report.breachedRows) of them with bad values. Breaches (\(count)):"
    }

    private var advice: String {
        switch failure.reason {
        case .badName: "Give the file a name of the contract and upload it again; delete this one."
        case .wrongBucket: "Connect the function only with its own bucket."
        case .contractBreach: "Have the partner correct the file and upload it again under the same name."
        case .corruptGzip: "Have the partner upload the file again; it was cut short or damaged."
        case .tooLarge: "Split the file and upload the parts."
        case .accessDenied, .keyDenied:
            "Allow it to the function's role, then replay the file: deploy --env … applies the policy."
        case .storageRefused: "Look at S3's answer above; then replay the file."
        case .keyMissing: "Run deploy --env …, which makes the key pair; then replay the file."
        case .signInRefused, .keyUnusable:
            "Give the Snowflake user the public key that belongs to the secret (deploy --env … does), then replay the file."
        case .statementRefused, .loadFailed:
            "Look the query up in Snowflake's query history, mend the cause, replay the file."
        case .rowCountMismatch:
            "Compare the rows in RAW with the file. To load it anew, delete them there and upload the file under another "
                + "name: Snowflake remembers having loaded this one."
        case .notFoundInStage: "Compare the address of the stage with the inbox, then replay the file."
        case .unavailable: "The message is in the dead-letter queue; replay it when the cause is gone."
        case .outOfTime:
            "The message is in the dead-letter queue. Replay it when the cause is gone; if the file is too large for the "
                + "function's time, split it or raise the timeout first."
        }
    }

    private func visible(_ text: String, _ limit: Int) -> String {
        let shown = text.visible
        return shown.unicodeScalars.count <= limit
            ? shown : String(String.UnicodeScalarView(shown.unicodeScalars.prefix(limit))) + "…"
    }
}

extension String {
    /// The text with control characters as escapes, so that none of them acts on whoever reads it.
    var visible: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: text += "\\u{\(String(scalar.value, radix: 16))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension ValidationReport {
    /// Counts, and the first breaches.
    func json(showingValues: Bool) -> JSON {
        .object(compacting: [
            ("dataRows", .integer(dataRows)), ("headerRows", .integer(headerRows)),
            ("fieldCount", fieldCount.map { .integer($0) }), ("bytes", .integer(bytes)),
            ("breachedRows", .integer(breachedRows)), ("totalBreaches", .integer(totalBreaches)),
            ("structuralBreaches", .integer(structuralBreaches.total)),
            ("valueBreaches", .integer(valueBreaches.total)), ("byRule", byRule),
            ("breaches", .array(firstBreaches.map { $0.json(showingValue: showingValues) })),
        ])
    }

    private var byRule: JSON {
        let counts = structuralBreaches.byRule.merging(valueBreaches.byRule) { $0 + $1 }
        return .object(
            counts.map { JSON.Member($0.key.rawValue, .integer($0.value)) }.sorted { $0.name < $1.name })
    }
}

extension Breach {
    func json(showingValue: Bool) -> JSON {
        .object(compacting: [
            ("line", line.map { .integer($0) }), ("column", column.map { .integer($0) }),
            ("columnName", columnName.map { .string($0) }), ("rule", .string(rule.rawValue)),
            ("value", showingValue ? value.map { .string($0) } : nil), ("detail", .string(detail)),
        ])
    }
}
