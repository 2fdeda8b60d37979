import InfraDSL
import Testing

@Suite struct ScheduleTests {
    private let fixture = StackFixture()

    private func schedule(_ time: ScheduleTime, in zone: ZoneName = .utc, flexibleBy minutes: Int? = nil) -> Schedule {
        Schedule(
            "S", time, in: zone, .send("go", to: fixture.queue), flexibleBy: minutes, encryptedBy: fixture.key,
            alarming: fixture.alerts)
    }

    @Test(arguments: [
        (ScheduleTime.every(minutes: 1), "rate(1 minute)"), (.every(hours: 6), "rate(6 hours)"),
        (.daily(at: "05:30"), "cron(30 5 * * ? *)"),
        (.weekly(on: .monday, .friday, at: "00:00"), "cron(0 0 ? * MON,FRI *)"),
        (.monthly(on: 28, at: "23:59"), "cron(59 23 28 * ? *)"),
        (.cron("0/15 8-18 ? JAN-JUN 2-6 2026-2030"), "cron(0/15 8-18 ? JAN-JUN 2-6 2026-2030)"),
        (.cron("0 9 LW * ? *"), "cron(0 9 LW * ? *)"), (.cron("0 9 ? * 6#3 *"), "cron(0 9 ? * 6#3 *)"),
        (.cron("0 9 ? * 6L *"), "cron(0 9 ? * 6L *)"), (.cron("0 9 15W * ? *"), "cron(0 9 15W * ? *)"),
    ])
    func `a time is written as the scheduler reads it`(time: ScheduleTime, expression: String) throws {
        let properties = try fixture.properties("S", [schedule(time, in: "Europe/Berlin")])
        #expect(properties["ScheduleExpression"]?.shown == expression)
        #expect(properties["ScheduleExpressionTimezone"] == "Europe/Berlin")
    }

    @Test(arguments: [
        (ScheduleTime.every(minutes: 0), "0 minutes are no interval"),
        (.daily(at: "5:30"), "\"5:30\" is no time of day"),
        (.daily(at: "24:00"), "is no time of day"), (.daily(at: "12:60"), "is no time of day"),
        (.weekly(at: "05:00"), "it runs on no day of the week"), (.monthly(on: 31, at: "05:00"), "not in every month"),
        (.cron("0 5 * * *"), "has 5 fields"), (.cron("0 5 * * * *"), "exactly one of the two days is ?"),
        (.cron("60 5 * * ? *"), "\"60\" is no minutes"), (.cron("0 5 ? * 8 *"), "\"8\" is no day of the week"),
        (.cron("0 5 1 FOO ? *"), "\"FOO\" is no month"), (.cron("0 5 10-1 * ? *"), "\"10-1\" is no day of the month"),
        (.cron("0/0 5 * * ? *"), "\"0/0\" is no minutes"), (.cron("0 5 * * ? 1969"), "\"1969\" is no year"),
        (.cron("0 5 ? * 6#6 *"), "\"6#6\" is no day of the week"), (.cron(" 0 5 * * ?"), "is no minutes"),
        (.cron("0, 5 * * ? *"), "\"0,\" is no minutes"),
    ])
    func `a time that never comes is refused`(time: ScheduleTime, why: String) {
        #expect(fixture.refusal([schedule(time)]).contains(why))
    }

    @Test(arguments: ["Europe/Berln", "CET+1", "Europe", "", "europe/berlin"] as [ZoneName])
    func `a zone that is none is refused`(zone: ZoneName) {
        #expect(fixture.refusal([schedule(.daily(at: "05:00"), in: zone)]).contains("is no time zone"))
    }

    @Test(arguments: ["UTC", "Europe/Kyiv", "America/Argentina/Buenos_Aires", "Asia/Kolkata"] as [ZoneName])
    func `a zone of the database is taken`(zone: ZoneName) throws {
        #expect(throws: Never.self) { try fixture.assembly([schedule(.daily(at: "05:00"), in: zone)]) }
    }

    @Test func `a schedule starts within its window and puts aside what it can not start`() throws {
        let properties = try fixture.properties("S", [schedule(.daily(at: "05:00"), flexibleBy: 30)])
        #expect(properties.at("FlexibleTimeWindow", "Mode") == "FLEXIBLE")
        #expect(properties.at("Target", "DeadLetterConfig", "Arn")?.shown == "${SDeadLetters.Arn}")
        #expect(properties.at("Target", "Input") == "go")
        let alarm = try fixture.properties("SAlarm", [schedule(.daily(at: "05:00"))])
        #expect(alarm.at("Dimensions", "0", "Value")?.shown == "${SDeadLetters.QueueName}")
    }

    @Test func `its role is assumed for its group alone and may do what the target takes`() throws {
        let role = try fixture.properties("SRole", [schedule(.daily(at: "05:00"))])
        let trust = role.at("AssumeRolePolicyDocument", "Statement", "0", "Condition")
        #expect(trust?.at("ArnLike", "aws:SourceArn")?.shown == "${SGroup.Arn}")
        let first = role.at("Policies", "0", "PolicyDocument", "Statement", "0")
        #expect(first?["Action"] == "sqs:SendMessage")
        #expect(first?["Resource"]?.shown == "${Arrivals.Arn}")
    }

    @Test func `to run a task takes its roles, in its cluster, and no others`() throws {
        let network = Network("Net", in: .test, out: .closed, reaching: [.images, .logs])
        let images = Repository("Images", named: "dbt", in: .test)
        let task = FargateTask("Job", running: images.image(of: "dbt"), in: network, allow: [])
        let run = Schedule("S", .daily(at: "05:00"), in: .utc, .run(task), alarming: fixture.alerts)
        let all: [any Resource] = [network, images, task, run]
        let statements = try fixture.properties("SRole", all).at("Policies", "0", "PolicyDocument", "Statement")
        #expect(statements?.at("0", "Condition", "ArnEquals", "ecs:cluster")?.shown == "${JobCluster.Arn}")
        #expect(statements?.at("1", "Resource", "0")?.shown == "${JobStartRole.Arn}")
        #expect(
            statements?.at("1", "Condition", "StringEquals", "iam:PassedToService") == "ecs-tasks.amazonaws.com")
        let target = try fixture.properties("S", all)["Target"]
        let configuration = target?.at("EcsParameters", "NetworkConfiguration", "AwsvpcConfiguration")
        #expect(configuration?["AssignPublicIp"] == "DISABLED")
    }

    @Test func `limits of the scheduler are kept`() {
        let schedule = Schedule(
            "S", .daily(at: "05:00"), in: .utc, .send("go", to: fixture.queue), flexibleBy: 0, retries: 186,
            patience: 59, alarming: fixture.alerts)
        let refusal = fixture.refusal([schedule])
        #expect(refusal.contains("flexible by 0 minutes"))
        #expect(refusal.contains("try 186 times"))
        #expect(refusal.contains("try for 59 s"))
    }
}
