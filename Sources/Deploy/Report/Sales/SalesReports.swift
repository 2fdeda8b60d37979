import CloudAPI
import Foundation
import InfraDSL

/// The three reports of the domain as values; amounts in hundredths, dates as ISO texts, the newest first.
struct SalesReports {
    struct Day {
        let date: String
        let activeStores: Int
        let total: Int
        let average: Int
        let monthToDate: Int
        let topStore: String
    }

    struct RankedStore {
        let date: String
        let rank: Int
        let store: String
        /// Nil for a store that no file ever named.
        let name: String?
        let total: Int
    }

    struct Batch {
        let date: String
        let raw: Int
        let valid: Int
        let rejected: Int
        let superseded: Int
        let processed: String
    }

    let days: [Day]
    let topStores: [RankedStore]
    let batches: [Batch]

    /// Reads them from a schema that dbt has built.
    ///
    /// - Throws: `Failure` naming the next step when there are no reports yet.
    static func read(_ outputs: StackOutputs, _ session: Session) throws -> SalesReports {
        var options = SQLAPIClient.Options()
        options.warehouse = outputs["SnowflakeWarehouse"]
        options.database = outputs["SnowflakeDatabase"]
        options.schema = "ANALYTICS"
        func rows(_ table: String, _ order: String) throws -> [[String: String]] {
            do {
                return try texts(session.snowflake.execute("SELECT * FROM \(table) ORDER BY \(order)", options))
            } catch let error as SnowflakeError where error.code == "002003" {
                throw Failure(
                    "\(table) is not there yet, or this role may not read it.",
                    advice: "Run `swift run deploy transform --env \(session.environment.name)`, which makes it.")
            }
        }
        return try SalesReports(
            days: rows("REPORT_DAILY_SALES", "TRANSACTION_DATE DESC").map(Day.init),
            topStores: rows("REPORT_TOP_STORES", "TRANSACTION_DATE DESC, STORE_RANK").map(RankedStore.init),
            batches: rows("REPORT_TRANSACTIONS_LIFECYCLE", "BATCH_DATE DESC").map(Batch.init))
    }

    /// Rows by column name in small letters; nulls are left out.
    static func texts(_ result: ResultSet) -> [[String: String]] {
        result.rows.indices.map { row in
            var values: [String: String] = [:]
            for column in result.columns.indices {
                values[result.columns[column].name.lowercased()] = result.text(row, column)
            }
            return values
        }
    }

    var isEmpty: Bool { days.isEmpty && topStores.isEmpty && batches.isEmpty }

    /// The dates of the best stores, the newest first, with their ranks.
    var topStoreDays: [(date: String, stores: [RankedStore])] {
        var groups: [(date: String, stores: [RankedStore])] = []
        for store in topStores {
            if groups.last?.date == store.date {
                groups[groups.count - 1].stores.append(store)
            } else {
                groups.append((store.date, [store]))
            }
        }
        return groups
    }
}

extension SalesReports.Day {
    init(_ row: [String: String]) {
        date = row["transaction_date"] ?? ""
        activeStores = Int(row["active_stores"] ?? "") ?? 0
        total = Hundredths.parse(row["total_amount"])
        average = Hundredths.parse(row["avg_store_sales"])
        monthToDate = Hundredths.parse(row["monthly_cumulative_sales"])
        topStore = row["top_store_token"] ?? ""
    }
}

extension SalesReports.RankedStore {
    init(_ row: [String: String]) {
        date = row["transaction_date"] ?? ""
        rank = Int(row["store_rank"] ?? "") ?? 0
        store = row["store_token"] ?? ""
        name = row["store_name"]
        total = Hundredths.parse(row["total_sales"])
    }
}

extension SalesReports.Batch {
    init(_ row: [String: String]) {
        date = row["batch_date"] ?? ""
        raw = Int(row["total_raw_rows"] ?? "") ?? 0
        valid = Int(row["total_valid_rows"] ?? "") ?? 0
        rejected = Int(row["total_rejected_rows"] ?? "") ?? 0
        superseded = Int(row["total_superseded_rows"] ?? "") ?? 0
        processed = row["processing_date"] ?? ""
    }
}
