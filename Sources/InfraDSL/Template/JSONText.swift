import CloudFormation

/// A tree written as JSON with its holes left open: the body of a dashboard, the definition of a state machine. The same tree
/// gives the same bytes. References inside become `Fn::Sub` with the rest; they stand for names, ARNs and regions, none of
/// which has a character that JSON would escape.
struct JSONText {
    private var text: Text = ""

    /// Without white space.
    static func encode(_ value: Value) -> Text {
        var writer = JSONText()
        writer.write(value)
        return writer.text
    }

    private mutating func write(_ value: Value) {
        switch value {
        case .text(let part): write(part)
        case .int(let number): append("\(number)")
        case .double(let number): append(Int(exactly: number).map { "\($0)" } ?? "\(number)")
        case .bool(let bool): append(bool ? "true" : "false")
        case .list(let items):
            append("[")
            for (index, item) in items.enumerated() {
                if index > 0 { append(",") }
                write(item)
            }
            append("]")
        case .map(let entries):
            append("{")
            for (index, entry) in entries.enumerated() {
                if index > 0 { append(",") }
                append("\"\(Self.escaped(entry.key))\":")
                write(entry.value)
            }
            append("}")
        }
    }

    private mutating func write(_ part: Text) {
        append("\"")
        for segment in part.segments {
            switch segment {
            case .literal(let string): append(Self.escaped(string))
            case .reference(let reference): text = "\(text)\(Text(reference))"
            case .mention(let id): text = "\(text)\(Text("", naming: id))"
            }
        }
        append("\"")
    }

    private mutating func append(_ string: String) { text = "\(text)\(string)" }

    /// RFC 8259, section 7.
    private static func escaped(_ string: String) -> String {
        var result = ""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
