extension JSON {
    /// The value as text that is the same for equal values: keys sorted by scalar, two spaces, a line feed at the end.
    ///
    /// A list of scalars stays on one line where it fits into 100 columns, so that a vendored schema stays readable.
    var text: String {
        var result = ""
        write(to: &result, indent: 0)
        return result + "\n"
    }

    private func write(to output: inout String, indent: Int) {
        switch self {
        case .null: output += "null"
        case .bool(let bool): output += bool ? "true" : "false"
        case .int(let int): output += String(int)
        case .double(let double): output += "\(double)"
        case .string(let string): Self.quote(string, to: &output)
        case .array(let items): Self.write(items, to: &output, indent: indent)
        case .object(let members): Self.write(members, to: &output, indent: indent)
        }
    }

    private static func write(_ items: [JSON], to output: inout String, indent: Int) {
        if let line = line(items), line.count + indent <= 100 {
            output += line
            return
        }
        output += "[\n"
        for (index, item) in items.enumerated() {
            output += spaces(indent + 2)
            item.write(to: &output, indent: indent + 2)
            output += index == items.count - 1 ? "\n" : ",\n"
        }
        output += spaces(indent) + "]"
    }

    private static func write(_ members: [String: JSON], to output: inout String, indent: Int) {
        guard !members.isEmpty else {
            output += "{}"
            return
        }
        output += "{\n"
        let keys = members.keys.sorted(by: precedes)
        for (index, key) in keys.enumerated() {
            output += spaces(indent + 2)
            quote(key, to: &output)
            output += ": "
            members[key]?.write(to: &output, indent: indent + 2)
            output += index == keys.count - 1 ? "\n" : ",\n"
        }
        output += spaces(indent) + "}"
    }

    /// A list of scalars in one line.
    private static func line(_ items: [JSON]) -> String? {
        var parts: [String] = []
        for item in items {
            if case .array = item { return nil }
            if case .object = item { return nil }
            var part = ""
            item.write(to: &part, indent: 0)
            parts.append(part)
        }
        return "[" + parts.joined(separator: ", ") + "]"
    }

    private static func quote(_ string: String, to output: inout String) {
        output += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\t": output += "\\t"
            case "\r": output += "\\r"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// The order of all that is generated: by scalar, the same on every machine.
func precedes(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
}
