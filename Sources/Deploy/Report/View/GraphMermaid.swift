/// A graph in Mermaid's language, which GitHub draws in Markdown.
struct GraphMermaid {
    let graph: ResourceGraph

    var text: String {
        let names = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($0.element.id, "n\($0.offset)") })
        var lines = ["flowchart RL"]
        lines += graph.nodes.map { node in
            let label = Self.quoted([node.label, node.type].filter { !$0.isEmpty }.joined(separator: "\n"))
            let shape = node.cloud == .aws ? "[\(label)]" : "([\(label)])"
            return "  \(names[node.id] ?? "")\(shape)\(node.action.map { ":::\($0)" } ?? "")"
        }
        lines += graph.edges.map { "  \(names[$0.from] ?? "") --> \(names[$0.to] ?? "")" }
        if graph.nodes.contains(where: { $0.action != nil }) {
            lines += [
                "  classDef create fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
                "  classDef update fill:#ddf4ff,stroke:#0969da,color:#1f2328",
                "  classDef replace fill:#fff1c2,stroke:#9a6700,color:#1f2328",
                "  classDef delete fill:#ffe2e0,stroke:#cf222e,color:#1f2328,stroke-dasharray:4 3",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// In double quotes, with Mermaid's entity codes for what would end them.
    private static func quoted(_ text: String) -> String {
        let inner = text.reduce(into: "") { result, character in
            switch character {
            case "\"": result += "#quot;"
            case "#": result += "#35;"
            case "<": result += "#lt;"
            case ">": result += "#gt;"
            case "\n": result += "<br/>"
            default: result.append(character)
            }
        }
        return "\"\(inner)\""
    }
}
