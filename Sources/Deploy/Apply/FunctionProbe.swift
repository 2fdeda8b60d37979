import CloudAPI
import CloudFormation
import InfraDSL

/// Calls each function that works for a queue once with an event that holds no message: it starts with its real configuration,
/// answers, and has done nothing.
struct FunctionProbe {
    let session: Session
    let assembly: Assembly

    private static let event = Array(#"{"Records":[]}"#.utf8)

    func run() throws {
        let wanted = Self.consumers(assembly)
        guard !wanted.isEmpty else { return }
        let resources = try CloudFormationClient(session.aws).resources(of: assembly.stack.stackName)
        for id in wanted {
            guard let name = resources.first(where: { $0.logicalResourceID == id })?.physicalResourceID else {
                continue
            }
            try waitUntilReady(name, id)
            try call(name, id)
        }
    }

    /// Functions that an event source mapping names.
    static func consumers(_ assembly: Assembly) -> [String] {
        let functions = Set(
            assembly.template.entries.filter { $0.type == "AWS::Lambda::Function" }.map(\.logicalID.name))
        let named = assembly.template.entries.filter { $0.type == "AWS::Lambda::EventSourceMapping" }
            .flatMap { ($0.properties["FunctionName"]?.texts ?? []).flatMap(\.references) }
        return functions.filter { id in named.contains { $0.resource == id } }.sorted()
    }

    private func waitUntilReady(_ name: String, _ id: String) throws {
        let lambda = LambdaClient(session.aws)
        for _ in 0..<60 {
            guard let function = try lambda.function(name: name) else {
                throw Failure("The function \(name) of \(id) is gone.", advice: "Deploy again.", code: .attention)
            }
            if function.state == "Failed" || function.lastUpdateStatus == "Failed" {
                throw Failure(
                    "The function \(name) is not usable: \(function.stateReason ?? function.lastUpdateReason ?? "no reason given")",
                    advice: "Look at \(assembly.declaredPlaces[id] ?? id).", code: .attention)
            }
            if function.state != "Pending", function.lastUpdateStatus != "InProgress" { return }
            session.aws.clock.sleep(.seconds(1))
        }
        throw Failure("The function \(name) was not ready after a minute.", advice: "Deploy again.", code: .attention)
    }

    private func call(_ name: String, _ id: String) throws {
        let answer = try LambdaClient(session.aws)
            .invoke(name: name, payload: Self.event, withLog: true, timeout: .seconds(60))
        guard let error = answer.functionError else {
            return Console.step("verified: \(name) answers an empty event")
        }
        let said = (try? JSON.parse(answer.payload))?["errorMessage"]?.string
        throw Failure(
            "The function \(name) fails on an empty event (\(error)): \(said ?? "no message")",
            advice:
                "It can not load files as it is. Its log: `swift run deploy logs --env \(session.environment.name)`.",
            code: .attention)
    }
}
