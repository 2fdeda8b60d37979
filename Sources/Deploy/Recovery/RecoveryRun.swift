import CloudAPI
import InfraDSL

/// Carries a recovery out, after it was agreed to, and follows it to its end.
struct RecoveryRun {
    let stack: StackInQuestion
    /// `--yes`.
    let isAgreed: Bool
    /// What to run again, for advice.
    var command = ""

    init(stack: StackInQuestion, isAgreed: Bool) {
        self.stack = stack
        self.isAgreed = isAgreed
    }

    private var client: CloudFormationClient { stack.client }

    /// Resources that are in a failed state, with their reasons.
    func failedResources() throws -> [CloudFormationClient.StackResource] {
        guard let live = stack.live, StackStatus.situation(live.status) == .stuck else { return [] }
        return try client.resources(of: live.id).filter { $0.status.hasSuffix("_FAILED") }
    }

    func run(_ recovery: Recovery) throws {
        guard let live = stack.live else { return Console.note("\(stack.name): \("There is no such stack.")") }
        Console.note("\(stack.name) is \(live.status).")
        switch recovery {
        case .nothing(let words): Console.note(words)
        case .follow:
            Interruption.enter(.watching)
            try stack.follow()
        case .clearReview: try clearReview(live)
        case .rollBack:
            try agree("Roll \(stack.name) back to its last stable state?")
            try begin("rolling back", live) { try client.rollback(live.id) }
        case .continueRollback(let skipping):
            for resource in try failedResources() {
                Console.note(
                    "  \(resource.logicalResourceID)  \(resource.resourceType)  \(resource.reason ?? resource.status)")
            }
            if !skipping.isEmpty {
                Console.note(
                    "Skipped and taken for rolled back, whatever they are: \(skipping.joined(separator: ", ")). Bring them in "
                        + "line with the template by hand afterwards.")
            }
            try agree("Take the rollback of \(stack.name) up again?")
            try begin("taking up the rollback", live) {
                try client.continueUpdateRollback(of: live.id, skipping: skipping)
            }
        case .delete(let retaining):
            for resource in try client.resources(of: live.id) where resource.status != "DELETE_COMPLETE" {
                let fate = retaining.contains(resource.logicalResourceID) ? "left behind" : "deleted"
                Console.note("  \(resource.logicalResourceID)  \(resource.resourceType)  \(fate)")
            }
            try agree("Delete what is left of \(stack.name)?")
            Interruption.enter(.applying)
            try StackOperation(session: stack.session, assembly: stack.assembly)
                .delete(live.id, "deleting what is left of \(stack.name)", retaining: retaining)
        case .choose(let words, let command):
            for resource in try failedResources() {
                Console.note(
                    "  \(resource.logicalResourceID)  \(resource.resourceType)  \(resource.reason ?? resource.status)")
            }
            throw Failure(words, advice: "`\(command)`. Nothing was changed.", code: .attention)
        }
    }

    /// Begins an operation and follows it. That the change before it failed is no failure of the recovery.
    private func begin(
        _ step: String,
        _ live: CloudFormationClient.StackDescription,
        _ operation: () throws -> Void
    ) throws {
        Interruption.enter(.watching)
        let history = try client.events(of: live.id, since: nil, limit: StackOperation.historyLimit)
        Console.step("\(step) of \(stack.name)")
        try operation()
        do {
            try StackWatch(session: stack.session, assembly: stack.assembly).run(
                live.id, after: history, until: .changed)
        } catch let failure as Failure where failure.code == .failed {
            Console.note("\(stack.name) is as it was before the change, and takes the next one.")
        }
    }

    /// Change sets of somebody else keep the review, and are named.
    private func clearReview(_ live: CloudFormationClient.StackDescription) throws {
        let found = try client.changeSets(of: live.id)
        let foreign = found.filter { !$0.name.hasPrefix(ChangeSetRun.prefix) }.map(\.name)
        guard foreign.isEmpty else {
            throw Failure(
                "\(stack.name) is in review with change sets of somebody else: \(foreign.joined(separator: ", ")).",
                advice: "Ask who made them; execute or delete them in CloudFormation. Nothing was changed.",
                code: .attention)
        }
        Console.note(
            "It was only ever reviewed and holds no resource; a run that was killed left \(found.count) change sets.")
        try agree("Remove them and the empty stack?")
        for changeSet in found { try client.deleteChangeSet(changeSet.id) }
        try client.deleteStack(live.id)
        Console.note("\(stack.name) is gone.")
    }

    private func agree(_ question: String) throws {
        if isAgreed { return }
        guard Console.isInteractive else {
            throw Failure(
                "\(question) There is no terminal to ask at.", advice: "`\(command) --yes`. Nothing was changed.",
                code: .approval)
        }
        guard Console.agrees(question) else { throw Failure("Nothing was changed.", code: .approval) }
    }
}
