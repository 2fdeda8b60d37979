/// What is under way, as a block of lines at the foot of the terminal; a value, so that each look of it is a table test.
struct LiveBlock: Sendable, Hashable {
    struct Row: Sendable, Hashable {
        /// `aws` or `snowflake`.
        let cloud: String
        let title: String
        let detail: String
        /// Milliseconds.
        let elapsed: Int
        /// Milliseconds that it took before.
        let usual: Int?
    }

    /// Such as `retail-pipeline-prod  14 of 19`.
    let title: String
    let elapsed: Int
    let rows: [Row]

    /// Lines no wider than the terminal, nor more than fit.
    func lines(columns: Int, limit: Int = 12) -> [String] {
        guard !rows.isEmpty || !title.isEmpty else { return [] }
        let widest = min(rows.map(\.title.count).max() ?? 0, max(12, columns / 3))
        let shown = rows.prefix(limit).map { row in
            let name = Self.shortened(row.title, to: widest).padded(to: widest)
            let usual = row.usual.map { "  usually \(Self.clock($0))" } ?? ""
            return
                "  \(row.cloud.padded(to: 9))  \(name)  \(Self.clock(row.elapsed).padded(to: 5))\(usual)  \(row.detail)"
        }
        let more = rows.count > limit ? ["  and \(rows.count - limit) more"] : []
        return (["\(Self.clock(elapsed))  \(title)"] + shown + more).map { String($0.prefix(max(1, columns - 1))) }
    }

    /// `1:05`.
    static func clock(_ milliseconds: Int) -> String {
        let seconds = max(0, milliseconds / 1000)
        let rest = seconds % 60
        return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Cut in the middle, where names differ least.
    static func shortened(_ text: String, to width: Int) -> String {
        guard text.count > width, width > 4 else { return text }
        let tail = (width - 1) / 2
        return "\(text.prefix(width - 1 - tail))…\(text.suffix(tail))"
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
