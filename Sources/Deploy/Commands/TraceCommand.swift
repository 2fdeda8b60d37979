import ArgumentParser
import CloudAPI
import DataContract

/// From a line of a report to the rows and the files it comes from.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "From a line of a report to the RAW rows and the S3 objects in history it comes from.",
        discussion: """
            A line is named by its report and its key: a day, a store's rank on a day, a batch, or one sale.

              swift run deploy trace --env local --date 2025-02-12
              swift run deploy trace --env local --report top-stores --date 2025-02-12 --store st-bern
              swift run deploy trace --env local --report lifecycle --date 2025-01-19
              swift run deploy trace --env local --store st-bern --transaction t-17 --format json
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "daily, top-stores or lifecycle.")
    var report = TraceQuery.Report.daily

    @Option(help: "The date of the line, YYYY-MM-DD: of the transactions, or of the batch for lifecycle.")
    var date: String?

    @Option(help: "The store's token.")
    var store: String?

    @Option(help: "The transaction's id, for every version of one sale; with --store.")
    var transaction: String?

    @Option(help: "How many rows are printed.")
    var rows = 20

    /// How the trace is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text or json (with all rows).")
    var format = Format.text

    func validate() throws {
        guard rows >= 0 else { throw ValidationError("--rows is \(rows); give 0 or more.") }
        if let date, !Self.isDate(date) { throw ValidationError("--date is \"\(date)\"; give YYYY-MM-DD.") }
        if transaction != nil {
            guard store != nil else {
                throw ValidationError("--transaction needs --store: ids are unique within a store.")
            }
            return
        }
        guard date != nil else { throw ValidationError("Give --date, or --store and --transaction.") }
        if report == .topStores, store == nil { throw ValidationError("A rank is a store's: give --store.") }
    }

    func run() throws {
        let assembly = try target.assembly
        let session = try Session.open(try target.environment, try Checkout.containing())
        let query = TraceQuery(report: report, date: date, store: store, transaction: transaction)
        let trace = try Trace.run(query, try StackOutputs.read(assembly, session), session)
        switch format {
        case .text: for line in TraceText(trace: trace, limit: rows).lines { Console.result(line) }
        case .json: Console.result(String(decoding: trace.json.bytes, as: UTF8.self))
        }
    }

    /// A day of the calendar.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return false }
        return CalendarDate(year: year, month: month, day: day) != nil
    }
}
