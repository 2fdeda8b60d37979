import CloudAPI
import InfraDSL

/// Gives resources of a stack other logical ids by a stack refactoring of CloudFormation, before the template is changed: the
/// physical resources are not touched.
struct StackMove {
    let session: Session
    let assembly: Assembly

    private var client: CloudFormationClient { CloudFormationClient(session.aws) }
    private var name: String { assembly.stack.stackName }

    /// - Parameter deployed: the template of the stack as it is.
    func run(_ moves: [ResourceMove], in deployed: TemplateDocument) throws {
        guard !moves.isEmpty else { return }
        try session.checkpoint("CloudFormation was not touched.")
        for move in moves { Console.step("aws  moving \(move.from) to \(move.to)") }
        let renamed = try rename(deployed, moves)
        let id = try client.createRefactoring(
            of: name, template: try location(of: renamed),
            moves: moves.map { .init(stack: name, from: $0.from, to: $0.to) },
            description: "Logical ids as the stack declares them")
        let made = try settled(id) { !$0.status.hasSuffix("_IN_PROGRESS") }
        guard made.status == "CREATE_COMPLETE", made.executionStatus == "AVAILABLE" else {
            throw Failure(
                "CloudFormation refuses to move resources of \(name): "
                    + (made.reason ?? made.executionReason ?? "\(made.status), \(made.executionStatus)"),
                advice: "The stack is as it was. Take `formerly` away where the resource may be made anew.")
        }
        try session.checkpoint("The moves were prepared and not made; the stack is as it was.")
        try client.executeRefactoring(id)
        let done = try settled(id) {
            $0.executionStatus.hasSuffix("_COMPLETE") || $0.executionStatus.hasSuffix("_FAILED")
        }
        guard done.executionStatus == "EXECUTE_COMPLETE" else {
            let isUndone = done.executionStatus == "ROLLBACK_COMPLETE"
            throw Failure(
                "Moving resources of \(name) failed: \(done.executionReason ?? done.executionStatus)",
                advice: isUndone
                    ? "It was undone: the stack is as it was."
                    : "Look at the stack in CloudFormation before anything else.",
                code: isUndone ? .failed : .attention)
        }
    }

    private func rename(_ deployed: TemplateDocument, _ moves: [ResourceMove]) throws -> String {
        do {
            return try deployed.renaming(moves.ids).yaml
        } catch {
            throw Failure("Can not rename in the deployed template of \(name): \(error)", code: .invalid)
        }
    }

    private func location(of template: String) throws -> CloudFormationClient.TemplateLocation {
        guard template.utf8.count > Budget.inlineBytes else { return .body(template) }
        let bucket = AssetBucket(session)
        try bucket.prepare()
        return .url(try bucket.upload(template: template))
    }

    /// Waits for an end, for ten minutes at most.
    private func settled(_ id: String, _ isOver: (CloudFormationClient.Refactoring) -> Bool) throws
        -> CloudFormationClient.Refactoring
    {
        for attempt in 0..<300 {
            let refactoring = try client.refactoring(id)
            if isOver(refactoring) { return refactoring }
            session.aws.clock.sleep(attempt < 10 ? .milliseconds(300) : .seconds(2))
        }
        throw Failure(
            "Moving resources of \(name) did not end within ten minutes.",
            advice: "It goes on in CloudFormation; run the same command again when it has settled.", code: .attention)
    }
}
