import CloudAPI
import CloudFormation
import InfraDSL

/// What AWS holds of a stack's concern; reads only.
struct AWSReading: Sendable {
    /// Nil for a stack that does not exist, and for one that was only ever reviewed.
    let stack: LiveStack?
    /// By the key pair's id: the public half of the pair that its secret holds.
    let publicKeys: [String: String]
    /// Buckets of a stack that does not exist: an earlier one left them behind.
    let leftBuckets: [StackPlan.AdoptedBucket]
    /// The trust policies of roles with names of our own, by the role's name; absent for a role that is gone.
    let trustPolicies: [String: String]
    /// By logical id; what the stack holds.
    var physicalIDs: [String: String] = [:]
    /// By the logical id of the role.
    var permissions: [String: LivePermissions] = [:]

    struct LiveStack: Sendable {
        let id: String
        let status: String
        /// The template it was last brought to.
        let template: TemplateDocument
        let parameters: [String: String]
    }

    static func read(for assembly: Assembly, through session: Session) throws -> AWSReading {
        let stack = try liveStack(assembly.stack.stackName, session)
        let secrets = KeyPairStep(session)
        var publicKeys: [String: String] = [:]
        for keyPair in assembly.keyPairs { publicKeys[keyPair.id] = try secrets.publicKey(of: keyPair) }
        let isDeployed = stack.map { StackStatus.isDeployed($0.status) } ?? false
        let physicalIDs = isDeployed ? try physicalIDs(assembly, session) : [:]
        return AWSReading(
            stack: stack,
            publicKeys: publicKeys,
            leftBuckets: isDeployed ? [] : try leftBuckets(assembly, session),
            trustPolicies: isDeployed ? try trustPolicies(assembly, session) : [:],
            physicalIDs: physicalIDs,
            permissions: try permissions(assembly, physicalIDs, session)
        )
    }

    private static func physicalIDs(_ assembly: Assembly, _ session: Session) throws -> [String: String] {
        let resources = try CloudFormationClient(session.aws).resources(of: assembly.stack.stackName)
        return Dictionary(
            resources.filter { $0.status != "DELETE_COMPLETE" }.compactMap { resource in
                resource.physicalResourceID.map { (resource.logicalResourceID, $0) }
            }
        ) { first, _ in first }
    }

    private static func permissions(_ assembly: Assembly, _ ids: [String: String], _ session: Session) throws
        -> [String: LivePermissions]
    {
        let roles = assembly.template.entries.filter { $0.type == IAM.Role.type }.map(\.logicalID.name)
            .compactMap { id in ids[id].map { (id: id, name: $0) } }
        let iam = IAMClient(session.aws)
        let found = try concurrently(roles) { role -> LivePermissions? in
            guard let inline = try iam.inlinePolicies(ofRole: role.name) else { return nil }
            return LivePermissions(
                roleName: role.name, inline: inline, attached: try iam.attachedPolicies(ofRole: role.name))
        }
        return Dictionary(
            uniqueKeysWithValues: zip(roles, found).compactMap { role, live in live.map { (role.id, $0) } })
    }

    private static func liveStack(_ name: String, _ session: Session) throws -> LiveStack? {
        let client = CloudFormationClient(session.aws)
        guard let stack = try client.describeStack(name), StackStatus.situation(stack.status) != .absent else {
            return nil
        }
        return LiveStack(
            id: stack.id,
            status: stack.status,
            template: try TemplateDocument(reading: try client.template(of: name), "the deployed template of \(name)"),
            parameters: Dictionary(stack.parameters.map { ($0.key, $0.value) }) { first, _ in first }
        )
    }

    private static func leftBuckets(_ assembly: Assembly, _ session: Session) throws -> [StackPlan.AdoptedBucket] {
        let s3 = S3Client(session.aws)
        return try assembly.namedBuckets(KnownValues(session.environment))
            .filter { try s3.bucketExists($0.name) }
    }

    private static func trustPolicies(_ assembly: Assembly, _ session: Session) throws -> [String: String] {
        let iam = IAMClient(session.aws)
        var policies: [String: String] = [:]
        for role in TrustPolicy.namedRoles(of: assembly) {
            policies[role.name] = try iam.role(name: role.name)?.trustPolicy
        }
        return policies
    }
}

extension Assembly {
    /// The buckets whose names the stack chooses.
    func namedBuckets(_ known: KnownValues) -> [StackPlan.AdoptedBucket] {
        template.entries.compactMap { entry in
            guard entry.type == S3.Bucket.type, case .text(let text)? = entry.properties["BucketName"],
                let name = text.resolved(known.value)
            else { return nil }
            return StackPlan.AdoptedBucket(logicalID: entry.logicalID.name, name: name)
        }
    }
}

extension TemplateDocument {
    /// - Parameter what: names the text in the error.
    init(reading text: String, _ what: String) throws(Failure) {
        do throws(Malformed) {
            try self.init(text)
        } catch {
            throw Failure("Can not read \(what): \(error)", code: .invalid)
        }
    }
}
