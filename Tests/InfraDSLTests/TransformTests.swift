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

@Suite struct TransformOnSnowflakeTests {
    private let database = Database("RETAIL", purpose: "p")
    private var schema: Schema { Schema("STAGE", in: database, purpose: "p") }
    private let warehouse = Warehouse("WH", purpose: "p")

    private func parts(at time: TimeOfDay, in zone: ZoneName) -> [any SnowflakeResource] {
        Transform.onSnowflake(
            "TRANSFORM", in: schema, from: .workspace("snow://workspace/user$.public.\"mine\"/versions/live"),
            revision: "1a2b", on: warehouse, daily: time, in: zone, arguments: "build --target prod")
    }

    private func assembly(_ parts: [any SnowflakeResource]) throws -> Assembly {
        let topic = Topic("Alerts", in: .test)
        return try Assembly(
            Stack("s", in: .test) {
                [database, schema, warehouse, topic] as [any Resource]
                parts
            }, policy: .none)
    }

    @Test func `dbt is an object of Snowflake's that a task builds every day`() throws {
        let files = try assembly(parts(at: "05:30", in: "Europe/Berlin")).files
        let sql = files.filter { $0.path.hasSuffix(".sql") }.map(\.contents).joined()
        #expect(sql.contains("CREATE DBT PROJECT IF NOT EXISTS \"RETAIL\".\"STAGE\".\"TRANSFORM\""))
        #expect(sql.contains("SCHEDULE = 'USING CRON 30 5 * * * Europe/Berlin'"))
        #expect(
            sql.contains("EXECUTE DBT PROJECT \"RETAIL\".\"STAGE\".\"TRANSFORM\" ARGS = 'build --target prod'"))
    }

    @Test func `a time or zone that does not exist is refused`() {
        let problems = #expect(throws: Problems.self) { try assembly(parts(at: "24:30", in: "Mars/Base")) }
        #expect(problems?.description.contains("\"24\" is no hours") ?? false)
        #expect(problems?.description.contains("\"Mars/Base\" is no time zone") ?? false)
    }

    @Test(arguments: ["0 5 * * *", "*/15 8-18 * * 1-5", "0 0 L * *", "0 9 * JAN-JUN SUN,SAT", "0 9 * * 5L"])
    func `what Snowflake takes as cron is taken`(fields: String) throws {
        let task = Task(
            "T", in: schema, on: .warehouse(warehouse), starting: .cron(fields, timeZone: "UTC"),
            doing: .statement("SELECT 1"), purpose: "p")
        #expect(throws: Never.self) { try assembly([task]) }
    }

    @Test(arguments: ["60 5 * * *", "0 24 * * *", "0 5 ? * *", "0 5 * * 7", "0 5 15W * *"])
    func `what Snowflake refuses as cron is refused`(fields: String) {
        let task = Task(
            "T", in: schema, on: .warehouse(warehouse), starting: .cron(fields, timeZone: "UTC"),
            doing: .statement("SELECT 1"), purpose: "p")
        #expect(throws: Problems.self) { try assembly([task]) }
    }
}
