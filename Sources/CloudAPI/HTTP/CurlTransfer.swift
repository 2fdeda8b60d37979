/// Collects one answer as libcurl hands it over: status line, fields, body.
final class CurlTransfer {
    private(set) var status = 0
    private(set) var headers: [HTTPHeader] = []
    private(set) var body: [UInt8] = []
    /// Why the transfer was broken off on our side.
    private(set) var stopped: (any Error)?
    private let limit: Int
    private let sink: ((UnsafeRawBufferPointer) throws -> Void)?

    init(limit: Int, sink: ((UnsafeRawBufferPointer) throws -> Void)?) {
        self.limit = limit
        self.sink = sink
    }

    /// Anything of an answer has arrived, so that the request must be taken as carried out.
    var hasBegun: Bool { status != 0 }

    /// Takes one line of the head; returns the bytes taken (another count makes libcurl stop).
    func receive(headerLine line: UnsafeRawBufferPointer) -> Int {
        let text = line.prefix { $0 != 0x0D && $0 != 0x0A }
        if text.starts(with: "HTTP/".utf8) {
            // An interim answer (100, 103) is followed by the real one.
            let fields = text.split(separator: 0x20, maxSplits: 2)
            status = fields.count > 1 ? Int(String(decoding: fields[1], as: UTF8.self)) ?? 0 : 0
            headers = []
        } else if let colon = text.firstIndex(of: 0x3A) {
            let name = String(decoding: text[..<colon], as: UTF8.self)
            headers.append(HTTPHeader(name, String(decoding: trimmed(text[(colon + 1)...]), as: UTF8.self)))
        }
        return line.count
    }

    /// Takes one chunk of the body; returns the bytes taken (another count makes libcurl stop).
    func receive(chunk: UnsafeRawBufferPointer) -> Int {
        if let sink, (200..<300).contains(status) {
            do {
                try sink(chunk)
            } catch {
                stopped = error
                return 0
            }
        } else {
            guard body.count + chunk.count <= limit else {
                stopped = TransportFailure(.other, "the answer is larger than \(limit) bytes")
                return 0
            }
            body.append(contentsOf: chunk)
        }
        return chunk.count
    }

    private func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        var bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
        return bytes
    }
}
