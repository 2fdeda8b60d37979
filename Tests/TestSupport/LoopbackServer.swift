package import CloudAPI
import Foundation
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1 for tests of the real transport: a thread for each connection, and a reply chosen
/// for each request, misbehaviour included.
package final class LoopbackServer: Sendable {
    /// One request as it came off the wire.
    package struct Received: Sendable {
        /// The connection it came on, from 1 in the order of connecting.
        package var connection: Int
        package var method: String
        /// Path and query, as sent.
        package var target: String
        package var headers: [HTTPHeader]
        package var body: [UInt8]

        package func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    package enum Reply: Sendable {
        case response(HTTPResponse)
        /// These bytes, then the end of the connection.
        case raw(String)
        /// The end of the connection without a byte.
        case hangUp
        /// Nothing, until the client gives up.
        case silence
    }

    package let port: Int
    package var endpoint: String { "http://127.0.0.1:\(port)" }

    private let socket: Int32
    private let handler: @Sendable (Received) -> Reply
    private let log = Mutex<[Received]>([])

    package struct Failure: Error {
        var call: String
    }

    /// Listens on a free port until the process ends or `stop` is called.
    package init(_ handler: @escaping @Sendable (Received) -> Reply) throws {
        self.handler = handler
        socket = Self.makeSocket()
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = socket
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else {
            close(descriptor)
            throw Failure(call: "bind")
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in acceptConnections() }
    }

    /// All requests so far.
    package var received: [Received] { log.withLock { $0 } }

    package func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    private static func makeSocket() -> Int32 {
        #if canImport(Darwin)
            Foundation.socket(AF_INET, SOCK_STREAM, 0)
        #else
            Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
    }

    private func acceptConnections() {
        var count = 0
        while true {
            let connection = accept(socket, nil, nil)
            guard connection >= 0 else { break }
            count += 1
            let number = count
            Thread.detachNewThread { [self] in
                serve(connection, number)
                close(connection)
            }
        }
        close(socket)
    }

    private func serve(_ connection: Int32, _ number: Int) {
        var buffer: [UInt8] = []
        while let request = read(connection, number, &buffer) {
            log.withLock { $0.append(request) }
            switch handler(request) {
            case .response(let response):
                guard write(connection, Self.encode(response, isHead: request.method == "HEAD")) else { return }
            case .raw(let text):
                _ = write(connection, Array(text.utf8))
                return
            case .hangUp:
                return
            case .silence:
                var byte: UInt8 = 0
                _ = recv(connection, &byte, 1, 0)
                return
            }
        }
    }

    /// The next request; nil at the end of the connection.
    private func read(_ connection: Int32, _ number: Int, _ buffer: inout [UInt8]) -> Received? {
        let separator = Array("\r\n\r\n".utf8)
        var headEnd: Int?
        while headEnd == nil {
            headEnd = buffer.indices.first { buffer[$0...].starts(with: separator) }
            if headEnd == nil, !receive(connection, &buffer) { return nil }
            // Not HTTP, such as the beginning of TLS.
            if let first = buffer.first, !(0x41...0x5A).contains(first) { return nil }
        }
        guard let headEnd else { return nil }
        let lines = String(decoding: buffer[..<headEnd], as: UTF8.self).components(separatedBy: "\r\n")
        let first = lines[0].split(separator: " ").map(String.init)
        guard first.count == 3 else { return nil }
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return HTTPHeader(parts[0], parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        buffer.removeFirst(headEnd + separator.count)
        while buffer.count < length { if !receive(connection, &buffer) { return nil } }
        let body = Array(buffer.prefix(length))
        buffer.removeFirst(length)
        return Received(connection: number, method: first[0], target: first[1], headers: headers, body: body)
    }

    private func receive(_ connection: Int32, _ buffer: inout [UInt8]) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = recv(connection, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        buffer += chunk.prefix(count)
        return true
    }

    private func write(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func encode(_ response: HTTPResponse, isHead: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(response.status) Status\r\n"
        for header in response.headers { head += "\(header.name): \(header.value)\r\n" }
        if response.header("Content-Length") == nil { head += "Content-Length: \(response.body.count)\r\n" }
        return Array("\(head)\r\n".utf8) + (isHead ? [] : response.body)
    }
}
