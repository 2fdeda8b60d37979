public import CloudFormation

/// A template as read: YAML or JSON, ours or not, with every intrinsic in its long form.
public struct TemplateDocument: Sendable {
    /// The whole template. What stands plain as a truth value of YAML 1.1 (`true`, `yes`, `on`, …) or as a decimal number is
    /// that; all else is text, as written: `012` and `1e3` keep their characters, and are quoted when written again.
    public let root: Value
    private let lines: YAML.Lines

    /// Where and why a text is no template.
    public struct Malformed: Error, Hashable, CustomStringConvertible {
        public let description: String
        /// From 1.
        public let line: Int
    }

    public init(_ text: String) throws(Malformed) {
        do throws(YAML.Malformed) {
            let document = try Self.decode(text)
            guard case .mapping = document.root else {
                throw YAML.Malformed(message: "a template is a map of sections", line: 1, column: 1)
            }
            root = try TemplateReader(lines: document.lines).value(of: document.root, at: [])
            lines = document.lines
        } catch {
            throw Malformed(description: "\(error)", line: error.line)
        }
    }

    /// What stands under `Resources`, in the template's order.
    public var resources: [Value.Entry] { section("Resources") }

    /// The entries of a top-level section; none when it is absent.
    public func section(_ name: String) -> [Value.Entry] {
        if case .map(let entries) = root[name] { entries } else { [] }
    }

    /// The line, from 1, on which a place stands: its keys and indexes from the root down.
    public func line(of path: [String]) -> Int { lines[path] }

    /// The template written again: block style, short-form intrinsics.
    public var yaml: String { YAML.encode(TemplateWriter.node(of: root)) }

    private static func decode(_ text: String) throws(YAML.Malformed) -> YAML.Document {
        // A byte order mark says only that the text is UTF-8.
        if text.unicodeScalars.first == "\u{FEFF}" {
            return try decode(String(text.unicodeScalars.dropFirst()))
        }
        guard text.first(where: { !$0.isWhitespace }) == "{" else { return try YAML.decode(text) }
        do throws(YAML.Malformed) {
            return try JSONReader.decode(text)
        } catch {
            // A flow map is YAML too; if it is neither, the reason it is no JSON says more.
            guard let document = try? YAML.decode(text) else { throw error }
            return document
        }
    }
}

extension TemplateDocument: Hashable {
    /// Two are equal when they say the same, on whatever lines.
    public static func == (left: TemplateDocument, right: TemplateDocument) -> Bool { left.root == right.root }

    public func hash(into hasher: inout Hasher) { hasher.combine(root) }
}
