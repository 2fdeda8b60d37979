import CloudAPI
import Synchronization

/// The line between the function and the clouds, on which one request fails in a chosen way.
final class FaultLine: Transport {
    enum Fault: Sendable, Hashable {
        case status(Int)
        /// The request does not get there.
        case lost
        /// It is carried out, and its answer does not come back.
        case answerLost
        /// The process ends: nothing that follows gets out either.
        case endBefore
        case endAfter
    }

    struct Plan: Sendable {
        /// Which request fails, from 1.
        var number: Int
        var fault: Fault
        /// All later requests of the same name fail as well, so that no repetition helps.
        var lasts = false
    }

    private struct State {
        var plan: Plan?
        var count = 0
        var isEnded = false
        /// The name of the request that failed.
        var struck: String?
    }

    private let clouds: FakeClouds
    private let state = Mutex(State())

    init(to clouds: FakeClouds) { self.clouds = clouds }

    func arm(_ plan: Plan) { state.withLock { $0 = State(plan: plan) } }
    func clear() { state.withLock { $0 = State(struck: $0.struck) } }
    var struck: String? { state.withLock { $0.struck } }
    var isEnded: Bool { state.withLock { $0.isEnded } }

    func send(_ request: HTTPRequest) throws -> HTTPResponse { try pass(request) { try clouds.send(request) } }

    func send(_ request: HTTPRequest, receiving sink: (UnsafeRawBufferPointer) throws -> Void) throws -> HTTPResponse {
        try pass(request) { try clouds.send(request, receiving: sink) }
    }

    private func pass(_ request: HTTPRequest, _ carryOut: () throws -> HTTPResponse) throws -> HTTPResponse {
        let name = FakeCall(request).name
        let fault: Fault? = state.withLock { state in
            if state.isEnded { return .endBefore }
            state.count += 1
            guard let plan = state.plan else { return nil }
            guard state.count == plan.number || (plan.lasts && state.struck == name) else { return nil }
            state.struck = name
            if plan.fault == .endBefore || plan.fault == .endAfter { state.isEnded = true }
            return plan.fault
        }
        switch fault {
        case nil: return try carryOut()
        case .status(let status): return HTTPResponse(status: status)
        case .lost: throw TransportFailure(.connect, "lost")
        case .endBefore: throw TransportFailure(.other, "the process has ended")
        case .answerLost:
            _ = try? carryOut()
            throw TransportFailure(.reset, "the answer is lost")
        case .endAfter:
            _ = try? carryOut()
            throw TransportFailure(.other, "the process has ended")
        }
    }
}
