import CloudAPI
import InfraDSL

/// A statement of SHOW or DESC and what its rows are called by.
struct Listing: Sendable {
    let key: String
    let sql: SQL

    init(_ key: String, _ sql: SQL) {
        self.key = key
        self.sql = sql
    }
}

/// Asks for many listings in few requests: chained by the pipe operator (Flow operators), which needs a warehouse that
/// runs, and one by one where that can not be had, as before a first deploy. Both ways give the same rows.
struct ListingReader {
    private let client: SQLAPIClient
    /// Nil once a chain was refused.
    private var warehouse: String?
    /// How many have been sent.
    private(set) var requests = 0

    /// More in one statement are not tried.
    private static let longestChain = 24

    init(_ client: SQLAPIClient, warehouse: String?) {
        self.client = client
        self.warehouse = warehouse
    }

    /// Whether another listing costs no request of its own.
    var isChaining: Bool { warehouse != nil }

    /// The rows of each listing by its key.
    mutating func rows(of listings: [Listing]) throws -> [String: [Row]] {
        var found: [String: [Row]] = [:]
        var rest = listings[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(Self.longestChain))
            rest = rest.dropFirst(part.count)
            found.merge(try chained(part) ?? single(part)) { first, _ in first }
        }
        return found
    }

    private mutating func single(_ listings: [Listing]) throws -> [String: [Row]] {
        var found: [String: [Row]] = [:]
        for listing in listings {
            guard let statement = listing.sql.rendered({ _ in nil }) else { continue }
            requests += 1
            found[listing.key] = try client.execute(statement).namedRows
        }
        return found
    }

    /// Nil where one statement can not be had.
    private mutating func chained(_ listings: [Listing]) throws -> [String: [Row]]? {
        guard let warehouse, listings.count > 1 else { return nil }
        let statements = listings.compactMap { $0.sql.rendered { _ in nil } }
        guard statements.count == listings.count else { return nil }
        let selections = listings.indices.map { index in
            "SELECT \(index) AS LISTING, TO_JSON(OBJECT_CONSTRUCT(*)) AS CONTENT FROM $\(listings.count - index)"
        }
        let chain = (statements + [selections.joined(separator: " UNION ALL ")]).joined(separator: "\n->> ")
        var options = SQLAPIClient.Options()
        options.warehouse = warehouse
        requests += 1
        do {
            let answer = try client.execute(chain, options)
            return try Self.sorted(answer, listings)
        } catch let error as SnowflakeError where !error.isTransient && !error.isAuthentication {
            // No such warehouse, or none that this role may use, or no such operator: then one by one.
            self.warehouse = nil
            return nil
        }
    }

    private static func sorted(_ answer: ResultSet, _ listings: [Listing]) throws -> [String: [Row]] {
        var found = Dictionary(listings.map { ($0.key, [Row]()) }) { first, _ in first }
        for row in answer.namedRows {
            guard let index = row["listing"].flatMap(Int.init), listings.indices.contains(index),
                case .object(let members)? = try? JSON.parse(Array((row["content"] ?? "").utf8))
            else {
                throw Failure("Snowflake answered a chain of listings with something else.", code: .attention)
            }
            let values = members.map { ($0.name.lowercased(), $0.value.shownText) }
            found[listings[index].key, default: []].append(Row(Dictionary(values) { first, _ in first }))
        }
        return found
    }
}

extension JSON {
    /// A column of a listing as it would have come by itself: an object or a list stays JSON.
    fileprivate var shownText: String? {
        switch self {
        case .object, .array: text
        default: plain
        }
    }
}
