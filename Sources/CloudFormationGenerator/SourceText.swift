/// Swift source while it is written: lines and their indentation.
struct SourceText {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String) {
        if !line.isEmpty { text += String(repeating: "    ", count: depth) + line }
        text += "\n"
    }

    mutating func lines(_ lines: [String], separator: String) {
        for (index, text) in lines.enumerated() { line(index == lines.count - 1 ? text : text + separator) }
    }

    mutating func nest(_ write: (inout SourceText) -> Void) {
        depth += 1
        write(&self)
        depth -= 1
    }

    /// A string literal; what a schema holds never ends it early.
    static func literal(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20: result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
