import CloudFormation

/// When things happen.
enum ScheduleRules {
    static let schedule = Rule(
        "SL-EVT-006", "A schedule nobody understands fails the deploy, or never fires.",
        fix: "Write rate(5 minutes) or cron(0 5 * * ? *): six fields, one of the two days a question mark.",
        of: ["AWS::Events::Rule", "AWS::Scheduler::Schedule"]
    ) { resource, _ in
        guard let text = resource["ScheduleExpression"]?.literal else { return nil }
        if resource.type == "AWS::Scheduler::Schedule", text.hasPrefix("at("), text.hasSuffix(")") { return nil }
        if let rate = text.wholeMatch(of: /rate\(([1-9][0-9]*) (minute|hour|day)(s?)\)/) {
            return (rate.output.1 == "1") == rate.output.3.isEmpty ? nil : "\(text): one is singular, more are plural"
        }
        guard let cron = text.wholeMatch(of: /cron\((.+)\)/) else { return "\(text) is no schedule of this service" }
        let fields = cron.output.1.split(separator: " ")
        guard fields.count == 6 else { return "\(text) has \(fields.count) fields, not 6" }
        return [fields[2], fields[4]].filter { $0 == "?" }.count == 1
            ? nil : "\(text): exactly one of the two days is ?"
    }
}
