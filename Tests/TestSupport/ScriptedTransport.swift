package import CloudAPI
import Synchronization
import Testing

/// Plays a list of exchanges in order and records what was asked. A request that the script does not expect, or one
/// too many, fails the running test.
package final class ScriptedTransport: Transport {
    package struct Exchange: Sendable {
        package var method: String
        /// The address must end in this, or contain it if it begins with `*`.
        package var address: String
        package var answer: Answer

        package init(_ method: String, _ address: String, _ answer: Answer) {
            self.method = method
            self.address = address
            self.answer = answer
        }

        func matches(_ request: HTTPRequest) -> Bool {
            guard request.method == method else { return false }
            return address.hasPrefix("*")
                ? request.url.contains(address.dropFirst()) : request.url.hasSuffix(address)
        }
    }

    package enum Answer: Sendable {
        case response(HTTPResponse)
        case failure(TransportFailure)
        /// A body that breaks off after these bytes.
        case broken(HTTPResponse, TransportFailure)

        package static func status(_ status: Int, _ headers: [String: String] = [:], _ body: String = "") -> Answer {
            .response(
                HTTPResponse(
                    status: status,
                    headers: headers.sorted { $0.key < $1.key }.map { HTTPHeader($0.key, $0.value) },
                    body: Array(body.utf8)
                )
            )
        }
    }

    private struct State {
        var script: [Exchange]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    package init(_ script: [Exchange]) {
        state = Mutex(State(script: script))
    }

    /// All requests so far.
    package var requests: [HTTPRequest] { state.withLock { $0.requests } }

    /// What has not been asked for yet; empty when the script has been played to its end.
    package var remaining: [String] { state.withLock { $0.script.map { "\($0.method) \($0.address)" } } }

    package func send(_ request: HTTPRequest) throws -> HTTPResponse {
        switch try answer(to: request) {
        case .response(let response): return response
        case .failure(let failure), .broken(_, let failure): throw failure
        }
    }

    package func send(_ request: HTTPRequest, receiving sink: (UnsafeRawBufferPointer) throws -> Void) throws
        -> HTTPResponse
    {
        var failure: TransportFailure?
        var response: HTTPResponse
        switch try answer(to: request) {
        case .response(let whole): response = whole
        case .failure(let failure): throw failure
        case .broken(let part, let reason): (response, failure) = (part, reason)
        }
        guard response.isSuccess else { return response }
        // In small pieces, so that what depends on the size of a chunk shows.
        for start in stride(from: 0, to: response.body.count, by: 7) {
            try response.body[start..<min(start + 7, response.body.count)].withUnsafeBytes(sink)
        }
        if let failure { throw failure }
        response.body = []
        return response
    }

    private func answer(to request: HTTPRequest) throws -> Answer {
        let next: Exchange? = state.withLock { state in
            state.requests.append(request)
            guard let first = state.script.first, first.matches(request) else { return nil }
            return state.script.removeFirst()
        }
        guard let next else {
            let expected = remaining.first ?? "no further request"
            Issue.record("asked for \(request.method) \(request.url); the script has \(expected)")
            throw TransportFailure(.other, "\(request.method) \(request.url) is not in the script")
        }
        return next.answer
    }
}
