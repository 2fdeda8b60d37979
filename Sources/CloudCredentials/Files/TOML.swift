/// A value of a TOML document (toml.io, version 1.0), as far as configuration files use it: dates and times keep their text.
package indirect enum TOML: Sendable, Hashable {
    case string(String)
    case integer(Int)
    case float(Double)
    case bool(Bool)
    case moment(String)
    case array([TOML])
    case table([String: TOML])

    /// Why a text is not TOML; names the line and never what stands in it.
    package struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        package let line: Int
        package let reason: String

        package var description: String { "line \(line): \(reason)" }
    }

    package init(_ text: String) throws(Malformed) {
        var reader = TOMLReader(text)
        self = .table(try reader.document())
    }

    /// The value at a path of keys.
    package subscript(_ path: String...) -> TOML? {
        path.reduce(self) { value, key in
            if case .table(let entries)? = value { entries[key] } else { nil }
        }
    }

    /// A text, or a number or truth value as its text: what a setting of a program is.
    package var setting: String? {
        switch self {
        case .string(let text), .moment(let text): text
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        case .bool(let bool): bool ? "true" : "false"
        case .array, .table: nil
        }
    }

    package var entries: [String: TOML]? { if case .table(let entries) = self { entries } else { nil } }

    /// Puts a value at a path; tables on the way are made. False if something else stands there.
    mutating func insert(_ value: TOML, at path: ArraySlice<String>) -> Bool {
        guard case .table(var entries) = self, let key = path.first else { return false }
        if path.count == 1 {
            if case .table(let new) = value {
                guard case .table(let old)? = entries[key] ?? .table([:]), Set(old.keys).isDisjoint(with: new.keys)
                else {
                    return false
                }
                entries[key] = .table(old.merging(new) { $1 })
            } else {
                guard entries[key] == nil else { return false }
                entries[key] = value
            }
        } else {
            var child = entries[key] ?? .table([:])
            guard child.insert(value, at: path.dropFirst()) else { return false }
            entries[key] = child
        }
        self = .table(entries)
        return true
    }
}
