import CloudAPI
import CloudFormation

/// What becomes of a physical resource, with the ground for it.
struct ReplacementVerdict: Sendable, Hashable {
    /// From the mildest to the gravest.
    enum Fate: String, Sendable, CaseIterable, Comparable {
        case inPlace = "in place"
        case mayReplace = "may replace"
        case replace
        case delete

        static func < (left: Fate, right: Fate) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    let fate: Fate
    /// The properties or other resources that decide.
    let causes: [String]
    /// Between the old and the new one there is none (`replacementStrategy` of the schema).
    var hasGap = false
}

extension ResourceChange {
    /// The verdict of the resource's schema; nil where something is made.
    var schemaVerdict: ReplacementVerdict? {
        func causes(_ wanted: ResourceFacts.Replacement) -> [String] {
            properties.filter { $0.replacement(of: type) == wanted }.map { $0.path.propertyPath }
        }
        switch action {
        case .create: return nil
        case .delete: return ReplacementVerdict(fate: .delete, causes: [])
        case .update, .replace:
            let sure = causes(.yes)
            if !sure.isEmpty {
                let hasGap = ResourceFacts.of(type)?.replacesByDeletingFirst ?? false
                return ReplacementVerdict(fate: .replace, causes: sure, hasGap: hasGap)
            }
            let possible = causes(.possible)
            return ReplacementVerdict(fate: possible.isEmpty ? .inPlace : .mayReplace, causes: possible)
        }
    }
}

extension [String] {
    /// `Properties` is where nearly all changes are, so it is not said.
    var propertyPath: String { (first == "Properties" && count > 1 ? Array(dropFirst()) : self).joined(separator: ".") }
}

extension ReplacementVerdict {
    /// CloudFormation's own; nil where it makes or imports something.
    init?(_ change: CloudFormationClient.Change) {
        let causes = change.details.filter { $0.requiresRecreation.map { $0 != "Never" } ?? false }.compactMap {
            detail in
            detail.cause.map { "\(detail.name ?? detail.attribute) through \($0)" } ?? detail.name
        }
        let unique = causes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        switch (change.action, change.replacement) {
        case ("Remove", _): self.init(fate: .delete, causes: [])
        case ("Modify", "True"): self.init(fate: .replace, causes: unique)
        case ("Modify", "Conditional"): self.init(fate: .mayReplace, causes: unique)
        case ("Modify", _), ("SyncWithActual", _): self.init(fate: .inPlace, causes: [])
        case ("Dynamic", _): self.init(fate: .mayReplace, causes: unique)
        default: return nil
        }
    }
}
