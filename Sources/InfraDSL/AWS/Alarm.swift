public import CloudFormation

/// Tells a topic when a metric goes where it should not. There is no alarm that tells nobody.
///
///     Alarm("LateFiles", .age(of: arrivals, exceeds: 900), alarming: alerts)
public struct Alarm: AWSResource, Adjustable, Alarming, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public let condition: Condition
    public var adjustments = Adjustments()
    private let topic: Topic
    private let tellsRecovery: Bool

    /// - Parameter tellsRecovery: also tells when all is well again.
    public init(
        _ id: LogicalID,
        _ condition: Condition,
        alarming topic: Topic,
        tellingRecovery tellsRecovery: Bool = false,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            id, condition, alarming: topic, tellingRecovery: tellsRecovery,
            declared: SourceLocation(file: file, line: line))
    }

    init(
        _ id: LogicalID,
        _ condition: Condition,
        alarming topic: Topic,
        tellingRecovery tellsRecovery: Bool = false,
        declared: SourceLocation
    ) {
        logicalID = id
        self.condition = condition
        self.topic = topic
        self.tellsRecovery = tellsRecovery
        self.declared = declared
    }

    public var id: String { logicalID.name }

    public var arn: ARN<CloudWatch.Alarm> { ARN(Text(.attribute(of: id, "Arn"))) }

    public var alarmARNs: [AnyARN] { [AnyARN(arn)] }

    public var faults: [String] { condition.faults }

    public var entries: [TemplateEntry] {
        adjusted([condition.alarm(logicalID, telling: topic, recovery: tellsRecovery, declared: declared).entry])
    }
}

/// Has alarms of its own, which dashboards show and composite alarms join.
public protocol Alarming: AWSResource {
    var alarmARNs: [AnyARN] { get }
}

extension Alarm.Condition {
    /// - Parameter topic: who is told; nil only for a signal that a rule listens to.
    func alarm(
        _ id: LogicalID,
        telling topic: Topic?,
        recovery: Bool = false,
        declared: SourceLocation
    ) -> CloudWatch.Alarm {
        let statistic: (plain: CloudWatch.Alarm.Statistic?, extended: Text?) =
            switch metric.statistic {
            case .sum: (.sum, nil)
            case .average: (.average, nil)
            case .minimum: (.minimum, nil)
            case .maximum: (.maximum, nil)
            case .sampleCount: (.sampleCount, nil)
            case .percentile: (nil, Text(metric.statistic.word))
            }
        let isWhole = duration.breaching == duration.periods
        return CloudWatch.Alarm(
            id,
            alarmActions: topic.map { [$0.arn] },
            alarmDescription: meaning,
            comparisonOperator: comparison.word,
            datapointsToAlarm: isWhole ? nil : Scalar(duration.breaching),
            dimensions: metric.dimensions.isEmpty
                ? nil : metric.dimensions.map { .init(name: Text($0.name), value: $0.value) },
            evaluationPeriods: Scalar(duration.periods),
            extendedStatistic: statistic.extended,
            metricName: Text(metric.name),
            namespace: Text(metric.namespace),
            okActions: recovery ? topic.map { [$0.arn] } : nil,
            period: Scalar(duration.period),
            statistic: statistic.plain,
            threshold: Scalar(threshold),
            treatMissingData: missing.word,
            file: declared.file,
            line: declared.line
        )
    }
}

extension Alarm.Condition.Comparison {
    var word: CloudWatch.Alarm.ComparisonOperator {
        switch self {
        case .above: .greaterThanThreshold
        case .atLeast: .greaterThanOrEqualToThreshold
        case .below: .lessThanThreshold
        case .atMost: .lessThanOrEqualToThreshold
        }
    }
}

extension Alarm.Condition.MissingData {
    var word: CloudWatch.Alarm.TreatMissingData {
        switch self {
        case .fine: .notBreaching
        case .alarming: .breaching
        case .ignored: .ignore
        }
    }
}
