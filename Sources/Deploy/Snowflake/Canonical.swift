import CloudAPI
import InfraDSL

/// One form for values that Snowflake writes in several ways.
enum Canonical {
    /// A declared value; nil while a hole in it is not known.
    static func form(_ property: SnowflakeObject.Property, _ known: KnownValues) -> String? {
        switch property.value {
        case .word(let word): form(word, of: property.key)
        case .number(let number): "\(number)"
        case .bool(let bool): bool ? "true" : "false"
        case .text(let text): text.resolved(known.value).map { form($0, of: property.key) }
        case .texts(let texts), .clauseTexts(let texts): list(texts.compactMap { $0.resolved(known.value) })
        case .name(let name): name.dotted
        case .nameTexts(let names), .clauseNames(let names): list(names.map(\.dotted))
        case .clause: "true"
        case .clauseWords(let words): form(words, of: property.key)
        case .clauseSQL(let sql): sql.rendered(known.value).map(Self.sql)
        case .nested: nil
        }
    }

    /// A value as the account shows it.
    static func form(_ shown: String, of key: String) -> String {
        switch key {
        case "WAREHOUSE_SIZE": shown.uppercased().replacing("-", with: "")
        case "STORAGE_ALLOWED_LOCATIONS": list(shown.split(separator: ",").map(String.init))
        case "NULL_IF", "ALLOWED_VALUES", "VALUE_LIST", "AUTHENTICATION_METHODS", "CLIENT_TYPES": list(listed(shown))
        case "RSA_PUBLIC_KEY": Fingerprint.ofPublicKey(base64: shown) ?? shown
        case "ENCODING", "COMPRESSION": shown.uppercased().replacing("-", with: "")
        case "SCHEDULE", "TARGET_LAG": time(shown)
        case "CREDIT_QUOTA": String(shown.prefix { $0 != "." })
        case "TRIGGERS": triggers(shown)
        case "FREQUENCY", "TYPE", "MODE": shown.uppercased()
        case "WHEN": sql(shown)
        default:
            switch shown.lowercased() {
            case "true", "y", "yes": "true"
            case "false", "n", "no": "false"
            default: shown
            }
        }
    }

    /// Lists are sets: Snowflake gives them back in any order.
    static func list(_ items: [String]) -> String {
        items.map { $0.drop { $0 == " " } }.map(String.init).sorted().joined(separator: ",")
    }

    /// Names as the account shows them, joined by commas or in a JSON list.
    static func names(_ shown: String) -> String {
        let items =
            if let elements = (try? JSON.parse(Array(shown.utf8)))?.elements {
                elements.compactMap { $0.string ?? $0["fullyQualifiedRuleName"]?.string }
            } else {
                listed(shown)
            }
        return list(items.map { ObjectName.parts(shown: $0)?.joined(separator: ".") ?? $0 })
    }

    /// A statement on one line, without what ends it; blanks in quotes stay as they are.
    static func sql(_ text: String) -> String {
        var result = ""
        var quote: Character?
        var isBlank = false
        for character in text {
            if quote == nil, character.isWhitespace {
                isBlank = true
                continue
            }
            if isBlank, !result.isEmpty { result.append(" ") }
            isBlank = false
            result.append(character)
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "'" || character == "\"" {
                quote = character
            }
        }
        while result.last == ";" || result.last == " " { result.removeLast() }
        return result
    }

    /// `60 MINUTE`, `1 hour` and `3600 seconds` in seconds; anything else on one line.
    private static func time(_ shown: String) -> String {
        let words = shown.uppercased().split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let count = Int(words[0]) else {
            return words.first == "USING" ? sql(shown) : sql(shown.uppercased())
        }
        let unit = words[1].hasSuffix("S") ? words[1].dropLast() : words[1]
        let seconds = ["SECOND": 1, "MINUTE": 60, "HOUR": 3600, "DAY": 86_400]
        return seconds[String(unit)].map { "\(count * $0) s" } ?? shown
    }

    /// `ON 80 PERCENT DO NOTIFY ON 100 PERCENT DO SUSPEND` as a set of places and actions.
    private static func triggers(_ words: String) -> String {
        let parts = words.split(separator: " ").filter { !["ON", "PERCENT", "DO"].contains($0) }
        return list(stride(from: 0, to: parts.count - 1, by: 2).map { "\(parts[$0]) \(parts[$0 + 1])" })
    }

    /// `["NULL","null",""]` or `[NULL, null, ]` as its items.
    private static func listed(_ shown: String) -> [String] {
        let inner = shown.drop { $0 == "[" }.trimmingSuffix { $0 == "]" }
        return inner.isEmpty && shown != "[\"\"]"
            ? []
            : inner.split(separator: ",", omittingEmptySubsequences: false)
                .map { item in String(item.drop { $0 == " " }.filter { $0 != "\"" && $0 != "'" }) }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ predicate: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}
