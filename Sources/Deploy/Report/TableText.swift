/// Rows as people read them in a terminal: columns as wide as their content.
struct TableText {
    let header: [String]
    let rows: [[String]]
    /// Columns whose values stand to the right, such as numbers.
    var rightAligned: Set<Int> = []

    var lines: [String] {
        let widths = header.indices.map { column in
            ([header[column]] + rows.map { $0[column] }).map(\.count).max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            zip(cells.indices, cells).map { column, cell in
                let padding = String(repeating: " ", count: max(0, widths[column] - cell.count))
                return rightAligned.contains(column) ? padding + cell : cell + padding
            }.joined(separator: "  ")
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return ([line(header), rule] + rows.map(line)).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
