import CloudFormation
import InfraDSL

/// Everything a deploy will do to both clouds, and nothing else.
struct Plan: Sendable {
    let assembly: Assembly
    let archives: [PlannedArchive]
    let stack: StackPlan
    /// Template parameters; nil is known only while applying.
    let parameters: [PlannedParameter]
    let keyPairs: [PlannedKeyPair]
    let before: [SnowflakeChange]
    let after: [SnowflakeChange]
    /// What must be settled by a person first.
    let conflicts: [String]

    var isEmpty: Bool {
        stack.isUnchanged && before.isEmpty && after.isEmpty && !archives.contains(where: \.isNew)
            && !keyPairs.contains(where: \.isNew)
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
}

/// What happens to the CloudFormation stack.
enum StackPlan: Sendable {
    case create(TemplateDiff, adopting: [AdoptedBucket])
    case update(TemplateDiff, parameters: [PropertyChange])
    case unchanged

    var isUnchanged: Bool { if case .unchanged = self { true } else { false } }

    /// A bucket that an earlier stack left behind with its data, and that the new one takes over.
    struct AdoptedBucket: Sendable {
        let logicalID: String
        let name: String
    }
}
