import CloudAPI
import Synchronization
import TestSupport

@testable import CloudCredentials

/// A whole world in a test's hand: its variables, files, programs, answers of people and of the network.
final class FakeWorld: Sendable {
    struct Unexpected: Error {}

    let transport: ScriptedTransport
    let clock: ManualClock
    private let variables: [String: String]
    private let state: Mutex<State>

    private struct State {
        var files: [String: String]
        var commands: [[String]] = []
        var questions: [String] = []
    }

    private let output: String?
    private let answer: String?

    /// - Parameters:
    ///   - output: what every program prints; nil where none may run.
    ///   - answer: what the person types; nil when nobody is there.
    init(
        _ variables: [String: String] = [:],
        files: [String: String] = [:],
        exchanges: [ScriptedTransport.Exchange] = [],
        output: String? = nil,
        answer: String? = nil
    ) {
        // No test waits for a metadata service that is not there.
        self.variables = ["AWS_EC2_METADATA_DISABLED": "true"].merging(variables) { $1 }
        transport = ScriptedTransport(exchanges)
        clock = ManualClock()
        state = Mutex(State(files: files))
        self.output = output
        self.answer = answer
    }

    var world: SignInWorld {
        SignInWorld(
            variables: ProcessVariables(variables),
            home: "/home/ana",
            read: { path in self.state.withLock { $0.files[path] }.map { Array($0.utf8) } },
            write: { path, bytes in self.state.withLock { $0.files[path] = String(decoding: bytes, as: UTF8.self) } },
            run: { words in
                self.state.withLock { $0.commands.append(words) }
                guard let output = self.output else { throw Unexpected() }
                return (0, Array(output.utf8))
            },
            ask: { question in
                self.state.withLock { $0.questions.append(question) }
                return self.answer
            },
            transport: transport,
            clock: clock.clock)
    }

    var commands: [[String]] { state.withLock { $0.commands } }
    var questions: [String] { state.withLock { $0.questions } }
    func file(_ path: String) -> String? { state.withLock { $0.files[path] } }

    func search(_ profile: String? = nil) -> CredentialSearch {
        CredentialSearch(world, profile: profile, region: "eu-west-1")
    }

    static let config = "/home/ana/.aws/config"
    static let credentials = "/home/ana/.aws/credentials"
}

/// Bodies of requests and answers, written short.
func form(_ request: HTTPRequest) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in String(decoding: request.body, as: UTF8.self).split(separator: "&") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        fields[parts[0]] = PercentEncoding.decode(parts.count > 1 ? parts[1] : "")
    }
    return fields
}

extension ScriptedTransport.Exchange {
    static func sts(_ operation: String, key: String = "ASIAROLE", until: String = "2025-01-11T09:00:00Z") -> Self {
        .init(
            "POST", "sts.eu-west-1.amazonaws.com/",
            .status(
                200, [:],
                "<\(operation)Response><\(operation)Result><Credentials><AccessKeyId>\(key)</AccessKeyId>"
                    + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                    + "<Expiration>\(until)</Expiration></Credentials></\(operation)Result></\(operation)Response>"))
    }
}
