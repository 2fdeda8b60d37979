import CloudAPI
import InfraDSL

/// A stack of an environment as CloudFormation shows it now, for the commands that look after it.
struct StackInQuestion {
    let session: Session
    let assembly: Assembly
    /// Nil when there is none.
    let live: CloudFormationClient.StackDescription?

    var name: String { assembly.stack.stackName }
    var client: CloudFormationClient { CloudFormationClient(session.aws) }
    var status: String { live?.status ?? "DELETE_COMPLETE" }

    static func all(_ target: EnvironmentOption) throws -> [StackInQuestion] {
        let assemblies = try target.assemblies
        let session = try Session.open(try target.environment, try Checkout.containing())
        try session.checkIdentity()
        return try assemblies.map { assembly in
            StackInQuestion(
                session: session, assembly: assembly,
                live: try CloudFormationClient(session.aws).describeStack(assembly.stack.stackName))
        }
    }

    /// The one that the command is about: the only one, or the only one that is under way.
    static func one(_ target: EnvironmentOption, preferring isMeant: (StackInQuestion) -> Bool) throws
        -> StackInQuestion
    {
        let all = try all(target)
        let meant = all.filter(isMeant)
        // Where none is meant, any of them tells that there is nothing to do.
        guard let one = meant.first ?? all.first, meant.count < 2 else {
            throw Failure(
                "\(target.name) has \(all.count) stacks, and \(meant.count) of them may be meant.",
                advice: "Name one with --stack: \(all.map(\.assembly.stack.name).joined(separator: ", ")).",
                code: .usage)
        }
        return one
    }

    var isBusy: Bool { StackStatus.situation(status) == .busy }

    func diagnosis() throws -> Diagnosis {
        let events = try live.map { try client.events(of: $0.id, since: nil, limit: 2000) } ?? []
        return Diagnosis(stack: name, status: status, events: events, declared: assembly.declaredPlaces)
    }

    /// Follows the operation that runs, from its beginning; returns when it has succeeded, throws its cause when not.
    func follow() throws {
        guard let live else { return }
        let history = try client.events(of: live.id, since: nil, limit: 2000)
        let attempt = StackAttempt(history, of: name)
        let before = attempt?.before.flatMap { id in history.firstIndex { $0.id == id } }.map { Array(history[$0...]) }
        try StackWatch(session: session, assembly: assembly)
            .run(live.id, after: before ?? [], until: attempt?.operation == "DELETE" ? .deleted : .changed)
    }
}
