import CloudFormation

extension Topic.Speaker {
    func statement(publishingTo topic: ARN<SNS.Topic>) -> PolicyStatement {
        PolicyStatement(
            sid: word,
            principal: .service(principal),
            actions: ["sns:Publish"],
            resources: [.init(topic)],
            conditions: conditions
        )
    }

    private var word: String {
        switch self {
        case .alarms: "Alarms"
        case .budgets: "Budgets"
        }
    }

    private var principal: Text {
        switch self {
        case .alarms: "cloudwatch.amazonaws.com"
        case .budgets: "budgets.amazonaws.com"
        }
    }

    /// A budget is of no region (Cost Management user guide, "Creating an Amazon SNS topic for budget notifications").
    private var conditions: [PolicyStatement.Condition] {
        switch self {
        case .alarms: [.ownAccount]
        case .budgets: [.ownAccount, .source(ARNPattern("arn:\(Pseudo.partition):budgets::\(Pseudo.accountID):*"))]
        }
    }
}
