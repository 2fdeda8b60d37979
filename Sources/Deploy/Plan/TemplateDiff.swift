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
        sections = ["Description", "Parameters", "Mappings", "Conditions", "Outputs"].flatMap { section in
            PropertyChange.changes(from: old.root[section], to: new.root[section], at: [section])
        }
    }
}

/// What happens to one resource of a template.
struct ResourceChange: Sendable {
    let id: String
    let type: String
    let action: Action
    let properties: [PropertyChange]
    /// What becomes of the physical resource when its entry goes away.
    let deletionPolicy: String?

    /// Nil when nothing changes.
    init?(id: String, from old: Value?, to new: Value?) {
        self.id = id
        type = (new ?? old)?["Type"]?.string ?? "?"
        deletionPolicy = old?["DeletionPolicy"]?.string
        switch (old, new) {
        case (nil, _?):
            action = .create
            properties = []
        case (_?, nil):
            action = .delete
            properties = []
        case (let old?, let new?):
            let changes = PropertyChange.changes(from: old, to: new, at: [])
            guard !changes.isEmpty else { return nil }
            properties = changes
            action = changes.contains { $0.replaces(new["Type"]?.string ?? "") } ? .replace : .update
        case (nil, nil): return nil
        }
    }
}

/// One value before and after.
struct PropertyChange: Sendable, Hashable {
    /// Keys and indices from the resource down.
    let path: [String]
    let before: String?
    let after: String?

    /// Whether the change makes a new physical resource of a type, by its schema's create-only properties.
    func replaces(_ type: String) -> Bool {
        if path == ["Type"] { return true }
        guard path.first == "Properties" else { return false }
        return ResourceFacts.of(type)?.replacement(changing: path.dropFirst().joined(separator: "/")) == .yes
    }

    /// The leaves in which two trees differ.
    static func changes(from old: Value?, to new: Value?, at path: [String]) -> [PropertyChange] {
        guard old != new else { return [] }
        if let old, let new, !old.isIntrinsic, !new.isIntrinsic {
            if case .map(let before) = old, case .map(let after) = new {
                let keys = after.map(\.key) + before.map(\.key).filter { key in !after.contains { $0.key == key } }
                return keys.flatMap { changes(from: old[$0], to: new[$0], at: path + [$0]) }
            }
            if case .list(let before) = old, case .list(let after) = new, before.count == after.count {
                return zip(before, after).enumerated().flatMap { index, pair in
                    changes(from: pair.0, to: pair.1, at: path + ["\(index)"])
                }
            }
        }
        return [PropertyChange(path: path, before: old?.summary, after: new?.summary)]
    }
}

extension Value {
    /// The characters of a text without holes.
    var string: String? { if case .text(let text) = self { text.known } else { nil } }

    /// A one-key map such as `{"Ref": …}`: compared whole, never leaf by leaf.
    var isIntrinsic: Bool {
        guard case .map(let entries) = self, entries.count == 1, let key = entries.first?.key else { return false }
        return key == "Ref" || key == "Condition" || key.hasPrefix("Fn::")
    }

    /// The value on one line, intrinsics in their short form.
    var summary: String {
        switch self {
        case .text(let text): text.known ?? "…"
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .bool(let bool): "\(bool)"
        case .list(let items): "[\(items.map(\.summary).joined(separator: ", "))]"
        case .map(let entries) where isIntrinsic:
            "!\(entries[0].key.replacing("Fn::", with: "")) \(Self.argument(entries[0]))"
        case .map(let entries): "{\(entries.map { "\($0.key): \($0.value.summary)" }.joined(separator: ", "))}"
        }
    }

    private static func argument(_ entry: Entry) -> String {
        if entry.key == "Fn::GetAtt", case .list(let parts) = entry.value {
            return parts.map(\.summary).joined(separator: ".")
        }
        return entry.value.summary
    }
}
