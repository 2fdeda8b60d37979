/// Why bytes are not XML that an AWS answer may hold, and where.
package struct XMLProblem: Error, Sendable, Hashable, CustomStringConvertible {
    package var reason: String
    /// Bytes before the place.
    package var offset: Int

    package var description: String { "not XML at byte \(offset): \(reason)" }
}

extension XMLElement {
    /// Reads a document of one root element: the part of XML 1.0 that AWS uses. A document type declaration is
    /// refused, so there are no entities but the five of XML; depth is limited; any bytes are answered by a value
    /// or an error.
    package static func parse(_ bytes: [UInt8], depthLimit: Int = 64, sizeLimit: Int = 64 << 20) throws(XMLProblem)
        -> XMLElement
    {
        guard bytes.count <= sizeLimit else { throw XMLProblem(reason: "larger than \(sizeLimit) bytes", offset: 0) }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw XMLProblem(reason: "not UTF-8", offset: 0)
        }
        var parser = XMLParser(bytes: bytes, depthLimit: depthLimit)
        return try parser.document()
    }
}

private struct XMLParser {
    let bytes: [UInt8]
    let depthLimit: Int
    var at = 0

    init(bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    mutating func document() throws(XMLProblem) -> XMLElement {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        try skipBetweenElements()
        guard starts("<") else { throw problem("an element is missing") }
        let root = try element(depth: 0)
        try skipBetweenElements()
        guard at == bytes.count else { throw problem("more after the end of the root element") }
        return root
    }

    private func problem(_ reason: String) -> XMLProblem {
        XMLProblem(reason: reason, offset: at)
    }

    private func starts(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        return at + count <= bytes.count && text.withUTF8Buffer { bytes[at..<(at + count)].elementsEqual($0) }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        guard starts(text) else { return false }
        at += text.utf8CodeUnitCount
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Moves behind the next occurrence of the text.
    private mutating func skip(behind text: StaticString) throws(XMLProblem) {
        while at < bytes.count {
            if take(text) { return }
            at += 1
        }
        throw problem("\"\(text)\" is missing")
    }

    /// White space, comments, processing instructions and the XML declaration.
    private mutating func skipBetweenElements() throws(XMLProblem) {
        while true {
            skipSpace()
            if take("<!--") {
                try skip(behind: "-->")
            } else if take("<?") {
                try skip(behind: "?>")
            } else if starts("<!") {
                throw problem("a document type declaration is refused")
            } else {
                return
            }
        }
    }

    private mutating func element(depth: Int) throws(XMLProblem) -> XMLElement {
        guard depth <= depthLimit else { throw problem("nested more than \(depthLimit) deep") }
        at += 1
        let fullName = try name()
        try skipAttributes()
        let localName = fullName.lastIndex(of: UInt8(ascii: ":")).map { fullName[($0 + 1)...] } ?? fullName
        var element = XMLElement(String(decoding: localName, as: UTF8.self))
        if take("/>") { return element }
        guard take(">") else { throw problem("\">\" is missing") }
        var text: [UInt8] = []
        while true {
            guard at < bytes.count else { throw problem("an element without an end") }
            if take("</") {
                guard try name().elementsEqual(fullName) else { throw problem("the end of another element") }
                skipSpace()
                guard take(">") else { throw problem("\">\" is missing") }
                if element.children.isEmpty { element.text = String(decoding: text, as: UTF8.self) }
                return element
            } else if take("<![CDATA[") {
                let start = at
                try skip(behind: "]]>")
                append(bytes[start..<(at - 3)], to: &text)
            } else if take("<!--") {
                try skip(behind: "-->")
            } else if take("<?") {
                try skip(behind: "?>")
            } else if starts("<!") {
                throw problem("a declaration inside an element is refused")
            } else if starts("<") {
                element.children.append(try self.element(depth: depth + 1))
            } else if starts("&") {
                try reference(into: &text)
            } else {
                let start = at
                while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") { at += 1 }
                append(bytes[start..<at], to: &text)
            }
        }
    }

    /// Line ends become line feeds (XML 1.0, 2.11).
    private func append(_ data: ArraySlice<UInt8>, to text: inout [UInt8]) {
        guard data.contains(0x0D) else {
            text.append(contentsOf: data)
            return
        }
        var previous: UInt8 = 0
        for byte in data {
            if byte == 0x0D {
                text.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                text.append(byte)
            }
            previous = byte
        }
    }

    private mutating func name() throws(XMLProblem) -> ArraySlice<UInt8> {
        let start = at
        while at < bytes.count, !isSpace(bytes[at]), !"</>=&'\"".utf8.contains(bytes[at]) { at += 1 }
        guard at > start else { throw problem("a name is missing") }
        return bytes[start..<at]
    }

    private mutating func skipAttributes() throws(XMLProblem) {
        while true {
            skipSpace()
            if at == bytes.count || starts(">") || starts("/>") { return }
            _ = try name()
            skipSpace()
            guard take("=") else { throw problem("\"=\" is missing after an attribute name") }
            skipSpace()
            if take("\"") {
                try skip(behind: "\"")
            } else if take("'") {
                try skip(behind: "'")
            } else {
                throw problem("an attribute value is missing")
            }
        }
    }

    private mutating func reference(into text: inout [UInt8]) throws(XMLProblem) {
        let named: [(StaticString, UInt8)] = [
            ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&apos;", 0x27),
        ]
        for (name, byte) in named where take(name) {
            text.append(byte)
            return
        }
        guard take("&#") else { throw problem("an unknown entity") }
        let isHex = take("x")
        var code: UInt32 = 0
        let start = at
        while at < bytes.count, at - start < 8, let digit = Hex.value(bytes[at]), isHex || digit < 10 {
            code = code * (isHex ? 16 : 10) + UInt32(digit)
            at += 1
        }
        guard at > start, code > 0, let scalar = Unicode.Scalar(code), take(";") else {
            throw problem("a bad character reference")
        }
        text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
}
