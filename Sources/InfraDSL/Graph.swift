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

    /// A resource and what it renders to, made once.
    private struct Rendered {
        let resource: any Resource
        let entries: [TemplateEntry]
        let texts: [Text]

        init(_ resource: any Resource) {
            self.resource = resource
            entries = (resource as? any AWSResource)?.entries ?? []
            texts = entries.isEmpty ? resource.texts : entries.flatMap(\.texts)
        }

        /// The ids of the resources that must be made first.
        var predecessors: [String] {
            let attributes = texts.flatMap(\.references).compactMap(\.resource)
            guard let object = resource as? any SnowflakeResource else { return attributes }
            return attributes + object.names.flatMap(\.ownerIDs)
        }
    }

    private static func declarations(of stack: Stack) throws(Problems) -> Declarations {
        var found = Declarations()
        var problems: [Problem] = []
        let all = stack.resources.map(Rendered.init)
        for rendered in all {
            let resource = rendered.resource
            let needs = Set(rendered.predecessors).subtracting([resource.id])
            if found.needs.updateValue(needs, forKey: resource.id) != nil {
                problems.append(Problem(.declaredTwice(resource.id), declared: resource.declared))
            }
            let faults =
                ((resource as? any SnowflakeResource)?.statementProblems ?? [])
                + ((resource as? any SelfChecking)?.faults ?? [])
            problems += faults.map { Problem(.invalid(resource.id, reason: $0), declared: resource.declared) }
            if resource is any AWSResource { found.isAWS.insert(resource.id) }
            for entry in rendered.entries where !entry.logicalID.isWellFormed {
                problems.append(Problem(.malformedLogicalID(entry.logicalID.name), declared: entry.declared))
            }
        }
        // A resource may render several entries; whoever mentions one of them needs the resource.
        var owners: [String: String] = [:]
        var twice: [Problem] = []
        for rendered in all {
            for entry in rendered.entries {
                let id = rendered.resource.id
                if let other = owners.updateValue(id, forKey: entry.logicalID.name), other != id {
                    twice.append(Problem(.declaredTwice(entry.logicalID.name), declared: entry.declared))
                }
            }
        }
        for rendered in all {
            let resource = rendered.resource
            let needs = found.needs[resource.id, default: []]
            found.needs[resource.id] = Set(needs.map { owners[$0] ?? $0 }).subtracting([resource.id])
            let named = needs.union(rendered.texts.flatMap(\.mentions)).map { owners[$0] ?? $0 }
            for other in Set(named).sorted() where found.needs[other] == nil {
                problems.append(Problem(.undeclared(other, mentionedBy: resource.id), declared: resource.declared))
            }
        }
        problems += twice
        guard problems.isEmpty else { throw Problems(problems) }
        return found
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
