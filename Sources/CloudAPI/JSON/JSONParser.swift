/// Why bytes are not JSON, and where.
package struct JSONProblem: Error, Sendable, Hashable, CustomStringConvertible {
    package var reason: String
    /// Bytes before the place.
    package var offset: Int

    package var description: String { "not JSON at byte \(offset): \(reason)" }
}

extension JSON {
    /// Reads exactly one value. Strict: RFC 8259 grammar, valid UTF-8, no lone surrogates, limited depth; any bytes
    /// are answered by a value or an error. A leading byte order mark is passed over.
    package static func parse(_ bytes: [UInt8], depthLimit: Int = 128) throws(JSONProblem) -> JSON {
        var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
        return try parser.document()
    }

    package static func parse(_ text: String, depthLimit: Int = 128) throws(JSONProblem) -> JSON {
        try parse(Array(text.utf8), depthLimit: depthLimit)
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    let depthLimit: Int
    var at = 0

    init(bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    mutating func document() throws(JSONProblem) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        let value = try value(depth: 0)
        skipSpace()
        guard at == bytes.count else { throw problem("more after the end of the value") }
        return value
    }

    private func problem(_ reason: String) -> JSONProblem {
        JSONProblem(reason: reason, offset: at)
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
            at += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONProblem) -> JSON {
        guard depth <= depthLimit else { throw problem("nested more than \(depthLimit) deep") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "-")), .some(0x30...0x39): return .number(try number())
        case nil: throw problem("a value is missing at the end")
        default: throw problem("a value cannot begin here")
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONProblem) -> JSON {
        let expected = text.withUTF8Buffer(Array.init)
        guard bytes[at...].starts(with: expected) else { throw problem("a value cannot begin here") }
        at += expected.count
        return value
    }

    private mutating func object(depth: Int) throws(JSONProblem) -> JSON {
        at += 1
        var members: [JSON.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw problem("a member name is missing") }
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw problem("\":\" is missing after a member name") }
            members.append(JSON.Member(name, try value(depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw problem("\",\" or \"}\" is missing") }
        }
    }

    private mutating func array(depth: Int) throws(JSONProblem) -> JSON {
        at += 1
        var elements: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw problem("\",\" or \"]\" is missing") }
        }
    }

    private mutating func number() throws(JSONProblem) -> String {
        let start = at
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")), digits() == 0 { throw problem("a digit is missing") }
        if take(UInt8(ascii: ".")), digits() == 0 { throw problem("a digit is missing after the point") }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            if digits() == 0 { throw problem("a digit is missing in the exponent") }
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        return at - start
    }

    private mutating func string() throws(JSONProblem) -> String {
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 {
            at += 1
        }
        if next == UInt8(ascii: "\"") {
            at += 1
            return try text(bytes[start..<(at - 1)], from: start)
        }
        var unescaped = Array(bytes[start..<at])
        while let byte = next {
            guard byte >= 0x20 else { throw problem("a control character in a string") }
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(unescaped[...], from: start)
            case UInt8(ascii: "\\"): try escape(into: &unescaped)
            default: unescaped.append(byte)
            }
        }
        throw problem("a string without an end")
    }

    private func text(_ bytes: ArraySlice<UInt8>, from start: Int) throws(JSONProblem) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw JSONProblem(reason: "a string that is not UTF-8", offset: start)
        }
        return text
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONProblem) {
        guard let byte = next else { throw problem("a string without an end") }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var code = try codeUnit()
            if (0xD800...0xDBFF).contains(code) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw problem("a lone surrogate") }
                let low = try codeUnit()
                guard (0xDC00...0xDFFF).contains(low) else { throw problem("a lone surrogate") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw problem("a lone surrogate") }
            text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        default:
            at -= 1
            throw problem("an unknown escape")
        }
    }

    private mutating func codeUnit() throws(JSONProblem) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap(Hex.value) else { throw problem("four hexadecimal digits are missing") }
            code = code << 4 | UInt32(digit)
            at += 1
        }
        return code
    }
}
