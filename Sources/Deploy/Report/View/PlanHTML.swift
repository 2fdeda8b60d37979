import CloudFormation

/// A plan as one page that needs nothing beside itself: no script, no font, no picture from elsewhere.
struct PlanHTML {
    let view: PlanView

    var text: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(Self.text("\(view.kind.noun) of \(view.title)"))</title>
        \(Self.style)
        </head>
        <body>
        <header>
        <h1>\(view.kind.noun) of \(Self.text(view.title))</h1>
        <p class="identity">\(view.identity.map(Self.text).joined(separator: " · "))</p>
        <p class="badges">\(badges)</p>
        </header>
        \(warnings)
        \(view.stacks.map { Self.section($0, view.kind) }.joined(separator: "\n"))
        \(view.contract.map { "<p class=\"note\">\(Self.text($0))</p>" }.joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private var badges: String {
        guard !view.isEmpty else { return "<span class=\"badge same\">no changes</span>" }
        let counts = Action.allCases.compactMap { action -> String? in
            let count = view.count(of: action)
            return count == 0 ? nil : "<span class=\"badge \(action)\">\(action.rawValue) \(count) to \(action)</span>"
        }
        return counts.joined(separator: " ")
    }

    private var warnings: String {
        let losses = view.stacks.flatMap(\.losses).map { "<li><strong>Data is lost.</strong> \(Self.text($0))</li>" }
        let broader = view.stacks.filter { !$0.isNew }.flatMap(\.access).filter(\.isBroadening).count
        let access = broader == 0 ? [] : ["<li>\(broader) statements give more access than before, or may.</li>"]
        let stops = view.stacks.flatMap { $0.conflicts + ($0.obstacle.map { [$0] } ?? []) }
            .map { "<li><strong>To be settled first.</strong> \(Self.text($0))</li>" }
        let consents =
            view.consents.isEmpty
            ? []
            : [
                "<li>Needs " + view.consents.map { "<code>--approve \(Self.text($0))</code>" }.joined(separator: " ")
                    + "</li>"
            ]
        let items = losses + stops + access + consents
        return items.isEmpty ? "" : "<ul class=\"warnings\">\n\(items.joined(separator: "\n"))\n</ul>"
    }

    private static func section(_ stack: StackView, _ kind: PlanView.Kind) -> String {
        var parts = ["<section>", "<h2>Stack \(text(stack.name))</h2>"]
        if stack.groups.isEmpty { parts.append("<p>\(kind.nothing)</p>") }
        for group in stack.groups {
            parts.append("<h3>\(text(group.title))</h3>")
            parts.append("<table class=\"changes\">")
            parts += group.changes.map(row)
            parts.append("</table>")
        }
        parts += stack.notes.map { "<p class=\"note\">\(text($0))</p>" }
        if !stack.access.isEmpty {
            parts.append("<h3>Who may do what</h3>")
            parts.append("<table class=\"access\"><tr><th></th><th></th><th>Policy</th><th>Statement</th></tr>")
            parts += stack.access.map { change in
                let reason = change.reason.isEmpty ? "" : "<br><span class=\"cause\">\(text(change.reason))</span>"
                return "<tr><td><span class=\"verdict \(change.verdict)\">\(change.verdict)</span></td>"
                    + "<td class=\"sign\">\(change.action.rawValue)</td><td>\(text(change.place))</td>"
                    + "<td><code>\(text(change.statement))</code>\(reason)</td></tr>"
            }
            parts.append("</table>")
        }
        if !stack.undeclared.isEmpty {
            parts.append("<h3>Not declared, left alone</h3>")
            parts.append("<ul>" + stack.undeclared.map { "<li><code>\(text($0))</code></li>" }.joined() + "</ul>")
        }
        if !stack.withheld.isEmpty {
            parts.append("<h3>\(text(StackView.withheldTitle))</h3>")
            parts.append("<ul>" + stack.withheld.map { "<li><code>\(text($0))</code></li>" }.joined() + "</ul>")
        }
        if let graph = stack.graph, !graph.nodes.isEmpty {
            parts.append("<h3>What stands on what</h3>")
            parts.append(
                "<div class=\"canvas\">\n\(GraphSVG(graph: graph, title: "Resources of \(stack.name)").text)</div>")
        }
        return (parts + ["</section>"]).joined(separator: "\n")
    }

    private static func row(_ change: StackView.Change) -> String {
        let place = change.declared.map { "<span class=\"place\">\(text("\($0)"))</span>" } ?? ""
        let physical = change.physicalID.map { " <span class=\"type\">\(text($0))</span>" } ?? ""
        let head =
            "<tr class=\"\(change.action)\"><td class=\"sign\">\(change.action.rawValue)</td><td><strong>\(text(change.id))"
            + "</strong> <span class=\"type\">\(text(change.type))</span>\(physical)</td>"
            + "<td>\(text(change.fate))</td><td>\(place)</td></tr>"
        let properties = change.properties.map { property in
            let cause = property.cause.isEmpty ? "" : "<br><span class=\"cause\">\(text(property.cause))</span>"
            return "<tr class=\"property\"><td></td><td>\(text(property.path))\(cause)</td>"
                + "<td colspan=\"2\"><del>\(text(property.before ?? "(none)"))</del> → "
                + "<ins>\(text(property.after ?? "(none)"))</ins></td></tr>"
        }
        return ([head] + properties).joined(separator: "\n")
    }

    private static func text(_ text: String) -> String { HTML.escaped(text) }

    private static let style = """
        <style>
        :root{color-scheme:light dark;--ink:#1f2328;--faint:#59636e;--page:#fff;--card:#f6f8fa;--line:#d1d9e0;\
        --create:#dafbe1;--update:#ddf4ff;--replace:#fff1c2;--delete:#ffe2e0;--warn:#fff1c2}
        @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#9198a1;--page:#0d1117;--card:#161b22;--line:#3d444d;\
        --create:#12361f;--update:#0c2d4d;--replace:#3d2e00;--delete:#4b1113;--warn:#3d2e00}}
        body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--page);color:var(--ink);\
        font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
        h1{margin:0;font-size:1.5rem}h2{margin:2rem 0 0;font-size:1.2rem;border-bottom:1px solid var(--line)}
        h3{margin:1.2rem 0 .4rem;font-size:1rem}
        .identity,.type,.place,.cause,.note{color:var(--faint)}.type,.place,.cause{font-size:.85em}.place{white-space:nowrap}
        .badge{display:inline-block;padding:.1rem .6rem;border-radius:1rem;border:1px solid var(--line)}
        .badge.create,tr.create>.sign{background:var(--create)}.badge.update,tr.update>.sign{background:var(--update)}
        .badge.replace,tr.replace>.sign{background:var(--replace)}.badge.delete,tr.delete>.sign{background:var(--delete)}
        .warnings{padding:.6rem 1rem .6rem 2rem;background:var(--warn);border-radius:.4rem}
        table{border-collapse:collapse;width:100%}td,th{padding:.25rem .5rem;vertical-align:top;text-align:left;\
        border-top:1px solid var(--line);overflow-wrap:anywhere}
        .sign{width:1rem;text-align:center;font-family:ui-monospace,monospace}.property td{border-top:0}
        code,.property del,.property ins{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.85em}
        del{text-decoration:none;background:var(--delete)}ins{text-decoration:none;background:var(--create)}
        .verdict{padding:0 .4rem;border-radius:.3rem;background:var(--card)}.verdict.broader{background:var(--delete)}
        .verdict.unknown{background:var(--replace)}.verdict.narrower{background:var(--create)}
        .canvas{overflow:auto;background:var(--card);border:1px solid var(--line);border-radius:.4rem}
        </style>
        """
}
