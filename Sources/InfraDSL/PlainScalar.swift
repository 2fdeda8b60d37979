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
        let radix = /[-+]?0(b[01_]+|x[0-9a-fA-F_]+|o?[0-7_]+)/
        let decimal = /[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?([eE][-+]?[0-9]+)?/
        let fraction = /[-+]?\.[0-9][0-9_]*([eE][-+]?[0-9]+)?/
        let special = /[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)/
        return string.wholeMatch(of: radix) != nil || string.wholeMatch(of: decimal) != nil
            || string.wholeMatch(of: fraction) != nil || string.wholeMatch(of: special) != nil
    }

    private static func isTimestamp(_ string: String) -> Bool {
        let date = /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/
        let instant = /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*/
        return string.wholeMatch(of: date) != nil || string.wholeMatch(of: instant) != nil
    }
}
