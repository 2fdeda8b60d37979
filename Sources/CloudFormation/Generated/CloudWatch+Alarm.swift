// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension CloudWatch {
    /// `AWS::CloudWatch::Alarm`
    public struct Alarm: GeneratedResource {
        public static let type = "AWS::CloudWatch::Alarm"
        public static let facts = ResourceFacts(
            primaryIdentifier: "AlarmName",
            createOnly: "AlarmName",
            readOnly: "Arn",
            permissions: [.create: "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource cloudwatch:PutMetricAlarm cloudwatch:TagResource", .read: "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource", .update: "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource cloudwatch:PutMetricAlarm cloudwatch:TagResource cloudwatch:UntagResource", .delete: "cloudwatch:DeleteAlarms cloudwatch:DescribeAlarms", .list: "cloudwatch:DescribeAlarms"],
            tagProperty: "Tags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var actionConfiguration: ActionConfiguration?
        public var actionsEnabled: Scalar<Bool>?
        public var alarmActions: [any ARNReference]?
        public var alarmDescription: Text?
        /// A change replaces the resource.
        public var alarmName: Text?
        public var comparisonOperator: ComparisonOperator?
        public var datapointsToAlarm: Scalar<Int>?
        public var dimensions: [Dimension]?
        public var evaluateLowSampleCountPercentile: Text?
        public var evaluationCriteria: EvaluationCriteria?
        public var evaluationInterval: Scalar<Int>?
        public var evaluationPeriods: Scalar<Int>?
        public var evaluationWindow: EvaluationWindow?
        public var extendedStatistic: Text?
        public var insufficientDataActions: [any ARNReference]?
        public var metricName: Text?
        public var metrics: [MetricDataQuery]?
        public var namespace: Text?
        public var okActions: [any ARNReference]?
        public var period: Scalar<Int>?
        public var statistic: Statistic?
        public var tags: [Tag]?
        public var threshold: Scalar<Double>?
        public var thresholdMetricId: Text?
        public var treatMissingData: TreatMissingData?
        public var unit: Unit?
        public var warmUpConfiguration: WarmUpConfiguration?

        public init(
            _ logicalID: LogicalID,
            actionConfiguration: ActionConfiguration? = nil,
            actionsEnabled: Scalar<Bool>? = nil,
            alarmActions: [any ARNReference]? = nil,
            alarmDescription: Text? = nil,
            alarmName: Text? = nil,
            comparisonOperator: ComparisonOperator? = nil,
            datapointsToAlarm: Scalar<Int>? = nil,
            dimensions: [Dimension]? = nil,
            evaluateLowSampleCountPercentile: Text? = nil,
            evaluationCriteria: EvaluationCriteria? = nil,
            evaluationInterval: Scalar<Int>? = nil,
            evaluationPeriods: Scalar<Int>? = nil,
            evaluationWindow: EvaluationWindow? = nil,
            extendedStatistic: Text? = nil,
            insufficientDataActions: [any ARNReference]? = nil,
            metricName: Text? = nil,
            metrics: [MetricDataQuery]? = nil,
            namespace: Text? = nil,
            okActions: [any ARNReference]? = nil,
            period: Scalar<Int>? = nil,
            statistic: Statistic? = nil,
            tags: [Tag]? = nil,
            threshold: Scalar<Double>? = nil,
            thresholdMetricId: Text? = nil,
            treatMissingData: TreatMissingData? = nil,
            unit: Unit? = nil,
            warmUpConfiguration: WarmUpConfiguration? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.actionConfiguration = actionConfiguration
            self.actionsEnabled = actionsEnabled
            self.alarmActions = alarmActions
            self.alarmDescription = alarmDescription
            self.alarmName = alarmName
            self.comparisonOperator = comparisonOperator
            self.datapointsToAlarm = datapointsToAlarm
            self.dimensions = dimensions
            self.evaluateLowSampleCountPercentile = evaluateLowSampleCountPercentile
            self.evaluationCriteria = evaluationCriteria
            self.evaluationInterval = evaluationInterval
            self.evaluationPeriods = evaluationPeriods
            self.evaluationWindow = evaluationWindow
            self.extendedStatistic = extendedStatistic
            self.insufficientDataActions = insufficientDataActions
            self.metricName = metricName
            self.metrics = metrics
            self.namespace = namespace
            self.okActions = okActions
            self.period = period
            self.statistic = statistic
            self.tags = tags
            self.threshold = threshold
            self.thresholdMetricId = thresholdMetricId
            self.treatMissingData = treatMissingData
            self.unit = unit
            self.warmUpConfiguration = warmUpConfiguration
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("ActionConfiguration", actionConfiguration)
            map.put("ActionsEnabled", actionsEnabled)
            map.put("AlarmActions", references: alarmActions)
            map.put("AlarmDescription", alarmDescription)
            map.put("AlarmName", alarmName)
            map.put("ComparisonOperator", comparisonOperator)
            map.put("DatapointsToAlarm", datapointsToAlarm)
            map.put("Dimensions", dimensions)
            map.put("EvaluateLowSampleCountPercentile", evaluateLowSampleCountPercentile)
            map.put("EvaluationCriteria", evaluationCriteria)
            map.put("EvaluationInterval", evaluationInterval)
            map.put("EvaluationPeriods", evaluationPeriods)
            map.put("EvaluationWindow", evaluationWindow)
            map.put("ExtendedStatistic", extendedStatistic)
            map.put("InsufficientDataActions", references: insufficientDataActions)
            map.put("MetricName", metricName)
            map.put("Metrics", metrics)
            map.put("Namespace", namespace)
            map.put("OKActions", references: okActions)
            map.put("Period", period)
            map.put("Statistic", statistic)
            map.put("Tags", tags)
            map.put("Threshold", threshold)
            map.put("ThresholdMetricId", thresholdMetricId)
            map.put("TreatMissingData", treatMissingData)
            map.put("Unit", unit)
            map.put("WarmUpConfiguration", warmUpConfiguration)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<CloudWatch.Alarm> { Name<CloudWatch.Alarm>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var arn: ARN<CloudWatch.Alarm> { ARN<CloudWatch.Alarm>(Text(.attribute(of: id, "Arn"))) }

        public struct ComparisonOperator: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var greaterThanOrEqualToThreshold: Self { Self("GreaterThanOrEqualToThreshold") }
            public static var greaterThanThreshold: Self { Self("GreaterThanThreshold") }
            public static var greaterThanUpperThreshold: Self { Self("GreaterThanUpperThreshold") }
            public static var lessThanLowerOrGreaterThanUpperThreshold: Self { Self("LessThanLowerOrGreaterThanUpperThreshold") }
            public static var lessThanLowerThreshold: Self { Self("LessThanLowerThreshold") }
            public static var lessThanOrEqualToThreshold: Self { Self("LessThanOrEqualToThreshold") }
            public static var lessThanThreshold: Self { Self("LessThanThreshold") }
        }

        public struct Statistic: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var average: Self { Self("Average") }
            public static var maximum: Self { Self("Maximum") }
            public static var minimum: Self { Self("Minimum") }
            public static var sampleCount: Self { Self("SampleCount") }
            public static var sum: Self { Self("Sum") }
        }

        public struct TreatMissingData: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var breaching: Self { Self("breaching") }
            public static var ignore: Self { Self("ignore") }
            public static var missing: Self { Self("missing") }
            public static var notBreaching: Self { Self("notBreaching") }
        }

        public struct Unit: Choice {
            public let text: Text
            public init(_ text: Text) { self.text = text }
            public static var bits: Self { Self("Bits") }
            public static var bitsSecond: Self { Self("Bits/Second") }
            public static var bytes: Self { Self("Bytes") }
            public static var bytesSecond: Self { Self("Bytes/Second") }
            public static var count: Self { Self("Count") }
            public static var countSecond: Self { Self("Count/Second") }
            public static var gigabits: Self { Self("Gigabits") }
            public static var gigabitsSecond: Self { Self("Gigabits/Second") }
            public static var gigabytes: Self { Self("Gigabytes") }
            public static var gigabytesSecond: Self { Self("Gigabytes/Second") }
            public static var kilobits: Self { Self("Kilobits") }
            public static var kilobitsSecond: Self { Self("Kilobits/Second") }
            public static var kilobytes: Self { Self("Kilobytes") }
            public static var kilobytesSecond: Self { Self("Kilobytes/Second") }
            public static var megabits: Self { Self("Megabits") }
            public static var megabitsSecond: Self { Self("Megabits/Second") }
            public static var megabytes: Self { Self("Megabytes") }
            public static var megabytesSecond: Self { Self("Megabytes/Second") }
            public static var microseconds: Self { Self("Microseconds") }
            public static var milliseconds: Self { Self("Milliseconds") }
            public static var noneValue: Self { Self("None") }
            public static var percent: Self { Self("Percent") }
            public static var seconds: Self { Self("Seconds") }
            public static var terabits: Self { Self("Terabits") }
            public static var terabitsSecond: Self { Self("Terabits/Second") }
            public static var terabytes: Self { Self("Terabytes") }
            public static var terabytesSecond: Self { Self("Terabytes/Second") }
        }

        public struct ActionConfiguration: PropertyType {
            public var alarmTagsPropagation: AlarmTagsPropagation?

            public init(
                alarmTagsPropagation: AlarmTagsPropagation? = nil
            ) {
                self.alarmTagsPropagation = alarmTagsPropagation
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AlarmTagsPropagation", alarmTagsPropagation)
                return map.value
            }
        }

        public struct AlarmPromQLCriteria: PropertyType {
            public var pendingPeriod: Scalar<Int>?
            public var query: Text?
            public var recoveryPeriod: Scalar<Int>?

            public init(
                pendingPeriod: Scalar<Int>? = nil,
                query: Text? = nil,
                recoveryPeriod: Scalar<Int>? = nil
            ) {
                self.pendingPeriod = pendingPeriod
                self.query = query
                self.recoveryPeriod = recoveryPeriod
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PendingPeriod", pendingPeriod)
                map.put("Query", query)
                map.put("RecoveryPeriod", recoveryPeriod)
                return map.value
            }
        }

        public struct AlarmTagsPropagation: PropertyType {
            public var enabled: Scalar<Bool>
            public var excludedTagKeys: [Text]?
            public var includedTagKeys: [Text]?

            public init(
                enabled: Scalar<Bool>,
                excludedTagKeys: [Text]? = nil,
                includedTagKeys: [Text]? = nil
            ) {
                self.enabled = enabled
                self.excludedTagKeys = excludedTagKeys
                self.includedTagKeys = includedTagKeys
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Enabled", enabled)
                map.put("ExcludedTagKeys", excludedTagKeys)
                map.put("IncludedTagKeys", includedTagKeys)
                return map.value
            }
        }

        public struct Dimension: PropertyType {
            public var name: Text
            public var value: Text

            public init(
                name: Text,
                value: Text
            ) {
                self.name = name
                self.value = value
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Name", name)
                map.put("Value", value)
                return map.value
            }
        }

        public struct EvaluationCriteria: PropertyType {
            public var promQLCriteria: AlarmPromQLCriteria?

            public init(
                promQLCriteria: AlarmPromQLCriteria? = nil
            ) {
                self.promQLCriteria = promQLCriteria
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("PromQLCriteria", promQLCriteria)
                return map.value
            }
        }

        public struct EvaluationWindow: PropertyType {
            public var slidingWindow: Value?
            public var wallClockWindow: WallClockWindow?

            public init(
                slidingWindow: Value? = nil,
                wallClockWindow: WallClockWindow? = nil
            ) {
                self.slidingWindow = slidingWindow
                self.wallClockWindow = wallClockWindow
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("SlidingWindow", slidingWindow)
                map.put("WallClockWindow", wallClockWindow)
                return map.value
            }
        }

        public struct Metric: PropertyType {
            public var dimensions: [Dimension]?
            public var metricName: Text?
            public var namespace: Text?

            public init(
                dimensions: [Dimension]? = nil,
                metricName: Text? = nil,
                namespace: Text? = nil
            ) {
                self.dimensions = dimensions
                self.metricName = metricName
                self.namespace = namespace
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Dimensions", dimensions)
                map.put("MetricName", metricName)
                map.put("Namespace", namespace)
                return map.value
            }
        }

        public struct MetricDataQuery: PropertyType {
            public var accountId: Text?
            public var expression: Text?
            public var id: Text
            public var label: Text?
            public var metricStat: MetricStat?
            public var period: Scalar<Int>?
            public var returnData: Scalar<Bool>?

            public init(
                id: Text,
                accountId: Text? = nil,
                expression: Text? = nil,
                label: Text? = nil,
                metricStat: MetricStat? = nil,
                period: Scalar<Int>? = nil,
                returnData: Scalar<Bool>? = nil
            ) {
                self.accountId = accountId
                self.expression = expression
                self.id = id
                self.label = label
                self.metricStat = metricStat
                self.period = period
                self.returnData = returnData
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AccountId", accountId)
                map.put("Expression", expression)
                map.put("Id", id)
                map.put("Label", label)
                map.put("MetricStat", metricStat)
                map.put("Period", period)
                map.put("ReturnData", returnData)
                return map.value
            }
        }

        public struct MetricStat: PropertyType {
            public var metric: Metric
            public var period: Scalar<Int>
            public var stat: Text
            public var unit: Unit?

            public init(
                metric: Metric,
                period: Scalar<Int>,
                stat: Text,
                unit: Unit? = nil
            ) {
                self.metric = metric
                self.period = period
                self.stat = stat
                self.unit = unit
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Metric", metric)
                map.put("Period", period)
                map.put("Stat", stat)
                map.put("Unit", unit)
                return map.value
            }

            public struct Unit: Choice {
                public let text: Text
                public init(_ text: Text) { self.text = text }
                public static var bits: Self { Self("Bits") }
                public static var bitsSecond: Self { Self("Bits/Second") }
                public static var bytes: Self { Self("Bytes") }
                public static var bytesSecond: Self { Self("Bytes/Second") }
                public static var count: Self { Self("Count") }
                public static var countSecond: Self { Self("Count/Second") }
                public static var gigabits: Self { Self("Gigabits") }
                public static var gigabitsSecond: Self { Self("Gigabits/Second") }
                public static var gigabytes: Self { Self("Gigabytes") }
                public static var gigabytesSecond: Self { Self("Gigabytes/Second") }
                public static var kilobits: Self { Self("Kilobits") }
                public static var kilobitsSecond: Self { Self("Kilobits/Second") }
                public static var kilobytes: Self { Self("Kilobytes") }
                public static var kilobytesSecond: Self { Self("Kilobytes/Second") }
                public static var megabits: Self { Self("Megabits") }
                public static var megabitsSecond: Self { Self("Megabits/Second") }
                public static var megabytes: Self { Self("Megabytes") }
                public static var megabytesSecond: Self { Self("Megabytes/Second") }
                public static var microseconds: Self { Self("Microseconds") }
                public static var milliseconds: Self { Self("Milliseconds") }
                public static var noneValue: Self { Self("None") }
                public static var percent: Self { Self("Percent") }
                public static var seconds: Self { Self("Seconds") }
                public static var terabits: Self { Self("Terabits") }
                public static var terabitsSecond: Self { Self("Terabits/Second") }
                public static var terabytes: Self { Self("Terabytes") }
                public static var terabytesSecond: Self { Self("Terabytes/Second") }
            }
        }

        public struct WallClockWindow: PropertyType {
            public var timezone: Text?

            public init(
                timezone: Text? = nil
            ) {
                self.timezone = timezone
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Timezone", timezone)
                return map.value
            }
        }

        public struct WarmUpConfiguration: PropertyType {
            public var onlyStartEvaluatingAfterWarmUpPeriodEnds: Scalar<Bool>?
            public var warmUpPeriodDurationInMinutes: Scalar<Int>?

            public init(
                onlyStartEvaluatingAfterWarmUpPeriodEnds: Scalar<Bool>? = nil,
                warmUpPeriodDurationInMinutes: Scalar<Int>? = nil
            ) {
                self.onlyStartEvaluatingAfterWarmUpPeriodEnds = onlyStartEvaluatingAfterWarmUpPeriodEnds
                self.warmUpPeriodDurationInMinutes = warmUpPeriodDurationInMinutes
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("OnlyStartEvaluatingAfterWarmUpPeriodEnds", onlyStartEvaluatingAfterWarmUpPeriodEnds)
                map.put("WarmUpPeriodDurationInMinutes", warmUpPeriodDurationInMinutes)
                return map.value
            }
        }
    }
}
