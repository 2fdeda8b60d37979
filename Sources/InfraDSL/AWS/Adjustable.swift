public import CloudFormation

/// What is said of a resource beside what it is: rules it is excused from, the id it had, properties set past its own.
public struct Adjustments: Sendable {
    var suppressions: [Suppression] = []
    var former: LogicalID?
    var overrides: [Override] = []
    var dependencies: [LogicalID] = []
    var condition: LogicalID?

    public init() {}

    /// A property that no initializer of the resource has.
    struct Override: Sendable {
        /// Which of the resource's entries, as in ``Suppression``.
        let part: String
        let path: [String]
        let value: Value
        let reason: String
    }
}

/// A high-level resource: it renders to one or several entries, and each can be adjusted.
public protocol Adjustable: AWSResource {
    var logicalID: LogicalID { get }
    var adjustments: Adjustments { get set }
}

extension Adjustable {
    /// The same resource, excused from a rule. `on` names a part of it by the end of the part's logical id.
    public func suppressing(_ rule: CheckedRule, on part: StaticString = "", because reason: String) -> Self {
        adjusted { $0.suppressions.append(Suppression(rule: rule, reason: reason, part: "\(part)")) }
    }

    /// The same resource under a new logical id: the next deploy moves what `id` made, its parts included, and replaces
    /// nothing. To be kept until every environment has been deployed.
    public func formerly(_ id: LogicalID) -> Self { adjusted { $0.former = id } }

    /// The same resource with a property set that it has no parameter for, by the path CloudFormation knows it under, such as
    /// `AccelerateConfiguration.AccelerationStatus`. The way out of the typed DSL: it takes a reason, and synth lists it.
    public func overriding(
        _ path: StaticString, with value: Value, on part: StaticString = "", because reason: String
    ) -> Self {
        let keys = "\(path)".split(separator: ".").map(String.init)
        return adjusted {
            $0.overrides.append(.init(part: "\(part)", path: keys, value: value, reason: reason))
        }
    }

    /// The same resource, made after another that no property of it mentions.
    public func depending(on others: any Adjustable...) -> Self {
        adjusted { $0.dependencies += others.map(\.logicalID) }
    }

    /// The same resource, made only where a condition holds at deploy.
    public func when(_ condition: Condition) -> Self { adjusted { $0.condition = condition.logicalID } }

    private func adjusted(_ change: (inout Adjustments) -> Void) -> Self {
        var copy = self
        change(&copy.adjustments)
        return copy
    }

    /// Writes the adjustments into the entries they speak of.
    func adjusted(_ entries: [TemplateEntry]) -> [TemplateEntry] {
        entries.map { entry in
            let own = entry.logicalID.name
            var options = entry.options
            for suppression in adjustments.suppressions where own == logicalID.name + suppression.part {
                options = options.suppressing(suppression.rule, because: suppression.reason)
            }
            if let former = adjustments.former { options.formerly = former.sibling(of: logicalID, named: own) }
            if let condition = adjustments.condition { options.condition = condition }
            if own == logicalID.name { options.dependsOn += adjustments.dependencies }
            var properties = entry.properties
            for override in adjustments.overrides where own == logicalID.name + override.part {
                properties = properties.setting(override.path, to: override.value)
                options = options.overriding(override.path, because: override.reason)
            }
            return TemplateEntry(
                entry.logicalID, type: entry.type, properties: properties, options: options, declared: entry.declared)
        }
    }
}

extension GeneratedResource {
    /// The same resource, excused from a rule.
    public func suppressing(_ rule: CheckedRule, because reason: String) -> Self {
        with(options.suppressing(rule, because: reason))
    }

    /// The same resource under a new logical id: the next deploy moves what `id` made, and replaces nothing.
    public func formerly(_ id: LogicalID) -> Self {
        var options = options
        options.formerly = id
        return with(options)
    }

    /// The same resource, made only where a condition holds at deploy.
    public func when(_ condition: Condition) -> Self {
        var options = options
        options.condition = condition.logicalID
        return with(options)
    }
}

extension ResourceOptions {
    /// Notes a way round the types where a reader of the template finds it.
    func overriding(_ path: [String], because reason: String) -> ResourceOptions {
        let note: Value = ["path": .text(Text(path.joined(separator: "."))), "reason": .text(Text(reason))]
        var copy = self
        copy.metadata = (metadata ?? [:]).appending(note, at: ["Snowline", "Override"])
        return copy
    }
}

extension Value {
    /// The tree with another value at a path; maps on the way are made where they lack.
    func setting(_ path: [String], to value: Value) -> Value {
        guard let key = path.first else { return value }
        guard case .map(var entries) = self else { return Value.map([]).setting(path, to: value) }
        let changed = Entry(key, (self[key] ?? .map([])).setting(Array(path.dropFirst()), to: value))
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index] = changed
        } else {
            entries.append(changed)
        }
        return .map(entries)
    }
}
