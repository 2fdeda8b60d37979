import ArgumentParser

/// How a plan or a difference is written.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text
    case json
    case markdown
    case html

    func write(_ view: PlanView) -> String {
        switch self {
        case .text: PlanText(view: view).lines.joined(separator: "\n")
        case .json: PlanJSON(view: view).text
        case .markdown: PlanMarkdown(view: view).text
        case .html: PlanHTML(view: view).text
        }
    }

    static let help: ArgumentHelp =
        "text, json, markdown (for a pull request) or html (one page with the resource graph)."
}
