public import CloudFormation

/// A sum of money for a month, and who hears when it is used up or will be. (``Budget`` is CloudFormation's own limits.)
///
///     CostBudget("Costs", monthly: 200, of: .account, warning: [.spent(80), .foreseen(100)], alarming: alerts)
public struct CostBudget: AWSResource, Adjustable, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let dollars: Double
    private let scope: Scope
    private let warnings: [Warning]
    private let topic: Topic?
    private let emails: [String]

    /// Whose costs are counted.
    public enum Scope: Hashable, Sendable {
        /// All of the account.
        case account
        /// What carries a tag that is activated for cost allocation in the billing console.
        case tagged(String, String)
    }

    /// When to say something.
    public struct Warning: Hashable, Sendable {
        let kind: String
        /// Of the sum; may exceed 100.
        let percent: Double

        /// So many percent are spent.
        public static func spent(_ percent: Double) -> Warning { Warning(kind: "ACTUAL", percent: percent) }

        /// So many percent will be spent by the end of the month; AWS needs about five weeks of history to tell.
        public static func foreseen(_ percent: Double) -> Warning { Warning(kind: "FORECASTED", percent: percent) }
    }

    /// - Parameters:
    ///   - dollars: US dollars a month.
    ///   - topic: one that hears `.budgets`.
    ///   - emails: told as well, ten at most; they need no confirmation.
    public init(
        _ id: LogicalID,
        monthly dollars: Double,
        of scope: Scope,
        warning warnings: [Warning] = [.spent(80), .foreseen(100)],
        alarming topic: Topic,
        emailing emails: [String] = [],
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.dollars = dollars
        self.scope = scope
        self.warnings = warnings
        self.topic = topic
        self.emails = emails
        declared = SourceLocation(file: file, line: line)
    }

    /// A budget that people hear of by e-mail alone.
    public init(
        _ id: LogicalID,
        monthly dollars: Double,
        of scope: Scope,
        warning warnings: [Warning] = [.spent(80), .foreseen(100)],
        emailing email: String,
        _ others: String...,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.dollars = dollars
        self.scope = scope
        self.warnings = warnings
        topic = nil
        emails = [email] + others
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    /// Limits of AWS Budgets (Cost Management user guide, "Quotas and restrictions").
    public var faults: [String] {
        var found: [String] = []
        if !(dollars > 0 && dollars < 1e12) { found.append("\(dollars) dollars are no budget; use a number above 0") }
        if !(1...5).contains(warnings.count) { found.append("it warns \(warnings.count) times; 1 to 5 are taken") }
        if Set(warnings).count < warnings.count { found.append("it says the same warning twice") }
        for warning in warnings where !(warning.percent > 0 && warning.percent <= 1_000_000) {
            found.append("it can not warn at \(warning.percent) percent; use a number above 0")
        }
        if emails.count > 10 { found.append("it writes to \(emails.count) addresses; at most 10 are taken") }
        for email in emails where email.wholeMatch(of: /[^@\s]+@[^@\s]+\.[^@\s]+/) == nil || email.utf8.count > 50 {
            found.append("\"\(email.prefix(60))\" is no address of at most 50 characters")
        }
        if case .tagged(let key, let value) = scope, key.isEmpty || value.isEmpty {
            found.append("the tag whose costs are counted needs a key and a value")
        }
        return found
    }

    public var entries: [TemplateEntry] {
        let subscribers: [Budgets.Budget.Subscriber] =
            (topic.map { [.init(address: $0.arn.text, subscriptionType: "SNS")] } ?? [])
            + emails.map { .init(address: Text($0), subscriptionType: "EMAIL") }
        var budget = Budgets.Budget(
            logicalID,
            budget: .init(
                budgetType: "COST",
                timeUnit: "MONTHLY",
                budgetLimit: .init(amount: Scalar(dollars), unit: "USD"),
                costFilters: costFilters
            ),
            notificationsWithSubscribers: warnings.map { warning in
                .init(
                    notification: .init(
                        comparisonOperator: "GREATER_THAN",
                        notificationType: Text(warning.kind),
                        threshold: Scalar(warning.percent),
                        thresholdType: "PERCENTAGE"),
                    subscribers: subscribers)
            },
            file: declared.file,
            line: declared.line
        )
        // Budgets tries the topic when the budget is made, so its policy must stand by then.
        budget.options.dependsOn = topic.map { [$0.policyID] } ?? []
        return adjusted([budget.entry])
    }

    private var costFilters: Value? {
        guard case .tagged(let key, let value) = scope else { return nil }
        return ["TagKeyValue": [.text(Text("user:\(key)$\(value)"))]]
    }
}
