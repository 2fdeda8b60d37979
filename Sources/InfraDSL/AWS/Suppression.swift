import CloudFormation

/// A rule that one resource breaks on purpose, and why it may.
public struct Suppression: Hashable, Sendable {
    public let rule: CheckedRule
    /// For the reader of the template; never empty.
    public let reason: String
    /// Which of the resource's entries: "" is the resource itself, `Policy` the entry whose id ends in that.
    let part: String
}

/// A rule of one of the three checkers.
public enum CheckedRule: Hashable, Sendable {
    /// One of ours, such as `SL-S3-001`.
    case snowline(String)
    /// Such as `CKV_AWS_18`.
    case checkov(String)
    /// Such as `I3042`.
    case cfnLint(String)

    public var id: String {
        switch self {
        case .snowline(let id), .checkov(let id), .cfnLint(let id): id
        }
    }
}

extension ResourceOptions {
    /// The embedded clouds speak plain HTTP, so what lies there can not refuse it.
    func speakingPlainHTTP(_ rule: String, in environment: Environment) -> ResourceOptions {
        guard environment.hosting == .embedded else { return self }
        return suppressing(.snowline(rule), because: "The embedded clouds speak plain HTTP, on the loopback alone")
    }

    /// Suppressions are resource metadata, in the form each checker reads. cfn-lint's has no place for a reason, so ours
    /// holds it beside.
    func suppressing(_ rule: CheckedRule, because reason: String) -> ResourceOptions {
        let note: Value = ["id": .text(Text(rule.id)), "reason": .text(Text(reason))]
        var copy = self
        let metadata = metadata ?? [:]
        switch rule {
        case .snowline:
            copy.metadata = metadata.appending(note, at: ["Snowline", "Suppress"])
        case .checkov:
            let skip: Value = ["id": .text(Text(rule.id)), "comment": .text(Text(reason))]
            copy.metadata = metadata.appending(skip, at: ["checkov", "skip"])
        case .cfnLint:
            copy.metadata = metadata.appending(.text(Text(rule.id)), at: ["cfn-lint", "config", "ignore_checks"])
                .appending(note, at: ["Snowline", "Suppress"])
        }
        return copy
    }
}

extension ResourceOptions {
    /// Notes why a statement was written by hand.
    func explaining(_ reason: Permission.Reason) -> ResourceOptions {
        let note: Value = ["id": .text(Text(reason.sid)), "reason": .text(Text(reason.text))]
        var copy = self
        copy.metadata = (metadata ?? [:]).appending(note, at: ["Snowline", "Custom"])
        return copy
    }
}

extension Value {
    /// The tree with an item more in the list at a path; maps on the way are made where they lack.
    func appending(_ item: Value, at path: [String]) -> Value {
        guard let key = path.first else {
            if case .list(let items) = self { return .list(items + [item]) }
            return .list([item])
        }
        guard case .map(let entries) = self else { return Value.map([]).appending(item, at: path) }
        let rest = Array(path.dropFirst())
        let empty: Value = rest.isEmpty ? .list([]) : .map([])
        let changed = Entry(key, (self[key] ?? empty).appending(item, at: rest))
        guard let index = entries.firstIndex(where: { $0.key == key }) else { return .map(entries + [changed]) }
        var copy = entries
        copy[index] = changed
        return .map(copy)
    }
}
