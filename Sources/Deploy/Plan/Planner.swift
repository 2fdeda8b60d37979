import CloudAPI
import CloudFormation
import InfraDSL

/// Makes the plan from what was declared, built and read; asks no cloud and changes nothing.
struct Planner {
    let environment: Environment
    let assembly: Assembly
    /// What all stacks of the environment declare on Snowflake's side; what another stack declares is nobody's stray.
    let declared: [any SnowflakeResource]
    /// Objects of the declared names that are not marked as ours are taken over.
    let adopting: Bool
    let assetBucket: String
    let snowflakeEndpoint: String
    /// The tags of container images, by the template's parameters.
    var imageTags: [String: String] = [:]

    func plan(_ archives: [Plan.PlannedArchive], _ aws: AWSReading, _ snowflake: LiveSnowflake) throws -> Plan {
        let known = knownValues(aws, snowflake)
        let parameters = parameters(archives, known)
        let replaced = replacedIntegrations(aws, snowflake)
        let before = diff(assembly.before, snowflake, known, replaced)
        let after = diff(assembly.after, snowflake, known, replaced)
        let template = try TemplateDocument(
            reading: assembly.template.yaml, "the template of \(assembly.stack.stackName)")
        let isDeployed = aws.stack.map { StackStatus.isDeployed($0.status) } ?? false
        // The embedded AWS has no stack refactoring: there a moved resource is one deleted and one made.
        let moves =
            environment.hosting == .clouds && isDeployed
            ? aws.stack.map { ResourceMove.all(of: assembly, in: $0.template) } ?? [] : []
        let deployed = try aws.stack.map { try $0.template.renaming(moves.ids) }
        let stack = planStack(aws, parameters, from: deployed, to: template, isMoving: !moves.isEmpty)
        let trust =
            isDeployed
            ? TrustRepair.all(for: assembly, live: aws.trustPolicies, known: known, changes: stack.changes)
            : (repairs: [], missing: [])
        let permissions = PermissionDrift(
            assembly, live: aws.permissions, known: known, changes: isDeployed ? stack.changes : [])
        let name = assembly.stack.stackName
        let undeclared = UndeclaredObjects(
            in: snowflake, declared: declared, marker: assembly.marker)
        let late = after.changes + undeclared.changes
        return Plan(
            assembly: assembly,
            archives: archives,
            stack: stack,
            parameters: parameters,
            trustRepairs: trust.repairs,
            permissionRepairs: permissions.repairs,
            keyPairs: assembly.keyPairs.map { .init(keyPair: $0, isNew: aws.publicKeys[$0.id] == nil) },
            before: before.changes.filter { !$0.losesData },
            after: late.filter { !$0.losesData },
            withheld: before.changes.filter(\.losesData) + late.filter(\.losesData),
            access: AccessDiff.changes(from: isDeployed ? deployed : nil, to: template)
                + (trust.repairs.map(\.policy) + permissions.repairs.map(\.policy)).flatMap { $0.repair.changes }
                + GrantAccess.changes(before.changes + late, live: snowflake),
            conflicts: before.conflicts + after.conflicts
                + trust.missing.map {
                    "the IAM role \($0.name) of \(name) is gone, and CloudFormation does not look; make a role of that "
                        + "name by hand and deploy again, which sets its trust"
                },
            obstacle: aws.stack.flatMap {
                StackStatus.obstacle($0.status, stack: name, environment: environment.name)
            },
            undeclared: undeclared.told + permissions.added,
            moves: moves,
            deployed: aws.stack?.template,
            digest: StateDigest(self, archives, aws, snowflake)
        )
    }

    private func diff(
        _ resources: [any SnowflakeResource],
        _ live: LiveSnowflake,
        _ known: KnownValues,
        _ replaced: Set<ObjectName>
    ) -> SnowflakeDiff {
        SnowflakeDiff(
            resources, live: live, known: known, marker: assembly.marker, adopting: adopting, replaced: replaced)
    }

    /// Integrations that somebody replaced: the stack was deployed with another external id than the account shows. Their
    /// stages have lost them, though they name them.
    private func replacedIntegrations(_ aws: AWSReading, _ snowflake: LiveSnowflake) -> Set<ObjectName> {
        let attribute = StorageIntegration.Attribute.externalID.rawValue
        let integrations = assembly.before.compactMap { ($0 as? StorageIntegration)?.name }
        return Set(
            integrations.filter { name in
                guard let parameter = assembly.template.handedOver[.attribute(of: name.id, attribute)],
                    let deployed = aws.stack?.parameters[parameter],
                    let shown = snowflake.objects[name.id]?.properties[attribute]
                else { return false }
                return deployed != shown
            })
    }

    func knownValues(_ aws: AWSReading, _ snowflake: LiveSnowflake) -> KnownValues {
        var known = KnownValues(environment)
        PhysicalValues.learn(&known, assembly, aws.physicalIDs)
        for reference in assembly.template.handedOver.keys {
            guard case .attribute(let id, let attribute) = reference,
                let value = snowflake.objects[id]?.properties[attribute]
            else { continue }
            known.learn(reference, value)
        }
        for keyPair in assembly.keyPairs {
            if let publicKey = aws.publicKeys[keyPair.id] { known.learn(keyPair.publicKeyReference, publicKey) }
        }
        return known
    }

    private func parameters(_ archives: [Plan.PlannedArchive], _ known: KnownValues) -> [Plan.PlannedParameter] {
        let handedOver = Dictionary(assembly.template.handedOver.map { ($0.value, $0.key) }) { first, _ in first }
        return assembly.template.parameters.map { parameter in
            if let reference = handedOver[parameter.name] {
                return .init(name: parameter.name, value: known.value(reference), reference: reference)
            }
            let asset = assembly.assets.first { $0.keyParameter == parameter.name }
            let value: String? =
                switch parameter.name {
                case Asset.bucketParameter: assetBucket
                case Environment.snowflakeEndpointParameter: snowflakeEndpoint
                default:
                    imageTags[parameter.name]
                        ?? archives.first { $0.archive.product == asset?.product }?.archive.key
                        ?? parameter.defaultValue
                }
            return .init(name: parameter.name, value: value, reference: nil)
        }
    }

    private func planStack(
        _ aws: AWSReading,
        _ parameters: [Plan.PlannedParameter],
        from deployed: TemplateDocument?,
        to new: TemplateDocument,
        isMoving: Bool
    ) -> StackPlan {
        guard let stack = aws.stack, let deployed, StackStatus.isDeployed(stack.status) else {
            return .create(TemplateDiff(from: nil, to: new), adopting: aws.leftBuckets, clearing: aws.stack?.id)
        }
        let diff = TemplateDiff(from: deployed, to: new)
        let hidden = Set(assembly.template.parameters.filter(\.noEcho).map(\.name))
        let changed = parameters.filter { $0.value != stack.parameters[$0.name] }.map { parameter in
            PropertyChange(
                path: [parameter.name],
                before: hidden.contains(parameter.name) ? PropertyChange.hidden : stack.parameters[parameter.name],
                after: hidden.contains(parameter.name)
                    ? PropertyChange.hidden : parameter.value ?? PropertyChange.knownLater)
        }
        return diff.isEmpty && changed.isEmpty && !isMoving ? .unchanged : .update(diff, parameters: changed)
    }
}

extension StackPlan {
    /// What changes of the resources of a stack that exists.
    fileprivate var changes: [ResourceChange] { if case .update(let diff, _) = self { diff.changes } else { [] } }
}

extension KeyPair {
    var publicKeyReference: Reference { .attribute(of: id, Self.publicKeyAttribute) }
}
