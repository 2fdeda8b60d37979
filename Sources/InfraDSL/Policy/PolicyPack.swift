public import CloudFormation

/// All rules, run over one template; what is suppressed with a reason is left out, and what is suppressed in vain is told.
public struct PolicyPack: Sendable {
    public let rules: [Rule]

    public init(_ rules: [Rule]) { self.rules = rules }

    /// Every rule there is.
    public static let all = PolicyPack(
        TemplateRules.all + AccessRules.all + TrustRules.all + TransportRules.all + KeyRules.all + SecretRules.all
            + QueueRules.all + EventRules.all + OperationRules.all + NetworkRules.all + PermissionRules.all
            + NameRules.all + SchemaRules.all)

    /// For what is no deployment.
    public static let none = PolicyPack([])

    /// A suppression in a template, and where.
    public struct Suppressed: Hashable, Sendable {
        public let rule: String
        public let logicalID: String
        public let reason: String
    }

    /// The findings in the template's order. `file` names the template; `declared` the Swift line of a logical id, where known.
    public func findings(
        in document: TemplateDocument,
        file: String,
        declared: [String: SourceLocation] = [:],
        schemas: ResourceSchemas = .vendored
    ) -> [Finding] {
        guard !rules.isEmpty else { return [] }
        let subject = PolicySubject(document, schemas: schemas)
        let suppressed = Self.suppressions(in: document)
        var used: Set<[String]> = []
        var found: [Finding] = []
        func report(_ rule: String, _ breach: Breach, fix: String) {
            let place = declared[breach.id] ?? SourceLocation(file: file, line: document.line(of: breach.path))
            found.append(Finding(rule: rule, logicalID: breach.id, message: "\(breach.detail). \(fix)", place: place))
        }
        for rule in rules {
            for breach in rule.check(subject) {
                if suppressed.contains(where: {
                    $0.rule == rule.id && $0.logicalID == breach.id && !$0.reason.trimmed.isEmpty
                }) {
                    used.insert([rule.id, breach.id])
                } else {
                    report(rule.id, breach, fix: rule.fix)
                }
            }
        }
        for suppression in suppressed {
            let path = ["Resources", suppression.logicalID, "Metadata"]
            if suppression.reason.trimmed.isEmpty {
                let breach = Breach(
                    id: suppression.logicalID, path: path, "\(suppression.rule) is suppressed without a reason")
                report("SL-SUP-001", breach, fix: "Say why the rule may be broken here.")
            } else if suppression.rule.hasPrefix("SL-"), !used.contains([suppression.rule, suppression.logicalID]) {
                let breach = Breach(
                    id: suppression.logicalID, path: path, "\(suppression.rule) is suppressed and not broken")
                report("SL-SUP-002", breach, fix: "Take the suppression away.")
            }
        }
        return found.enumerated().sorted {
            ($0.element.place.file, $0.element.place.line, $0.offset) < (
                $1.element.place.file, $1.element.place.line, $1.offset
            )
        }.map(\.element)
    }

    /// Every statement written by hand, its id in place of a rule's.
    static func customStatements(in document: TemplateDocument) -> [Suppressed] {
        document.resources.flatMap { resource in
            (resource.value["Metadata"]?["Snowline"]?["Custom"]?.items ?? []).map { item in
                Suppressed(
                    rule: item["id"]?.literal ?? "", logicalID: resource.key, reason: item["reason"]?.literal ?? "")
            }
        }
    }

    /// Every suppression of a template, for whichever checker.
    public static func suppressions(in document: TemplateDocument) -> [Suppressed] {
        document.resources.flatMap { resource -> [Suppressed] in
            let metadata = resource.value["Metadata"]
            let ours = metadata?["Snowline"]?["Suppress"]?.items ?? []
            let checkov = metadata?["checkov"]?["skip"]?.items ?? []
            return (ours.map { ($0, "reason") } + checkov.map { ($0, "comment") }).compactMap { item, key in
                item["id"]?.literal.map {
                    Suppressed(rule: $0, logicalID: resource.key, reason: item[key]?.literal ?? "")
                }
            }
        }
    }
}
