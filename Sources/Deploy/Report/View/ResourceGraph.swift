import CloudFormation
import InfraDSL

/// What of a stack stands on what: template entries and Snowflake objects as nodes, an edge from each to what it needs.
struct ResourceGraph: Sendable {
    let nodes: [Node]
    /// Without duplicates, in the order of the nodes.
    let edges: [Edge]

    struct Node: Sendable, Hashable {
        let id: String
        let type: String
        let cloud: Cloud
        /// What a plan does to it; nil when nothing.
        var action: Action?
        var declared: SourceLocation?
    }

    /// Where a node lives.
    enum Cloud: Sendable, Hashable {
        case aws
        case snowflake
    }

    struct Edge: Sendable, Hashable {
        /// Who needs.
        let from: String
        /// Who is needed.
        let to: String
        /// What for: a property; a privilege; empty where the name says it.
        let label: String
    }

    init(nodes: [Node], edges: [Edge]) {
        let known = Set(nodes.map(\.id))
        var seen: Set<[String]> = []
        self.nodes = nodes
        self.edges = edges.filter { edge in
            edge.from != edge.to && known.contains(edge.from) && known.contains(edge.to)
                && seen.insert([edge.from, edge.to]).inserted
        }
    }
}

extension ResourceGraph {
    /// Several stacks in one picture; a logical id that two stacks use is preceded by the later stack's number.
    init(joining graphs: [ResourceGraph]) {
        var used: Set<String> = []
        var nodes: [Node] = []
        var edges: [Edge] = []
        for (number, graph) in graphs.enumerated() {
            let own = Set(graph.nodes.map(\.id))
            func renamed(_ id: String) -> String { own.contains(id) && used.contains(id) ? "\(number + 1)/\(id)" : id }
            nodes += graph.nodes.map {
                Node(id: renamed($0.id), type: $0.type, cloud: $0.cloud, action: $0.action, declared: $0.declared)
            }
            edges += graph.edges.map { Edge(from: renamed($0.from), to: renamed($0.to), label: $0.label) }
            used.formUnion(own)
        }
        self.init(nodes: nodes, edges: edges)
    }

    /// The graph of a stack; grants are edges from a role to what it may use.
    ///
    /// - Parameter actions: what a plan does, by id.
    init(_ assembly: Assembly, actions: [String: Action] = [:], types: [String: String] = [:]) {
        var nodes: [Node] = []
        var edges: [Edge] = []
        let resources = assembly.before + assembly.after
        for resource in resources {
            switch resource.declaration {
            case .object(let object):
                nodes.append(
                    Node(
                        id: object.name.id, type: object.name.kind.rawValue, cloud: .snowflake,
                        action: actions[object.name.id], declared: resource.declared))
                edges += Self.needs(of: object, resource.texts)
            case .grant(let grant): edges += Self.edges(of: grant)
            }
        }
        for entry in assembly.template.entries {
            let id = entry.logicalID.name
            nodes.append(
                Node(id: id, type: entry.type, cloud: .aws, action: actions[id], declared: entry.declared))
            let references = entry.properties.texts.flatMap(\.references).compactMap(\.resource)
            edges += references.map { Edge(from: id, to: $0, label: "") }
            edges += entry.options.dependsOn.map { Edge(from: id, to: $0.name, label: "") }
        }
        for (id, action) in actions.sorted(by: { $0.key < $1.key }) where action == .delete {
            guard !nodes.contains(where: { $0.id == id }), !id.hasPrefix("GRANT ") else { continue }
            nodes.append(
                Node(id: id, type: types[id] ?? "", cloud: id.contains(" ") ? .snowflake : .aws, action: action))
        }
        self.init(nodes: nodes, edges: edges)
    }

    init(_ plan: Plan) {
        let changes =
            plan.resourceChanges.map { ($0.id, $0.action) } + (plan.before + plan.after).map { ($0.id, $0.action) }
            + plan.trustRepairs.map { ($0.role.id, Action.update) }
        let types = Dictionary(plan.resourceChanges.map { ($0.id, $0.type) }) { first, _ in first }
        self.init(plan.assembly, actions: Dictionary(changes) { first, _ in first }, types: types)
    }

    /// The graph of any template.
    init(_ document: TemplateDocument, _ diff: TemplateDiff? = nil) {
        let actions = Dictionary((diff?.changes ?? []).map { ($0.id, $0.action) }) { first, _ in first }
        var nodes = document.resources.map {
            Node(id: $0.key, type: $0.value["Type"]?.string ?? "", cloud: .aws, action: actions[$0.key])
        }
        nodes += (diff?.changes ?? []).filter { $0.action == .delete }.map {
            Node(id: $0.id, type: $0.type, cloud: .aws, action: .delete)
        }
        let edges = document.resources.flatMap { resource in
            resource.value.namedResources.map { Edge(from: resource.key, to: $0, label: "") }
        }
        self.init(nodes: nodes, edges: edges)
    }

    /// An object needs its schema and database, the objects its options name, and whoever gives a value.
    private static func needs(of object: SnowflakeObject, _ texts: [Text]) -> [Edge] {
        let id = object.name.id
        var edges = texts.flatMap { $0.references.compactMap(\.resource) + $0.mentions }
            .map { Edge(from: id, to: $0, label: "") }
        for property in object.properties {
            if case .name(let name) = property.value { edges.append(Edge(from: id, to: name.id, label: property.key)) }
        }
        if let parent = object.name.parentID { edges.append(Edge(from: id, to: parent, label: "")) }
        return edges
    }

    private static func edges(of grant: SnowflakeGrant) -> [Edge] {
        switch grant {
        case .privilege(let privilege, let object, let role):
            [Edge(from: role.id, to: object.id, label: privilege.rawValue)]
        case .future(let privilege, _, let schema, let role), .inherited(let privilege, _, let schema, let role):
            [Edge(from: role.id, to: schema.id, label: privilege.rawValue)]
        case .role(let role, let grantee): [Edge(from: grantee.id, to: role.id, label: "")]
        }
    }
}

extension ObjectName {
    /// The schema or database the object is in; nil for one of the account.
    fileprivate var parentID: String? {
        switch parts.count {
        case 0, 1: nil
        case 2: "\(ObjectKind.database.rawValue) \(parts[0])"
        default: "\(ObjectKind.schema.rawValue) \(parts.dropLast().joined(separator: "."))"
        }
    }
}

extension Value {
    /// The logical ids that a resource of a template names, by reference or in `DependsOn`.
    fileprivate var namedResources: [String] {
        switch self {
        case .text, .int, .double, .bool: return []
        case .list(let items): return items.flatMap(\.namedResources)
        case .map(let entries):
            return entries.flatMap { entry -> [String] in
                switch (entry.key, entry.value) {
                case ("Ref", .text(let name)): return [name.known ?? ""]
                case ("Fn::GetAtt", .list(let parts)): return parts.first?.string.map { [$0] } ?? []
                case ("Fn::GetAtt", .text(let name)): return [String((name.known ?? "").prefix { $0 != "." })]
                case ("Fn::Sub", .text(let text)): return Self.holes(text.known ?? "")
                case ("Fn::Sub", .list(let parts)):
                    return Self.holes(parts.first?.string ?? "") + parts.dropFirst().flatMap(\.namedResources)
                case ("DependsOn", let ids): return ids.policyItems.compactMap(\.string)
                default: return entry.value.namedResources
                }
            }
        }
    }

    private static func holes(_ text: String) -> [String] {
        Glob(text).symbols.compactMap {
            if case .hole(let name) = $0 { String(name.prefix { $0 != "." }) } else { nil }
        }
    }
}
