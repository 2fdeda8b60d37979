import Testing

@testable import DataContract

private func faults(_ bytes: [UInt8], chunk: Int = .max) -> (offsets: [Int], isIncomplete: Bool) {
    var check = UTF8Check()
    var offsets: [Int] = []
    var before = 0
    for piece in pieces(of: bytes, chunk) {
        piece.withUnsafeBufferPointer { check.check($0) { _, offset in offsets.append(before + offset) } }
        before += piece.count
    }
    return (offsets, check.isIncomplete)
}

@Suite struct UTF8CheckTests {
    @Test func `text of all lengths passes wherever chunks end`() {
        let bytes = Array("plain text é € 💶 \u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF} and more".utf8)
        for size in 1...bytes.count {
            let result = faults(bytes, chunk: size)
            #expect(result.offsets.isEmpty && !result.isIncomplete)
        }
    }

    @Test(
        arguments: [
            ([0x80], [0]), ([0xC0, 0xAF], [0, 1]), ([0xC1, 0xBF], [0, 1]), ([0x61, 0xE0, 0x80, 0x80], [1, 2, 3]),
            ([0xED, 0xA0, 0x80], [0, 1, 2]), ([0xF4, 0x90, 0x80, 0x80], [0, 1, 2, 3]), ([0xF5], [0]),
            ([0xFF, 0xFE], [0, 1]),
            ([0xE2, 0x82, 0x61], [0]), ([0xC3, 0xC3, 0xA9], [0]), ([0x61, 0x00, 0x62], [1]),
        ] as [([UInt8], [Int])])
    func `what is not UTF-8 is found at its offset`(bytes: [UInt8], offsets: [Int]) {
        for size in 1...bytes.count { #expect(faults(bytes, chunk: size).offsets == offsets) }
    }

    @Test func `a character cut off at the end is noticed`() {
        #expect(faults([0x61, 0xE2, 0x82]).isIncomplete)
    }

    @Test func `the verdict is that of the standard library`() {
        var random = SplitMix(seed: 3)
        let lead: [UInt8] = [
            0x61, 0x20, 0xC2, 0xC3, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
            0xF5,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                lead[Int.random(in: 0..<lead.count, using: &random)]
            }
            let result = faults(bytes, chunk: Int.random(in: 1...9, using: &random))
            #expect(
                (result.offsets.isEmpty && !result.isIncomplete) == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }
}
