/// The only quoting of names and texts in the program: what the deployer and the function send to Snowflake is written here.

/// The name of a Snowflake object, always written in double quotes, so that case counts and no word is reserved.
public struct SnowflakeIdentifier: Sendable, Hashable, CustomStringConvertible {
    public let name: String

    public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        public var description: String
    }

    /// Refuses what cannot be a name: empty, more than 255 characters, NUL.
    public init(_ name: String) throws(Problem) {
        guard !name.isEmpty, name.unicodeScalars.count <= 255, !name.utf8.contains(0) else {
            throw Problem(
                description: "\"\(name.prefix(40))\" cannot name a Snowflake object: 1 to 255 characters, no NUL")
        }
        self.name = name
    }

    /// `"name"`, quotes inside doubled.
    public var description: String {
        var bytes = [UInt8(ascii: "\"")]
        for byte in name.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `"DATABASE"."SCHEMA"."NAME"`.
    public static func path(_ names: String...) throws(Problem) -> String {
        var parts: [String] = []
        for name in names { parts.append(try SnowflakeIdentifier(name).description) }
        return parts.joined(separator: ".")
    }
}

/// Texts as SQL literals (String & binary data types, "Escape sequences in single-quoted string constants").
public enum SQLLiteral {
    /// `'text'`: quotes and backslashes doubled, line breaks and tabs as escapes, NUL refused. Reads back as the same
    /// bytes wherever a string constant may stand.
    public static func quote(_ text: String) throws(SnowflakeIdentifier.Problem) -> String {
        var bytes = [UInt8(ascii: "'")]
        for byte in text.utf8 {
            switch byte {
            case 0:
                throw SnowflakeIdentifier.Problem(description: "a text with NUL cannot be a Snowflake literal")
            case UInt8(ascii: "'"), UInt8(ascii: "\\"): bytes += [byte, byte]
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "'"))
        return String(decoding: bytes, as: UTF8.self)
    }
}
