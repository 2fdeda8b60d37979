package import CloudAPI
import Synchronization

/// S3 and CloudFormation in memory behind the one seam, with a clock, the keys it takes, and a fault for any call.
package final class FakeAWS: Transport {
    package enum Fault: String, Sendable, CaseIterable {
        /// The connection breaks before anything is done.
        case reset
        /// Everything is done, and the answer is lost.
        case lostAnswer
        case timeout
        case internalError
        case unavailable
        case throttle
        /// The answer ends in the middle.
        case cutBody
    }

    private struct State {
        var s3 = FakeS3()
        var cloudFormation: FakeCloudFormation
        var calls: [String] = []
        /// Access keys that are taken; nil takes any.
        var keys: Set<String>?
        /// How far this service's clock is ahead of the caller's.
        var skew = Duration.zero
    }

    private let clock: ManualClock
    private let state: Mutex<State>
    private let fault: @Sendable (Int, String) -> Fault?

    /// - Parameter fault: for the n-th call, from 1, and its name.
    package init(_ clock: ManualClock, fault: @escaping @Sendable (Int, String) -> Fault? = { _, _ in nil }) {
        self.clock = clock
        self.fault = fault
        state = Mutex(State(cloudFormation: FakeCloudFormation(began: clock.clock.now())))
    }

    /// Operations in the order they came: `CreateChangeSet`, `PUT /bucket/key`.
    package var calls: [String] { state.withLock { $0.calls } }

    /// Changes how CloudFormation behaves.
    package func behave(_ change: (inout FakeCloudFormation) -> Void) { state.withLock { change(&$0.cloudFormation) } }

    package func accept(keys: Set<String>) { state.withLock { $0.keys = keys } }

    package func setSkew(_ skew: Duration) { state.withLock { $0.skew = skew } }

    package func object(_ path: String) -> [UInt8]? { state.withLock { $0.s3.body(path) } }

    /// A stack as it stands: its state, its template, its change sets, how often an operation was begun on it.
    package func stack(_ name: String) -> (status: String, template: String, changeSets: Int, operations: Int)? {
        state.withLock { state in
            state.cloudFormation.stacks.last { $0.name == name }
                .map { ($0.status, $0.template, $0.changeSets.count, $0.operations) }
        }
    }

    /// Puts a stack there in some state, as if somebody else had.
    package func place(_ name: String, _ status: String, template: String = "", changeSets: [String] = []) {
        state.withLock { state in
            var stack = FakeStack(id: "arn:aws:cloudformation:eu-west-1:111111111111:stack/\(name)/0", name: name)
            stack.status = status
            stack.template = template
            stack.changeSets = changeSets.map {
                .init(id: "id-\($0)", name: $0, type: "CREATE", template: "", ready: .zero, isEmpty: false)
            }
            stack.log(name, "AWS::CloudFormation::Stack", status, "", clock.clock.now())
            state.cloudFormation.stacks.append(stack)
        }
    }

    package func send(_ request: HTTPRequest) throws -> HTTPResponse {
        let name = Self.name(request)
        let number = state.withLock { state in
            state.calls.append(name)
            return state.calls.count
        }
        switch fault(number, name) {
        case nil: return answer(request)
        case .reset: throw TransportFailure(.reset, "\(name): connection reset by peer")
        case .timeout: throw TransportFailure(.timeout, "\(name): no answer in time")
        case .lostAnswer:
            _ = answer(request)
            throw TransportFailure(.reset, "\(name): connection reset by peer")
        case .cutBody:
            var response = answer(request)
            guard response.body.count > 1 else { throw TransportFailure(.reset, "\(name): cut") }
            response.body.removeLast(response.body.count / 2)
            throw TransportFailure(.reset, "\(name): \(response.body.count) bytes and the end of the connection")
        case .internalError: return HTTPResponse(status: 500)
        case .unavailable: return HTTPResponse(status: 503)
        case .throttle:
            return HTTPResponse(
                status: 400,
                body: Array(
                    "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>"
                        .utf8))
        }
    }

    package func send(_ request: HTTPRequest, receiving sink: (UnsafeRawBufferPointer) throws -> Void) throws
        -> HTTPResponse
    {
        let response = try send(request)
        if response.isSuccess { try response.body.withUnsafeBytes(sink) }
        return response
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        state.withLock { state in
            let now = clock.clock.now() + state.skew
            var response =
                Self.refusal(request, state.keys, now)
                ?? (request.url.contains("cloudformation.")
                    ? state.cloudFormation.answer(request, at: clock.elapsed) : state.s3.answer(request, at: now))
            response.headers.append(HTTPHeader("Date", now.rfc1123))
            return response
        }
    }

    /// Keys that have ended, and signatures more than five minutes off (Signature Version 4).
    private static func refusal(_ request: HTTPRequest, _ keys: Set<String>?, _ now: Timestamp) -> HTTPResponse? {
        let signature = request.header("Authorization") ?? ""
        if let keys, !keys.contains(where: { signature.contains("Credential=\($0)/") }) { return error("ExpiredToken") }
        guard let stamp = request.header("X-Amz-Date").flatMap(Timestamp.init(iso8601:)) else { return nil }
        let off = abs((stamp - now).components.seconds)
        return off > 300 ? error("RequestTimeTooSkewed") : nil
    }

    private static func error(_ code: String) -> HTTPResponse {
        HTTPResponse(
            status: 403,
            body: Array(
                "<ErrorResponse><Error><Code>\(code)</Code><Message>\(code)</Message></Error></ErrorResponse>".utf8))
    }

    private static func name(_ request: HTTPRequest) -> String {
        let form = String(decoding: request.body, as: UTF8.self)
        if let action = form.split(separator: "&").first(where: { $0.hasPrefix("Action=") }) {
            return String(action.dropFirst(7))
        }
        return "\(request.method) \(HTTPURL(request.url)?.path ?? "")"
    }
}
