import Foundation

/// Shapes as text. Colors are classes, so that one style sheet serves light and dark.
enum SVG {
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default:
                // HTML has no way to write most control characters (WHATWG HTML, "Character references").
                let isControl = scalar.properties.generalCategory == .control && !"\t\n".unicodeScalars.contains(scalar)
                result.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }

    /// A whole picture, read out by its title and description.
    static func picture(_ id: String, height: Int, title: String, description: String, _ shapes: [String]) -> String {
        """
        <svg viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-text">
        <title id="\(id)-title">\(escaped(title))</title>
        <desc id="\(id)-text">\(escaped(description))</desc>
        \(shapes.joined(separator: "\n"))
        </svg>
        """
    }

    /// As wide as a phone, so that a text keeps its size there and grows on a desk.
    static let width = 400

    static func bar(_ style: String, x: Double, y: Double, width: Double, height: Double, tip: String) -> String {
        "<rect class=\"\(style)\" x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" height=\"\(n(max(height, 0)))\">"
            + "<title>\(escaped(tip))</title></rect>"
    }

    static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
        "<line class=\"\(style)\" x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\"/>"
    }

    static func path(_ style: String, _ points: [(x: Double, y: Double)]) -> String {
        let steps = points.enumerated().map { "\($0 == 0 ? "M" : "L")\(n($1.x)) \(n($1.y))" }
        return "<path class=\"\(style)\" d=\"\(steps.joined())\"/>"
    }

    static func dot(_ style: String, _ x: Double, _ y: Double, tip: String) -> String {
        "<circle class=\"\(style)\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"2\"><title>\(escaped(tip))</title></circle>"
    }

    /// - Parameter anchor: `start`, `middle` or `end`.
    static func text(_ text: String, _ x: Double, _ y: Double, anchor: String = "start", style: String = "label")
        -> String
    {
        "<text class=\"\(style)\" x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"\(anchor)\">\(escaped(text))</text>"
    }

    private static func n(_ value: Double) -> String { String(format: "%.1f", value) }
}
