import CloudAPI
import CloudFormation
import InfraDSL

extension Removal {
    /// Reads both clouds and decides what goes and what stays.
    ///
    /// - Parameter leaving: the CloudFormation names of all stacks that are removed with this one.
    static func plan(_ assembly: Assembly, _ session: Session, _ options: Options, leaving: Set<String>) throws
        -> Removal
    {
        let live = try SnowflakeInspection.read(for: assembly, through: session.snowflake)
        let client = CloudFormationClient(session.aws)
        let name = assembly.stack.stackName
        let stack = try client.describeStack(name).flatMap { $0.status == "DELETE_COMPLETE" ? nil : $0 }
        let fate = try stack.map { try stackFate($0, client) }
        let (after, before, kept) = statements(assembly, live, keepingData: !options.dropData)
        return Removal(
            assembly: assembly, after: after, before: before, stack: fate,
            buckets: try buckets(assembly, session, options), kept: kept,
            obstacles: try stack.map { try obstacles($0, client, leaving) } ?? [])
    }

    private static func stackFate(_ stack: CloudFormationClient.StackDescription, _ client: CloudFormationClient) throws
        -> StackFate
    {
        let document = try? TemplateDocument(try client.template(of: stack.id))
        let policies = Dictionary(
            (document?.resources ?? []).map { ($0.key, $0.value["DeletionPolicy"]?.string ?? "Delete") }
        ) { first, _ in first }
        let resources = try client.resources(of: stack.id).filter { $0.status != "DELETE_COMPLETE" }
        return StackFate(
            status: stack.status,
            resources: resources.map { resource in
                let policy = policies[resource.logicalResourceID] ?? "Delete"
                return StackFate.Resource(
                    id: resource.logicalResourceID, type: resource.resourceType,
                    physicalID: resource.physicalResourceID, isKept: policy.hasPrefix("Retain") || policy == "Snapshot")
            })
    }

    private static func buckets(_ assembly: Assembly, _ session: Session, _ options: Options) throws -> [BucketFate] {
        let s3 = S3Client(session.aws)
        let names = assembly.namedBuckets(KnownValues(session.environment)).map(\.name)
        return try names.filter { try s3.bucketExists($0) }.map { name in
            let isEmpty = try s3.isEmpty(name)
            return BucketFate(name: name, isEmpty: isEmpty, isRemoved: isEmpty || options.emptyBuckets)
        }
    }

    /// What stands in the way, before anything is touched: a deletion that CloudFormation would refuse half way.
    static func obstacles(
        _ stack: CloudFormationClient.StackDescription,
        _ client: CloudFormationClient,
        _ leaving: Set<String>
    ) throws -> [Failure] {
        var obstacles: [Failure] = []
        if StackStatus.situation(stack.status) == .busy {
            obstacles.append(
                Failure(
                    "\(stack.name) is \(stack.status): another operation runs.",
                    advice: "Wait for it to end, then run again.", code: .busy))
        }
        if stack.isProtected {
            obstacles.append(
                Failure(
                    "\(stack.name) has termination protection.",
                    advice: "Take it off first: `aws cloudformation update-termination-protection --stack-name "
                        + "\(stack.name) --no-enable-termination-protection`.",
                    code: .approval))
        }
        for export in stack.exports {
            let users = try client.imports(of: export).filter { !leaving.contains($0) }
            guard !users.isEmpty else { continue }
            obstacles.append(
                Failure(
                    "\(users.joined(separator: ", ")) imports \(export) of \(stack.name).",
                    advice: "Remove what imports it first, or the import from it.", code: .attention))
        }
        return obstacles
    }

    /// With data kept, databases, schemas, tables and internal stages stay, and so do the roles: what dbt made belongs to them.
    static func statements(_ assembly: Assembly, _ live: LiveSnowflake, keepingData: Bool)
        -> (after: [SnowflakeChange], before: [SnowflakeChange], kept: [String])
    {
        func all(_ live: LiveSnowflake, _ resources: [any SnowflakeResource]) -> [SnowflakeChange] {
            SnowflakeRemoval.changes(of: resources, live: live, marker: assembly.marker)
        }
        let whole = all(live, assembly.before) + all(live, assembly.after)
        guard keepingData, whole.contains(where: \.losesData) else {
            return (all(live, assembly.after), all(live, assembly.before), [])
        }
        // Without the databases in sight, what is in them is dropped one by one and not with its owner.
        var inside = live
        for change in whole where change.losesData { inside.objects[change.id] = nil }
        let stateful = Set((assembly.before + assembly.after).filter(holdsData).map(\.id))
        let lasting = whole.filter(\.losesData).map(\.id)
        let after = all(inside, assembly.after)
        let before = all(inside, assembly.before)
        let kept = (after + before).map(\.id).filter { stateful.contains($0) }
        return (
            after.filter { !stateful.contains($0.id) }, before.filter { !stateful.contains($0.id) }, lasting + kept
        )
    }

    private static func holdsData(_ resource: any SnowflakeResource) -> Bool {
        guard case .object(let object) = resource.declaration else { return false }
        switch object.name.kind {
        // A pipe without its stage is of no use, and the tables remember their loads themselves.
        case .pipe: return false
        case .role: return true
        case .stage: return !object.properties.contains { $0.key == "URL" }
        default: return object.name.kind.holdsData
        }
    }
}
