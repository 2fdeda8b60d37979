import ArgumentParser
import CloudAPI
import InfraDSL

/// Runs one statement and prints its rows.
struct SQLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql", abstract: "Run one SQL statement on the environment's Snowflake and print its rows.",
        discussion: """
              swift run deploy sql --env local "SELECT COUNT(*) AS ROWS_LOADED FROM RAW.SALES"
              swift run deploy sql --env prod --format csv "SELECT * FROM ANALYTICS.REPORT_DAILY_SALES" > daily.csv
            """)

    @OptionGroup var target: EnvironmentOption

    /// How rows are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv
    }

    @Option(help: "table, json or csv.")
    var format = Format.table

    @Argument(help: "The statement, such as \"SELECT * FROM ANALYTICS.REPORT_DAILY_SALES\".")
    var statement: String

    func run() throws {
        let assembly = try target.assembly(giving: "SnowflakeWarehouse")
        let session = try Session.open(try target.environment, try Checkout.containing())
        let result: ResultSet
        do {
            var options = SQLAPIClient.Options()
            options.warehouse = assembly.firstName(of: .warehouse)
            options.database = assembly.firstName(of: .database)
            result = try session.snowflake.execute(statement, options)
        } catch let error as SnowflakeError {
            throw Failure("\(error)")
        }
        let lines =
            switch format {
            case .table: ResultText.table(result)
            case .json: [ResultText.json(result)]
            case .csv: ResultText.csv(result)
            }
        for line in lines { Console.result(line) }
    }
}

extension Assembly {
    /// The first object of a kind that the stack declares: where its statements run.
    fileprivate func firstName(of kind: ObjectKind) -> String? {
        stack.resources.lazy.compactMap { ($0 as? any NamedObject)?.name }.first { $0.kind == kind }?.last
    }
}
