import CloudFormation

/// The order in which the stacks of an environment are deployed: whoever exports comes before whoever imports.
enum DeployOrder {
    /// Declaration order, disturbed only where an export is needed earlier; problems where no order will do.
    static func of(_ stacks: [Stack]) -> (stacks: [Stack], problems: [Problem]) {
        var exporters: [String: String] = [:]
        for stack in stacks {
            for output in stack.outputs {
                if let name = output.exportName { exporters[name] = stack.name }
            }
        }
        var problems: [Problem] = []
        var needs: [String: Set<String>] = [:]
        for stack in stacks {
            for (name, resource) in stack.imports {
                guard let exporter = exporters[name] else {
                    problems.append(Problem(.notExported(name, neededBy: resource.id), declared: resource.declared))
                    continue
                }
                needs[stack.name, default: []].insert(exporter)
            }
        }
        var order: [Stack] = []
        var waiting = stacks
        while !waiting.isEmpty {
            let done = Set(order.map(\.name))
            let ready = waiting.filter { needs[$0.name, default: []].isSubset(of: done) }
            guard !ready.isEmpty else {
                problems.append(Problem(.cycle(waiting.map(\.name).sorted()), declared: waiting.first?.declared))
                return (stacks, problems)
            }
            order += ready
            waiting.removeAll { stack in ready.contains { $0.name == stack.name } }
        }
        return (order, problems)
    }
}

extension Stack {
    /// The exports of other stacks that it uses, each with a resource that does.
    var imports: [(name: String, resource: any Resource)] {
        resources.flatMap { resource in
            resource.texts.flatMap(\.references).compactMap { reference in
                if case .imported(let name) = reference { (name, resource) } else { nil }
            }
        }
    }
}
