import CloudAPI
import CloudFormation
import InfraDSL

extension PlanView {
    init(_ plan: EnvironmentPlan, environment: Environment) {
        title = environment.name
        identity = Self.identity(of: environment)
        stacks = plan.plans.map(StackView.init)
        consents = plan.consents(isProtected: environment.isProtected).sorted().map(\.rawValue)
    }

    static func identity(of environment: Environment) -> [String] {
        ["AWS \(environment.account) \(environment.region)", "Snowflake \(environment.snowflake.identifier)"]
    }
}

extension StackView {
    init(_ plan: Plan) {
        let declared = Declarations(plan.assembly)
        name = plan.assembly.stack.stackName
        groups =
            [
                Group(title: "Programs", changes: plan.archives.filter(\.isNew).map(Change.init)),
                Group(title: "Snowflake, before the template", changes: plan.before.map { Change($0, declared) }),
                Group(title: Self.title(plan), changes: Self.resources(plan, declared)),
                Group(
                    title: "AWS, changed by hand and set back",
                    changes: plan.trustRepairs.map(Change.init) + plan.permissionRepairs.map(Change.init)),
                Group(
                    title: "Key pairs (the private half stays in Secrets Manager)",
                    changes: plan.keyPairs.filter(\.isNew).map(Change.init)),
                Group(title: "Snowflake, after the template", changes: plan.after.map { Change($0, declared) }),
            ].filter { !$0.changes.isEmpty }
        counts = Dictionary(uniqueKeysWithValues: Action.allCases.map { ($0, plan.count(of: $0)) })
        access = plan.access
        isNew = plan.stack.isCreation
        losses = plan.dataLoss.map(\.description)
        undeclared = plan.undeclared
        withheld = plan.withheld.map { "\($0.id): \($0.loss ?? "")" }
        conflicts = plan.conflicts
        obstacle = plan.obstacle?.description
        notes = plan.review?.silence.map { ["CloudFormation's own verdict is missing: \($0)"] } ?? []
        graph = ResourceGraph(plan)
    }

    private static func title(_ plan: Plan) -> String {
        if case .create = plan.stack {
            "AWS, stack \(plan.assembly.stack.stackName) (new)"
        } else {
            "AWS, stack \(plan.assembly.stack.stackName)"
        }
    }

    private static func resources(_ plan: Plan, _ declared: Declarations) -> [Change] {
        switch plan.stack {
        case .unchanged: return []
        case .create(let diff, let adopted, let stillborn):
            let cleared = stillborn.map { _ in
                Change(action: .delete, id: "what a first creation that failed left", type: "")
            }
            return (cleared.map { [$0] } ?? [])
                + diff.changes.map { resource in
                    var change = Change(resource, declared[resource.id], nil)
                    if let bucket = adopted.first(where: { $0.logicalID == resource.id }) {
                        change.note = "takes over the bucket \(bucket.name) and what it holds"
                    }
                    return change
                }
        case .update(let diff, let parameters):
            return plan.moves.map { Change($0, declared[$0.to]) }
                + diff.changes.map { Change($0, declared[$0.id], plan.review) }
                + Change.sections(diff.sections + parameters)
                + indirect(plan, besides: Set(diff.changes.map(\.id)), declared)
        }
    }

    /// Resources whose text stays and which CloudFormation changes because others do.
    private static func indirect(_ plan: Plan, besides direct: Set<String>, _ declared: Declarations) -> [Change] {
        let changes = (plan.review?.changes.values).map(Array.init) ?? []
        return changes.filter { !direct.contains($0.logicalResourceID) }
            .sorted { $0.logicalResourceID < $1.logicalResourceID }
            .compactMap { told in
                guard let verdict = ReplacementVerdict(told) else { return nil }
                let causes = told.details.compactMap(\.cause).reduce(into: [String]()) {
                    if !$0.contains($1) { $0.append($1) }
                }
                let words = causes.isEmpty ? "" : ", because \(causes.joined(separator: ", ")) changes"
                var change = Change(
                    action: verdict.fate == .replace ? .replace : verdict.fate == .delete ? .delete : .update,
                    id: told.logicalResourceID, type: told.resourceType)
                change.physicalID = told.physicalResourceID
                change.declared = declared[told.logicalResourceID]
                change.note = "CloudFormation says: \(verdict.fate.rawValue)\(words)"
                return change
            }
    }
}

/// The lines of Swift that asked for what a plan speaks of.
struct Declarations {
    private var places: [String: SourceLocation] = [:]

    init(_ assembly: Assembly) {
        for entry in assembly.template.entries { places[entry.logicalID.name] = entry.declared }
        for resource in assembly.before + assembly.after { places[resource.id] = resource.declared }
    }

    subscript(_ id: String) -> SourceLocation? { places[id] }
}

extension StackView.Change {
    fileprivate init(_ planned: Plan.PlannedArchive) {
        self.init(action: .create, id: planned.archive.product, type: "\(planned.archive.bytes.count / 1024) KB")
        note = String(planned.archive.key.suffix(16))
    }

    init(_ statement: SnowflakeChange, _ declared: Declarations) {
        self.init(action: statement.action, id: statement.id, type: "")
        self.declared = declared[statement.id]
        properties = statement.properties.map { StackView.Property($0, of: nil) }
    }

    init(_ repair: TrustRepair) {
        self.init(action: .update, id: repair.role.id, type: "trust policy of \(repair.role.name)")
        properties = repair.policy.properties
    }

    init(_ repair: PermissionRepair) {
        self.init(action: .update, id: repair.role, type: "inline policy \(repair.policyName) of \(repair.roleName)")
        properties = repair.policy.properties
    }

    fileprivate init(_ planned: Plan.PlannedKeyPair) {
        self.init(action: .create, id: planned.keyPair.id, type: planned.keyPair.secretName)
    }

    fileprivate init(_ move: ResourceMove, _ declared: SourceLocation?) {
        self.init(action: .update, id: move.to, type: move.type)
        note = "moved from \(move.from), as it is"
        self.declared = declared
    }

    init(_ resource: ResourceChange, _ declared: SourceLocation?, _ review: ChangeSetReview?) {
        self.init(action: resource.action, id: resource.id, type: resource.type)
        verdict = resource.schemaVerdict
        ownVerdict = review?[resource.id]
        physicalID = review?.changes[resource.id]?.physicalResourceID
        self.declared = declared
        properties = resource.properties.map { StackView.Property($0, of: resource.type) }
    }

    /// What changes outside of the resources: one change for each section or parameter.
    static func sections(_ changes: [PropertyChange]) -> [Self] {
        changes.map { change in
            var one = Self(action: .update, id: change.path.joined(separator: "."), type: "")
            one.properties = [.init(path: "", before: change.before, after: change.after)]
            return one
        }
    }
}

extension StackView.Property {
    init(_ change: PropertyChange, of type: String?) {
        path = change.path.propertyPath
        before = change.before
        after = change.after
        switch type.map({ change.replacement(of: $0) }) {
        case .yes?: cause = "a change of it replaces the resource"
        case .possible?: cause = "a change of it may replace the resource"
        case .no?, nil: cause = ""
        }
    }
}

extension StackView {
    /// What differs between two templates.
    init(from old: TemplateDocument, to new: TemplateDocument, file: String) {
        let diff = TemplateDiff(from: old, to: new)
        name = file
        let changes = diff.changes.map { resource in
            let line = new.line(of: ["Resources", resource.id])
            return Change(
                resource, resource.action == .delete ? nil : SourceLocation(file: file, line: line), nil)
        }
        groups = [
            Group(title: "Resources", changes: changes),
            Group(title: "Other sections", changes: Change.sections(diff.sections)),
        ].filter { !$0.changes.isEmpty }
        counts = Dictionary(
            (diff.changes.map(\.action) + diff.sections.map { _ in .update }).map { ($0, 1) }, uniquingKeysWith: +)
        access = AccessDiff.changes(from: old, to: new)
        losses = diff.changes.compactMap(DataLoss.init).map(\.description)
        graph = ResourceGraph(new, diff)
    }
}
