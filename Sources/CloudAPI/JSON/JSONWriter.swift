extension JSON {
    /// Compact JSON. Only what must be escaped is: quotes, backslashes, control characters; all else stays byte for byte.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// With line breaks and two blanks of indentation for each level.
    package var prettyText: String {
        var output: [UInt8] = []
        write(into: &output, indentation: 0)
        return String(decoding: output, as: UTF8.self)
    }

    /// - Parameter indentation: the level, or nil for compact output.
    private func write(into output: inout [UInt8], indentation: Int? = nil) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let text): output.append(contentsOf: text.utf8)
        case .string(let text): Self.write(text, into: &output)
        case .array(let elements):
            list("[", "]", elements, into: &output, indentation) { element, output, level in
                element.write(into: &output, indentation: level)
            }
        case .object(let members):
            list("{", "}", members, into: &output, indentation) { member, output, level in
                Self.write(member.name, into: &output)
                output.append(contentsOf: (level == nil ? ":" : ": ").utf8)
                member.value.write(into: &output, indentation: level)
            }
        }
    }

    private func list<Item>(
        _ open: Unicode.Scalar,
        _ close: Unicode.Scalar,
        _ items: [Item],
        into output: inout [UInt8],
        _ indentation: Int?,
        _ write: (Item, inout [UInt8], Int?) -> Void
    ) {
        func startLine(_ level: Int?) {
            guard let level, !items.isEmpty else { return }
            output.append(0x0A)
            output.append(contentsOf: repeatElement(0x20, count: 2 * level))
        }
        let inner = indentation.map { $0 + 1 }
        output.append(UInt8(ascii: open))
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            startLine(inner)
            write(item, &output, inner)
        }
        startLine(indentation)
        output.append(UInt8(ascii: close))
    }

    private static func write(_ text: String, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case 0x0A: output.append(contentsOf: "\\n".utf8)
            case 0x0D: output.append(contentsOf: "\\r".utf8)
            case 0x09: output.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                output.append(contentsOf: "\\u00".utf8)
                output.append(Hex.digit(byte >> 4))
                output.append(Hex.digit(byte & 15))
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
