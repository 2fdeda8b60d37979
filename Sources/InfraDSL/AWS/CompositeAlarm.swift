public import CloudFormation

/// One alarm over several, so that one cause tells once.
///
///     CompositeAlarm("Broken", .any(of: ingest, arrivals), meaning: "Files do not get through.", alarming: alerts)
public struct CompositeAlarm: AWSResource, Adjustable, Alarming, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let rule: AlarmRule
    private let meaning: Text
    private let topic: Topic

    public init(
        _ id: LogicalID,
        _ rule: AlarmRule,
        meaning: Text,
        alarming topic: Topic,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.rule = rule
        self.meaning = meaning
        self.topic = topic
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var arn: ARN<CloudWatch.CompositeAlarm> { ARN(Text(.attribute(of: id, "Arn"))) }

    public var alarmARNs: [AnyARN] { [AnyARN(arn)] }

    /// Limits of PutCompositeAlarm (CloudWatch API reference).
    public var faults: [String] {
        switch rule.count {
        case 0: ["its rule names no alarm"]
        case 1...100: []
        default: ["its rule names \(rule.count) alarms, at most 100 are taken"]
        }
    }

    public var entries: [TemplateEntry] {
        let alarm = CloudWatch.CompositeAlarm(
            logicalID,
            alarmRule: rule.text,
            alarmActions: [topic.arn],
            alarmDescription: meaning,
            file: declared.file,
            line: declared.line
        )
        return adjusted([alarm.entry])
    }
}

/// When a composite alarm goes off, in terms of others.
public struct AlarmRule: Hashable, Sendable {
    let text: Text
    /// How many alarms it names.
    let count: Int

    /// At least one of all the alarms these have.
    public static func any(of sources: any Alarming...) -> AlarmRule { joined(sources, by: "OR") }

    /// Every one of all the alarms these have.
    public static func all(of sources: any Alarming...) -> AlarmRule { joined(sources, by: "AND") }

    public static func && (left: AlarmRule, right: AlarmRule) -> AlarmRule { joined(left, right, by: "AND") }

    public static func || (left: AlarmRule, right: AlarmRule) -> AlarmRule { joined(left, right, by: "OR") }

    public static prefix func ! (rule: AlarmRule) -> AlarmRule {
        AlarmRule(text: "NOT (\(rule.text))", count: rule.count)
    }

    private static func joined(_ sources: [any Alarming], by word: String) -> AlarmRule {
        let arns = sources.flatMap(\.alarmARNs)
        var text: Text = ""
        for (index, arn) in arns.enumerated() {
            text = index == 0 ? "ALARM(\"\(arn)\")" : "\(text) \(word) ALARM(\"\(arn)\")"
        }
        return AlarmRule(text: text, count: arns.count)
    }

    private static func joined(_ left: AlarmRule, _ right: AlarmRule, by word: String) -> AlarmRule {
        AlarmRule(text: "(\(left.text)) \(word) (\(right.text))", count: left.count + right.count)
    }
}
