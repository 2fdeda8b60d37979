/// JSON (RFC 8259) as the tree YAML gives, with lines; YAML readers refuse some JSON, such as tabs and surrogate pairs.
struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var lines = YAML.Lines()
    private var depth = 0
    /// Whether places are kept; schemas need none.
    private let keepsLines: Bool

    static func decode(_ text: String, keepingLines keepsLines: Bool = true) throws(YAML.Malformed) -> YAML.Document {
        var reader = JSONReader(bytes: Array(text.utf8), keepsLines: keepsLines)
        reader.skipBlanks()
        let root = try reader.node([])
        reader.skipBlanks()
        guard reader.at == reader.bytes.count else { throw reader.refused("something follows the template") }
        return YAML.Document(root: root, lines: reader.lines)
    }

    private init(bytes: [UInt8], keepsLines: Bool) {
        self.bytes = bytes
        self.keepsLines = keepsLines
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func refused(_ message: String) -> YAML.Malformed {
        let start = bytes[..<min(at, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return YAML.Malformed(message: message, line: line, column: at - start + 1)
    }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
            if byte == 0x0A { line += 1 }
            at += 1
        }
    }

    private mutating func take(_ byte: UInt8, _ what: String) throws(YAML.Malformed) {
        skipBlanks()
        guard next == byte else { throw refused("expected \(what)") }
        at += 1
        skipBlanks()
    }

    private mutating func node(_ path: [String]) throws(YAML.Malformed) -> YAML.Node {
        guard depth < YAML.maxDepth else { throw refused("nested deeper than \(YAML.maxDepth) levels") }
        depth += 1
        defer { depth -= 1 }
        switch next {
        case UInt8(ascii: "{"): return try object(path)
        case UInt8(ascii: "["): return try array(path)
        case UInt8(ascii: "\""): return .scalar(try string(), tag: nil, isPlain: false)
        case nil: throw refused("the text ends too early")
        default: return .scalar(try word(), tag: nil, isPlain: true)
        }
    }

    private mutating func object(_ path: [String]) throws(YAML.Malformed) -> YAML.Node {
        var pairs: [YAML.Node.Pair] = []
        var keys: Set<String> = []
        try take(UInt8(ascii: "{"), "{")
        if next == UInt8(ascii: "}") {
            at += 1
            return .mapping([], tag: nil)
        }
        while true {
            guard next == UInt8(ascii: "\"") else { throw refused("a key must be a string") }
            let line = line
            let key = try string()
            guard keys.insert(key).inserted else { throw refused("\(key) stands twice") }
            try take(UInt8(ascii: ":"), "a colon")
            let place = keepsLines ? path + [key] : []
            if keepsLines { lines.note(place, line) }
            pairs.append(.init(key: key, value: try node(place)))
            skipBlanks()
            if next == UInt8(ascii: "}") { break }
            try take(UInt8(ascii: ","), "a comma or }")
        }
        at += 1
        return .mapping(pairs, tag: nil)
    }

    private mutating func array(_ path: [String]) throws(YAML.Malformed) -> YAML.Node {
        var items: [YAML.Node] = []
        try take(UInt8(ascii: "["), "[")
        if next == UInt8(ascii: "]") {
            at += 1
            return .sequence([], tag: nil)
        }
        while true {
            let place = keepsLines ? path + ["\(items.count)"] : []
            if keepsLines { lines.note(place, line) }
            items.append(try node(place))
            skipBlanks()
            if next == UInt8(ascii: "]") { break }
            try take(UInt8(ascii: ","), "a comma or ]")
        }
        at += 1
        return .sequence(items, tag: nil)
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() throws(YAML.Malformed) -> String {
        let start = at
        while let byte = next, !([0x20, 0x09, 0x0A, 0x0D] + Array(",]}:{[\"".utf8)).contains(byte) { at += 1 }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        guard word == "true" || word == "false" || word == "null" || Self.isNumber(bytes[start..<at]) else {
            throw refused("\"\(word.prefix(20))\" is no value")
        }
        return word
    }

    private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        var word = word
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        /// At least one digit.
        func skipDigits() -> Bool {
            let count = word.count
            word = word.drop(while: isDigit)
            return word.count < count
        }
        if word.first == UInt8(ascii: "-") { word.removeFirst() }
        if word.first == UInt8(ascii: "0") { word.removeFirst() } else if !skipDigits() { return false }
        if word.first == UInt8(ascii: ".") {
            word.removeFirst()
            guard skipDigits() else { return false }
        }
        if word.first == UInt8(ascii: "e") || word.first == UInt8(ascii: "E") {
            word.removeFirst()
            if word.first == UInt8(ascii: "-") || word.first == UInt8(ascii: "+") { word.removeFirst() }
            guard skipDigits() else { return false }
        }
        return word.isEmpty
    }

    private mutating func string() throws(YAML.Malformed) -> String {
        at += 1
        var result: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): result += Array(String(try escaped()).utf8)
            case 0..<0x20: throw refused("a control character stands in a string")
            default: result.append(byte)
            }
        }
        throw refused("a string has no end")
    }

    private mutating func escaped() throws(YAML.Malformed) -> Character {
        guard let byte = next else { throw refused("a string has no end") }
        at += 1
        let simple: [UInt8: Character] = [
            0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
        ]
        if let character = simple[byte] { return character }
        guard byte == UInt8(ascii: "u") else { throw refused("unknown escape") }
        var code = try hex()
        if (0xD800..<0xDC00).contains(code), next == UInt8(ascii: "\\") {
            at += 2
            let low = try hex()
            guard (0xDC00..<0xE000).contains(low) else { throw refused("half a character") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw refused("half a character") }
        return Character(scalar)
    }

    private mutating func hex() throws(YAML.Malformed) -> UInt32 {
        guard at + 4 <= bytes.count,
            let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw refused("\\u wants four hexadecimal digits") }
        at += 4
        return code
    }
}
