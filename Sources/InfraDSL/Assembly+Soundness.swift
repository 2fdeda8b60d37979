import CloudFormation

/// What the graph can not see and CloudFormation would find only at deploy.
extension Assembly {
    static func unsound(_ template: Template, in stack: Stack) -> [Problem] {
        let parameters = Set(template.parameters.map(\.name))
        let ids = Set(template.entries.map(\.logicalID.name))
        var problems: [Problem] = []
        for resource in stack.resources {
            let references = resource.texts.flatMap(\.references)
            if resource is any SnowflakeResource, references.contains(where: \.isComputed) {
                problems.append(Problem(.notForSnowflake(resource.id), declared: resource.declared))
            }
        }
        for entry in template.entries {
            let texts = entry.properties.texts + entry.options.texts
            for case .parameter(let name) in Set(texts.flatMap(\.references)) where !parameters.contains(name) {
                problems.append(Problem(.unknownParameter(name), declared: entry.declared))
            }
            if let old = entry.options.formerly, ids.contains(old.name) {
                problems.append(Problem(.formerInUse(old.name, by: entry.logicalID.name), declared: entry.declared))
            }
            let notes = entry.options.metadata?["Snowline"]?["Override"]?.items ?? []
            if notes.contains(where: { ($0["reason"]?.literal ?? "").allSatisfy(\.isWhitespace) }) {
                problems.append(Problem(.noReason(entry.logicalID.name), declared: entry.declared))
            }
        }
        return problems
    }
}

extension Reference {
    fileprivate var isComputed: Bool {
        switch self {
        case .imported, .computed: true
        case .account, .attribute, .parameter: false
        }
    }
}
