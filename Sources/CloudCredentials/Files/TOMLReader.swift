/// Reads a TOML document line by line; values in `TOMLReader+Values`.
struct TOMLReader {
    var rest: Substring
    var line = 1

    init(_ text: String) { rest = text[...] }

    mutating func document() throws(TOML.Malformed) -> [String: TOML] {
        var root = TOML.table([:])
        var table: [String] = []
        while true {
            skipBlank(lines: true)
            guard let next = rest.first else { break }
            if next == "[" {
                let isArray = rest.hasPrefix("[[")
                rest.removeFirst(isArray ? 2 : 1)
                skipBlank()
                table = try key()
                skipBlank()
                guard rest.hasPrefix(isArray ? "]]" : "]") else { throw malformed("a table's name does not end in ]") }
                rest.removeFirst(isArray ? 2 : 1)
                // Lists of tables are for other tools; each is read as one table.
                if !isArray, !root.insert(.table([:]), at: table[...]) {
                    throw malformed("a table is declared over a value")
                }
                if isArray { table.append("#\(line)") }
            } else {
                let path = try key()
                try expect("=")
                let value = try value()
                guard root.insert(value, at: (table + path)[...]) else { throw malformed("a name is given twice") }
            }
            skipBlank()
            guard rest.isEmpty || rest.first?.isNewline == true else { throw malformed("something follows a value") }
        }
        return root.entries ?? [:]
    }

    /// `a.b."c d"`.
    mutating func key() throws(TOML.Malformed) -> [String] {
        var parts: [String] = []
        while true {
            skipBlank()
            if rest.first == "\"" || rest.first == "'" {
                parts.append(try quoted())
            } else {
                let bare = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
                guard !bare.isEmpty else { throw malformed("a name is expected") }
                parts.append(String(bare))
                rest.removeFirst(bare.count)
            }
            skipBlank()
            guard rest.first == "." else { return parts }
            rest.removeFirst()
        }
    }

    mutating func expect(_ character: Character) throws(TOML.Malformed) {
        skipBlank()
        guard rest.first == character else { throw malformed("\(character) is expected") }
        rest.removeFirst()
        skipBlank()
    }

    /// Passes over spaces and comments, and over line ends where they mean nothing.
    mutating func skipBlank(lines: Bool = false) {
        while let next = rest.first {
            if next == "#" {
                rest = rest.drop { !$0.isNewline }
            } else if next.isNewline, lines {
                line += 1
                rest.removeFirst()
            } else if next == " " || next == "\t" || next == "\u{FEFF}" {
                rest.removeFirst()
            } else {
                return
            }
        }
    }

    func malformed(_ reason: String) -> TOML.Malformed { .init(line: line, reason: reason) }
}
