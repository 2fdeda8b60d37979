import CloudFormation

/// Starts a transform when what arrived has been dealt with and no more comes. CloudWatch does the waiting: an alarm is on
/// as long as a message was dealt with in the last minutes, and its going off is an event that starts the run (decision 0006).
struct ArrivalStart: AWSResource, Alarming {
    let transform: Transform
    let queue: Queue
    let quietMinutes: Int

    var logicalID: LogicalID { transform.logicalID.child("OnArrival") }
    var id: String { logicalID.name }
    var declared: SourceLocation { transform.declared }

    private var signalID: LogicalID { logicalID.child("Signal") }

    /// On while files come; nobody is told, a rule listens.
    private var signal: CloudWatch.Alarm {
        Alarm.Condition.metric(
            .departures(of: queue), .above, 0, for: .periods(1, of: quietMinutes, seconds: 60),
            meaning: "No alert: on while messages of \(queue.id) are dealt with, and \(quietMinutes) minutes longer."
        ).alarm(signalID, telling: nil, declared: declared)
    }

    private var role: Role {
        Role(
            logicalID.child("Role"),
            trustedBy: "events.amazonaws.com",
            of: ARNPattern(
                "arn:\(Pseudo.partition):events:\(Pseudo.region):\(Pseudo.accountID):rule/\(Pseudo.stackName)-*"),
            allow: [.start(transform)],
            declared: declared)
    }

    private var rule: Events.Rule {
        Events.Rule(
            logicalID,
            description: "Files came, and none for \(quietMinutes) minutes.",
            eventPattern: [
                "source": ["aws.cloudwatch"],
                "detail-type": ["CloudWatch Alarm State Change"],
                "resources": [.text(Text(.attribute(of: signalID.name, "Arn")))],
                "detail": ["state": ["value": ["OK"]], "previousState": ["value": ["ALARM"]]],
            ],
            state: .enabled,
            targets: [.init(arn: transform.arn, id: "Run", roleArn: role.arn)],
            file: declared.file,
            line: declared.line
        )
    }

    private var alarm: Alarm {
        let failed = Metric.custom(
            "AWS/Events", "FailedInvocations",
            dimensions: ["RuleName": Text(.attribute(of: id, Reference.refAttribute))])
        return Alarm(
            logicalID.child("Alarm"),
            .metric(failed, .above, 0, meaning: "Files came, and \(transform.id) could not be started."),
            alarming: transform.alarming, declared: declared)
    }

    var alarmARNs: [AnyARN] { alarm.alarmARNs }

    var entries: [TemplateEntry] { [signal.entry] + role.entries + [rule.entry] + alarm.entries }
}
