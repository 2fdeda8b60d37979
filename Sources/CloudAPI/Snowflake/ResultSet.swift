/// The rows a statement gave, complete, as texts; `nil` is NULL.
package struct ResultSet: Sendable {
    package struct Column: Sendable, Hashable {
        package var name: String
        /// In small letters: `fixed`, `real`, `text`, `boolean`, `date`, `timestamp_ntz`, `variant` …
        package var type: String
        package var isNullable: Bool
        package var precision: Int?
        package var scale: Int?
        package var length: Int?

        package init(
            _ name: String,
            type: String = "text",
            isNullable: Bool = true,
            precision: Int? = nil,
            scale: Int? = nil,
            length: Int? = nil
        ) {
            self.name = name
            self.type = type
            self.isNullable = isNullable
            self.precision = precision
            self.scale = scale
            self.length = length
        }
    }

    package var columns: [Column]
    /// As the SQL API writes them: dates in days, moments in seconds since 1970; see `text(_:_:)` for people.
    package var rows: [[String?]]
    /// The statement handle, which is the query id.
    package var queryID: String
    /// `numRowsInserted` and the like, of a statement that changes data.
    package var stats: [String: Int]

    package init(columns: [Column], rows: [[String?]], queryID: String = "", stats: [String: Int] = [:]) {
        self.columns = columns
        self.rows = rows
        self.queryID = queryID
        self.stats = stats
    }

    /// The place of a column, without regard to case; the exact name is preferred.
    package func index(of name: String) -> Int? {
        columns.firstIndex { $0.name == name } ?? columns.firstIndex { $0.name.matchesHeaderName(name) }
    }

    /// The value at a row and a column by name; nil for NULL, for an unknown column and beyond the last row.
    package subscript(_ row: Int, _ column: String) -> String? {
        guard let place = index(of: column), rows.indices.contains(row), rows[row].indices.contains(place) else {
            return nil
        }
        return rows[row][place]
    }

    /// All values of a column; empty for an unknown one.
    package subscript(_ column: String) -> [String?] {
        guard let place = index(of: column) else { return [] }
        return rows.map { $0.indices.contains(place) ? $0[place] : nil }
    }
}

extension ResultSet {
    /// The value as people write it: dates, times and moments in ISO form (a moment with a zone in that zone), all
    /// else as it came. What does not look as its type promises is left as it is.
    package func text(_ row: Int, _ column: Int) -> String? {
        guard rows.indices.contains(row), rows[row].indices.contains(column), let value = rows[row][column] else {
            return nil
        }
        switch columns.indices.contains(column) ? columns[column].type : "" {
        case "date": return Int(value).flatMap(Self.date) ?? value
        case "time": return Self.moment(value, offset: 0).map { Self.clock($0) } ?? value
        case "timestamp_ntz": return Self.moment(value, offset: 0).map { "\(Self.day($0)) \(Self.clock($0))" } ?? value
        case "timestamp_ltz":
            return Self.moment(value, offset: 0).map { "\(Self.day($0)) \(Self.clock($0)) Z" } ?? value
        case "timestamp_tz": return Self.zoned(value) ?? value
        default: return value
        }
    }

    private static func date(_ days: Int) -> String? {
        guard abs(days) < 4_000_000 else { return nil }
        return day(Timestamp(seconds: days * 86400))
    }

    private static func day(_ moment: Timestamp) -> String {
        String(moment.iso8601.prefix(10))
    }

    private static func clock(_ moment: Timestamp) -> String {
        let whole = Timestamp(seconds: moment.seconds).iso8601
        let time = String(whole.dropFirst(11).dropLast())
        guard moment.nanoseconds > 0 else { return time }
        var digits = Array(String(1_000_000_000 + moment.nanoseconds).utf8.dropFirst())
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return "\(time).\(String(decoding: digits, as: UTF8.self))"
    }

    /// `1736584200.123000000`, negative before 1970.
    private static func moment(_ value: String, offset: Int) -> Timestamp? {
        let parts = value.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, var seconds = Int(Substring(parts[0])), abs(seconds) < 400_000_000_000 else {
            return nil
        }
        var nanoseconds = 0
        if parts.count == 2 {
            let digits = Array(parts[1].prefix(9))
            guard let number = Int(String(decoding: digits, as: UTF8.self)), number >= 0 else { return nil }
            nanoseconds = (digits.count..<9).reduce(number) { value, _ in value * 10 }
        }
        if value.utf8.first == UInt8(ascii: "-"), nanoseconds > 0 {
            seconds -= 1
            nanoseconds = 1_000_000_000 - nanoseconds
        }
        return Timestamp(seconds: seconds + offset * 60, nanoseconds: nanoseconds)
    }

    /// `1736584200.123 1500`: the offset in minutes, 1440 added.
    private static func zoned(_ value: String) -> String? {
        let parts = value.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
        guard parts.count == 2, let shifted = Int(parts[1]), (0...2880).contains(shifted),
            let moment = moment(parts[0], offset: shifted - 1440)
        else { return nil }
        let minutes = abs(shifted - 1440)
        let hours = minutes / 60 + 100
        let rest = minutes % 60 + 100
        let zone = "\(shifted < 1440 ? "-" : "+")\(String(hours).dropFirst())\(String(rest).dropFirst())"
        return "\(day(moment)) \(clock(moment)) \(zone)"
    }
}
