import CloudAPI
import CloudFormation
import Foundation
import InfraDSL

/// One change of the CloudFormation stack, by change set, watched to its end.
struct StackOperation {
    let session: Session
    let assembly: Assembly

    private var client: CloudFormationClient { CloudFormationClient(session.aws) }
    private var name: String { assembly.stack.stackName }

    /// The largest template that travels in the request itself (CloudFormation quotas), in bytes.
    private static let inlineLimit = 51_200

    /// Makes the stack; buckets that an earlier one left behind are imported first, with all they hold.
    func create(_ parameters: [(String, String)], adopting buckets: [StackPlan.AdoptedBucket]) throws {
        if let stack = try client.describeStack(name), StackStatus.isLive(stack.status) {
            return try update(parameters)
        }
        guard !buckets.isEmpty else {
            return try change(.create, try location(of: assembly.template.yaml), parameters)
        }
        Console.step("importing \(buckets.map(\.name).joined(separator: ", "))")
        try change(
            .import(
                buckets.map {
                    .init(
                        resourceType: S3.Bucket.type, logicalResourceID: $0.logicalID,
                        identifier: ["BucketName": $0.name])
                }),
            .body(Self.importTemplate(buckets)), [])
        try update(parameters)
    }

    func update(_ parameters: [(String, String)]) throws {
        if let stack = try client.describeStack(name),
            let obstacle = StackStatus.obstacle(
                stack.status, stack: name, environment: session.environment.name)
        {
            throw obstacle
        }
        try change(.update, try location(of: assembly.template.yaml), parameters)
    }

    func delete() throws {
        guard let stack = try client.describeStack(name), StackStatus.isLive(stack.status) else {
            if try client.describeStack(name) != nil { try client.deleteStack(name) }
            return
        }
        Console.step("deleting stack \(name)")
        let last = try client.events(of: stack.id, since: nil).first?.id
        try client.deleteStack(stack.id)
        try watch(stack.id, since: last, isGone: true)
    }

    private func change(
        _ type: CloudFormationClient.ChangeSetType,
        _ template: CloudFormationClient.TemplateLocation,
        _ parameters: [(String, String)]
    ) throws {
        let changeSet = "snowline-\(UUID().uuidString.prefix(8).lowercased())"
        let id = try client.createChangeSet(
            stack: name, name: changeSet, type: type, template: template,
            parameters: parameters.map { .init($0.0, $0.1) },
            capabilities: ["CAPABILITY_NAMED_IAM"],
            tags: [.init("snowline:stack", assembly.stack.name), .init("snowline:env", session.environment.name)])
        let description = try ready(id)
        if description.hasNoChanges {
            try client.deleteChangeSet(id)
            return
        }
        guard description.status == "CREATE_COMPLETE" else {
            try? client.deleteChangeSet(id)
            throw Failure(
                "CloudFormation refused the change set: \(description.statusReason ?? description.status)",
                advice: "Nothing was changed. Correct the stack and run the command again.")
        }
        let stackID = description.stackID
        let last = try client.events(of: stackID, since: nil).first?.id
        try client.executeChangeSet(id)
        try watch(stackID, since: last, isGone: false)
    }

    /// Waits until the change set can be executed or has failed.
    private func ready(_ id: String) throws -> CloudFormationClient.ChangeSetDescription {
        for attempt in 0..<150 {
            let description = try client.describeChangeSet(id)
            if !description.status.hasSuffix("_IN_PROGRESS"), description.status != "CREATE_PENDING" {
                return description
            }
            pause(attempt)
        }
        throw Failure("The change set of \(name) is not ready after five minutes.", code: .attention)
    }

    /// Prints each event as it comes and returns when the stack has settled; throws the first real cause.
    private func watch(_ stackID: String, since last: String?, isGone: Bool) throws {
        var last = last
        var failures: [CloudFormationClient.StackEvent] = []
        for attempt in 0..<3600 {
            let events = try client.events(of: stackID, since: last)
            last = events.first?.id ?? last
            for event in events.reversed() {
                Console.step("aws  \(event.status)  \(event.logicalResourceID)  \(event.resourceType)")
                if event.status.hasSuffix("_FAILED"), !(event.reason ?? "").contains("cancelled") {
                    failures.append(event)
                }
            }
            let status = try client.describeStack(stackID)?.status ?? "DELETE_COMPLETE"
            if StackStatus.isSettled(status), attempt > 0 || !events.isEmpty {
                if StackStatus.isSuccess(status), isGone == (status == "DELETE_COMPLETE") { return }
                throw failure(status, failures)
            }
            pause(attempt)
        }
        throw Failure("\(name) is still changing after an hour.", code: .attention)
    }

    private func failure(_ status: String, _ failures: [CloudFormationClient.StackEvent]) -> Failure {
        guard let cause = failures.first else { return Failure("\(name) ended \(status).", code: .failed) }
        let entry = assembly.template.entries.first { $0.logicalID.name == cause.logicalResourceID }
        let place = entry.map { " (\($0.declared))" } ?? ""
        return Failure(
            "\(name) ended \(status). The cause: \(cause.logicalResourceID)\(place), \(cause.resourceType): "
                + (cause.reason ?? "no reason given"),
            advice: "Correct it and run the command again.")
    }

    private func pause(_ attempt: Int) {
        session.aws.clock.sleep(attempt < 10 ? .milliseconds(200) : .seconds(2))
    }

    /// In the request when it is small, else in the asset bucket.
    private func location(of template: String) throws -> CloudFormationClient.TemplateLocation {
        guard template.utf8.count > Self.inlineLimit else { return .body(template) }
        let bucket = AssetBucket(session)
        try bucket.prepare()
        return .url(try bucket.upload(template: template))
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
