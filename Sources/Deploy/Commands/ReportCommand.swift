import ArgumentParser
import CloudAPI
import Foundation

/// Prints the three reports, and writes them as a page with charts.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Print the three reports: daily sales, top stores, transactions lifecycle.",
        discussion: """
            `--html` also writes them as one page with charts that needs nothing beside it:

              swift run deploy report --env local
              swift run deploy report --env prod --html sales.html
              swift run deploy report --env prod --format json
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: ArgumentHelp("Write a self-contained page with charts.", valueName: "file"))
    var html: String?

    /// How the reports are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text or json.")
    var format = Format.text

    func run() throws {
        let assembly = try target.assembly
        let session = try Session.open(try target.environment, try Checkout.containing())
        let reports = try SalesReports.read(try StackOutputs.read(assembly, session), session)
        switch format {
        case .text: for line in SalesTables(reports: reports).lines { Console.result(line) }
        case .json: Console.result(String(decoding: reports.json.bytes, as: UTF8.self))
        }
        guard let html else { return }
        let made = String(session.aws.clock.now().iso8601.prefix(16)).replacing("T", with: " ")
        let page = SalesPage(reports: reports, environment: target.name, made: made)
        do {
            try Data(page.html.utf8).write(to: URL(fileURLWithPath: html), options: .atomic)
        } catch {
            throw Failure("Can not write \(html): \(error.localizedDescription)", code: .invalid)
        }
        Console.note("Wrote \(html).")
    }
}

extension SalesReports {
    /// Amounts as numbers with two decimals.
    var json: JSON {
        .object([
            .init("dailySales", .array(days.map(\.json))), .init("topStores", .array(topStores.map(\.json))),
            .init("transactionsLifecycle", .array(batches.map(\.json))),
        ])
    }
}

extension SalesReports.Day {
    fileprivate var json: JSON {
        [
            "date": .string(date), "activeStores": .integer(activeStores), "total": .amount(total),
            "averageStoreSales": .amount(average), "monthToDate": .amount(monthToDate), "topStore": .string(topStore),
        ]
    }
}

extension SalesReports.RankedStore {
    fileprivate var json: JSON {
        [
            "date": .string(date), "rank": .integer(rank), "store": .string(store),
            "name": name.map { .string($0) } ?? .null, "total": .amount(total),
        ]
    }
}

extension SalesReports.Batch {
    fileprivate var json: JSON {
        [
            "batchDate": .string(date), "raw": .integer(raw), "valid": .integer(valid), "rejected": .integer(rejected),
            "superseded": .integer(superseded), "processed": .string(processed),
        ]
    }
}

extension JSON {
    /// Hundredths as a number.
    static func amount(_ hundredths: Int) -> JSON { .number(Hundredths.text(hundredths).replacing(",", with: "")) }
}
