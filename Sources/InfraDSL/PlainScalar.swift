/// Which strings a YAML 1.1 reader would take for something else when they stand without quotes (YAML 1.1 types).
enum PlainScalar {
    static func isAmbiguous(_ string: String) -> Bool {
        guard let first = string.utf8.first else { return true }
        if words.contains(string) { return true }
        let mayBeNumber = (0x30...0x39).contains(first) || [0x2B, 0x2D, 0x2E].contains(first)
        return mayBeNumber && (isNumber(string) || isTimestamp(string))
    }

    /// Booleans, nulls, the merge key and the value key, in the spellings the types list.
    private static let words: Set<String> = {
        var words: Set<String> = ["~", "<<", "=", "y", "Y", "n", "N"]
        for word in ["null", "yes", "no", "on", "off", "true", "false"] {
            let capital = word.prefix(1).uppercased() + word.dropFirst()
            words.formUnion([word, capital, word.uppercased()])
        }
        return words
    }()

    private static func isNumber(_ string: String) -> Bool {
        var text = Characters(string)
        text.skip(oneOf: "+-")
        if text.skip("0") {
            var other = text
            if other.skip("b"), other.skip(all: "01_") > 0, other.isAtEnd { return true }
            other = text
            if other.skip("x"), other.skip(all: "0123456789abcdefABCDEF_") > 0, other.isAtEnd { return true }
            other = text
            other.skip("o")
            if other.skip(all: "01234567_") > 0, other.isAtEnd { return true }
            text.skip(all: "0123456789_")
        } else if text.skip(oneOf: "123456789") {
            text.skip(all: "0123456789_")
        } else {
            return isFraction(text) || isSpecial(string)
        }
        // Hours, minutes and seconds in one number.
        while text.skip(":") {
            let digits = text.rest.prefix { (0x30...0x39).contains($0) }
            guard digits.count == 1 || (digits.count == 2 && digits.first.map { $0 <= 0x35 } ?? false) else {
                return false
            }
            text.skip(all: "0123456789")
        }
        if text.skip(".") { text.skip(all: "0123456789_") }
        return text.skipsExponent && text.isAtEnd
    }

    private static func isFraction(_ text: Characters) -> Bool {
        var text = text
        guard text.skip("."), text.skip(oneOf: "0123456789") else { return false }
        text.skip(all: "0123456789_")
        return text.skipsExponent && text.isAtEnd
    }

    private static func isSpecial(_ string: String) -> Bool {
        if [".nan", ".NaN", ".NAN"].contains(string) { return true }
        let bare = string.first == "+" || string.first == "-" ? String(string.dropFirst()) : string
        return [".inf", ".Inf", ".INF"].contains(bare)
    }

    /// `2001-1-2`, and the same with a time of day behind it.
    private static func isTimestamp(_ string: String) -> Bool {
        var text = Characters(string)
        guard text.digits() == 4, text.skip("-"), (1...2).contains(text.digits()), text.skip("-"),
            (1...2).contains(text.digits())
        else { return false }
        if text.isAtEnd { return true }
        guard text.skip(oneOf: "Tt") || text.skip(all: " \t") > 0 else { return false }
        return (1...2).contains(text.digits()) && text.skip(":") && text.digits() == 2 && text.skip(":")
            && text.digits(atMost: 2) == 2
    }
}

/// The bytes of a string, read from the front.
private struct Characters {
    private(set) var rest: Substring.UTF8View

    init(_ string: String) { rest = string[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    @discardableResult
    mutating func skip(oneOf characters: StaticString) -> Bool {
        guard let first = rest.first, Self.holds(characters, first) else { return false }
        rest.removeFirst()
        return true
    }

    @discardableResult
    mutating func skip(_ character: StaticString) -> Bool { skip(oneOf: character) }

    /// How many were skipped.
    @discardableResult
    mutating func skip(all characters: StaticString) -> Int {
        let count = rest.count
        rest = rest.drop { Self.holds(characters, $0) }
        return count - rest.count
    }

    mutating func digits(atMost most: Int = .max) -> Int {
        var count = 0
        while count < most, skip(oneOf: "0123456789") { count += 1 }
        return count
    }

    /// False where an exponent begins and does not go on.
    var skipsExponent: Bool {
        mutating get {
            guard skip(oneOf: "eE") else { return true }
            skip(oneOf: "+-")
            return digits() > 0
        }
    }

    private static func holds(_ characters: StaticString, _ byte: UInt8) -> Bool {
        UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount).contains(byte)
    }
}
