import CZlib

/// zlib behind Swift types; the only file that imports CZlib.
enum Zlib {
    /// A gzip reader; `z_stream` must not move, hence a class that holds it in place.
    final class GzipReader {
        private let stream: UnsafeMutablePointer<z_stream>
        /// Nil inside a member; what came before decides about the end of the input.
        private(set) var isBetweenMembers = true

        init() {
            stream = .allocate(capacity: 1)
            stream.initialize(to: z_stream())
            guard snowline_inflate_gzip_init(stream) == Z_OK else { fatalError("zlib is out of memory") }
        }

        deinit {
            inflateEnd(stream)
            stream.deallocate()
        }

        /// Inflates from `input` into `output` until either is used up or a member ends.
        func step(_ input: inout UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) throws(GzipProblem)
            -> Int
        {
            isBetweenMembers = false
            let available = min(input.count, Int(UInt32.max))
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.pointee.avail_in = UInt32(available)
            stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(output.count)
            let status = inflate(stream, Z_NO_FLUSH)
            input = UnsafeRawBufferPointer(rebasing: input.dropFirst(available - Int(stream.pointee.avail_in)))
            switch status {
            case Z_STREAM_END:
                isBetweenMembers = true
                guard inflateReset(stream) == Z_OK else { throw .damaged("zlib cannot begin the next member") }
            case Z_OK, Z_BUF_ERROR:
                break
            default:
                throw .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib status \(status)")
            }
            return output.count - Int(stream.pointee.avail_out)
        }
    }

    /// A bare deflate stream of all bytes at the highest level.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard snowline_deflate_raw_init(&stream, 9) == Z_OK else { fatalError("zlib is out of memory") }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let count = bytes.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                guard deflate(&stream, Z_FINISH) == Z_STREAM_END else { fatalError("zlib wrote past its own bound") }
                return target.count - Int(stream.avail_out)
            }
        }
        return Array(output.prefix(count))
    }

    /// CRC-32 of zip and gzip.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
    }
}
