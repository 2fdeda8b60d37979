import Contracts
import DataContract
import FileValidation

#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Reads a file and validates it, as the function does with what comes from S3: `ValidateFile FILE DATASET`. Prints rows, bytes,
/// breaches, seconds and the largest resident size in kilobytes, one line of JSON.
@main
enum ValidateFile {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let dataset = Dataset.all.first(where: { $0.name == arguments[2] }) else {
            return fail("usage: ValidateFile FILE DATASET")
        }
        let file = open(arguments[1], O_RDONLY)
        guard file >= 0 else { return fail("can not read \(arguments[1])") }
        let started = ContinuousClock.now
        var validation = FileValidation(dataset, size: Int(lseek(file, 0, SEEK_END)))
        lseek(file, 0, SEEK_SET)
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        do {
            while true {
                let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
                guard count > 0 else { break }
                try buffer.withUnsafeBytes { try validation.consume(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            }
            let report = try validation.finish()
            let seconds = (ContinuousClock.now - started) / .seconds(1)
            print(
                #"{"rows":\#(report.dataRows),"bytes":\#(report.bytes),"breaches":\#(report.totalBreaches),"#
                    + #""seconds":\#(seconds),"peakKB":\#(peakKilobytes())}"#)
        } catch {
            fail("\(error)")
        }
    }

    /// `VmHWM` of /proc/self/status: unlike getrusage(2) it begins with this program, not with the one that started it.
    private static func peakKilobytes() -> Int {
        let status = open("/proc/self/status", O_RDONLY)
        var buffer = [UInt8](repeating: 0, count: 8 << 10)
        let count = buffer.withUnsafeMutableBytes { read(status, $0.baseAddress, $0.count) }
        let lines = buffer[..<max(0, count)].split(separator: UInt8(ascii: "\n"))
        let line = lines.first { $0.starts(with: "VmHWM:".utf8) } ?? []
        return line.filter { (0x30...0x39).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func fail(_ message: String) {
        let line = Array((message + "\n").utf8)
        _ = write(2, line, line.count)
        exit(1)
    }
}
