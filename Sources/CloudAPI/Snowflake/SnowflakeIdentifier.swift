/// The name of a Snowflake object, always written in double quotes, so that case counts and no word is reserved.
package struct SnowflakeIdentifier: Sendable, Hashable, CustomStringConvertible {
    package let name: String

    package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    /// Refuses what cannot be a name: empty, more than 255 characters, NUL.
    package init(_ name: String) throws(Problem) {
        guard !name.isEmpty, name.unicodeScalars.count <= 255, !name.utf8.contains(0) else {
            throw Problem(
                description: "\"\(name.prefix(40))\" cannot name a Snowflake object: 1 to 255 characters, no NUL")
        }
        self.name = name
    }

    /// `"name"`, quotes inside doubled.
    package var description: String {
        var bytes = [UInt8(ascii: "\"")]
        for byte in name.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `"DATABASE"."SCHEMA"."NAME"`.
    package static func path(_ names: String...) throws(Problem) -> String {
        var parts: [String] = []
        for name in names { parts.append(try SnowflakeIdentifier(name).description) }
        return parts.joined(separator: ".")
    }
}

/// Texts as SQL literals.
package enum SQLLiteral {
    /// `'text'`: quotes and backslashes doubled, line breaks and tabs as escapes, NUL refused. Reads back as the same
    /// bytes wherever a string constant may stand.
    package static func quote(_ text: String) throws(SnowflakeIdentifier.Problem) -> String {
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
