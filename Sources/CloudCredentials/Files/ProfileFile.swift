/// A file in the form of `~/.aws/config` and `~/.aws/credentials` (AWS SDKs and Tools reference guide, "Format of the shared
/// config and credentials files"): sections, `name = value`, and indented lines that belong to the name before them.
package struct ProfileFile: Sendable, Hashable {
    /// Of one kind and name; a section that comes twice is one.
    package struct Section: Sendable, Hashable {
        /// Names in small letters.
        var values: [String: String] = [:]
        /// Of a name without a value of its own: the names and values indented below it.
        var nested: [String: [String: String]] = [:]
    }

    /// `profile`, `sso-session` or `services`, by name.
    private(set) var sections: [Kind: [String: Section]] = [:]

    package enum Kind: String, Sendable, Hashable {
        case profile
        case ssoSession = "sso-session"
        case services
    }

    /// - Parameter bareNamesAreProfiles: `[name]` is a profile, as in the credentials file; the config file writes
    ///   `[profile name]`, and only `[default]` stands alone.
    package init(_ text: String, bareNamesAreProfiles: Bool) {
        var place: (kind: Kind, name: String)?
        var parent: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let trimmed = line.trimmed
            guard let first = trimmed.first, first != "#", first != ";" else { continue }
            if first == "[" {
                place = Self.header(trimmed, bareNamesAreProfiles)
                parent = nil
                if let place { sections[place.kind, default: [:]][place.name, default: Section()].values[""] = "" }
                continue
            }
            guard let place, let pair = Self.pair(trimmed) else { continue }
            var section = sections[place.kind]?[place.name] ?? Section()
            if line.first?.isWhitespace == true, let parent {
                section.nested[parent, default: [:]][pair.name] = pair.value
            } else {
                section.values[pair.name] = pair.value
                parent = pair.value.isEmpty ? pair.name : nil
            }
            sections[place.kind]?[place.name] = section
        }
    }

    package subscript(_ kind: Kind, _ name: String) -> Section? { sections[kind]?[name] }

    /// Nil for a section of another kind, which belongs to another tool.
    private static func header(_ line: String, _ bareNamesAreProfiles: Bool) -> (Kind, String)? {
        guard let end = line.firstIndex(of: "]") else { return nil }
        let inside = line[line.index(after: line.startIndex)..<end].trimmed
        let words = commandWords(inside) ?? [inside]
        if words.count == 1 {
            return bareNamesAreProfiles || words[0] == "default" ? (.profile, words[0]) : nil
        }
        guard words.count == 2, let kind = Kind(rawValue: words[0]) else { return nil }
        return (kind, words[1])
    }

    /// A comment after a value needs white space before its sign.
    private static func pair(_ line: String) -> (name: String, value: String)? {
        guard let equals = line.firstIndex(of: "=") else { return nil }
        let name = line[..<equals].trimmed.lowercased()
        var value = String(line[line.index(after: equals)...])
        for sign in [" #", " ;", "\t#", "\t;"] {
            if let comment = value.firstRange(of: sign) { value = String(value[..<comment.lowerBound]) }
        }
        return name.isEmpty ? nil : (name, value.trimmed)
    }
}
