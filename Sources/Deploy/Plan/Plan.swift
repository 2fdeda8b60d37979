import CloudFormation
import InfraDSL

/// Everything a deploy will do to both clouds, and nothing else.
struct Plan: Sendable {
    let assembly: Assembly
    let archives: [PlannedArchive]
    let stack: StackPlan
    /// Template parameters; nil is known only while applying.
    let parameters: [PlannedParameter]
    /// Trust policies that are set back after the template.
    let trustRepairs: [TrustRepair]
    /// Inline policies that are set back after the template.
    let permissionRepairs: [PermissionRepair]
    let keyPairs: [PlannedKeyPair]
    let before: [SnowflakeChange]
    private(set) var after: [SnowflakeChange]
    /// Statements on Snowflake that would lose data: told, and run only with the consent that names it.
    var withheld: [SnowflakeChange] = []
    /// Who may do what, before and after; on both clouds.
    let access: [AccessChange]
    /// What must be settled by a person first.
    let conflicts: [String]
    /// Why the stack takes no change now.
    let obstacle: Failure?
    /// What stands in the clouds, is ours, and is not declared; told and left alone.
    let undeclared: [String]
    /// Resources that get another logical id first.
    var moves: [ResourceMove] = []
    /// The template of the stack as it is; nil where there is none.
    var deployed: TemplateDocument?
    /// What the plan rests on.
    let digest: StateDigest
    /// CloudFormation's own word on the update; nil where it was not asked.
    var review: ChangeSetReview?

    var isEmpty: Bool {
        stack.isUnchanged && trustRepairs.isEmpty && permissionRepairs.isEmpty && before.isEmpty && after.isEmpty
            && !archives.contains(where: \.isNew) && !keyPairs.contains(where: \.isNew)
    }

    /// The plan with what would lose data as part of it.
    var releasingWithheld: Plan {
        var plan = self
        plan.after += withheld
        plan.withheld = []
        return plan
    }

    /// A program, and whether its archive must be uploaded.
    struct PlannedArchive: Sendable {
        let archive: LambdaBuild.Archive
        let isNew: Bool
    }

    struct PlannedParameter: Sendable {
        let name: String
        let value: String?
        /// What fills it in while applying.
        let reference: Reference?
    }

    struct PlannedKeyPair: Sendable {
        let keyPair: KeyPair
        /// The secret holds no key yet, so one will be made.
        let isNew: Bool
    }

    func count(of action: Action) -> Int {
        var actions =
            before.map(\.action) + after.map(\.action) + trustRepairs.map { _ in .update }
            + permissionRepairs.map { _ in .update }
        actions += resourceChanges.map(\.action) + moves.map { _ in .update }
        if case .update(let diff, let parameters) = stack, diff.changes.isEmpty,
            !diff.sections.isEmpty || !parameters.isEmpty
        {
            actions.append(.update)
        }
        actions += archives.filter(\.isNew).map { _ in .create } + keyPairs.filter(\.isNew).map { _ in .create }
        return actions.count { $0 == action }
    }

    /// What changes in the template.
    var resourceChanges: [ResourceChange] {
        switch stack {
        case .unchanged: []
        case .create(let diff, _, _), .update(let diff, _): diff.changes
        }
    }
}

/// What happens to the CloudFormation stack.
enum StackPlan: Sendable {
    /// - `clearing`: the id of a stack whose first creation failed, removed first.
    case create(TemplateDiff, adopting: [AdoptedBucket], clearing: String?)
    case update(TemplateDiff, parameters: [PropertyChange])
    case unchanged

    var isCreation: Bool { if case .create = self { true } else { false } }

    var isUnchanged: Bool { if case .unchanged = self { true } else { false } }

    /// A bucket that an earlier stack left behind with its data, and that the new one takes over.
    struct AdoptedBucket: Sendable {
        let logicalID: String
        let name: String
    }
}
