import CloudAPI
import Foundation
import TestSupport
import Testing

/// Against `openssl s_server` with a certificate made for the test.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"))) struct TLSTests {
    private func openssl(_ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs `body` with the port of a server, and the path of its certificate.
    private func withServer(_ options: [String], _ body: (Int, String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try openssl(
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "2",
                "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1",
            ], in: folder
        ).waitUntilExit()
        // A port that was free a moment ago.
        let probe = try LoopbackServer { _ in .hangUp }
        let port = probe.port
        probe.stop()
        let server = try openssl(
            ["s_server", "-accept", "127.0.0.1:\(port)", "-key", "key.pem", "-cert", "cert.pem", "-www", "-quiet"]
                + options, in: folder)
        defer {
            // Not SIGTERM: a child of a dispatch thread inherits a mask that blocks it.
            kill(server.processIdentifier, SIGKILL)
            server.waitUntilExit()
        }
        try body(port, folder.appending(path: "cert.pem").path)
    }

    /// Until the server listens.
    private func get(_ port: Int, host: String = "127.0.0.1", caFile: String?) throws -> HTTPResponse {
        let transport = CurlTransport(CurlTransport.Options(caFile: caFile))
        for _ in 0..<100 {
            do {
                return try transport.send(HTTPRequest(url: "https://\(host):\(port)/"))
            } catch let failure as TransportFailure where failure.kind == .connect {
                Clock.system.sleep(.milliseconds(50))
            }
        }
        return try transport.send(HTTPRequest(url: "https://\(host):\(port)/"))
    }

    @Test func `a certificate is accepted if its root is named, and refused otherwise`() throws {
        try withServer([]) { port, certificate in
            let accepted = try get(port, caFile: certificate)
            #expect(accepted.status == 200)
            let unknown = #expect(throws: TransportFailure.self) { try get(port, caFile: nil) }
            #expect(unknown?.kind == .tls)
            let otherName = #expect(throws: TransportFailure.self) {
                try get(port, host: "localhost", caFile: certificate)
            }
            #expect(otherName?.kind == .tls)
        }
    }

    @Test func `TLS before 1.2 is refused`() throws {
        try withServer(["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]) { port, certificate in
            let failure = #expect(throws: TransportFailure.self) { try get(port, caFile: certificate) }
            #expect(failure?.kind == .tls)
        }
    }

    @Test func `a connection that breaks in the handshake may be tried again`() throws {
        let server = try LoopbackServer { _ in .hangUp }
        defer { server.stop() }
        let failure = #expect(throws: TransportFailure.self) {
            try CurlTransport().send(HTTPRequest(url: "https://127.0.0.1:\(server.port)/", timeout: .seconds(2)))
        }
        #expect(failure?.kind == .connect, "\(failure?.message ?? "")")
    }
}
