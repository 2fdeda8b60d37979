import CloudFormation

/// A plan, or what differs between two templates, as plain data: every format draws this and nothing else, so that text,
/// Markdown, HTML and JSON can not say different things.
struct PlanView: Sendable {
    /// The environment and the accounts, or the two files.
    let title: String
    let identity: [String]
    let stacks: [StackView]
    var kind = Kind.plan
    /// What changes of the data contract, for partners and readers; a title and its lines.
    var contract: [String] = []
    /// Approvals by name that an apply would need.
    var consents: [String] = []

    /// What is shown, which decides a few words.
    enum Kind: Sendable {
        case plan
        case drift
        case removal
        case difference

        var noun: String {
            switch self {
            case .plan: "Plan"
            case .drift: "Drift"
            case .removal: "Removal"
            case .difference: "Difference"
            }
        }

        /// For a stack without changes.
        var nothing: String {
            switch self {
            case .plan: "No changes: both clouds are as declared."
            case .drift: "No drift: both clouds are as they were deployed."
            case .removal: "Nothing is left to remove."
            case .difference: "No changes."
            }
        }
    }

    var isEmpty: Bool { stacks.allSatisfy { $0.groups.isEmpty } }

    func count(of action: Action) -> Int { stacks.reduce(0) { $0 + ($1.counts[action] ?? 0) } }

    /// Such as `2 to update, 1 to delete`.
    var summary: String {
        let counts = Action.allCases.compactMap { action -> String? in
            let count = count(of: action)
            return count == 0 ? nil : "\(count) to \(action)"
        }
        return counts.isEmpty ? "nothing to change" : counts.joined(separator: ", ")
    }
}

/// One stack of a plan.
struct StackView: Sendable {
    let name: String
    let groups: [Group]
    let counts: [Action: Int]
    let access: [AccessChange]
    /// The stack is made; all of its access is new with it.
    var isNew = false
    /// What holds data and does not live on as it is.
    let losses: [String]
    /// What stands in the clouds, is ours, and is not declared.
    var undeclared: [String] = []
    /// What would lose data and waits for the consent that names it.
    var withheld: [String] = []

    static let withheldTitle = "Held back, since data would be lost; done with --approve \(Consent.dataLoss.rawValue)"
    /// What a person must settle first.
    var conflicts: [String] = []
    /// Why the stack takes no change now.
    var obstacle: String?
    /// What else there is to say, such as why CloudFormation's own verdict is missing; whole sentences.
    var notes: [String] = []
    var graph: ResourceGraph?

    /// Changes that are made together, in the order they are made.
    struct Group: Sendable {
        let title: String
        let changes: [Change]
    }

    /// What happens to one thing.
    struct Change: Sendable {
        let action: Action
        let id: String
        /// Empty where the id says it.
        let type: String
        var physicalID: String?
        /// Takes a physical resource over, or is moved; said in place of a verdict.
        var note: String?
        var verdict: ReplacementVerdict?
        /// CloudFormation's, where it was asked.
        var ownVerdict: ReplacementVerdict?
        var declared: SourceLocation?
        var properties: [Property] = []

        /// What the verdicts say, in words; empty for what is made and for what has none.
        var fate: String {
            if let note { return note }
            guard let verdict else { return "" }
            let words = Self.words(verdict)
            guard let ownVerdict else { return words }
            let own = Self.words(ownVerdict)
            return own == words ? words : "\(words); CloudFormation says: \(own)"
        }

        private static func words(_ verdict: ReplacementVerdict) -> String {
            guard verdict.fate != .delete else { return "" }
            let gap = verdict.hasGap ? ", the old one goes first" : ""
            guard !verdict.causes.isEmpty else { return verdict.fate.rawValue + gap }
            return "\(verdict.fate.rawValue), because of \(verdict.causes.joined(separator: ", "))\(gap)"
        }
    }

    /// One value before and after.
    struct Property: Sendable {
        let path: String
        let before: String?
        let after: String?
        /// What a change of it does, where that is more than a change.
        var cause: String = ""
    }
}
