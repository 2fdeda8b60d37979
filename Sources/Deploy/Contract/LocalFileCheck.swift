import CloudAPI
import Contracts
import DataContract
import FileValidation
import Foundation

/// A partner's file on disk, held against the contract by the code that the function runs.
struct LocalFileCheck {
    enum Verdict {
        case accepted(ValidationReport)
        /// With the reason; the report is missing where the name or the packing is wrong.
        case rejected(String, ValidationReport?)
    }

    let path: String
    let dataset: Dataset?
    let verdict: Verdict

    var isAccepted: Bool { if case .accepted = verdict { true } else { false } }

    private var report: ValidationReport? {
        switch verdict {
        case .accepted(let report): report
        case .rejected(_, let report): report
        }
    }

    /// - Parameter dataset: what the file is held against, whatever its name; nil to go by the name, as the function does.
    init(_ path: String, as given: Dataset?) throws {
        self.path = path
        guard let given else {
            do throws(FileNameProblem) {
                let file = try BatchFile(key: URL(fileURLWithPath: path).lastPathComponent, among: Dataset.all)
                dataset = file.dataset
            } catch {
                dataset = nil
                verdict = .rejected(error.reason, nil)
                // A file that is not there is another matter than one that is refused.
                _ = try Self.open(path)
                return
            }
            verdict = try Self.verdict(on: path, dataset)
            return
        }
        dataset = given
        verdict = try Self.verdict(on: path, given)
    }

    private static func open(_ path: String) throws -> FileHandle {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure("Can not read \(path).", advice: "Give the path of a file.")
        }
        return handle
    }

    private static func verdict(on path: String, _ dataset: Dataset?) throws -> Verdict {
        guard let dataset else { return .rejected("it belongs to no dataset", nil) }
        let handle = try open(path)
        let size = Int(try handle.seekToEnd())
        try handle.seek(toOffset: 0)
        var validation = FileValidation(dataset, size: size)
        do {
            while let chunk = try handle.read(upToCount: 256 << 10), !chunk.isEmpty {
                try chunk.withUnsafeBytes { try validation.consume($0) }
            }
            let report = try validation.finish()
            if case .rejected(let reason) = report.verdict { return .rejected(reason, report) }
            return .accepted(report)
        } catch let problem as PackedFileProblem {
            return .rejected(problem.description, nil)
        } catch {
            throw Failure("Can not read \(path): \(error.localizedDescription)")
        }
    }

    // MARK: What is told

    var lines: [String] {
        let name = dataset.map { " (\($0.name))" } ?? ""
        switch verdict {
        case .accepted(let report):
            let bad = report.breachedRows == 0 ? "" : ", \(report.breachedRows) of them with bad values"
            return ["\(path)\(name): accepted, \(report.dataRows) rows\(bad)"] + breaches
        case .rejected(let reason, _): return ["\(path)\(name): rejected: \(reason)"] + breaches
        }
    }

    private var breaches: [String] {
        guard let report else { return [] }
        let more = report.totalBreaches - report.firstBreaches.count
        return report.firstBreaches.map { "  \($0)" } + (more > 0 ? ["  … and \(more) more"] : [])
    }

    var json: JSON {
        var reason: JSON?
        if case .rejected(let text, _) = verdict { reason = .string(text) }
        return .object(compacting: [
            ("file", .string(path)), ("dataset", dataset.map { .string($0.name) }), ("accepted", .bool(isAccepted)),
            ("reason", reason), ("dataRows", report.map { .integer($0.dataRows) }),
            ("headerRows", report.map { .integer($0.headerRows) }), ("bytes", report.map { .integer($0.bytes) }),
            ("breachedRows", report.map { .integer($0.breachedRows) }),
            ("totalBreaches", report.map { .integer($0.totalBreaches) }),
            ("breaches", report.map { .array($0.firstBreaches.map(Self.json)) }),
        ])
    }

    private static func json(_ breach: Breach) -> JSON {
        .object(compacting: [
            ("rule", .string(breach.rule.rawValue)), ("line", breach.line.map { .integer($0) }),
            ("column", breach.column.map { .integer($0) }), ("columnName", breach.columnName.map { .string($0) }),
            ("value", breach.value.map { .string($0) }), ("detail", .string(breach.detail)),
        ])
    }
}
