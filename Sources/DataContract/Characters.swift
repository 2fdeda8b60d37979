extension UInt8 {
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// The byte with `A`–`Z` turned into `a`–`z`.
    @inline(__always) var asciiLowercase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// Whether the byte means something to CSV: a comma, a quote, or a part of the end of a line.
    @inline(__always) var isSpecial: Bool {
        self <= .comma && (self == .comma || self == .lineFeed || self == .carriageReturn || self == .quote)
    }

    /// Whether the byte is a space or a tab, which trimming removes and a header line may hold anywhere.
    @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// Whether the byte is `0`–`9`.
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
}

extension Unicode.Scalar {
    /// Whether the character controls rather than shows: C0, C1, line and paragraph separators.
    var isControl: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Whether the character can not be seen or turns the text around it; the joiner within emoji is harmless.
    var isHidden: Bool { isControl || (properties.generalCategory == .format && value != 0x200D) }

    /// The character as an escape that can be read.
    var escaped: String {
        switch self {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(value, radix: 16))}"
        }
    }
}

/// A short form of a value, fit for an alert: at most 32 characters, with control characters made visible.
enum VisibleText {
    static let limit = 32

    static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        // Four bytes a character at most, one character more to know whether something follows.
        let prefix = String(decoding: bytes.prefix((limit + 1) * 4), as: UTF8.self)
        var text = ""
        for (index, scalar) in prefix.unicodeScalars.enumerated() {
            if index == limit { return text + "…" }
            if scalar.isHidden {
                text += scalar.escaped
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
