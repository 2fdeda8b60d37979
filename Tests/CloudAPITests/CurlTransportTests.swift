import CloudAPI
import Foundation
import TestSupport
import Testing

@Suite struct CurlTransportTests {
    private let transport = CurlTransport(CurlTransport.Options(connectTimeout: .seconds(2)))

    private func serve(_ handler: @escaping @Sendable (LoopbackServer.Received) -> LoopbackServer.Reply) throws
        -> LoopbackServer
    {
        try LoopbackServer(handler)
    }

    private func answer(_ text: String, _ status: Int = 200, _ headers: [HTTPHeader] = []) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: Array(text.utf8))
    }

    @Test func `a request arrives as it was written`() throws {
        let server = try serve { _ in .response(HTTPResponse(status: 201, headers: [HTTPHeader("eTAG", " \"x\" ")])) }
        defer { server.stop() }
        let response = try transport.send(
            HTTPRequest(
                method: "PUT", url: server.endpoint + "/a/../b//%2e?x=%20&y",
                headers: [HTTPHeader("X-One", "1"), HTTPHeader("X-Empty", "")], body: Array("body".utf8)))
        #expect(response.status == 201)
        #expect(response.header("ETag") == "\"x\"")
        let request = try #require(server.received.first)
        #expect(request.method == "PUT")
        #expect(request.target == "/a/../b//%2e?x=%20&y")
        #expect(request.header("X-One") == "1")
        #expect(request.header("X-Empty")?.isEmpty == true)
        #expect(request.body == Array("body".utf8))
        for name in ["Expect", "Content-Type", "Accept", "Accept-Encoding", "User-Agent"] {
            #expect(request.header(name) == nil, "\(name) was added")
        }
    }

    @Test(arguments: ["GET", "HEAD", "DELETE", "POST", "PUT"])
    func `every method goes without a body`(method: String) throws {
        let server = try serve { _ in .response(HTTPResponse(status: 200, headers: [HTTPHeader("Content-Length", "0")]))
        }
        defer { server.stop() }
        #expect(try transport.send(HTTPRequest(method: method, url: server.endpoint + "/")).status == 200)
        #expect(server.received.map(\.method) == [method])
        let needsLength = method == "POST" || method == "PUT"
        #expect(server.received[0].header("Content-Length") == (needsLength ? "0" : nil))
    }

    @Test func `the length of a HEAD answer is told though no body comes`() throws {
        let server = try serve { _ in
            .response(HTTPResponse(status: 200, headers: [HTTPHeader("Content-Length", "42")]))
        }
        defer { server.stop() }
        for _ in 0..<2 {
            let response = try transport.send(HTTPRequest(method: "HEAD", url: server.endpoint + "/"))
            #expect(response.header("content-length") == "42")
            #expect(response.body.isEmpty)
        }
        #expect(server.received.map(\.connection) == [1, 1])
    }

    @Test func `a connection serves one request after the other`() throws {
        let server = try serve { .response(HTTPResponse(status: 200, body: $0.body)) }
        defer { server.stop() }
        for text in ["one", "two", "three"] {
            let response = try transport.send(
                HTTPRequest(method: "POST", url: server.endpoint + "/", body: Array(text.utf8)))
            #expect(response.body == Array(text.utf8))
        }
        #expect(server.received.map(\.connection) == [1, 1, 1])
    }

    @Test func `a kept connection that has died costs no request`() throws {
        let server = try serve { request in
            request.connection == 1 && request.target == "/second" ? .hangUp : .response(HTTPResponse(status: 200))
        }
        defer { server.stop() }
        #expect(try transport.send(HTTPRequest(url: server.endpoint + "/first")).status == 200)
        #expect(try transport.send(HTTPRequest(url: server.endpoint + "/second")).status == 200)
        #expect(server.received.map(\.connection) == [1, 1, 2])
    }

    @Test func `a fresh connection that breaks is a failure, not a loop`() throws {
        let server = try serve { _ in .hangUp }
        defer { server.stop() }
        let failure = #expect(throws: TransportFailure.self) {
            try transport.send(HTTPRequest(url: server.endpoint + "/?secret=1"))
        }
        #expect(failure?.kind == .reset)
        #expect(failure?.message.contains("secret") == false)
        #expect(server.received.count == 1)
    }

    @Test func `redirects and errors are answers`() throws {
        let redirect = answer("moved", 301, [HTTPHeader("Location", "http://127.0.0.1:1/")])
        let server = try serve { _ in .response(redirect) }
        defer { server.stop() }
        let response = try transport.send(HTTPRequest(url: server.endpoint + "/"))
        #expect(response.status == 301)
        #expect(response.body == Array("moved".utf8))
    }

    @Test func `the body of a good answer is streamed, that of an error is not`() throws {
        let large = String(repeating: "0123456789", count: 100_000)
        let good = answer(large)
        let bad = answer("<Error/>", 404)
        let server = try serve { .response($0.target == "/good" ? good : bad) }
        defer { server.stop() }
        var bytes: [UInt8] = []
        var chunks = 0
        let response = try transport.send(HTTPRequest(url: server.endpoint + "/good")) {
            chunks += 1
            bytes += $0
        }
        #expect(response.status == 200)
        #expect(response.body.isEmpty)
        #expect(bytes == Array(large.utf8))
        #expect(chunks > 1)
        let refused = try transport.send(HTTPRequest(url: server.endpoint + "/bad")) { _ in Issue.record("streamed") }
        #expect(refused.body == Array("<Error/>".utf8))
    }

    @Test func `an error of the receiver ends the transfer and comes out as it is`() throws {
        struct Enough: Error {}
        let large = answer(String(repeating: "x", count: 5_000_000))
        let server = try serve { _ in .response(large) }
        defer { server.stop() }
        #expect(throws: Enough.self) {
            try transport.send(HTTPRequest(url: server.endpoint + "/")) { _ in throw Enough() }
        }
        #expect(try transport.send(HTTPRequest(url: server.endpoint + "/")).body.count == 5_000_000)
    }

    @Test func `an answer cut short is a failure after what came`() throws {
        let server = try serve { _ in .raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") }
        defer { server.stop() }
        var bytes: [UInt8] = []
        let failure = #expect(throws: TransportFailure.self) {
            try transport.send(HTTPRequest(url: server.endpoint + "/")) { bytes += $0 }
        }
        #expect(failure?.kind == .reset)
        #expect(bytes == Array("half".utf8))
    }

    @Test func `an interim answer is not the answer`() throws {
        let server = try serve { _ in
            .raw("HTTP/1.1 100 Continue\r\nX-A: 1\r\n\r\nHTTP/1.1 204 No Content\r\nX-B: 2\r\n\r\n")
        }
        defer { server.stop() }
        let response = try transport.send(HTTPRequest(url: server.endpoint + "/"))
        #expect(response.status == 204)
        #expect(response.header("X-A") == nil)
        #expect(response.header("x-b") == "2")
    }

    @Test func `chunked and gzip answers come decoded`() throws {
        let gzip = try #require(
            Data(base64Encoded: "H4sIAAAAAAACA8tIzcnJVyjPL8pJAQCFEUoNCwAAAA==").map { [UInt8]($0) })
        let server = try serve { request in
            request.header("Accept-Encoding") == "gzip"
                ? .response(HTTPResponse(status: 200, headers: [HTTPHeader("Content-Encoding", "gzip")], body: gzip))
                : .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
        }
        defer { server.stop() }
        let chunked = try transport.send(HTTPRequest(url: server.endpoint + "/"))
        #expect(String(decoding: chunked.body, as: UTF8.self) == "hello world")
        let zipped = try transport.send(HTTPRequest(url: server.endpoint + "/", acceptsGzip: true))
        #expect(String(decoding: zipped.body, as: UTF8.self) == "hello world")
    }

    @Test func `gzip that was not asked for is left as it is`() throws {
        let server = try serve { _ in
            .response(
                HTTPResponse(status: 200, headers: [HTTPHeader("Content-Encoding", "gzip")], body: [0x1F, 0x8B, 0]))
        }
        defer { server.stop() }
        #expect(try transport.send(HTTPRequest(url: server.endpoint + "/")).body == [0x1F, 0x8B, 0])
    }

    @Test func `silence ends with the time given`() throws {
        let server = try serve { _ in .silence }
        defer { server.stop() }
        let failure = #expect(throws: TransportFailure.self) {
            try transport.send(HTTPRequest(url: server.endpoint + "/", timeout: .milliseconds(200)))
        }
        #expect(failure?.kind == .timeout)
    }

    @Test func `a closed port and an unknown name are failures to connect`() throws {
        let server = try serve { _ in .hangUp }
        server.stop()
        let closed = #expect(throws: TransportFailure.self) {
            try transport.send(HTTPRequest(url: "http://127.0.0.1:1/"))
        }
        #expect(closed?.kind == .connect)
        let unknown = #expect(throws: TransportFailure.self) {
            try transport.send(HTTPRequest(url: "http://no-such-host.invalid/"))
        }
        #expect(unknown?.kind == .connect)
        #expect(unknown?.message.contains("no-such-host.invalid") == true)
    }

    @Test(arguments: [
        HTTPRequest(url: "ftp://127.0.0.1/"), HTTPRequest(url: "file:///etc/passwd"), HTTPRequest(url: "http://a b/"),
        HTTPRequest(url: "http://127.0.0.1/\r\nX: y"), HTTPRequest(url: "http://user@127.0.0.1/"),
        HTTPRequest(method: "GET / HTTP/1.1\r\nX:", url: "http://127.0.0.1/"),
        HTTPRequest(url: "http://127.0.0.1/", headers: [HTTPHeader("X", "a\r\nY: b")]),
        HTTPRequest(url: "http://127.0.0.1/", headers: [HTTPHeader("X: a", "b")]),
        HTTPRequest(url: "http://127.0.0.1/", headers: [HTTPHeader("X", "a\0")]),
    ])
    func `what would break out of the head of a message is not sent`(request: HTTPRequest) {
        let failure = #expect(throws: TransportFailure.self) { try transport.send(request) }
        #expect(failure?.kind == .other)
    }

    @Test func `many threads share one transport`() throws {
        let server = try serve { .response(HTTPResponse(status: 200, body: Array($0.target.utf8))) }
        defer { server.stop() }
        let endpoint = server.endpoint
        DispatchQueue.concurrentPerform(iterations: 64) { index in
            let response = try? transport.send(HTTPRequest(url: "\(endpoint)/\(index)"))
            #expect(response.map { String(decoding: $0.body, as: UTF8.self) } == "/\(index)")
        }
        #expect(Set(server.received.map(\.connection)).count < 64)
    }
}
