import InfraDSL
import Testing

@Suite struct TransformTests {
    private let fixture = StackFixture()
    private let network = Network("Net", in: .test, out: .translated, reaching: [.images, .logs])
    private let images = Repository("Images", named: "dbt", in: .test)

    private func transform(_ start: Transform.Start, _ others: [Transform.Start] = [], timeLimit: Int = 60)
        -> Transform
    {
        let image = images.image(of: "dbt")
        return others.first.map {
            Transform(
                "T", start, $0, running: image, in: network, encryptedBy: fixture.key, timeLimit: timeLimit,
                alarming: fixture.alerts, allow: [])
        }
            ?? Transform(
                "T", start, running: image, in: network, encryptedBy: fixture.key, timeLimit: timeLimit,
                environment: ["A": "b"], alarming: fixture.alerts, allow: [])
    }

    private func properties(_ id: String, _ transform: Transform) throws -> Value {
        try fixture.properties(id, [network, images, transform])
    }

    private func refusal(_ transform: Transform) -> String { fixture.refusal([network, images, transform]) }

    @Test func `a daily run is a schedule that starts the state machine`() throws {
        let daily = transform(.daily(at: "05:30", in: "Europe/Berlin"))
        let schedule = try properties("TDaily", daily)
        #expect(schedule["ScheduleExpression"]?.shown == "cron(30 5 * * ? *)")
        #expect(schedule.at("Target", "Arn")?.shown == "${T}")
        let statements = try properties("TDailyRole", daily).at("Policies", "0", "PolicyDocument", "Statement")
        #expect(statements?.at("0", "Action") == "states:StartExecution")
    }

    @Test func `a run on arrival starts when an alarm on handled messages goes off`() throws {
        let arrival = transform(.onArrival(in: fixture.queue, quietFor: 15))
        let signal = try properties("TOnArrivalSignal", arrival)
        #expect(signal["MetricName"] == "NumberOfMessagesDeleted")
        #expect(signal["EvaluationPeriods"] == .int(15))
        #expect(signal["DatapointsToAlarm"] == .int(1))
        #expect(signal["AlarmActions"] == nil)
        let rule = try properties("TOnArrival", arrival)
        #expect(rule.at("EventPattern", "resources", "0")?.shown == "${TOnArrivalSignal.Arn}")
        #expect(rule.at("EventPattern", "detail", "previousState", "value", "0") == "ALARM")
        #expect(rule.at("EventPattern", "detail", "state", "value", "0") == "OK")
        #expect(rule.at("Targets", "0", "Arn")?.shown == "${T}")
    }

    @Test func `a run that fails is told and not tried again`() throws {
        let states = try properties("T", transform(.daily(at: "05:30", in: .utc))).at("Definition", "States")
        let run = states?["Run"]
        #expect(run?["TimeoutSeconds"] == .int(3600))
        #expect(run?.at("Catch", "0", "Next") == "Judge")
        #expect(run?.at("Retry", "0", "ErrorEquals")?.texts.contains("States.TaskFailed") == false)
        #expect(states?.at("Tell", "Arguments", "TopicArn")?.shown == "${Alerts}")
        #expect(states?.at("Tell", "Next") == "Failed")
    }

    @Test func `the state machine may run its own task and see its own runs, no more`() throws {
        let role = try properties("TRole", transform(.daily(at: "05:30", in: .utc)))
        let statements = role.at("Policies", "0", "PolicyDocument", "Statement")
        guard case .list(let list)? = statements else {
            Issue.record("no statements")
            return
        }
        #expect(list.allSatisfy { $0["Resource"]?.shown != "*" })
        let see = list.first { $0["Sid"] == "SeeRuns" }
        #expect(see?["Resource"]?.shown?.hasSuffix(":stateMachine:${AWS::StackName}-T") ?? false)
    }

    @Test func `faults of its parts are its own`() {
        #expect(refusal(transform(.daily(at: "25:00", in: "Mars/Base"))).contains("\"25:00\" is no time of day"))
        #expect(refusal(transform(.daily(at: "25:00", in: "Mars/Base"))).contains("\"Mars/Base\" is no time zone"))
        #expect(refusal(transform(.onArrival(in: fixture.queue, quietFor: 0))).contains("wait for 0 quiet minutes"))
        #expect(refusal(transform(.daily(at: "05:00", in: .utc), timeLimit: 0)).contains("stopped after 0 minutes"))
        let twice = transform(.daily(at: "05:00", in: .utc), [.daily(at: "06:00", in: .utc)])
        #expect(refusal(twice).contains("it starts twice in one way"))
    }
}
