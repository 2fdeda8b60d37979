/// Checks that bytes which come in chunks are UTF-8 text (Unicode, table 3-7: no overlong forms, no surrogates, nothing above
/// U+10FFFF) without NUL.
struct UTF8Check {
    enum Fault {
        case invalid
        case nul
    }

    /// How many continuation bytes are still missing, and between which bounds the next one lies.
    private var missing: UInt8 = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF
    /// How far before the current chunk the sequence started.
    private var reach = 0

    /// Whether the bytes so far end in the middle of a character.
    var isIncomplete: Bool { missing > 0 }

    /// Goes through a chunk and reports each fault with the offset of the sequence that has it; the offset is negative
    /// when the sequence started in an earlier chunk.
    mutating func check(_ chunk: UnsafeBufferPointer<UInt8>, report: (Fault, Int) -> Void) {
        guard let base = chunk.baseAddress else { return }
        let count = chunk.count
        var start = -reach
        var index = 0
        while index < count {
            if missing == 0 {
                index = Self.skipPlain(base, from: index, to: count)
                guard index < count else { break }
                start = index
                if !open(base[index]) { report(base[index] == 0 ? .nul : .invalid, index) }
                index &+= 1
            } else if base[index] >= low, base[index] <= high {
                missing &-= 1
                low = 0x80
                high = 0xBF
                index &+= 1
            } else {
                // The sequence is cut short; the byte that cut it may start the next one.
                missing = 0
                report(.invalid, start)
            }
        }
        reach = missing > 0 ? count &- start : 0
    }

    /// The first byte of a sequence. False when no character starts so.
    private mutating func open(_ byte: UInt8) -> Bool {
        low = 0x80
        high = 0xBF
        switch byte {
        case 0x01...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, low) = (2, 0xA0)
        case 0xED: (missing, high) = (2, 0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, low) = (3, 0x90)
        case 0xF4: (missing, high) = (3, 0x8F)
        case 0xF1...0xF3: missing = 3
        default: return false
        }
        return true
    }

    /// The first index whose byte is NUL or not ASCII, eight bytes a step.
    private static func skipPlain(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawPointer(base)
        var index = start
        while index &+ 8 <= end {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard (word | (word &- ones)) & tops == 0 else { break }
            index &+= 8
        }
        while index < end, base[index] &- 1 < 0x7F { index &+= 1 }
        return index
    }
}
