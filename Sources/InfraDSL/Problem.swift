public import CloudFormation

/// One thing that is wrong with a stack, and where it was written.
public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        case declaredTwice(String)
        /// Two stacks of an environment declare the same thing.
        case claimedTwice(String, by: String, and: String, at: SourceLocation)
        case undeclared(String, mentionedBy: String)
        /// An export that no stack of the environment lists among its outputs.
        case notExported(String, neededBy: String)
        /// The ids on the way round.
        case cycle([String])
        case malformedLogicalID(String)
        /// A name or value that the provider would refuse.
        case invalid(String, reason: String)
        /// A parameter that nothing in the stack declares.
        case unknownParameter(String)
        /// A value that only CloudFormation computes, in a statement of Snowflake's.
        case notForSnowflake(String)
        /// An id that was given up for another, yet is in use.
        case formerInUse(String, by: String)
        /// A way round the types without a reason.
        case noReason(String)
        /// A rule of the policy pack that a resource breaks.
        case broken(rule: String, by: String, String)
        /// A limit of the provider that the stack exceeds.
        case limit(String)
    }

    public let kind: Kind
    public let declared: SourceLocation?

    public init(_ kind: Kind, declared: SourceLocation?) {
        self.kind = kind
        self.declared = declared
    }

    public var description: String {
        let place = declared.map { "\($0): " } ?? ""
        return place + message
    }

    private var message: String {
        switch kind {
        case .declaredTwice(let id):
            "\(id) is declared twice; give one of the two another id"
        case .claimedTwice(let what, let stack, let other, let place):
            "\(what) is declared by \(stack) and, at \(place), by \(other); only one stack of an environment can have it"
        case .undeclared(let id, let other):
            "\(id) is mentioned by \(other) but not part of the stack; list it in the stack's resources"
        case .notExported(let name, let id):
            "\(id) imports \(name), which no stack of the environment exports; list the export's output in its stack"
        case .unknownParameter(let name):
            "the parameter \(name) is used and not declared; list it in the stack's resources"
        case .notForSnowflake(let id):
            "\(id) needs what only CloudFormation computes (an import or a function), which no statement can hold"
        case .formerInUse(let old, let id):
            "\(id) was formerly \(old), and \(old) is a resource of the stack; an id can be moved once only"
        case .noReason(let id):
            "\(id) goes past the types without a reason; say why after `because:`"
        case .cycle(let ids):
            "these need one another, so none can be made first: \(ids.joined(separator: " → "))"
        case .malformedLogicalID(let id):
            "\"\(id)\" is no logical id; use 1 to 255 letters and digits"
        case .invalid(let id, let reason):
            "\(id): \(reason)"
        case .broken(let rule, let id, let text):
            "\(rule) \(id): \(text)"
        case .limit(let text):
            text
        }
    }
}

/// All problems of a stack, reported together.
public struct Problems: Error, Hashable, Sendable, CustomStringConvertible {
    public let all: [Problem]

    public init(_ all: [Problem]) { self.all = all }

    public var description: String { all.map(\.description).joined(separator: "\n") }
}
