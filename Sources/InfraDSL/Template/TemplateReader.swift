import CloudFormation

/// Turns tags into long-form intrinsics and plain scalars into numbers and truth values.
struct TemplateReader {
    let lines: YAML.Lines

    func value(of node: YAML.Node, at path: [String]) throws(YAML.Malformed) -> Value {
        guard let tag = node.tag else { return try untagged(node, at: path) }
        if let kind = tag.standardKind { return try standard(kind, node, at: path) }
        let word = String(tag.dropFirst())
        guard tag.hasPrefix("!"), Intrinsic.shortNames.contains(word) else {
            let hint = NearestName.of(word, in: Intrinsic.shortNames).map { "; did you mean !\($0)?" } ?? ""
            throw refused("\(tag.prefix(80)) is no function of CloudFormation\(hint)", at: path)
        }
        let argument = word == "GetAtt" ? try attribute(node, at: path) : try argument(node, at: path)
        return .map([Value.Entry(Intrinsic.longName(word), argument)])
    }

    /// A tag of YAML itself: the type is stated and not left to the characters.
    private func standard(_ kind: String, _ node: YAML.Node, at path: [String]) throws(YAML.Malformed) -> Value {
        switch (kind, node) {
        case ("str", .scalar(let string, _, _)): return .text(Text(string))
        case ("int", .scalar), ("float", .scalar), ("bool", .scalar), ("null", .scalar), ("seq", .sequence),
            ("map", .mapping):
            return try untagged(node, at: path)
        default: throw refused("CloudFormation takes no !!\(kind.prefix(40)) here", at: path)
        }
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
            // The long form knows the dotted spelling, too.
            if pairs.count == 1, pairs[0].key == "Fn::GetAtt", case .scalar(let name, nil, _) = pairs[0].value,
                name.contains(".")
            {
                return .map([Value.Entry("Fn::GetAtt", try attribute(pairs[0].value, at: path))])
            }
            var entries: [Value.Entry] = []
            for pair in pairs { entries.append(.init(pair.key, try value(of: pair.value, at: path + [pair.key]))) }
            return .map(entries)
        }
    }

    private func plain(_ string: String, at path: [String]) throws(YAML.Malformed) -> Value {
        switch string {
        // The words for both in YAML 1.1, which is what CloudFormation reads; `y` and `n` are text to its reader.
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return true
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return false
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

extension String {
    /// `str` for `!!str` and for the lone `!`; nil for a tag that is not YAML's own.
    fileprivate var standardKind: String? {
        if self == "!" { return "str" }
        for prefix in ["tag:yaml.org,2002:", "!!"] where hasPrefix(prefix) { return String(dropFirst(prefix.count)) }
        return nil
    }
}

extension YAML.Node {
    var tag: String? {
        switch self {
        case .scalar(_, let tag, _), .sequence(_, let tag), .mapping(_, let tag): tag
        }
    }
}
