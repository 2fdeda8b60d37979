import InfraDSL

/// A stack with each kind of high-level AWS resource, each in a usual setting: what the checkers and the embedded AWS are shown.
struct EveryResource {
    let env: Environment

    static let clouds = EveryResource(env: .test)

    /// Without what the embedded AWS refuses: budgets, composite alarms, and ways out of a network.
    static let embedded = EveryResource(
        env: Environment(
            "test", account: "000000000000", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-TEST"),
            hosting: .embedded))

    private var isEmbedded: Bool { env.hosting == .embedded }

    var stack: Stack {
        let key = Key("DataKey", purpose: "Data at rest.", usedBy: Key.Sender.allCases)
        let alerts = Topic("Alerts", in: env, encryptedBy: key, hearing: [.alarms, .budgets], keepingLog: isEmbedded)
        let arrivals = Queue("Arrivals", in: env, encryptedBy: key, forWorkOf: 60, alarming: alerts)
        var lake = Bucket("Lake", name: "every-resource-\(env.accountID)", in: env, encryptedBy: key)
            .suppressing(.checkov("CKV_AWS_18"), because: "No audit is due of what tests hold")
        let inbox = lake.path("inbox/")
        lake.notify(arrivals, onNewIn: inbox)
        let network = Network(
            "Network", in: env, out: isEmbedded ? .closed : .translated,
            reaching: [.objects(of: lake), .secrets, .topics, .queues, .logs, .images], encryptedBy: key)
        let token = Secret(
            "Token", named: "every-resource/token", .generated(length: 40), encryptedBy: key, purpose: "A token.")
        let signing = KeyPair("Signing", secretName: "every-resource/signing", encryptedBy: key, purpose: "A key pair.")
        let function = Function(
            "Ingest", running: "IngestLambda", consuming: arrivals, encryptedBy: key, timeout: 60,
            environment: ["QUEUE_URL": arrivals.url],
            allow: [
                .read(inbox), .read(valueOf: token),
                .custom(
                    .allow("ReadTags", ["s3:GetBucketTagging"], on: [.init(lake.arn)]),
                    because: "It tells who pays for the bucket"),
            ],
            alarming: alerts, in: network
        ).suppressing(.checkov("CKV_AWS_116"), because: "Only its queue calls it, and that queue has dead letters")
        let images = Repository("Images", named: "every-resource/reports", in: env, encryptedBy: key)
        let report = FargateTask(
            "Report", running: images.image(of: "dbt"), in: network, encryptedBy: key,
            environment: ["BUCKET": lake.name], secrets: ["API_TOKEN": token], allow: [.read(inbox)])
        let weekly = Schedule(
            "Weekly", .weekly(on: .monday, .thursday, at: "06:00"), in: "Europe/Berlin", .run(report),
            flexibleBy: 30, encryptedBy: key, alarming: alerts)
        let tick = Schedule(
            "Tick", .every(hours: 6), in: .utc, .send("{}", to: arrivals), encryptedBy: key, alarming: alerts)
        let transform = Transform(
            "Transform", .daily(at: "05:30", in: "Europe/Berlin"), .onArrival(in: arrivals, quietFor: 15),
            running: images.image(of: "dbt"), in: network, encryptedBy: key,
            environment: ["SNOWFLAKE_SECRET": signing.secretID], alarming: alerts, allow: [.sign(with: signing)])
        let late = Alarm("Late", .age(of: arrivals, exceeds: 900), alarming: alerts, tellingRecovery: true)
        let page = Dashboard(
            "Overview", in: env,
            [
                [.text("# Every resource"), .alarms("Alarms", function, arrivals, late, transform, weekly)],
                [
                    .graph("Calls", [.invocations(of: function), .errors(of: function)], period: 60),
                    .graph("Waiting", [.backlog(of: arrivals), .deadLetters(of: arrivals)], as: .number),
                ],
                [.logs("Failures", from: [function.log, report.log], "fields @timestamp, @message | limit 20")],
            ])
        let broken = CompositeAlarm(
            "Broken", .any(of: function, arrivals), meaning: "Files do not get through.", alarming: alerts)
        let costs = CostBudget("Costs", monthly: 200, of: .account, alarming: alerts, emailing: ["costs@example.com"])
        return Stack("every-resource", in: env) {
            [key, alerts, arrivals, lake, network, token, signing, function] as [any Resource]
            [images, report, weekly, tick, transform, late, page] as [any Resource]
            if !isEmbedded { [broken, costs] as [any Resource] }
        }
    }
}
