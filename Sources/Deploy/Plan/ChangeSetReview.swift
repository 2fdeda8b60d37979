import CloudAPI
import CloudFormation
import Foundation
import InfraDSL

/// What CloudFormation itself says to a planned update: a change set that is made, read and taken away again. Schemas know
/// what a property does; only CloudFormation knows which resources change because others do.
struct ChangeSetReview: Sendable {
    /// By logical id.
    let changes: [String: CloudFormationClient.Change]
    /// Why there is no word of CloudFormation's; nil when there is.
    let silence: String?

    init(changes: [CloudFormationClient.Change]) {
        self.changes = Dictionary(changes.map { ($0.logicalResourceID, $0) }) { first, _ in first }
        silence = nil
    }

    init(silence: String) {
        changes = [:]
        self.silence = silence
    }

    subscript(_ id: String) -> ReplacementVerdict? { changes[id].flatMap { ReplacementVerdict($0) } }

    /// Nil when there is no stack to change, or nothing to change in it.
    static func read(for plan: Plan, through session: Session) throws -> ChangeSetReview? {
        guard case .update = plan.stack, plan.obstacle == nil else { return nil }
        let parameters = plan.parameters.compactMap { parameter in
            parameter.value.map { CloudFormationClient.NamedValue(parameter.name, $0) }
        }
        guard plan.moves.isEmpty else { return ChangeSetReview(silence: "resources are moved first") }
        guard parameters.count == plan.parameters.count else {
            return ChangeSetReview(silence: "values are missing that Snowflake knows after its first statements")
        }
        guard plan.assembly.template.yaml.utf8.count <= Budget.inlineBytes else {
            return ChangeSetReview(silence: "the template is larger than a request; it is asked while applying")
        }
        Interruption.enter(.applying)
        defer { Interruption.enter(.reading) }
        do {
            return try ask(plan.assembly, parameters, session)
        } catch let error as CloudError where !error.isExpiredCredentials {
            return ChangeSetReview(silence: "\(error)")
        }
    }

    private static func ask(
        _ assembly: Assembly,
        _ parameters: [CloudFormationClient.NamedValue],
        _ session: Session
    ) throws -> ChangeSetReview {
        let client = CloudFormationClient(session.aws)
        let id = try client.createChangeSet(
            stack: assembly.stack.stackName, name: "snowline-plan-" + UUID().uuidString.prefix(8).lowercased(),
            type: .update, template: .body(assembly.template.yaml), parameters: parameters,
            capabilities: ["CAPABILITY_NAMED_IAM"], tags: assembly.stackTags)
        // Best effort: an unexecuted change set changes nothing, and the next one that is executed takes it along.
        defer { try? client.deleteChangeSet(id) }
        for attempt in 0..<60 {
            let description = try client.describeChangeSet(id)
            if !description.status.hasSuffix("_IN_PROGRESS"), description.status != "CREATE_PENDING" {
                if description.hasNoChanges { return ChangeSetReview(changes: []) }
                guard description.status == "CREATE_COMPLETE" else {
                    return ChangeSetReview(
                        silence: "it refuses the change: \(description.statusReason ?? description.status)")
                }
                return ChangeSetReview(changes: description.changes)
            }
            try session.checkpoint("Nothing was changed.")
            session.aws.clock.sleep(attempt < 10 ? .milliseconds(200) : .seconds(2))
        }
        return ChangeSetReview(silence: "it did not answer within two minutes")
    }
}

extension Assembly {
    /// The tags of the stack, which CloudFormation hands on to its resources.
    var stackTags: [CloudFormationClient.NamedValue] {
        [.init("snowline:stack", stack.name), .init("snowline:env", stack.environment.name)]
    }
}
