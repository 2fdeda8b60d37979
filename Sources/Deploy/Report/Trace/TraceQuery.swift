import ArgumentParser

/// A line of a report, and the statement that finds the RAW rows it comes from.
struct TraceQuery {
    /// The reports that a line can be of.
    enum Report: String, ExpressibleByArgument, CaseIterable {
        case daily
        case topStores = "top-stores"
        case lifecycle
    }

    let report: Report
    /// The transaction date of a day or a rank, the batch date of a batch; ISO.
    let date: String?
    let store: String?
    let transaction: String?

    /// What the line is, for people.
    var title: String {
        let parts = [
            date.map { "\(report == .lifecycle ? "batch date" : "transaction date") \($0)" },
            store.map { "store \($0)" }, transaction.map { "transaction \($0)" },
        ]
        let name = transaction == nil ? report.table + ", " : ""
        return name + parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// The statement and the texts for its `?`.
    ///
    /// A RAW row is known by its file, its number there and the time of its load. `OUTCOME` says what became of it: `valid` rows
    /// make the sums, `superseded` ones did before a later one of the same sale came, `rejected` ones do not parse.
    var statement: (text: String, bindings: [String]) {
        var conditions: [String] = []
        var bindings: [String] = []
        func add(_ condition: String, _ value: String?) {
            guard let value else { return }
            conditions.append(condition)
            bindings.append(value)
        }
        add(report == .lifecycle ? "received.BATCH_DATE = TO_DATE(?)" : "received.TRANSACTION_DATE = TO_DATE(?)", date)
        add("received.STORE_TOKEN = ?", store)
        add("received.TRANSACTION_ID = ?", transaction)
        // A day is made of what is valid; a batch and the story of one sale are made of everything.
        if report != .lifecycle, transaction == nil { conditions.append("winner.LOADED_AT IS NOT NULL") }
        let text = """
            SELECT raw.*, received.AMOUNT AS PARSED_AMOUNT,
                CASE WHEN received.REJECTION_REASON IS NOT NULL THEN 'rejected'
                    WHEN winner.LOADED_AT IS NOT NULL THEN 'valid' ELSE 'superseded' END AS OUTCOME,
                received.REJECTION_REASON AS REASON
            FROM STAGE.RECEIVED_SALES AS received
            INNER JOIN RAW.SALES AS raw
                ON raw.SOURCE_FILENAME = received.SOURCE_FILENAME
                AND raw.SOURCE_ROW_NUMBER = received.SOURCE_ROW_NUMBER
                AND raw.LOADED_AT = received.LOADED_AT
            LEFT JOIN STAGE.STG_SALES AS winner
                ON winner.SOURCE_FILENAME = received.SOURCE_FILENAME
                AND winner.SOURCE_ROW_NUMBER = received.SOURCE_ROW_NUMBER
                AND winner.LOADED_AT = received.LOADED_AT
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY received.LOADED_AT DESC, received.SOURCE_FILENAME, received.SOURCE_ROW_NUMBER
            """
        return (text, bindings)
    }
}

extension TraceQuery.Report {
    var table: String {
        switch self {
        case .daily: "REPORT_DAILY_SALES"
        case .topStores: "REPORT_TOP_STORES"
        case .lifecycle: "REPORT_TRANSACTIONS_LIFECYCLE"
        }
    }
}
