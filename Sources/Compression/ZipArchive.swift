/// A zip archive whose bytes depend on nothing but names, modes and contents: entries sorted by name, all dated
/// 1980-01-01, deflated at level 9 (or stored where that is shorter). Up to 4 GB and 65 535 entries, without zip64.
package struct ZipArchive: Sendable {
    private struct Entry {
        var name: [UInt8]
        var mode: UInt16
        var bytes: [UInt8]
    }

    package enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        case name(String)
        case tooLarge

        package var description: String {
            switch self {
            case .name(let name): "\"\(name)\" cannot name an entry of a zip archive, or does so already"
            case .tooLarge: "a zip archive of more than 4 GB or 65535 entries is not supported"
            }
        }
    }

    private var entries: [Entry] = []

    package init() {}

    /// Adds a file.
    ///
    /// - Parameters:
    ///   - name: a relative path with slashes, without `.` and `..`.
    ///   - mode: permission bits, `0o755` for what is run.
    package mutating func add(name: String, mode: UInt16 = 0o644, bytes: [UInt8]) throws(Problem) {
        let path = Array(name.utf8)
        let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isSafe = parts.allSatisfy { !$0.isEmpty && $0 != [0x2E] && $0 != [0x2E, 0x2E] }
        guard isSafe, path.count < 1 << 16, !path.contains(UInt8(ascii: "\\")), !path.contains(0),
            !entries.contains(where: { $0.name == path })
        else { throw .name(name) }
        guard bytes.count < 1 << 32, entries.count < 65535 else { throw .tooLarge }
        entries.append(Entry(name: path, mode: mode, bytes: bytes))
    }

    /// The finished archive.
    package func bytes() throws(Problem) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
            let deflated = Zlib.deflated(entry.bytes)
            let isStored = deflated.count >= entry.bytes.count
            let content = isStored ? entry.bytes : deflated
            let start = archive.count
            let common = Self.commonFields(of: entry, isStored: isStored, size: content.count)
            archive.appendNumber(UInt32(0x0403_4B50))
            archive += common
            archive += entry.name
            archive += content
            guard archive.count < 1 << 32 else { throw .tooLarge }

            directory.appendNumber(UInt32(0x0201_4B50))
            // Made by: Unix, whose modes are in the high half of the external attributes; version 2.0.
            directory.appendNumber(UInt16(3 << 8 | 20))
            directory += common
            directory.appendNumber(UInt16(0))  // comment
            directory.appendNumber(UInt16(0))  // disk
            directory.appendNumber(UInt16(0))  // internal attributes
            directory.appendNumber(UInt32(0o100000 | UInt32(entry.mode)) << 16)
            directory.appendNumber(UInt32(start))
            directory += entry.name
        }
        let directoryStart = archive.count
        archive += directory
        guard archive.count < 1 << 32 else { throw .tooLarge }
        archive.appendNumber(UInt32(0x0605_4B50))
        archive.appendNumber(UInt32(0))  // disks
        archive.appendNumber(UInt16(entries.count))
        archive.appendNumber(UInt16(entries.count))
        archive.appendNumber(UInt32(directory.count))
        archive.appendNumber(UInt32(directoryStart))
        archive.appendNumber(UInt16(0))  // comment
        return archive
    }

    /// From "version needed" to "extra length" (APPNOTE 4.3.7), the same in both headers of an entry.
    private static func commonFields(of entry: Entry, isStored: Bool, size: Int) -> [UInt8] {
        var fields: [UInt8] = []
        fields.appendNumber(UInt16(20))
        fields.appendNumber(UInt16(1 << 11))  // names are UTF-8
        fields.appendNumber(UInt16(isStored ? 0 : 8))
        fields.appendNumber(UInt16(0))  // 00:00:00
        fields.appendNumber(UInt16(1 << 5 | 1))  // 1980-01-01
        fields.appendNumber(Zlib.checksum(entry.bytes))
        fields.appendNumber(UInt32(size))
        fields.appendNumber(UInt32(entry.bytes.count))
        fields.appendNumber(UInt16(entry.name.count))
        fields.appendNumber(UInt16(0))
        return fields
    }
}

extension [UInt8] {
    /// Little end first.
    fileprivate mutating func appendNumber<Number: FixedWidthInteger>(_ number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
