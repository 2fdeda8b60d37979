public import CloudFormation

/// A template as read: YAML or JSON, ours or not, with every intrinsic in its long form.
public struct TemplateDocument: Hashable, Sendable {
    /// The whole template; numbers and booleans are kept as they were written.
    public let root: Value

    /// Where and why a text is no template.
    public struct Malformed: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    public init(_ text: String) throws(Malformed) {
        let node: YAML.Node
        do {
            node = try YAML.decode(text)
        } catch {
            throw Malformed(description: "\(error)")
        }
        guard case .mapping = node else { throw Malformed(description: "line 1: a template is a map of sections") }
        root = Self.value(of: node)
    }

    /// What stands under `Resources`, in the template's order.
    public var resources: [Value.Entry] { section("Resources") }

    /// The entries of a top-level section; none when it is absent.
    public func section(_ name: String) -> [Value.Entry] {
        if case .map(let entries) = root[name] { entries } else { [] }
    }

    private static func value(of node: YAML.Node) -> Value {
        let tag = node.tag
        let plain = untagged(node, isGetAtt: tag == "!GetAtt")
        guard let tag, tag.hasPrefix("!"), tag.count > 1, !tag.hasPrefix("!!") else { return plain }
        let word = String(tag.dropFirst())
        let key = word == "Ref" || word == "Condition" ? word : "Fn::\(word)"
        return .map([Value.Entry(key, plain)])
    }

    private static func untagged(_ node: YAML.Node, isGetAtt: Bool) -> Value {
        switch node {
        case .scalar(let string, _, _):
            guard isGetAtt, let dot = string.firstIndex(of: ".") else { return .text(Text(string)) }
            return .list([
                .text(Text(String(string[..<dot]))), .text(Text(String(string[string.index(after: dot)...]))),
            ])
        case .sequence(let items, _): return .list(items.map(value))
        case .mapping(let pairs, _): return .map(pairs.map { Value.Entry($0.key, value(of: $0.value)) })
        }
    }
}

extension YAML.Node {
    var tag: String? {
        switch self {
        case .scalar(_, let tag, _), .sequence(_, let tag), .mapping(_, let tag): tag
        }
    }
}
