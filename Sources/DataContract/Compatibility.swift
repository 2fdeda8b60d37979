/// What a change of the contract means for the partners who send files and for what is made of their rows.
public enum Compatibility: Int, Sendable, Comparable, CaseIterable {
    /// Words only.
    case documentation
    /// Every file that was accepted still is, and more are.
    case widened
    /// Files that were accepted may now be refused.
    case narrowed
    /// Files or rows that exist mean something else, or lose their place.
    case breaking

    public static func < (left: Compatibility, right: Compatibility) -> Bool { left.rawValue < right.rawValue }

    /// The word for it, in plans and JSON.
    public var word: String {
        switch self {
        case .documentation: "documentation"
        case .widened: "widened"
        case .narrowed: "narrowed"
        case .breaking: "breaking"
        }
    }
}

/// One difference between two states of the contract.
public struct ContractChange: Sendable, Hashable, CustomStringConvertible {
    public let dataset: String
    /// What of the dataset: `column amount`, `header`; empty for all of it.
    public let subject: String
    public let compatibility: Compatibility
    /// What changed and what follows, in words.
    public let detail: String

    init(_ dataset: String, _ subject: String, _ compatibility: Compatibility, _ detail: String) {
        self.dataset = dataset
        self.subject = subject
        self.compatibility = compatibility
        self.detail = detail
    }

    /// `narrowed  sales, column receipt_token: a value is required now`.
    public var description: String {
        let place = subject.isEmpty ? dataset : "\(dataset), \(subject)"
        return "\(compatibility.word)  \(place): \(detail)"
    }
}

/// Compares two states of the contract. Pure: what the old one was is for the caller to know.
public enum ContractDiff {
    /// The changes, dataset by dataset in the order of their names; nothing when the two mean the same.
    public static func changes(from old: [Dataset], to new: [Dataset]) -> [ContractChange] {
        let names = Set(old.map(\.name)).union(new.map(\.name)).sorted()
        return names.flatMap { name -> [ContractChange] in
            switch (old.first { $0.name == name }, new.first { $0.name == name }) {
            case (nil, let dataset?):
                return [
                    ContractChange(
                        name, "", .widened, "a new dataset; files whose name \(dataset.files.description) are taken")
                ]
            case (_?, nil): return [ContractChange(name, "", .breaking, "the dataset is gone; its files are refused")]
            case (let before?, let after?): return DatasetComparison(before, after).changes
            case (nil, nil): return []
            }
        }
    }
}
