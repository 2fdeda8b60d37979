import CloudFormation

/// What changes between two templates, as people read it.
struct TemplateReport {
    let diff: TemplateDiff
    /// Values of parameters, where a stack has them.
    var parameters: [PropertyChange] = []

    var lines: [String] {
        diff.changes.flatMap(Self.block) + (diff.sections + parameters).map { "  ~ \(Self.property($0))" }
    }

    static func line(_ change: ResourceChange) -> String {
        "  \(change.action.rawValue) \(change.id)  \(change.type)"
    }

    static func block(_ change: ResourceChange) -> [String] {
        [line(change)]
            + change.properties.map { property in
                let cause =
                    switch property.replacement(of: change.type) {
                    case .yes: "  (a change of it replaces the resource)"
                    case .possible: "  (a change of it may replace the resource)"
                    case .no: ""
                    }
                return "      \(Self.property(property))\(cause)"
            }
    }

    static func property(_ change: PropertyChange) -> String {
        "\(change.path.joined(separator: ".")): \(change.before ?? "(none)") → \(change.after ?? "(none)")"
    }
}
