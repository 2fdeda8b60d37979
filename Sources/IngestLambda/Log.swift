import CloudAPI

#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Log lines as JSON, one object a line, straight to the file descriptor. They hold names and counts; never a secret and never a
/// value of a row.
struct Log: Sendable {
    private let clock: Clock
    private let write: @Sendable ([UInt8]) -> Void
    /// Fields that every line repeats.
    private var context: [JSON.Member] = []

    /// - Parameter write: takes one line, its end included.
    init(clock: Clock, write: @escaping @Sendable ([UInt8]) -> Void = Log.toStandardOutput) {
        self.clock = clock
        self.write = write
    }

    /// A log whose lines also carry these fields.
    func with(_ members: [(String, JSON?)]) -> Log {
        var copy = self
        copy.context += members.compactMap { name, value in value.map { JSON.Member(name, $0) } }
        return copy
    }

    func info(_ message: String, _ fields: [(String, JSON?)] = []) { line("INFO", message, fields) }
    func warning(_ message: String, _ fields: [(String, JSON?)] = []) { line("WARN", message, fields) }
    func error(_ message: String, _ fields: [(String, JSON?)] = []) { line("ERROR", message, fields) }

    /// A line that is JSON already, such as metrics.
    func raw(_ json: JSON) { write(json.bytes + [0x0A]) }

    private func line(_ level: String, _ message: String, _ fields: [(String, JSON?)]) {
        let head = [
            JSON.Member("timestamp", .string(clock.now().iso8601)), JSON.Member("level", .string(level)),
            JSON.Member("message", .string(message)),
        ]
        let own = fields.compactMap { name, value in value.map { JSON.Member(name, $0) } }
        raw(.object(head + context + own))
    }

    /// Whole lines, however many bytes the descriptor takes at once.
    static func toStandardOutput(_ line: [UInt8]) {
        line.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            var done = 0
            while done < bytes.count {
                let written = systemWrite(start + done, bytes.count - done)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return }
                done += written
            }
        }
    }
}

/// `write(2)`, under a name that a closure called `write` does not hide.
private func systemWrite(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(STDOUT_FILENO, bytes, count)
}
