import CloudFormation
import InfraDSL

/// What changes between two templates, resource by resource; pure, so that every case is a table test.
struct TemplateDiff: Sendable {
    let changes: [ResourceChange]
    /// Changes outside the resources: parameters, outputs, the description.
    let sections: [PropertyChange]

    var isEmpty: Bool { changes.isEmpty && sections.isEmpty }

    /// Nil stands for a stack that does not exist.
    init(from old: TemplateDocument?, to new: TemplateDocument?) {
        let before = Dictionary(uniqueKeysWithValues: (old?.resources ?? []).map { ($0.key, $0.value) })
        let after = Set((new?.resources ?? []).map(\.key))
        var changes = (new?.resources ?? []).compactMap {
            ResourceChange(id: $0.key, from: before[$0.key], to: $0.value)
        }
        for gone in old?.resources ?? [] where !after.contains(gone.key) {
            changes += ResourceChange(id: gone.key, from: gone.value, to: nil).map { [$0] } ?? []
        }
        self.changes = changes
        guard let old, let new else {
            sections = []
            return
        }
        sections = Self.sectionNames(old, new).flatMap { section in
            PropertyChange.changes(from: old.root[section], to: new.root[section], at: [section]) { path in
                path.count > 2 && path[0] == "Parameters" && path[2] == "Default"
                    && (Self.isHidden(path[1], old) || Self.isHidden(path[1], new))
            }
        }
    }

    /// CloudFormation does not show the values of such a parameter either.
    private static func isHidden(_ parameter: String, _ document: TemplateDocument) -> Bool {
        let value = document.root["Parameters"]?[parameter]?["NoEcho"]
        return value == .bool(true) || value?.string?.lowercased() == "true"
    }

    private static func sectionNames(_ old: TemplateDocument, _ new: TemplateDocument) -> [String] {
        let names = [new, old].flatMap { document in
            if case .map(let entries) = document.root { entries.map(\.key) } else { [String]() }
        }
        return names.reduce(into: []) { if $1 != "Resources", !$0.contains($1) { $0.append($1) } }
    }
}
