import Foundation
import Testing

@testable import Compression

@Suite struct InflaterTests {
    /// A gzip member around a deflate stream: header, data, CRC and length.
    private func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        member += Zlib.deflated(bytes)
        withUnsafeBytes(of: Zlib.checksum(bytes).littleEndian) { member += $0 }
        withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { member += $0 }
        return member
    }

    private func inflated(_ bytes: [UInt8], piece: Int = .max, limit: Int = 1 << 30) throws -> [UInt8] {
        var inflater = Inflater(limit: limit)
        var output: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = start + min(piece, bytes.count - start)
            try bytes[start..<end].withUnsafeBytes { piece in
                try inflater.inflate(piece) { output += $0 }
            }
            start = end
        }
        try inflater.finish()
        return output
    }

    private let text = Array((0..<40_000).map { "row \($0),\($0 &* 7919)\n" }.joined().utf8)

    @Test(arguments: [1, 2, 3, 17, 1000, .max])
    func `the pieces in which the input comes do not matter`(piece: Int) throws {
        let text = piece < 17 ? Array(text.prefix(5000)) : text
        #expect(try inflated(gzip(text), piece: piece) == text)
    }

    @Test(arguments: [1, 20, .max])
    func `several members are read as one`(piece: Int) throws {
        let whole = gzip(Array("one\n".utf8)) + gzip([]) + gzip(Array("two\n".utf8)) + [0, 0, 0]
        #expect(try String(decoding: inflated(whole, piece: piece), as: UTF8.self) == "one\ntwo\n")
    }

    @Test func `an output of a multiple of the buffer is complete`() throws {
        let zeros = [UInt8](repeating: 0x41, count: 512 << 10)
        #expect(try inflated(gzip(zeros)) == zeros)
        #expect(try inflated(gzip(zeros) + gzip(zeros)).count == 1 << 20)
    }

    @Test func `every truncation is noticed`() throws {
        let whole = gzip(Array(text.prefix(300)))
        for count in 0..<whole.count {
            #expect(throws: GzipProblem.truncated) { try inflated(Array(whole.prefix(count))) }
        }
    }

    @Test func `damage is noticed`() {
        let whole = gzip(text)
        for place in [0, 3, whole.count / 2, whole.count - 6, whole.count - 2] {
            var damaged = whole
            damaged[place] ^= 0x55
            #expect(throws: GzipProblem.self, "byte \(place)") { try inflated(damaged) }
        }
        #expect(throws: GzipProblem.self) { try inflated(whole + Array("rubbish".utf8)) }
        #expect(throws: GzipProblem.self) { try inflated(Array("plain text".utf8)) }
    }

    @Test func `a bomb stops at the limit`() {
        let bomb = gzip([UInt8](repeating: 0, count: 8 << 20))
        #expect(bomb.count < 10_000)
        #expect(throws: GzipProblem.tooLarge(limit: 1 << 20)) { try inflated(bomb, limit: 1 << 20) }
        #expect(throws: Never.self) { try inflated(bomb, limit: 8 << 20) }
    }

    @Test func `an error of the receiver comes out as it is`() throws {
        struct Enough: Error {}
        var inflater = Inflater(limit: .max)
        let whole = gzip(text)
        #expect(throws: Enough.self) { try whole.withUnsafeBytes { try inflater.inflate($0) { _ in throw Enough() } } }
    }

    @Test func `gzip is told by its first bytes`() {
        #expect(Gzip.isGzip(gzip([])))
        #expect(!Gzip.isGzip([0x1F]))
        #expect(!Gzip.isGzip("col,col\n".utf8))
    }
}
