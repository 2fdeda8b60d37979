extension StringProtocol {
    /// Without the white space at both ends.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// `yes`, `true`, `on`, `1` in any case.
    var isYes: Bool { ["true", "yes", "on", "1"].contains(lowercased()) }
}

/// The words of a command line as a POSIX shell splits them: quotes and backslashes, and nothing that a shell would carry out.
///
/// Nil for a quote that is not closed.
func commandWords(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line[...]
    while let character = rest.popFirst() {
        if let open = quote {
            if character == open {
                quote = nil
            } else if character == "\\", open == "\"", let next = rest.first, "\"\\$`".contains(next) {
                word = (word ?? "") + String(rest.removeFirst())
            } else {
                word = (word ?? "") + String(character)
            }
        } else if character == "\"" || character == "'" {
            quote = character
            word = word ?? ""
        } else if character == "\\" {
            guard let next = rest.popFirst() else { return nil }
            word = (word ?? "") + String(next)
        } else if character.isWhitespace {
            if let done = word { words.append(done) }
            word = nil
        } else {
            word = (word ?? "") + String(character)
        }
    }
    guard quote == nil else { return nil }
    return words + (word.map { [$0] } ?? [])
}
