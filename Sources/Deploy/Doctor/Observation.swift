import CloudAPI
import Foundation

/// One thing that was looked at.
struct Observation: Sendable, Hashable {
    enum Verdict: String, Sendable {
        case ok
        /// Said and no more.
        case note
        case warning
        case failed
    }

    let section: String
    let verdict: Verdict
    let text: String
    /// What to do about it.
    var advice: String?

    init(_ section: String, _ verdict: Verdict, _ text: String, advice: String? = nil) {
        self.section = section
        self.verdict = verdict
        self.text = text
        self.advice = advice
    }

    var json: JSON {
        .object(compacting: [
            ("section", .string(section)), ("verdict", .string(verdict.rawValue)), ("text", .string(text)),
            ("advice", advice.map { .string($0) }),
        ])
    }
}

/// What was found, in order; the worst decides how the command ends.
struct Observations: Sendable {
    private(set) var all: [Observation] = []

    mutating func add(_ section: String, _ verdict: Observation.Verdict, _ text: String, advice: String? = nil) {
        all.append(Observation(section, verdict, text, advice: advice))
    }

    mutating func add(_ others: [Observation]) { all += others }

    /// A refused sign-in before everything else: the rest follows from it.
    var status: ExitStatus {
        let failed = all.filter { $0.verdict == .failed }
        if failed.contains(where: { $0.section.hasSuffix("sign-in") }) { return .identity }
        return failed.isEmpty ? .done : .attention
    }

    var lines: [String] {
        var lines: [String] = []
        var section = ""
        for finding in all {
            if finding.section != section {
                section = finding.section
                lines.append(section)
            }
            let mark = finding.verdict.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0)
            lines.append(
                "  \(Console.styled(mark, finding.verdict.style))\(finding.text.replacing("\n", with: "\n          "))")
            if let advice = finding.advice { lines.append("          → \(advice)") }
        }
        return lines
    }
}

extension Observation.Verdict {
    fileprivate var style: Console.Style {
        switch self {
        case .ok: .green
        case .note: .dim
        case .warning: .yellow
        case .failed: .red
        }
    }
}
