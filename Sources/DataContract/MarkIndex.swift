import CByteScan

/// Where the bytes of a window are that a validator has to look at: commas, quotes, ends of lines, NUL, and what is not ASCII.
/// All others are plain text, whatever they are.
struct MarkIndex: Sendable {
    /// Bytes that are indexed at once; they and their index stay in the processor's cache.
    static let window = 16 << 10

    private var marks = [UInt32](repeating: 0, count: window + 64)

    /// The room for the offsets. Taken out while it is written to, so that nothing is copied.
    mutating func take() -> [UInt32] {
        defer { marks = [] }
        return marks
    }

    mutating func put(back marks: inout [UInt32]) { swap(&self.marks, &marks) }

    /// Writes the offsets of all marks among `count` bytes, no more than a window of them, and tells how many there are.
    static func fill(_ marks: UnsafeMutablePointer<UInt32>, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var found = 0
        var start = 0
        while start &+ 64 <= count {
            write(csv_marks(bytes + start), at: start, to: marks, &found)
            start &+= 64
        }
        guard start < count else { return found }
        // The rest in a block of its own: nothing is read behind the end.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { block in
            guard let base = block.baseAddress else { return }
            block.initialize(repeating: 0x20)
            base.update(from: bytes + start, count: count &- start)
            write(csv_marks(base), at: start, to: marks, &found)
        }
        return found
    }

    /// Four a step, more than there are: what is written too much is overwritten by the next block.
    @inline(__always)
    private static func write(
        _ block: UInt64, at start: Int, to marks: UnsafeMutablePointer<UInt32>, _ found: inout Int
    ) {
        var bits = block
        let offset = UInt32(truncatingIfNeeded: start)
        let target = marks + found
        var index = 0
        let count = bits.nonzeroBitCount
        while index < count {
            for step in 0..<4 {
                target[index &+ step] = offset &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
                bits &= bits &- 1
            }
            index &+= 4
        }
        found &+= count
    }
}
