/// A range of IPv4 addresses in CIDR notation, such as `10.20.0.0/16`.
struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    let base: UInt32
    /// How many leading bits all its addresses share.
    let prefix: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let bytes = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 2, let prefix = Int(parts[1]), (0...32).contains(prefix), bytes.count == 4 else {
            return nil
        }
        var base: UInt32 = 0
        for byte in bytes {
            guard let byte else { return nil }
            base = base << 8 | UInt32(byte)
        }
        self.init(base: base, prefix: prefix)
    }

    private init?(base: UInt32, prefix: Int) {
        // The bits behind the prefix are zero, or the range would begin before its own base.
        guard prefix == 32 || base & (UInt32.max >> UInt32(prefix)) == 0 else { return nil }
        self.base = base
        self.prefix = prefix
    }

    /// One of the 16 equal parts.
    func sixteenth(_ index: Int) -> AddressRange? {
        guard (0..<16).contains(index), prefix <= 28 else { return nil }
        return AddressRange(base: base + UInt32(index) << UInt32(28 - prefix), prefix: prefix + 4)
    }

    /// One of the ranges that belong to nobody on the Internet (RFC 1918).
    var isPrivate: Bool {
        let owned: [(UInt32, Int)] = [(0x0A00_0000, 8), (0xAC10_0000, 12), (0xC0A8_0000, 16)]
        return owned.contains { start, bits in
            prefix >= bits && base >> UInt32(32 - bits) == start >> UInt32(32 - bits)
        }
    }

    var description: String {
        let bytes = [24, 16, 8, 0].map { "\(base >> UInt32($0) & 0xFF)" }
        return "\(bytes.joined(separator: "."))/\(prefix)"
    }
}
