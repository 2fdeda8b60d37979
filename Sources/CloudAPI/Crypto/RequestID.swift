/// A UUID (RFC 9562) that names one request, so that its repetition is recognised.
package struct RequestID: Sendable, Hashable, CustomStringConvertible {
    package let bytes: [UInt8]

    /// Version 4.
    package static func random() -> RequestID {
        RequestID(randomBytes(16), version: 4)
    }

    /// Version 5: the same parts always give the same identifier, and parts are not confused with one another
    /// (each is preceded by its length).
    package static func derived(from parts: String...) -> RequestID {
        let digest = OpenSSL.Digest(.sha1)
        namespace.withUnsafeBytes(digest.update)
        for part in parts {
            Array("\(part.utf8.count):\(part)".utf8).withUnsafeBytes(digest.update)
        }
        return RequestID(Array(digest.value().prefix(16)), version: 5)
    }

    /// A fixed random UUID of this project.
    private static let namespace: [UInt8] = [
        0x5B, 0x0E, 0x2C, 0x8A, 0x93, 0x41, 0x4D, 0x57, 0xA6, 0x1F, 0x07, 0xC9, 0x3E, 0x88, 0xD2, 0x64,
    ]

    private init(_ bytes: [UInt8], version: UInt8) {
        var bytes = bytes
        bytes[6] = bytes[6] & 0x0F | version << 4
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.bytes = bytes
    }

    package var description: String {
        let hex = Array(Hex.encode(bytes).utf8)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
            .map { String(decoding: hex[$0], as: UTF8.self) }.joined(separator: "-")
    }
}
