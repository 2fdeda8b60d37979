import CloudFormation
import InfraDSL

/// What happens to one resource of a template.
struct ResourceChange: Sendable {
    let id: String
    let type: String
    /// The type it had, where another takes its place.
    let oldType: String?
    let action: Action
    let properties: [PropertyChange]
    /// The physical resource stays when the entry goes away or another one takes its place.
    let keepsPhysical: Bool

    /// Nil when nothing changes.
    init?(id: String, from old: Value?, to new: Value?) {
        self.id = id
        let type = (new ?? old)?["Type"]?.string ?? "?"
        self.type = type
        oldType = old?["Type"]?.string
        switch (old, new) {
        case (nil, _?):
            action = .create
            properties = []
        case (_?, nil):
            action = .delete
            properties = []
        case (let old?, let new?):
            let changes = PropertyChange.changes(from: old, to: new, at: [], hiding: Self.secrets(of: type))
            guard !changes.isEmpty else { return nil }
            properties = changes
            action = changes.contains { $0.replacement(of: type) == .yes } ? .replace : .update
        case (nil, nil): return nil
        }
        let policies =
            action == .delete
            ? [old?["DeletionPolicy"]] : [old?["UpdateReplacePolicy"], new?["UpdateReplacePolicy"]]
        keepsPhysical = policies.allSatisfy { Self.keepingPolicies.contains($0?.string ?? "Delete") }
    }

    /// Policies under which data survives (DeletionPolicy and UpdateReplacePolicy attributes).
    private static let keepingPolicies: Set<String> = ["Retain", "RetainExceptOnCreate", "Snapshot"]

    /// Properties that the provider never gives back, such as passwords, are not shown either.
    private static func secrets(of type: String) -> ([String]) -> Bool {
        let writeOnly = ResourceFacts.of(type)?.writeOnly
        return { path in
            path.first == "Properties"
                && writeOnly?.coverage(of: path.dropFirst().joined(separator: "/")) == .inside
        }
    }
}

/// One value before and after.
struct PropertyChange: Sendable, Hashable {
    /// Keys and indices from the resource down.
    let path: [String]
    let before: String?
    let after: String?

    /// Stands for a value that must not be shown.
    static let hidden = "(hidden)"

    /// Whether the change makes a new physical resource of a type, by its schema's create-only properties.
    func replacement(of type: String) -> ResourceFacts.Replacement {
        if path == ["Type"] { return .yes }
        guard path.first == "Properties", path.count > 1 else { return .no }
        return ResourceFacts.of(type)?.replacement(changing: path.dropFirst().joined(separator: "/")) ?? .no
    }

    /// The leaves in which two trees differ.
    ///
    /// - Parameter isSecret: holds for paths whose literal values are not shown.
    static func changes(
        from old: Value?,
        to new: Value?,
        at path: [String],
        hiding isSecret: ([String]) -> Bool = { _ in false }
    ) -> [PropertyChange] {
        guard old != new else { return [] }
        if let old = old ?? Self.empty(like: new, at: path), let new = new ?? Self.empty(like: old, at: path),
            !old.isIntrinsic, !new.isIntrinsic
        {
            if case .map(let before) = old, case .map(let after) = new {
                let keys = after.map(\.key) + before.map(\.key).filter { key in !after.contains { $0.key == key } }
                return keys.flatMap { changes(from: old[$0], to: new[$0], at: path + [$0], hiding: isSecret) }
            }
            if case .list(let before) = old, case .list(let after) = new, before.count == after.count {
                return zip(before, after).enumerated().flatMap { index, pair in
                    changes(from: pair.0, to: pair.1, at: path + ["\(index)"], hiding: isSecret)
                }
            }
        }
        let before = old?.masked(at: path, isSecret).summary
        let after = new?.masked(at: path, isSecret).summary
        return [PropertyChange(path: path, before: before, after: after)]
    }

    /// `Properties` itself may come or go: what counts then is what is in it.
    private static func empty(like other: Value?, at path: [String]) -> Value? {
        guard path == ["Properties"], case .map = other else { return nil }
        return .map([])
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

    /// The same with what must not be shown as ``PropertyChange/hidden``, at whatever depth it stands.
    func masked(at path: [String], _ isSecret: ([String]) -> Bool) -> Value {
        if isSecret(path) { return isReference ? self : .text(Text(PropertyChange.hidden)) }
        switch self {
        case .text, .int, .double, .bool: return self
        case .list(let items):
            return .list(items.enumerated().map { $0.element.masked(at: path + ["\($0.offset)"], isSecret) })
        case .map(let entries) where isIntrinsic: return .map(entries)
        case .map(let entries):
            return .map(entries.map { .init($0.key, $0.value.masked(at: path + [$0.key], isSecret)) })
        }
    }

    /// Names a value without holding any part of it.
    var isReference: Bool {
        guard isIntrinsic, case .map(let entries) = self else { return false }
        return entries[0].key == "Ref" || entries[0].key == "Fn::GetAtt"
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
