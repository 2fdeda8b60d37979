/// What differs between two texts, as `diff -u` shows it: `-` was, `+` is, three lines around each change.
struct LineDifference {
    let lines: [String]

    /// How much is shown: beyond it nobody reads on.
    private static let most = 200
    private static let around = 3

    init(_ old: String, _ new: String) {
        let (old, new) = (Self.split(old), Self.split(new))
        let script = Self.script(old, new)
        var shown: [String] = []
        var last: Int?
        for (index, step) in script.enumerated() {
            let from = max(0, index - Self.around)
            let isNear = script[from...min(script.count - 1, index + Self.around)].contains { $0.mark != " " }
            guard isNear else { continue }
            if last != index - 1 { shown.append("@@ line \(step.line) @@") }
            shown.append("\(step.mark)\(step.text)")
            last = index
        }
        if shown.count > Self.most { shown = shown.prefix(Self.most) + ["… and \(shown.count - Self.most) lines more"] }
        lines = shown
    }

    private struct Step {
        let mark: Character
        let text: String
        /// In the new text, from 1.
        let line: Int
    }

    private static func script(_ old: [String], _ new: [String]) -> [Step] {
        let difference = new.difference(from: old)
        var removed: [Int: String] = [:]
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, let text, _): removed[offset] = text
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var steps: [Step] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if let text = removed[i] {
                steps.append(Step(mark: "-", text: text, line: j + 1))
                i += 1
            } else if inserted.contains(j) {
                steps.append(Step(mark: "+", text: new[j], line: j + 1))
                j += 1
            } else {
                steps.append(Step(mark: " ", text: new[j], line: j + 1))
                i += 1
                j += 1
            }
        }
        return steps
    }

    private static func split(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // The end of the last line is no line.
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }
}
