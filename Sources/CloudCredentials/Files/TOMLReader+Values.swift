extension TOMLReader {
    mutating func value() throws(TOML.Malformed) -> TOML {
        switch rest.first {
        case "\"", "'": return .string(try quoted(mayBeLong: true))
        case "[": return .array(try list())
        case "{": return .table(try inlineTable())
        default: return try plain()
        }
    }

    private mutating func list() throws(TOML.Malformed) -> [TOML] {
        rest.removeFirst()
        var items: [TOML] = []
        while true {
            skipBlank(lines: true)
            if rest.first == "]" { break }
            items.append(try value())
            skipBlank(lines: true)
            if rest.first == "," {
                rest.removeFirst()
            } else if rest.first != "]" {
                throw malformed("a list does not end")
            }
        }
        rest.removeFirst()
        return items
    }

    private mutating func inlineTable() throws(TOML.Malformed) -> [String: TOML] {
        rest.removeFirst()
        var table = TOML.table([:])
        skipBlank()
        while rest.first != "}" {
            let path = try key()
            try expect("=")
            let value = try value()
            guard table.insert(value, at: path[...]) else { throw malformed("a name is given twice") }
            skipBlank()
            if rest.first == "," {
                rest.removeFirst()
            } else if rest.first != "}" {
                throw malformed("a table does not end")
            }
            skipBlank()
        }
        rest.removeFirst()
        return table.entries ?? [:]
    }

    /// Numbers, truth values, dates and times.
    private mutating func plain() throws(TOML.Malformed) -> TOML {
        var word = String(rest.prefix { !$0.isNewline && !",]}#".contains($0) })
        rest.removeFirst(word.count)
        while word.last == " " || word.last == "\t" { word.removeLast() }
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "": throw malformed("a value is expected")
        default: break
        }
        let digits = word.filter { $0 != "_" }
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
            if let number = Int(digits.dropFirst(2), radix: radix) { return .integer(number) }
        }
        if let number = Int(digits) { return .integer(number) }
        if digits.first.map({ $0.isNumber || "+-in".contains($0) }) == true, let number = Double(digits) {
            return .float(number)
        }
        let isMoment = word.first?.isNumber == true && word.allSatisfy { $0.isNumber || "-:.+TtZz ".contains($0) }
        guard isMoment else { throw malformed("a value is neither quoted nor a number") }
        return .moment(word)
    }

    /// A text in single or double quotes; of several lines in three of them, where that is allowed.
    mutating func quoted(mayBeLong: Bool = false) throws(TOML.Malformed) -> String {
        guard let quote = rest.first else { throw malformed("a text is expected") }
        let isLong = mayBeLong && rest.hasPrefix(String(repeating: quote, count: 3))
        let end = String(repeating: quote, count: isLong ? 3 : 1)
        rest.removeFirst(end.count)
        if isLong, rest.first?.isNewline == true {
            line += 1
            rest.removeFirst()
        }
        var text = ""
        while !rest.hasPrefix(end) {
            guard let next = rest.popFirst() else { throw malformed("a text does not end") }
            if next.isNewline {
                guard isLong else { throw malformed("a text does not end on its line") }
                line += 1
                text += "\n"
            } else if next == "\\", quote == "\"" {
                text += try escape(isLong: isLong)
            } else {
                text.append(next)
            }
        }
        rest.removeFirst(end.count)
        // Up to two quotes may stand right before the end.
        while isLong, rest.first == quote { text.append(rest.removeFirst()) }
        return text
    }

    private mutating func escape(isLong: Bool) throws(TOML.Malformed) -> String {
        guard let next = rest.popFirst() else { throw malformed("a text does not end") }
        switch next {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "e": return "\u{1B}"
        case "\"", "\\": return String(next)
        case "u", "U":
            let digits = rest.prefix(next == "u" ? 4 : 8)
            rest.removeFirst(digits.count)
            guard let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) else {
                throw malformed("an escape names no character")
            }
            return String(Character(scalar))
        default:
            guard isLong, next.isWhitespace else { throw malformed("an unknown escape") }
            // A backslash at the end of a line takes the white space that follows away.
            if next.isNewline { line += 1 }
            while let space = rest.first, space.isWhitespace {
                if space.isNewline { line += 1 }
                rest.removeFirst()
            }
            return ""
        }
    }
}
