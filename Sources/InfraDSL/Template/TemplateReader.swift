import CloudFormation

/// Turns tags into long-form intrinsics and plain scalars into numbers and truth values.
struct TemplateReader {
    let lines: YAML.Lines

    func value(of node: YAML.Node, at path: [String]) throws(YAML.Malformed) -> Value {
        guard let tag = node.tag, tag != "!" else { return try untagged(node, at: path) }
        if tag.hasPrefix("tag:yaml.org,2002:") || tag.hasPrefix("!!") { return try untagged(node, at: path) }
        let word = String(tag.dropFirst())
        guard tag.hasPrefix("!"), Intrinsic.shortNames.contains(word) else {
            throw refused("\(tag) is no function of CloudFormation", at: path)
        }
        let argument = word == "GetAtt" ? try attribute(node, at: path) : try argument(node, at: path)
        return .map([Value.Entry(Intrinsic.longName(word), argument)])
    }

    /// `!GetAtt A.B.C` is attribute `B.C` of `A`.
    private func attribute(_ node: YAML.Node, at path: [String]) throws(YAML.Malformed) -> Value {
        guard case .scalar(let string, _, _) = node else { return try argument(node, at: path) }
        guard let dot = string.firstIndex(of: ".") else {
            throw refused("!GetAtt wants a resource and an attribute, as in A.Arn", at: path)
        }
        return .list([.text(Text(String(string[..<dot]))), .text(Text(String(string[string.index(after: dot)...])))])
    }

    /// The argument of a short form: scalars are text, as `!Ref 1` can only be a name.
    private func argument(_ node: YAML.Node, at path: [String]) throws(YAML.Malformed) -> Value {
        if case .scalar(let string, _, _) = node { return .text(Text(string)) }
        return try untagged(node, at: path)
    }

    private func untagged(_ node: YAML.Node, at path: [String]) throws(YAML.Malformed) -> Value {
        switch node {
        case .scalar(let string, _, let isPlain):
            return isPlain ? try plain(string, at: path) : .text(Text(string))
        case .sequence(let items, _):
            var values: [Value] = []
            for (index, item) in items.enumerated() { values.append(try value(of: item, at: path + ["\(index)"])) }
            return .list(values)
        case .mapping(let pairs, _):
            var entries: [Value.Entry] = []
            for pair in pairs { entries.append(.init(pair.key, try value(of: pair.value, at: path + [pair.key]))) }
            return .map(entries)
        }
    }

    private func plain(_ string: String, at path: [String]) throws(YAML.Malformed) -> Value {
        switch string {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        // Written so by tools that turn `!GetAZs` into JSON; templates in use have it, and it can only mean the region at hand.
        case "", "~", "null", "Null", "NULL":
            if path.last == "Fn::GetAZs" { return "" }
            throw refused("\(path.last ?? "the template") is null, which CloudFormation refuses", at: path)
        default:
            if let number = Int(string), "\(number)" == string { return .int(number) }
            if string.contains("."), let number = Double(string), "\(number)" == string { return .double(number) }
            return .text(Text(string))
        }
    }

    private func refused(_ message: String, at path: [String]) -> YAML.Malformed {
        YAML.Malformed(message: message, line: lines[path], column: 1)
    }
}

extension YAML.Node {
    var tag: String? {
        switch self {
        case .scalar(_, let tag, _), .sequence(_, let tag), .mapping(_, let tag): tag
        }
    }
}
