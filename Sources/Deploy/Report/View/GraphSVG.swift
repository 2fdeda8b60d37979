import CloudFormation

/// A graph as SVG 1.1: boxes coloured by what happens to them, arrows to what they need. No script, no outside reference.
struct GraphSVG {
    let graph: ResourceGraph
    let title: String

    var text: String { lines.joined(separator: "\n") + "\n" }

    private var lines: [String] {
        let layout = GraphLayout(graph)
        let size = "\(Self.number(layout.width)) \(Self.number(layout.height))"
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" width=\"\(Self.number(layout.width))\""
                + " height=\"\(Self.number(layout.height))\" role=\"img\" class=\"graph\">",
            "<title>\(HTML.escaped(title))</title>", Self.style,
            "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
                + "orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" class=\"tip\"/></marker></defs>",
        ]
        lines += graph.edges.compactMap { Self.edge($0, layout) }
        lines += graph.nodes.compactMap { Self.node($0, layout) }
        return lines + ["</svg>"]
    }

    private static func node(_ node: ResourceGraph.Node, _ layout: GraphLayout) -> String? {
        guard let box = layout.boxes[node.id] else { return nil }
        let state = node.action.map { "\($0)" } ?? "same"
        let cloud = node.cloud == .aws ? "aws" : "snowflake"
        let hint = [node.id, node.type, node.declared.map { "\($0)" } ?? "", node.action.map { "\($0)" } ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let centre = number(box.x + 12)
        return "<g class=\"node \(cloud) \(state)\"><title>\(HTML.escaped(hint))</title>"
            + "<rect x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\" "
            + "height=\"\(number(box.height))\" rx=\"\(node.cloud == .aws ? 4 : 14)\"/>"
            + "<text x=\"\(centre)\" y=\"\(number(box.y + 20))\" class=\"id\">"
            + "\(HTML.escaped((node.action.map { $0.rawValue + " " } ?? "") + node.label))</text>"
            + "<text x=\"\(centre)\" y=\"\(number(box.y + 36))\" class=\"type\">\(HTML.escaped(node.type))</text></g>"
    }

    /// From the left side of who needs to the right side of what is needed.
    private static func edge(_ edge: ResourceGraph.Edge, _ layout: GraphLayout) -> String? {
        guard let from = layout.boxes[edge.from], let to = layout.boxes[edge.to] else { return nil }
        let (startX, startY) = (from.x, from.y + from.height / 2)
        let (endX, endY) = (to.x + to.width + 2, to.y + to.height / 2)
        let bend = max(30, (startX - endX) / 2)
        let title =
            edge.label.isEmpty ? "" : "<title>\(HTML.escaped("\(edge.from): \(edge.label) on \(edge.to)"))</title>"
        return "<path class=\"edge\" marker-end=\"url(#tip)\" d=\"M\(number(startX)) \(number(startY))C"
            + "\(number(startX - bend)) \(number(startY)) \(number(endX + bend)) \(number(endY)) "
            + "\(number(endX)) \(number(endY))\">\(title)</path>"
    }

    /// One decimal, so that the same graph is the same text on every machine.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }

    /// Light and dark; readable in grey too, since the action stands in the text.
    private static let style = """
        <style>
        .graph{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;--ink:#1f2328;--faint:#6e7781;--line:#8c959f;\
        --same:#f6f8fa;--create:#dafbe1;--update:#ddf4ff;--replace:#fff1c2;--delete:#ffe2e0}
        .graph .edge{fill:none;stroke:var(--line);stroke-opacity:.55}.graph .tip{fill:var(--line)}
        .graph rect{fill:var(--same);stroke:var(--line)}.graph .snowflake rect{stroke:#29b5e8}.graph .aws rect{stroke:#ff9900}
        .graph .create rect{fill:var(--create)}.graph .update rect{fill:var(--update)}\
        .graph .replace rect{fill:var(--replace)}.graph .delete rect{fill:var(--delete);stroke-dasharray:4 3}
        .graph .id{font-size:12px;font-weight:600;fill:var(--ink)}.graph .type{font-size:10px;fill:var(--faint)}
        @media(prefers-color-scheme:dark){.graph{--ink:#e6edf3;--faint:#9198a1;--line:#656c76;--same:#161b22;\
        --create:#12361f;--update:#0c2d4d;--replace:#3d2e00;--delete:#4b1113}}
        </style>
        """
}

/// What text needs to stand in HTML and SVG.
enum HTML {
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
    }
}
