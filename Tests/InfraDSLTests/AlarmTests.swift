import InfraDSL
import Testing

@Suite struct AlarmTests {
    private let fixture = StackFixture()

    @Test func `an alarm says what it means in the words of the service`() throws {
        let late = Alarm("Late", .age(of: fixture.queue, exceeds: 900), alarming: fixture.alerts)
        let properties = try fixture.properties("Late", [late])
        #expect(properties["Namespace"] == "AWS/SQS")
        #expect(properties["MetricName"] == "ApproximateAgeOfOldestMessage")
        #expect(properties.at("Dimensions", "0", "Value")?.shown == "${Arrivals.QueueName}")
        #expect(properties["Threshold"] == .double(900))
        #expect(properties["ComparisonOperator"] == "GreaterThanThreshold")
        #expect(properties["TreatMissingData"] == "notBreaching")
        #expect(properties.at("AlarmActions", "0")?.shown == "${Alerts}")
        #expect(properties["AlarmDescription"]?.shown == "A message of Arrivals has waited for more than 900 s.")
    }

    @Test func `silence is an alarm that fires because nothing comes`() throws {
        let silent = Alarm("Silent", .silence(of: fixture.queue, hours: 26), alarming: fixture.alerts)
        let properties = try fixture.properties("Silent", [silent])
        #expect(properties["TreatMissingData"] == "breaching")
        #expect(properties["ComparisonOperator"] == "LessThanThreshold")
        #expect(properties["Period"] == .int(3600))
        #expect(properties["EvaluationPeriods"] == .int(26))
    }

    @Test func `a percentile is an extended statistic and recovery is told where asked for`() throws {
        let slow = Alarm(
            "Slow",
            .metric(
                .duration(of: fixture.function).by(.percentile(99)), .atLeast, 1000,
                for: .periods(2, of: 3, seconds: 60), meaning: "It is slow."),
            alarming: fixture.alerts, tellingRecovery: true)
        let properties = try fixture.properties("Slow", [slow])
        #expect(properties["ExtendedStatistic"] == "p99")
        #expect(properties["Statistic"] == nil)
        #expect(properties["DatapointsToAlarm"] == .int(2))
        #expect(properties.at("OKActions", "0")?.shown == "${Alerts}")
    }

    @Test(arguments: [
        (Alarm.Condition.Window.minutes(0), "a period of 0 s is not taken"),
        (.periods(1, of: 1, seconds: 45), "a period of 45 s is not taken"),
        (.periods(1, of: 1, seconds: 10), "publishes once a minute at most"),
        (.periods(3, of: 2, seconds: 60), "3 of 2 periods can not be beyond the limit"),
        (.periods(1, of: 1441, seconds: 60), "at most 86400 s are taken"),
        (.periods(1, of: 169, seconds: 3600), "at most 604800 s are taken"),
    ])
    func `a window that CloudWatch refuses is refused at synth`(window: Alarm.Condition.Window, why: String) {
        let condition = Alarm.Condition.metric(
            .errors(of: fixture.function), .above, 0, for: window, meaning: "It fails.")
        #expect(fixture.refusal([Alarm("A", condition, alarming: fixture.alerts)]).contains(why))
    }

    @Test func `a metric that the service does not publish is refused`() {
        let made = Metric.custom("AWS/SQS", "MessagesLost", dimensions: ["QueueName": "q"])
        let alarm = Alarm("A", .metric(made, .above, 0, meaning: "Lost."), alarming: fixture.alerts)
        #expect(fixture.refusal([alarm]).contains("AWS/SQS has no metric MessagesLost"))
    }

    @Test func `a function with somebody to tell has an alarm for each way to fail`() throws {
        let watched = StackFixture(alarmingFunction: true)
        let alarms = try watched.assembly([]).template.entries.filter { $0.type == "AWS::CloudWatch::Alarm" }
        #expect(
            alarms.map(\.logicalID.name) == [
                "ArrivalsDeadLettersAlarm", "IngestErrorsAlarm", "IngestThrottlesAlarm", "IngestDurationAlarm",
            ])
        #expect(alarms.last?.properties["Threshold"] == .double(48_000))
    }

    @Test func `a composite alarm joins all alarms of what it names`() throws {
        let watched = StackFixture(alarmingFunction: true)
        let late = Alarm("Late", .age(of: watched.queue, exceeds: 900), alarming: watched.alerts)
        let broken = CompositeAlarm(
            "Broken", .any(of: late, watched.queue) && !.any(of: watched.function), meaning: "Stuck.",
            alarming: watched.alerts)
        let rule = try watched.properties("Broken", [late, broken])["AlarmRule"]?.shown
        #expect(
            rule == """
                (ALARM("${Late.Arn}") OR ALARM("${ArrivalsDeadLettersAlarm.Arn}")) AND (NOT (ALARM("${IngestErrorsAlarm.Arn}") \
                OR ALARM("${IngestThrottlesAlarm.Arn}") OR ALARM("${IngestDurationAlarm.Arn}")))
                """)
    }

    @Test func `a composite alarm over nothing is refused`() {
        let empty = CompositeAlarm("Empty", .any(of: fixture.function), meaning: "Never.", alarming: fixture.alerts)
        #expect(fixture.refusal([empty]).contains("its rule names no alarm"))
    }
}
