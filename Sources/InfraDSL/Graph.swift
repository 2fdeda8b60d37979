public import CloudFormation

/// The resources of a stack in the only order they can be made: Snowflake objects that AWS does not concern, the template,
/// then the Snowflake objects that needed it.
public struct Graph: Sendable {
    public let before: [any SnowflakeResource]
    public let template: [any AWSResource]
    public let after: [any SnowflakeResource]

    /// Throws every problem of the stack at once.
    public init(_ stack: Stack) throws(Problems) {
        let declarations = try Self.declarations(of: stack)
        let order = try Self.order(stack.resources, declarations)
        var late: Set<String> = []
        for resource in order where resource is any SnowflakeResource {
            let waits = declarations.needs[resource.id, default: []].contains { need in
                late.contains(need) || declarations.isAWS.contains(need)
            }
            if waits { late.insert(resource.id) }
        }
        template = order.compactMap { $0 as? any AWSResource }
        for resource in template {
            let tooLate = declarations.needs[resource.id, default: []].intersection(late).sorted()
            guard tooLate.isEmpty else {
                throw Problems([Problem(.cycle([resource.id] + tooLate), declared: resource.declared)])
            }
        }
        let snowflake = order.compactMap { $0 as? any SnowflakeResource }
        before = Self.layered(snowflake.filter { !late.contains($0.id) })
        after = Self.layered(snowflake.filter { late.contains($0.id) })
    }

    private struct Declarations {
        /// Who must be made before whom.
        var needs: [String: Set<String>] = [:]
        var isAWS: Set<String> = []
    }

    private static func declarations(of stack: Stack) throws(Problems) -> Declarations {
        var found = Declarations()
        var problems: [Problem] = []
        for resource in stack.resources {
            let needs = Set(resource.predecessors).subtracting([resource.id])
            if found.needs.updateValue(needs, forKey: resource.id) != nil {
                problems.append(Problem(.declaredTwice(resource.id), declared: resource.declared))
            }
            if let snowflake = resource as? any SnowflakeResource {
                problems += snowflake.statementProblems.map {
                    Problem(.invalid(resource.id, reason: $0), declared: resource.declared)
                }
            }
            if let checking = resource as? any SelfChecking {
                problems += checking.faults.map {
                    Problem(.invalid(resource.id, reason: $0), declared: resource.declared)
                }
            }
            guard let aws = resource as? any AWSResource else { continue }
            found.isAWS.insert(resource.id)
            for entry in aws.entries where !entry.logicalID.isWellFormed {
                problems.append(Problem(.malformedLogicalID(entry.logicalID.name), declared: entry.declared))
            }
        }
        let entryOwners = Self.entryOwners(of: stack)
        for resource in stack.resources {
            let needs = found.needs[resource.id, default: []]
            found.needs[resource.id] = Set(needs.map { entryOwners[$0] ?? $0 }).subtracting([resource.id])
            let named = needs.union(resource.texts.flatMap(\.mentions)).map { entryOwners[$0] ?? $0 }
            for other in Set(named).sorted() where found.needs[other] == nil {
                problems.append(Problem(.undeclared(other, mentionedBy: resource.id), declared: resource.declared))
            }
        }
        problems += Self.duplicateEntries(of: stack)
        guard problems.isEmpty else { throw Problems(problems) }
        return found
    }

    /// A resource may render several entries; whoever mentions one of them needs the resource.
    private static func entryOwners(of stack: Stack) -> [String: String] {
        var owners: [String: String] = [:]
        for case let resource as any AWSResource in stack.resources {
            for entry in resource.entries { owners[entry.logicalID.name] = resource.id }
        }
        return owners
    }

    private static func duplicateEntries(of stack: Stack) -> [Problem] {
        var owners: [String: String] = [:]
        var problems: [Problem] = []
        for case let resource as any AWSResource in stack.resources {
            for entry in resource.entries {
                if let other = owners.updateValue(resource.id, forKey: entry.logicalID.name), other != resource.id {
                    problems.append(Problem(.declaredTwice(entry.logicalID.name), declared: entry.declared))
                }
            }
        }
        return problems
    }

    /// Declaration order, disturbed only where someone is needed earlier.
    private static func order(
        _ resources: [any Resource],
        _ declarations: Declarations
    ) throws(Problems) -> [any Resource] {
        var waiting = resources
        var done: Set<String> = []
        var order: [any Resource] = []
        while !waiting.isEmpty {
            var blocked: [any Resource] = []
            for resource in waiting {
                if declarations.needs[resource.id, default: []].isSubset(of: done) {
                    done.insert(resource.id)
                    order.append(resource)
                } else {
                    blocked.append(resource)
                }
            }
            guard blocked.count < waiting.count else {
                throw Problems([Problem(.cycle(cycle(in: blocked, declarations)), declared: blocked.first?.declared)])
            }
            waiting = blocked
        }
        return order
    }

    /// One way round among resources that block one another.
    private static func cycle(in blocked: [any Resource], _ declarations: Declarations) -> [String] {
        let ids = Set(blocked.map(\.id))
        guard var current = ids.min() else { return [] }
        var path: [String] = []
        while !path.contains(current) {
            path.append(current)
            guard let next = declarations.needs[current, default: []].intersection(ids).min() else { return path }
            current = next
        }
        return Array(path.drop { $0 != current }) + [current]
    }

    /// Objects of one kind together, owners before what they own: the order of the numbered files.
    private static func layered(_ resources: [any SnowflakeResource]) -> [any SnowflakeResource] {
        resources.enumerated()
            .sorted { ($0.element.layer, $0.offset) < ($1.element.layer, $1.offset) }
            .map(\.element)
    }
}

extension Resource {
    /// The ids of the resources that must be made first.
    var predecessors: [String] {
        let attributes = texts.flatMap(\.references).compactMap(\.resource)
        guard let object = self as? any SnowflakeResource else { return attributes }
        return attributes + object.names.flatMap(\.ownerIDs)
    }
}
