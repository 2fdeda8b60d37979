import CloudFormation

extension SchemaCheck {
    func checkScalar(_ value: Value, _ node: SchemaNode, at path: [String], _ place: String) {
        guard let text = value.literal else { return }
        var name: String { Self.name(path) }
        // Asked for at a fault alone.
        var shown: String { isShown(text, path.last ?? "", place) ? " \(text)" : "" }
        checkWord(text, node, at: path) { shown }
        if let number = Double(text), node.types.contains(where: { $0 == "integer" || $0 == "number" }) {
            if let least = node.limits.number.least, number < least {
                fault(.outOfRange, at: path, "\(name)\(shown) is less than \(Self.text(least))")
            }
            if let most = node.limits.number.most, number > most {
                fault(.outOfRange, at: path, "\(name)\(shown) is more than \(Self.text(most))")
            }
            if let above = node.limits.above, number <= above {
                fault(.outOfRange, at: path, "\(name)\(shown) is not above \(Self.text(above))")
            }
            if let below = node.limits.below, number >= below {
                fault(.outOfRange, at: path, "\(name)\(shown) is not below \(Self.text(below))")
            }
        }
        // A limit of characters holds for a text, and a schema may give the same property limits as a number or a map.
        guard node.types.isEmpty || node.types.contains("string") else { return }
        if let least = node.limits.length.least, text.unicodeScalars.count < least {
            fault(
                .outOfRange, at: path, "\(name) has \(text.unicodeScalars.count) characters, and \(least) are the least"
            )
        }
        if let most = node.limits.length.most, text.unicodeScalars.count > most {
            fault(
                .outOfRange, at: path, "\(name) has \(text.unicodeScalars.count) characters, and \(most) are the most")
        }
        if let wanted = node.pattern, !matches(text, wanted) {
            fault(.outOfRange, at: path, "\(name)\(shown) does not match \(wanted)")
        }
    }

    private func checkWord(_ text: String, _ node: SchemaNode, at path: [String], _ shown: () -> String) {
        guard !node.words.isEmpty else { return }
        let isKnown = node.words.contains { word in
            if node.ignoresCase { return word.lowercased() == text.lowercased() }
            // `1.0` and `1` are the same number.
            return word == text || (Double(word).map { $0 == Double(text) } ?? false)
        }
        guard !isKnown else { return }
        let hint = NearestName.hint(text, in: node.words)
        let list = node.words.count > 12 ? "one of \(node.words.count) words" : node.words.joined(separator: ", ")
        fault(.unknownWord, at: path, "\(Self.name(path))\(shown()) is none of what it may be: \(list)\(hint)")
    }

    /// Whether a value may be repeated in a message: it is short, and nothing says that it is secret.
    private func isShown(_ text: String, _ name: String, _ place: String) -> Bool {
        text.utf8.count <= 60 && !SecretRules.namesSecret(name) && !SecretRules.isSecret(text)
            && !(schema?.writeOnly.contains { place == $0 || place.hasPrefix($0 + "/") } ?? false)
            && !text.unicodeScalars.contains { $0.value < 0x20 }
    }

    private static func text(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "\(number)" }

    /// The expression of a schema; nil where Swift reads its dialect differently.
    func pattern(_ text: String) -> Regex<AnyRegexOutput>? {
        if let known = patterns[text] { return known }
        let made = (try? Regex(text))?.matchingSemantics(.unicodeScalar)
        patterns[text] = .some(made)
        return made
    }

    /// Whether the pattern is found somewhere in the text; a pattern that can not be read is found anywhere.
    func matches(_ text: String, _ wanted: String) -> Bool {
        // Beyond this the expression costs more than the service's own refusal.
        guard text.utf8.count <= 4096, let pattern = pattern(wanted) else { return true }
        return (try? pattern.firstMatch(in: text)) != nil
    }
}

extension Value {
    /// A text that CloudFormation replaces by a value of Secrets Manager or the parameter store.
    var isDynamicReference: Bool { literal?.contains("{{resolve:") ?? false }

    /// As people call it.
    var kind: String {
        switch self {
        case .text: "a text"
        case .int, .double: "a number"
        case .bool: "true or false"
        case .list: "a list"
        case .map: "a map"
        }
    }

    /// Whether CloudFormation takes it for a JSON type: scalars are turned into one another where that loses nothing.
    func fits(_ type: String) -> Bool {
        switch (self, type) {
        case (.list, "array"), (.map, "object"): return true
        case (.list, _), (.map, _): return false
        case (_, "string"): return true
        case (_, "boolean"): return flag != nil
        case (_, "integer"): return literal.flatMap { Double($0) }.flatMap { Int(exactly: $0) } != nil
        case (_, "number"): return literal.flatMap { Double($0) } != nil
        default: return false
        }
    }
}
