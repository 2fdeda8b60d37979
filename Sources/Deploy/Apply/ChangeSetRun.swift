import CloudAPI
import CloudFormation
import Foundation
import InfraDSL

/// One change of a stack by change set: made, looked at, executed, watched. A change set that is not executed is taken away
/// again whatever stops it, and with it the stack in review that exists for its sake only.
struct ChangeSetRun {
    let session: Session
    let assembly: Assembly
    /// Logical ids of what holds data and may be deleted or replaced.
    var losing: Set<String> = []

    private var client: CloudFormationClient { CloudFormationClient(session.aws) }
    private var name: String { assembly.stack.stackName }

    /// The largest template that travels in the request itself (CloudFormation quotas), in bytes.
    private static let inlineLimit = 51_200

    /// Names of ours begin so; others belong to somebody else.
    static let prefix = "snowline-"

    func apply(
        _ type: CloudFormationClient.ChangeSetType,
        _ template: String,
        _ parameters: [(String, String)]
    ) throws {
        try session.checkpoint("CloudFormation was not touched.")
        try clearReview()
        let location = try location(of: template)
        let changeSet = Self.prefix + UUID().uuidString.prefix(8).lowercased()
        var stackID = name
        var history: [StackWatch.Event] = []
        var id: String?
        do {
            let made = try client.createChangeSet(
                stack: name, name: changeSet, type: type, template: location,
                parameters: parameters.map { .init($0.0, $0.1) },
                capabilities: ["CAPABILITY_NAMED_IAM"],
                tags: type.isImport ? [] : assembly.stackTags)
            id = made
            let description = try ready(made)
            if description.hasNoChanges {
                discard(changeSet, made)
                return Console.note("CloudFormation sees no change in \(name).")
            }
            try check(description)
            try session.checkpoint("The change set was removed; CloudFormation changed nothing.")
            stackID = description.stackID
            history = try client.events(of: stackID, since: nil, limit: StackOperation.historyLimit)
            session.journal?.begin("changing stack \(name)")
            try client.executeChangeSet(made, token: changeSet)
        } catch {
            discard(changeSet, id)
            throw error
        }
        try StackWatch(session: session, assembly: assembly).run(stackID, after: history, until: .changed)
    }

    /// Waits until the change set can be executed or has failed.
    private func ready(_ id: String) throws -> CloudFormationClient.ChangeSetDescription {
        for attempt in 0..<150 {
            let description = try client.describeChangeSet(id)
            if !description.status.hasSuffix("_IN_PROGRESS"), description.status != "CREATE_PENDING" {
                return description
            }
            try session.checkpoint("The change set was removed; CloudFormation changed nothing.")
            session.aws.clock.sleep(attempt < 10 ? .milliseconds(200) : .seconds(2))
        }
        throw Failure(
            "The change set of \(name) was not ready after five minutes and was removed.",
            advice: "CloudFormation changed nothing; run the same command again.")
    }

    /// CloudFormation's word is compared with what was approved: it knows of replacements that no schema tells.
    private func check(_ description: CloudFormationClient.ChangeSetDescription) throws {
        guard description.status == "CREATE_COMPLETE" else {
            throw Failure(
                "CloudFormation refused the change set: \(description.statusReason ?? description.status)",
                advice: "The stack is as it was. Correct the cause and run the same command again.")
        }
        let unexpected = description.changes.filter { change in
            (change.action == "Remove" || change.replacement == "True")
                && DataLoss.statefulTypes.contains(change.resourceType) && !losing.contains(change.logicalResourceID)
        }
        guard unexpected.isEmpty else {
            let list = unexpected.map { "\($0.logicalResourceID) (\($0.resourceType))" }.joined(separator: ", ")
            throw Failure(
                "CloudFormation would delete or replace what the plan keeps: \(list).",
                advice: "The stack is as it was. Change the declaration so that it stays in place.", code: .approval)
        }
    }

    /// Best effort: the error that led here is the one to tell.
    ///
    /// - Parameter id: nil when the answer that tells it was lost.
    private func discard(_ changeSet: String, _ id: String?) {
        do {
            var others = false
            for found in try client.changeSets(of: name) {
                if found.id == id || found.name == changeSet {
                    try client.deleteChangeSet(found.id)
                } else {
                    others = true
                }
            }
            let stack = try client.describeStack(name)
            guard let stack, stack.status == "REVIEW_IN_PROGRESS", !others else { return }
            try client.deleteStack(stack.id)
        } catch {
            Console.note("The change set \(changeSet) of \(name) may be left: \(error)")
        }
    }

    /// A stack in review was never made: change sets of ours in it were left by a run that was killed.
    private func clearReview() throws {
        guard let stack = try client.describeStack(name), stack.status == "REVIEW_IN_PROGRESS" else { return }
        let found = try client.changeSets(of: name)
        let foreign = found.filter { !$0.name.hasPrefix(Self.prefix) }.map(\.name)
        guard foreign.isEmpty else {
            throw Failure(
                "\(name) is in review with change sets of somebody else: \(foreign.joined(separator: ", ")).",
                advice: "Execute or delete them first.", code: .busy)
        }
        for changeSet in found { try client.deleteChangeSet(changeSet.id) }
    }

    /// In the request when it is small, else in the asset bucket.
    private func location(of template: String) throws -> CloudFormationClient.TemplateLocation {
        guard template.utf8.count > Self.inlineLimit else { return .body(template) }
        let bucket = AssetBucket(session)
        try bucket.prepare()
        return .url(try bucket.upload(template: template))
    }
}

extension CloudFormationClient.ChangeSetType {
    /// An import may add nothing but the resource itself, not even tags.
    fileprivate var isImport: Bool { if case .import = self { true } else { false } }
}
