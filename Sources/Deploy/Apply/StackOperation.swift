import CloudAPI
import CloudFormation
import InfraDSL

/// What can be done to the CloudFormation stack: made, changed, deleted.
struct StackOperation {
    let session: Session
    let assembly: Assembly

    /// Events that are read of what went before: enough to know how long things take.
    static let historyLimit = 500

    private var client: CloudFormationClient { CloudFormationClient(session.aws) }
    private var name: String { assembly.stack.stackName }
    private var watch: StackWatch { StackWatch(session: session, assembly: assembly) }

    /// Makes the stack; buckets that an earlier one left behind are imported first, with all they hold.
    ///
    /// - Parameter stillborn: the id of a stack whose first creation failed, which must go first.
    func create(
        _ parameters: [(String, String)],
        adopting buckets: [StackPlan.AdoptedBucket],
        clearing stillborn: String?
    ) throws {
        if let stillborn { try delete(stillborn, "removing what a first creation of \(name) left") }
        if let stack = try client.describeStack(name), StackStatus.situation(stack.status) != .absent {
            throw Failure(
                "\(name) is \(stack.status) by now: somebody made it after the plan.",
                advice: "Run the same command again for a plan that knows of it.", code: .busy)
        }
        let run = ChangeSetRun(session: session, assembly: assembly)
        guard !buckets.isEmpty else {
            return try run.apply(.create, assembly.template.yaml, parameters)
        }
        Console.step("importing \(buckets.map(\.name).joined(separator: ", "))")
        try run.apply(.import(buckets.map(\.imported)), Self.importTemplate(buckets), [])
        try run.apply(.update, assembly.template.yaml, parameters)
    }

    /// - Parameter losing: logical ids of what holds data and may be deleted or replaced, as approved.
    func update(_ parameters: [(String, String)], losing: Set<String>) throws {
        if let stack = try client.describeStack(name),
            let obstacle = StackStatus.obstacle(
                stack.status, stack: name, environment: session.environment.name)
        {
            throw obstacle
        }
        try ChangeSetRun(session: session, assembly: assembly, losing: losing)
            .apply(.update, assembly.template.yaml, parameters)
    }

    /// Deletes the stack, whatever state it is in but a running operation.
    func delete() throws {
        guard let stack = try client.describeStack(name), stack.status != "DELETE_COMPLETE" else { return }
        if StackStatus.situation(stack.status) == .busy {
            throw Failure(
                "\(name) is \(stack.status): another operation runs.",
                advice: "Wait for it to end, then run again.", code: .busy)
        }
        guard !stack.isProtected else {
            throw Failure(
                "\(name) has termination protection.",
                advice: "Take it off first: `aws cloudformation update-termination-protection --stack-name \(name) "
                    + "--no-enable-termination-protection`.",
                code: .approval)
        }
        try delete(stack.id, "deleting stack \(name)")
    }

    /// - Parameter retained: logical ids of resources to leave behind, of a stack in DELETE_FAILED.
    func delete(_ id: String, _ step: String, retaining retained: [String] = []) throws {
        try session.checkpoint("\(name) was not touched.")
        Console.step(step)
        session.journal?.begin("deleting stack \(name)")
        let history = try client.events(of: id, since: nil, limit: Self.historyLimit)
        try client.deleteStack(id, retaining: retained)
        try watch.run(id, after: history, until: .deleted)
    }

    /// The buckets alone and without any option but their name: an import changes nothing.
    private static func importTemplate(_ buckets: [StackPlan.AdoptedBucket]) -> String {
        let resources = buckets.map {
            """
              \($0.logicalID):
                Type: AWS::S3::Bucket
                DeletionPolicy: Retain
                UpdateReplacePolicy: Retain
                Properties:
                  BucketName: \($0.name)
            """
        }
        return "Resources:\n" + resources.joined(separator: "\n") + "\n"
    }
}

extension StackPlan.AdoptedBucket {
    fileprivate var imported: CloudFormationClient.ImportedResource {
        .init(resourceType: S3.Bucket.type, logicalResourceID: logicalID, identifier: ["BucketName": name])
    }
}
