import CloudAPI
import Synchronization

/// A bucket, a topic, a secret and a Snowflake account in memory, behind the one seam. What a request changes stays changed, so
/// that tests can ask where a file is and which rows are loaded rather than which requests were made.
final class FakeClouds: Transport {
    struct Object {
        var bytes: [UInt8]
        var eTag: String
        var versionID: String?
        var metadata: [String: String] = [:]
        var headers: [HTTPHeader] = []
        var tags: [String: String] = [:]
        /// In place of the number of its bytes.
        var claimedSize: Int?
    }

    struct Alert {
        var subject: String
        var body: String
        var attributes: [String: String]
        var json: JSON
    }

    struct Load {
        var file: String
        var table: String
        var eTag: String
        var rows: Int
        var size: Int
    }

    /// In place of an answer: what happens to the requests that a rule is about.
    enum Mishap {
        case answer(Int, String)
        case lost(TransportFailure.Kind)
        /// The request is carried out, then its answer is lost.
        case answerLost
        /// Something happens first, then the request is carried out.
        case first(@Sendable (inout State) -> Void)
    }

    struct Rule {
        var about: String
        var times: Int
        var mishap: Mishap
    }

    struct State {
        var objects: [String: Object] = [:]
        /// Uploads in parts that are neither completed nor aborted.
        var uploads: [String: Object] = [:]
        var alerts: [Alert] = []
        var loads: [Load] = []
        var statements: [String] = []
        var bodies: [JSON] = []
        var answeredRequests: [String: JSON] = [:]
        var secret: String?
        var rules: [Rule] = []
        /// `HEAD inbox/a.csv`, `COPY history/…`, `PART history/…`, `SQL COPY`, `SNS`, `SECRET`.
        var requests: [String] = []
        /// The same, whole; those to S3.
        var sent: [HTTPRequest] = []
        var nextVersion = 1
        /// Seconds that messages were told to stay hidden, by their receipt.
        var hidden: [String: Int] = [:]
        /// In place of the rows that COPY counts.
        var rowsLoaded: Int?
        var copyAnswer: JSON?
        var historyAnswer: JSON?
    }

    let state = Mutex(State())

    func with<Value>(_ body: (inout sending State) -> sending Value) -> sending Value { state.withLock(body) }

    /// Uploads an object as a partner would.
    func put(_ key: String, _ bytes: [UInt8]) {
        with { $0.put(key, bytes) }
    }

    func fail(_ about: String, times: Int = 1, _ mishap: Mishap) {
        with { $0.rules.append(Rule(about: about, times: times, mishap: mishap)) }
    }

    func send(_ request: HTTPRequest) throws -> HTTPResponse {
        let outcome: Result<HTTPResponse, TransportFailure> = state.withLock { state in
            let call = FakeCall(request)
            state.requests.append(call.name)
            if call.path.hasPrefix("/lake/") { state.sent.append(request) }
            guard let index = state.rules.firstIndex(where: { call.name.hasPrefix($0.about) && $0.times > 0 }) else {
                return .success(state.answer(call))
            }
            state.rules[index].times -= 1
            switch state.rules[index].mishap {
            case .answer(let status, let body): return .success(HTTPResponse(status: status, body: Array(body.utf8)))
            case .lost(let kind): return .failure(TransportFailure(kind, "lost"))
            case .answerLost:
                _ = state.answer(call)
                return .failure(TransportFailure(.reset, "the answer is lost"))
            case .first(let change):
                change(&state)
                return .success(state.answer(call))
            }
        }
        return try outcome.get()
    }

    func send(_ request: HTTPRequest, receiving sink: (UnsafeRawBufferPointer) throws -> Void) throws -> HTTPResponse {
        var response = try send(request)
        guard response.isSuccess else { return response }
        for start in stride(from: 0, to: response.body.count, by: 11) {
            try response.body[start..<min(start + 11, response.body.count)].withUnsafeBytes(sink)
        }
        response.body = []
        return response
    }
}

/// A request, taken apart as far as the fakes need it.
struct FakeCall {
    let request: HTTPRequest
    let path: String
    let query: String

    init(_ request: HTTPRequest) {
        self.request = request
        let afterScheme = request.url.drop { $0 != "/" }.dropFirst(2)
        let afterHost = afterScheme.drop { $0 != "/" }
        let parts = afterHost.split(separator: "?", maxSplits: 1)
        path = PercentEncoding.decode(parts.first ?? "") ?? ""
        query = parts.count > 1 ? String(parts[1]) : ""
    }

    var isSnowflake: Bool { path.hasPrefix("/api/v2/statements") }
    var isRetry: Bool { query.contains("retry=true") }
    var statement: String { (try? JSON.parse(request.body))?["statement"]?.string ?? "" }
    /// Below the bucket, whose name is `lake`.
    var key: String { String(path.dropFirst("/lake/".count)) }
    var copySource: String? { request.header("x-amz-copy-source") }

    var name: String {
        if isSnowflake { return "SQL \(statement.prefix(while: { $0 != " " }))\(isRetry ? " again" : "")" }
        if let target = request.header("X-Amz-Target") { return target.hasPrefix("AmazonSQS") ? "QUEUE" : "SECRET" }
        if !path.hasPrefix("/lake/") { return "SNS" }
        return "\(operation) \(key)"
    }

    var isAboutUpload: Bool { query.hasPrefix("uploads") || query.contains("uploadId=") }

    private var operation: String {
        if isAboutUpload {
            switch request.method {
            case "PUT": return "PART"
            case "DELETE": return "ABORT"
            default: return query.hasPrefix("uploads") ? "BEGIN" : "COMPLETE"
            }
        }
        if query.hasPrefix("tagging") { return "TAGS" }
        return copySource == nil ? request.method : "COPY"
    }
}
