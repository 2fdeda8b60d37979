import DataContract
import Testing

/// Keeps everything that the splitter hands over.
private struct Collector: RecordSink, Equatable {
    var records: [[String]] = []
    var lines: [Int] = []
    var faults: [String] = []
    var lost = 0

    mutating func record(_ record: Record) {
        records.append((0..<record.count).map { String(decoding: record.value($0), as: UTF8.self) })
        lines.append(record.line)
    }

    mutating func lostRecord() { lost += 1 }

    mutating func fault(_ fault: RecordFault, line: Int, column: Int) { faults.append("\(fault) \(line):\(column)") }
}

private func split(_ bytes: [UInt8], chunk: Int = .max, limit: Int = 1 << 20) -> Collector {
    var splitter = RecordSplitter(fieldCapacity: 64, recordLimit: limit)
    var collector = Collector()
    for piece in pieces(of: bytes, chunk) {
        piece.withUnsafeBufferPointer { splitter.consume($0, into: &collector) }
    }
    splitter.finish(into: &collector)
    return collector
}

private func split(_ text: String, limit: Int = 1 << 20) -> Collector { split(Array(text.utf8), limit: limit) }

/// The plainest splitter there is: one string, one pass, one character at a time. Nil for text that is not well formed.
private func reference(_ text: [UInt8]) -> [[String]]? {
    var records: [[String]] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var index = 0
    var isRecordOpen = false
    func next(_ offset: Int = 0) -> UInt8? { index + offset < text.count ? text[index + offset] : nil }
    func closeField() {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
    }
    while let byte = next() {
        isRecordOpen = true
        if byte == 0x22 {
            index += 1
            while true {
                guard let inner = next() else { return nil }
                index += 1
                if inner != 0x22 {
                    field.append(inner)
                } else if next() == 0x22 {
                    field.append(0x22)
                    index += 1
                } else {
                    break
                }
            }
        } else {
            while let plain = next(), plain != 0x2C, plain != 0x0A, plain != 0x0D {
                guard plain != 0x22 else { return nil }
                field.append(plain)
                index += 1
            }
        }
        let isEmptyLine = fields.isEmpty && field.isEmpty && byte != 0x22
        switch next() {
        case 0x2C:
            closeField()
            index += 1
            if next() == nil { fields.append("") }
            continue
        case 0x0D:
            guard next(1) == 0x0A else { return nil }
            index += 2
        case 0x0A: index += 1
        case nil: break
        default: return nil
        }
        if !isEmptyLine {
            closeField()
            records.append(fields)
        }
        fields = []
        isRecordOpen = false
    }
    if isRecordOpen { records.append(fields) }
    return records
}

@Suite struct RecordSplitterTests {
    @Test func `lines end with LF or CRLF and the last one needs no end`() {
        #expect(split("a,b\nc,d\r\ne,f").records == [["a", "b"], ["c", "d"], ["e", "f"]])
        #expect(split("a,b\r\n").records == [["a", "b"]])
    }

    @Test func `an entirely empty line is no record wherever it stands`() {
        let text = split("\n\r\na,b\n\n\r\nc,d\n\n")
        #expect(text.records == [["a", "b"], ["c", "d"]])
        #expect(text.lines == [3, 6])
        #expect(text.faults.isEmpty)
    }

    @Test func `a line of blanks or of empty quotes is a record`() {
        #expect(split(" \n\"\"\n,\n").records == [[" "], [""], ["", ""]])
    }

    @Test func `a comma at the end is followed by an empty field`() {
        #expect(split("a,\nb,").records == [["a", ""], ["b", ""]])
        #expect(split("a,\r\n\"b\",").records == [["a", ""], ["b", ""]])
    }

    @Test func `quoted fields hold commas, doubled quotes and line breaks`() {
        let text = split("\"a,b\",\"say \"\"hi\"\"\",\"1\n2\r\n3\r4\"\nx,y,z\n")
        #expect(text.records == [["a,b", "say \"hi\"", "1\n2\r\n3\r4"], ["x", "y", "z"]])
        #expect(text.lines == [1, 4])
        #expect(text.faults.isEmpty)
    }

    @Test func `a quote that never closes is reported with the line on which it opens`() {
        let text = split("a,b\nc,\"d\ne,f\n")
        #expect(text.records == [["a", "b"]])
        #expect(text.faults == ["unterminatedQuote 2:2"])
        #expect(text.lost == 1)
    }

    @Test func `a quote inside a plain field and text after a quote are faults, once a field`() {
        #expect(split("a\"b\"c,d\n").faults == ["strayQuote 1:1"])
        #expect(split("x,\"b\"c\"d,e\n").faults == ["textAfterQuote 1:2"])
        #expect(split("x, \"b\"\n").faults == ["strayQuote 1:2"])
    }

    @Test func `a lone carriage return is a fault and ends the line`() {
        let text = split("a,b\rc,d\r")
        #expect(text.records == [["a", "b"], ["c", "d"]])
        #expect(text.faults == ["loneCarriageReturn 1:2", "loneCarriageReturn 1:2"])
        #expect(split("\r").faults.count == 1)
        #expect(split("a\r\r\n").records == [["a"]])
    }

    @Test(arguments: [1, 2, 3, 100])
    func `a record above the limit is reported and its bytes are not kept`(chunk: Int) {
        let text = split(Array("abcd,efgh\r\nabcd,efghi\nx\n\"abcdefghijkl\n".utf8), chunk: chunk, limit: 9)
        #expect(text.records == [["abcd", "efgh"], ["x"]])
        #expect(text.faults == ["recordTooLong 2:1", "unterminatedQuote 4:1"])
        #expect(text.lost == 2)
    }

    @Test func `chunks may end anywhere`() {
        let bytes = Array("\"a\"\"b\",c\r\n\r\n\"x\ny\",\"\"\"\"\nlast,\"\"\rz,\"q\"r\n,,".utf8)
        let whole = split(bytes)
        for size in 1...bytes.count { #expect(split(bytes, chunk: size) == whole) }
    }

    @Test func `records and fields are those of the plainest splitter`() {
        var random = SplitMix(seed: 42)
        let alphabet: [UInt8] = Array("ab,,\"\"\"\n\n\r é ".utf8)
        var wellFormed = 0
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            let ours = split(bytes, chunk: Int.random(in: 1...9, using: &random))
            if let expected = reference(bytes) {
                wellFormed += 1
                #expect(ours.records == expected && ours.faults.isEmpty, "\(bytes)")
            } else {
                #expect(!ours.faults.isEmpty, "\(bytes)")
            }
        }
        #expect(wellFormed > 1_000)
    }

    @Test func `what is written by the rules is read back`() {
        var random = SplitMix(seed: 7)
        let alphabet = Array("xyz, \"\n\r💶é")
        for _ in 0..<3_000 {
            let table = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<Int.random(in: 2...5, using: &random)).map { _ in
                    String(
                        (0..<Int.random(in: 0...6, using: &random)).map { _ in
                            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                        })
                }
            }
            let text = table.map { row in
                row.map { field -> String in
                    let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
                    guard needsQuotes || Bool.random(using: &random) else { return field }
                    return "\"" + field.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
                }.joined(separator: ",")
            }.joined(separator: Bool.random(using: &random) ? "\n" : "\r\n")
            let ours = split(Array(text.utf8), chunk: Int.random(in: 1...17, using: &random))
            #expect(ours.records == table, "\(text)")
            #expect(ours.faults.isEmpty)
        }
    }
}
