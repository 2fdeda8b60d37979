/// Reading gzip (RFC 1952) in a stream, and writing zip archives that are the same bytes each time. No Foundation,
/// so that the function can use it.
package enum Gzip {
    /// The two bytes that every gzip member begins with; the name of a file says nothing.
    package static func isGzip(_ firstBytes: some Collection<UInt8>) -> Bool {
        firstBytes.starts(with: [0x1F, 0x8B])
    }
}

/// Why bytes are not (whole) gzip.
package enum GzipProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// With zlib's reason: bad header, bad block, checksum or length that does not match.
    case damaged(String)
    /// The input ended inside a member.
    case truncated
    /// More output than allowed, in bytes: a bomb, or a file too large for its purpose.
    case tooLarge(limit: Int)

    package var description: String {
        switch self {
        case .damaged(let reason): "the gzip data is damaged: \(reason)"
        case .truncated: "the gzip data ends in the middle"
        case .tooLarge(let limit): "the gzip data inflates to more than \(limit) bytes"
        }
    }
}
