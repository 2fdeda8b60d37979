public import CloudFormation

/// A limit of credits, and what happens on the way to it. Only an administrator may make one, so it is part of
/// `00_bootstrap.sql`, and the deploy role may change it afterwards.
public struct ResourceMonitor: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let credits: Int
    private let frequency: Frequency
    private let triggers: [Trigger]

    /// When the count starts at nothing again.
    public enum Frequency: String, Hashable, Sendable {
        case monthly = "MONTHLY"
        case weekly = "WEEKLY"
        case daily = "DAILY"
        case yearly = "YEARLY"
        case never = "NEVER"
    }

    /// What happens at a part of the limit.
    public struct Trigger: Hashable, Sendable {
        let percent: Int
        let action: Action

        public enum Action: String, Hashable, Sendable {
            case notify = "NOTIFY"
            /// Warehouses finish what they run.
            case suspend = "SUSPEND"
            case suspendImmediately = "SUSPEND_IMMEDIATE"
        }

        public static func at(_ percent: Int, _ action: Action) -> Trigger { Trigger(percent: percent, action: action) }
    }

    /// - Parameter credits: the limit in one period.
    public init(
        _ name: String,
        credits: Int,
        _ frequency: Frequency = .monthly,
        _ triggers: Trigger...,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = ObjectName(name, kind: .resourceMonitor)
        self.credits = credits
        self.frequency = frequency
        self.triggers = triggers
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] {
        var problems: [String] = []
        if credits < 1 { problems.append("a limit is at least 1 credit, not \(credits)") }
        if triggers.isEmpty {
            problems.append("without a trigger it does nothing; add one, such as .at(100, .suspend)")
        }
        if triggers.count(where: { $0.action == .notify }) > 5 { problems.append("there are at most 5 notifications") }
        for action in [Trigger.Action.suspend, .suspendImmediately]
        where triggers.count(where: { $0.action == action }) > 1 {
            problems.append("\(action.rawValue) stands once")
        }
        if triggers.contains(where: { $0.percent < 1 }) { problems.append("a trigger is at 1 percent or more") }
        return problems
    }

    public var declaration: SnowflakeDeclaration {
        let words = triggers.map { "ON \($0.percent) PERCENT DO \($0.action.rawValue)" }
        return .object(
            SnowflakeObject(
                name,
                [
                    .init("WITH", .clause, isCreateOnly: true, place: .head),
                    .init("CREDIT_QUOTA", .number(credits)),
                    .init("FREQUENCY", .word(frequency.rawValue)),
                    .init("START_TIMESTAMP", .word("IMMEDIATELY"), isCreateOnly: true),
                    .init("TRIGGERS", .clauseWords(words.joined(separator: " "))),
                ],
                purpose: "At most \(credits) credits \(frequency.rawValue.lowercased())."
            )
        )
    }
}
