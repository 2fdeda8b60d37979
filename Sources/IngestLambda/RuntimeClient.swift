import CloudAPI

/// The Runtime API of AWS Lambda (docs.aws.amazon.com/lambda, "Building a custom runtime").
struct RuntimeClient: Sendable {
    /// One event to handle.
    struct Invocation: Sendable {
        let requestID: String
        let event: [UInt8]
        /// Milliseconds since 1970.
        let deadline: Int?
        let traceID: String?
    }

    /// The Runtime API is gone or does not understand us; the process can only end and be replaced.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    private let base: String
    private let transport: any Transport
    private let clock: Clock

    init(address: String, transport: any Transport, clock: Clock) {
        base = "http://\(address)/2018-06-01/runtime"
        self.transport = transport
        self.clock = clock
    }

    /// Waits for the next event, for as long as it takes: between two events the process is frozen.
    func next() throws -> Invocation {
        try persistently("next") { _ in
            let answer = try transport.send(HTTPRequest(url: "\(base)/invocation/next", timeout: .zero))
            guard answer.status == 200, let id = answer.header("Lambda-Runtime-Aws-Request-Id"), !id.isEmpty else {
                throw Problem(description: "the Runtime API answered \(answer.status) to next")
            }
            return Invocation(
                requestID: id, event: answer.body,
                deadline: answer.header("Lambda-Runtime-Deadline-Ms").flatMap { Int($0) },
                traceID: answer.header("Lambda-Runtime-Trace-Id"))
        }
    }

    func respond(to requestID: String, _ body: [UInt8]) throws {
        try post("/invocation/\(PercentEncoding.encode(requestID))/response", body, errorType: nil)
    }

    func fail(_ requestID: String, type: String, message: String) throws {
        let path = "/invocation/\(PercentEncoding.encode(requestID))/error"
        try post(path, Self.body(type: type, message: message), errorType: type)
    }

    /// Reports that the function cannot start.
    func failToStart(type: String, message: String) throws {
        try post("/init/error", Self.body(type: type, message: message), errorType: type)
    }

    private static func body(type: String, message: String) -> [UInt8] {
        let json: JSON = ["errorMessage": .string(message), "errorType": .string(type), "stackTrace": []]
        return json.bytes
    }

    private func post(_ path: String, _ body: [UInt8], errorType: String?) throws {
        var request = HTTPRequest(method: "POST", url: base + path, body: body, timeout: .seconds(10))
        request.setHeader("Content-Type", "application/json")
        if let errorType { request.setHeader("Lambda-Runtime-Function-Error-Type", errorType) }
        try persistently(path) { attempt in
            let answer = try transport.send(request)
            // An answer that was posted but not acknowledged is refused the second time: it has arrived.
            if attempt > 0, answer.status == 400 || answer.status == 403 { return }
            guard answer.isSuccess else {
                throw Problem(description: "the Runtime API answered \(answer.status) to \(path)")
            }
        }
    }

    /// Three attempts, close together.
    private func persistently<Value>(_ what: String, _ body: (_ attempt: Int) throws -> Value) throws -> Value {
        var attempt = 0
        while true {
            do {
                return try body(attempt)
            } catch {
                attempt += 1
                guard attempt < 3 else { throw Problem(description: "the Runtime API cannot be reached: \(error)") }
                clock.sleep(.milliseconds(50 * attempt))
            }
        }
    }
}
