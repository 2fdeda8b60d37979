import Compression
import Foundation
import Testing

@Suite struct ZipArchiveTests {
    private func archive(_ order: [Int]) throws -> [UInt8] {
        let files: [(String, UInt16, String)] = [
            ("bootstrap", 0o755, String(repeating: "machine code ", count: 500)),
            ("lib/a.so", 0o644, "x"),
            ("empty", 0o600, ""),
        ]
        var archive = ZipArchive()
        for index in order {
            try archive.add(name: files[index].0, mode: files[index].1, bytes: Array(files[index].2.utf8))
        }
        return try archive.bytes()
    }

    @Test func `the order of adding does not matter`() throws {
        #expect(try archive([0, 1, 2]) == archive([2, 1, 0]))
    }

    @Test(arguments: ["", "/etc/passwd", "a//b", "../a", "a/./b", "a\\b", "a\0b"])
    func `a name that may leave the folder is refused`(name: String) {
        var archive = ZipArchive()
        #expect(throws: ZipArchive.Problem.name(name)) { try archive.add(name: name, bytes: []) }
    }

    @Test func `a name stands for one file`() throws {
        var archive = ZipArchive()
        try archive.add(name: "a", bytes: [])
        #expect(throws: ZipArchive.Problem.name("a")) { try archive.add(name: "a", bytes: [1]) }
    }

    @Test func `another reader finds names, modes, dates and contents`() throws {
        let script = """
            import sys, zipfile, io
            z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
            assert z.testzip() is None
            for i in z.infolist(): print(i.filename, oct(i.external_attr >> 16), i.date_time[:3], i.file_size)
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(archive([0, 1, 2])))
        try input.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(
            text == """
                bootstrap 0o100755 (1980, 1, 1) 6500
                empty 0o100600 (1980, 1, 1) 0
                lib/a.so 0o100644 (1980, 1, 1) 1

                """)
        #expect(process.terminationStatus == 0)
    }
}
