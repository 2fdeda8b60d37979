import CloudAPI
import Synchronization
import TestSupport
import Testing

@testable import IngestLambda

@Suite(.serialized) struct RuntimeLoopTests {
    private let time = ManualClock()

    private func event(_ id: String) -> ScriptedTransport.Exchange {
        .init(
            "GET", "/runtime/invocation/next",
            .status(
                200,
                [
                    "Lambda-Runtime-Aws-Request-Id": id, "Lambda-Runtime-Trace-Id": "Root=1",
                    "Lambda-Runtime-Deadline-Ms": String((time.clock.now().seconds + 30) * 1000),
                ], "{}"))
    }

    private func run(
        _ script: [ScriptedTransport.Exchange], events: Int,
        handle: @escaping (RuntimeClient.Invocation, Deadline) throws -> [UInt8] = { _, _ in Array("{}".utf8) }
    ) throws -> ScriptedTransport {
        let transport = ScriptedTransport(script)
        var left = events
        let loop = RuntimeLoop(
            runtime: RuntimeClient(address: "127.0.0.1:9001", transport: transport, clock: time.clock),
            log: Log(clock: time.clock, write: { _ in }), clock: time.clock, handle: handle,
            isEnding: {
                defer { left -= 1 }
                return left == 0
            })
        try loop.run()
        #expect(transport.remaining.isEmpty)
        return transport
    }

    @Test func `events are taken without a time limit and answered one after the other`() throws {
        let transport = try run(
            [
                event("a"), .init("POST", "/runtime/invocation/a/response", .status(202)), event("b"),
                .init("POST", "/runtime/invocation/b/response", .status(202)),
            ], events: 2)
        #expect(transport.requests[0].timeout == .zero)
        #expect(transport.requests.allSatisfy { $0.url.hasPrefix("http://127.0.0.1:9001/2018-06-01/runtime/") })
    }

    @Test func `the deadline of the header is kept, less a margin`() throws {
        let seen = Mutex<Deadline?>(nil)
        _ = try run([event("a"), .init("POST", "/a/response", .status(202))], events: 1) { _, deadline in
            seen.withLock { $0 = deadline }
            return []
        }
        #expect(seen.withLock { $0?.end } == .seconds(30))
        #expect(seen.withLock { $0?.work } == .seconds(27))
    }

    @Test func `a failed invocation is reported with its type and the loop goes on`() throws {
        let transport = try run(
            [
                event("a"), .init("POST", "/runtime/invocation/a/error", .status(202)), event("b"),
                .init("POST", "/runtime/invocation/b/response", .status(202)),
            ], events: 2
        ) { invocation, _ in
            if invocation.requestID == "a" { throw InvocationFailure(type: "Ingest.Retry", message: "because \"é\"\n") }
            return []
        }
        let report = transport.requests[1]
        #expect(report.header("Lambda-Runtime-Function-Error-Type") == "Ingest.Retry")
        let body = try JSON.parse(report.body)
        #expect(body["errorMessage"]?.string == "because \"é\"\n" && body["errorType"]?.string == "Ingest.Retry")
    }

    @Test func `a post that fails is tried again, and what has arrived twice is no error`() throws {
        _ = try run(
            [
                event("a"), .init("POST", "/a/response", .failure(TransportFailure(.reset, "lost"))),
                .init("POST", "/a/response", .status(500)), .init("POST", "/a/response", .status(400)),
            ], events: 1)
        #expect(time.waits.count == 2)
    }

    @Test func `a Runtime API that stays away ends the process`() throws {
        let lost = ScriptedTransport.Exchange("POST", "/a/response", .failure(TransportFailure(.reset, "lost")))
        #expect(throws: RuntimeClient.Problem.self) { try run([event("a"), lost, lost, lost], events: 1) }
        let gone = ScriptedTransport.Exchange("GET", "/next", .failure(TransportFailure(.connect, "gone")))
        #expect(throws: RuntimeClient.Problem.self) { try run([gone, gone, gone], events: 1) }
    }

    @Test func `a failure to start is reported`() throws {
        let transport = ScriptedTransport([.init("POST", "/runtime/init/error", .status(202))])
        let runtime = RuntimeClient(address: "127.0.0.1:9001", transport: transport, clock: time.clock)
        try runtime.failToStart(type: "Ingest.Configuration", message: "BUCKET is missing")
        #expect(try JSON.parse(transport.requests[0].body)["errorMessage"]?.string == "BUCKET is missing")
    }
}
