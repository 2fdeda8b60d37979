public import CloudFormation

extension TemplateDocument {
    /// The same template with other logical ids: the entries themselves, and whoever calls them by name in `Ref`, `GetAtt`, `Sub`
    /// and `DependsOn`.
    ///
    /// - Parameter ids: new ids by old ones.
    public func renaming(_ ids: [String: String]) throws(Malformed) -> TemplateDocument {
        guard !ids.isEmpty, case .map(let sections) = root else { return self }
        let renamed = sections.map { section -> Value.Entry in
            guard section.key == "Resources", case .map(let resources) = section.value else {
                return Value.Entry(section.key, section.value.renaming(ids))
            }
            return Value.Entry(
                "Resources", .map(resources.map { Value.Entry(ids[$0.key] ?? $0.key, $0.value.renaming(ids)) }))
        }
        return try TemplateDocument(YAML.encode(TemplateWriter.node(of: .map(renamed))))
    }
}

extension TemplateDocument {
    /// The same template with one resource more.
    ///
    /// - Parameter body: what stands under the id.
    public func adding(resource id: String, _ body: Value) throws(Malformed) -> TemplateDocument {
        var sections: [Value.Entry] = []
        if case .map(let own) = root { sections = own }
        let all = Value.Entry("Resources", .map(resources + [Value.Entry(id, body)]))
        if let index = sections.firstIndex(where: { $0.key == "Resources" }) {
            sections[index] = all
        } else {
            sections.append(all)
        }
        return try TemplateDocument(YAML.encode(TemplateWriter.node(of: .map(sections))))
    }
}

extension Value {
    fileprivate func renaming(_ ids: [String: String]) -> Value {
        switch self {
        case .text, .int, .double, .bool: return self
        case .list(let items): return .list(items.map { $0.renaming(ids) })
        case .map(let entries): return .map(entries.map { Value.Entry($0.key, Self.renamed($0, ids)) })
        }
    }

    private static func renamed(_ entry: Entry, _ ids: [String: String]) -> Value {
        switch (entry.key, entry.value) {
        case ("Ref", .text(let name)): return .text(Text(named(name.known ?? "", ids)))
        case ("Fn::GetAtt", .list(let parts)):
            guard let first = parts.first?.literal else { return entry.value.renaming(ids) }
            return .list([.text(Text(named(first, ids)))] + parts.dropFirst())
        case ("Fn::GetAtt", .text(let path)): return .text(Text(dotted(path.known ?? "", ids)))
        case ("DependsOn", .text(let name)): return .text(Text(named(name.known ?? "", ids)))
        case ("DependsOn", .list(let names)):
            return .list(names.map { name in name.literal.map { .text(Text(named($0, ids))) } ?? name })
        case ("Fn::Sub", .text(let text)): return .text(Text(filled(text.known ?? "", ids)))
        case ("Fn::Sub", .list(let parts)):
            guard let first = parts.first?.literal else { return entry.value.renaming(ids) }
            // Names that the function is given itself hide resources of the same name.
            var own: [String] = []
            if parts.count > 1, case .map(let map) = parts[1] { own = map.map(\.key) }
            let visible = ids.filter { !own.contains($0.key) }
            return .list([.text(Text(filled(first, visible)))] + parts.dropFirst().map { $0.renaming(ids) })
        default: return entry.value.renaming(ids)
        }
    }

    private static func named(_ name: String, _ ids: [String: String]) -> String { ids[name] ?? name }

    /// `Old.Attribute` as `New.Attribute`.
    private static func dotted(_ path: String, _ ids: [String: String]) -> String {
        let name = String(path.prefix { $0 != "." })
        return named(name, ids) + path.dropFirst(name.count)
    }

    /// The holes of a `Fn::Sub`; `${!x}` is text.
    private static func filled(_ text: String, _ ids: [String: String]) -> String {
        text.replacing(/\$\{([^!{}][^{}]*)\}/) { match in "${\(dotted(String(match.output.1), ids))}" }
    }
}
