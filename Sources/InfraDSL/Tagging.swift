import CloudFormation

/// Puts the tags of a stack on a resource that takes some.
enum Tagging {
    /// Tags the resource has itself come first and win.
    static func tagged(_ entry: TemplateEntry, with tags: [String: String]) -> TemplateEntry {
        guard !tags.isEmpty, let facts = ResourceFacts.of(entry.type), let property = facts.tagProperty,
            case .map(var properties) = entry.properties
        else { return entry }
        let present = properties.firstIndex { $0.key == property }
        let added = tags.sorted { $0.key < $1.key }
        let value: Value
        switch (facts.tagShape, present.map { properties[$0].value }) {
        case (.list, .list(let own)?): value = .list(own + added.filter { !own.holdsTag($0.key) }.map(item))
        case (.list, nil): value = .list(added.map(item))
        case (.map, .map(let own)?):
            let rest = added.filter { tag in !own.contains { $0.key == tag.key } }
            value = .map(own + rest.map { .init($0.key, .text(Text($0.value))) })
        case (.map, nil): value = .map(added.map { .init($0.key, .text(Text($0.value))) })
        // Tags that come from a function are the writer's own business.
        default: return entry
        }
        if let present {
            properties[present] = .init(property, value)
        } else {
            properties.append(.init(property, value))
        }
        return TemplateEntry(
            entry.logicalID, type: entry.type, properties: .map(properties), options: entry.options,
            declared: entry.declared)
    }

    private static func item(_ tag: (key: String, value: String)) -> Value {
        ["Key": .text(Text(tag.key)), "Value": .text(Text(tag.value))]
    }
}

extension [Value] {
    fileprivate func holdsTag(_ key: String) -> Bool { contains { $0["Key"] == .text(Text(key)) } }
}
