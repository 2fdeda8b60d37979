import CloudAPI
import CloudFormation
import InfraDSL

/// Reads both clouds and says what a deploy would do; writes nothing.
struct Planner {
    let session: Session
    let assembly: Assembly
    let adopting: Bool

    func plan(_ archives: [LambdaBuild.Archive]) throws -> Plan {
        let live = try SnowflakeInspection.read(for: assembly, through: session.snowflake)
        var known = KnownValues(session.environment)
        learnIntegrations(live, &known)
        let keyPairs = try planKeyPairs(&known)
        let bucket = AssetBucket(session)
        let planned = try archives.map { archive in
            Plan.PlannedArchive(archive: archive, isNew: try !bucket.holds(archive.key))
        }
        let parameters = parameters(archives, bucket.name, known)
        let resources = { (list: [any SnowflakeResource]) in
            SnowflakeDiff(
                list, live: live, known: known, marker: assembly.marker, adopting: adopting)
        }
        let before = resources(assembly.before)
        let after = resources(assembly.after)
        return Plan(
            assembly: assembly,
            archives: planned,
            stack: try planStack(parameters),
            parameters: parameters,
            keyPairs: keyPairs,
            before: before.changes,
            after: after.changes,
            conflicts: before.conflicts + after.conflicts
        )
    }

    private func learnIntegrations(_ live: LiveSnowflake, _ known: inout KnownValues) {
        for reference in assembly.template.handedOver.keys {
            guard case .attribute(let id, let attribute) = reference,
                let value = live.objects[id]?.properties[attribute]
            else { continue }
            known.learn(reference, value)
        }
    }

    private func planKeyPairs(_ known: inout KnownValues) throws -> [Plan.PlannedKeyPair] {
        let secrets = KeyPairStep(session)
        return try assembly.keyPairs.map { keyPair in
            let publicKey = try secrets.publicKey(of: keyPair)
            if let publicKey { known.learn(keyPair.publicKeyReference, publicKey) }
            return Plan.PlannedKeyPair(keyPair: keyPair, isNew: publicKey == nil)
        }
    }

    private func parameters(
        _ archives: [LambdaBuild.Archive],
        _ bucket: String,
        _ known: KnownValues
    ) -> [Plan.PlannedParameter] {
        let handedOver = Dictionary(uniqueKeysWithValues: assembly.template.handedOver.map { ($0.value, $0.key) })
        return assembly.template.parameters.map { parameter in
            if let reference = handedOver[parameter.name] {
                return .init(name: parameter.name, value: known.value(reference), reference: reference)
            }
            let asset = assembly.assets.first { $0.keyParameter == parameter.name }
            let value: String? =
                switch parameter.name {
                case Asset.bucketParameter: bucket
                case Environment.snowflakeEndpointParameter: session.snowflakeEndpoint
                default: archives.first { $0.product == asset?.product }?.key
                }
            return .init(name: parameter.name, value: value, reference: nil)
        }
    }

    private func planStack(_ parameters: [Plan.PlannedParameter]) throws -> StackPlan {
        let client = CloudFormationClient(session.aws)
        let name = assembly.stack.stackName
        let new = try Self.document(assembly.template.yaml, "the template of \(name)")
        guard let stack = try client.describeStack(name), StackStatus.isLive(stack.status) else {
            return .create(TemplateDiff(from: nil, to: new), adopting: try adoptedBuckets())
        }
        let old = try Self.document(try client.template(of: name), "the deployed template of \(name)")
        let diff = TemplateDiff(from: old, to: new)
        let before = Dictionary(stack.parameters.map { ($0.key, $0.value) }) { first, _ in first }
        let changed = parameters.filter { $0.value != before[$0.name] }.map {
            PropertyChange(path: [$0.name], before: before[$0.name], after: $0.value ?? "(known after apply)")
        }
        return diff.isEmpty && changed.isEmpty ? .unchanged : .update(diff, parameters: changed)
    }

    private static func document(_ text: String, _ what: String) throws -> TemplateDocument {
        do {
            return try TemplateDocument(text)
        } catch {
            throw Failure("Can not read \(what): \(error)")
        }
    }

    /// Buckets outlive their stack; one that stands already is imported and not made.
    private func adoptedBuckets() throws -> [StackPlan.AdoptedBucket] {
        let s3 = S3Client(session.aws)
        let known = KnownValues(session.environment)
        return try assembly.template.entries.compactMap { entry in
            guard entry.type == S3.Bucket.type, case .text(let text)? = entry.properties["BucketName"],
                let name = text.resolved(known.value), try s3.bucketExists(name)
            else { return nil }
            return StackPlan.AdoptedBucket(logicalID: entry.logicalID.name, name: name)
        }
    }
}

extension KeyPair {
    var publicKeyReference: Reference { .attribute(of: id, Self.publicKeyAttribute) }
}

/// What the states of a stack mean for a deploy (CloudFormation user guide, "Stack status codes").
enum StackStatus {
    /// A stack in review was never made.
    static func isLive(_ status: String) -> Bool { status != "REVIEW_IN_PROGRESS" && status != "DELETE_COMPLETE" }

    static func isSettled(_ status: String) -> Bool { !status.hasSuffix("_IN_PROGRESS") }

    /// The operation did what was asked.
    static func isSuccess(_ status: String) -> Bool {
        ["CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE", "DELETE_COMPLETE"].contains(status)
    }

    /// Whether the next change set can be made; else why not, and what to do.
    static func obstacle(_ status: String, stack: String, environment: String) -> Failure? {
        switch status {
        case "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE":
            return nil
        case let status where status.hasSuffix("_IN_PROGRESS"):
            return Failure(
                "\(stack) is \(status): somebody else is at work.", advice: "Wait for it to end, then run again.",
                code: .busy)
        case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED":
            return Failure(
                "\(stack) is \(status): its first creation failed, so it never lived and can not be updated.",
                advice: "Run `swift run deploy destroy --env \(environment)`, then deploy again.", code: .attention)
        case "UPDATE_ROLLBACK_FAILED":
            return Failure(
                "\(stack) is \(status): its rollback stopped half way. Nothing is deleted to recover.",
                advice: "Remove the cause, then `aws cloudformation continue-update-rollback --stack-name \(stack)`.",
                code: .attention)
        default:
            return Failure(
                "\(stack) is \(status) and can not be changed.",
                advice: "Look at its events in the console.", code: .attention)
        }
    }
}
