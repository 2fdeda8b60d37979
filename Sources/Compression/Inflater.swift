/// Inflates gzip as it comes, in constant memory: one member or several one after the other, as RFC 1952 allows.
///
/// Zero bytes after a member are padding and passed over; anything else there must be another member.
package struct Inflater: ~Copyable {
    private let reader = Zlib.GzipReader()
    private let limit: Int
    private var produced = 0
    private var hasBegun = false
    private var buffer = [UInt8](repeating: 0, count: 256 << 10)

    /// - Parameter limit: the most bytes of output, over all members.
    package init(limit: Int) {
        self.limit = limit
    }

    /// Bytes given out so far.
    package var outputCount: Int { produced }

    /// Hands over what a further piece of the input inflates to; `sink` may throw its own errors.
    package mutating func inflate(
        _ chunk: UnsafeRawBufferPointer,
        into sink: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var input = chunk
        while true {
            if reader.isBetweenMembers {
                if hasBegun { input = UnsafeRawBufferPointer(rebasing: input.drop { $0 == 0 }) }
                if input.isEmpty { return }
            }
            hasBegun = true
            let before = input.count
            let count = try buffer.withUnsafeMutableBytes { output in
                let count = try reader.step(&input, output)
                guard count <= limit - produced else { throw GzipProblem.tooLarge(limit: limit) }
                if count > 0 { try sink(UnsafeRawBufferPointer(rebasing: output[..<count])) }
                return count
            }
            produced += count
            // Nothing taken and nothing given: zlib waits for the next piece.
            if count == 0, input.count == before, !reader.isBetweenMembers { return }
            if input.isEmpty, count < buffer.count { return }
        }
    }

    /// The end of the input: throws `GzipProblem.truncated` inside a member or if there was none.
    package func finish() throws(GzipProblem) {
        guard hasBegun, reader.isBetweenMembers else { throw .truncated }
    }
}
