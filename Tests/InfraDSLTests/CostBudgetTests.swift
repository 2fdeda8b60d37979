import InfraDSL
import Testing

@Suite struct CostBudgetTests {
    private let fixture = StackFixture()

    @Test func `each warning is told to topic and people`() throws {
        let budget = CostBudget(
            "Costs", monthly: 200, of: .tagged("project", "retail"), alarming: fixture.alerts,
            emailing: ["a@example.com"])
        let entry = try #require(
            try fixture.assembly([budget]).template.entries.first { $0.logicalID.name == "Costs" })
        let properties = entry.properties
        #expect(properties.at("Budget", "BudgetLimit", "Amount") == .double(200))
        #expect(properties.at("Budget", "CostFilters", "TagKeyValue", "0") == "user:project$retail")
        let second = properties.at("NotificationsWithSubscribers", "1")
        #expect(second?.at("Notification", "NotificationType") == "FORECASTED")
        #expect(second?.at("Subscribers", "0", "Address")?.shown == "${Alerts}")
        #expect(second?.at("Subscribers", "1", "Address") == "a@example.com")
        #expect(entry.options.dependsOn.map(\.name) == ["AlertsPolicy"])
    }

    @Test func `the topic lets Budgets in for this account alone`() throws {
        let policy = try fixture.properties("AlertsPolicy", [])
        let statement = policy.at("PolicyDocument", "Statement", "1")
        #expect(statement?.at("Principal", "Service") == "budgets.amazonaws.com")
        #expect(statement?.at("Condition", "StringEquals", "aws:SourceAccount")?.shown == "${AWS::AccountId}")
        #expect(
            statement?.at("Condition", "ArnLike", "aws:SourceArn")?.shown
                == "arn:${AWS::Partition}:budgets::${AWS::AccountId}:*")
    }

    @Test func `a topic that does not hear Budgets is found`() {
        let deaf = Topic("Deaf", in: .test, encryptedBy: fixture.key)
        let budget = CostBudget("Costs", monthly: 1, of: .account, alarming: deaf)
        #expect(fixture.refusal([deaf, budget]).contains("SL-EVT-001 Costs: it may not send to Deaf"))
    }

    @Test func `a key that Budgets may not use is found`() {
        let key = Key("Other", purpose: "p", usedBy: [.alarms])
        let topic = Topic("Told", in: .test, encryptedBy: key, hearing: [.budgets])
        let budget = CostBudget("Costs", monthly: 1, of: .account, alarming: topic)
        #expect(
            fixture.refusal([key, topic, budget]).contains(
                "SL-KEY-003 Other: budgets.amazonaws.com of Costs may not use it for Told"))
    }

    @Test func `what Budgets refuses is refused at synth`() {
        let warnings = (1...6).map { CostBudget.Warning.spent(Double($0)) }
        let budget = CostBudget(
            "Costs", monthly: 0, of: .tagged("", ""), warning: warnings, emailing: "nobody", "b@example.com")
        let refusal = fixture.refusal([budget])
        #expect(refusal.contains("0.0 dollars are no budget"))
        #expect(refusal.contains("it warns 6 times"))
        #expect(refusal.contains("\"nobody\" is no address"))
        #expect(refusal.contains("needs a key and a value"))
    }
}
