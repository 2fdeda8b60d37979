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
    let keyPairs: [PlannedKeyPair]
    let before: [SnowflakeChange]
    private(set) var after: [SnowflakeChange]
    /// Statements on Snowflake that would lose data: told, and run only with the consent that names it.
    var withheld: [SnowflakeChange] = []
    /// What must be settled by a person first.
    let conflicts: [String]
    /// Why the stack takes no change now.
    let obstacle: Failure?
    /// What stands in the clouds, is ours, and is not declared; told and left alone.
    let undeclared: [String]

    var isEmpty: Bool {
        stack.isUnchanged && trustRepairs.isEmpty && before.isEmpty && after.isEmpty
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
        var actions = before.map(\.action) + after.map(\.action) + trustRepairs.map { _ in .update }
        switch stack {
        case .unchanged: break
        case .create(let diff, _, _): actions += diff.changes.map(\.action)
        case .update(let diff, let parameters):
            actions += diff.changes.map(\.action)
            if diff.changes.isEmpty, !diff.sections.isEmpty || !parameters.isEmpty { actions.append(.update) }
        }
        actions += archives.filter(\.isNew).map { _ in .create } + keyPairs.filter(\.isNew).map { _ in .create }
        return actions.count { $0 == action }
    }
}

/// What happens to the CloudFormation stack.
enum StackPlan: Sendable {
    /// - `clearing`: the id of a stack whose first creation failed, removed first.
    case create(TemplateDiff, adopting: [AdoptedBucket], clearing: String?)
    case update(TemplateDiff, parameters: [PropertyChange])
    case unchanged

    var isUnchanged: Bool { if case .unchanged = self { true } else { false } }

    /// A bucket that an earlier stack left behind with its data, and that the new one takes over.
    struct AdoptedBucket: Sendable {
        let logicalID: String
        let name: String
    }
}
