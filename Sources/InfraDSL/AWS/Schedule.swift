public import CloudFormation

/// Starts something at its time. What can not be started lies in a queue, and somebody is told.
///
///     Schedule("Nightly", .daily(at: "02:30"), in: "Europe/Berlin", .run(report), alarming: alerts)
public struct Schedule: AWSResource, Adjustable, Alarming, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    private let time: ScheduleTime
    private let zone: ZoneName
    private let flexibility: Int?
    private let target: Target
    private let key: Key?
    private let retries: Int
    private let patience: Int
    private let alarming: Topic
    private let isOn: Bool

    /// - Parameters:
    ///   - flexibility: minutes, 1 to 1440, within which it may start, so that not all the world starts on the hour.
    ///   - retries: how often a start that failed is tried again, 0 to 185.
    ///   - patience: seconds after which a start that failed is given up, 60 to 86400.
    ///   - isOn: a schedule that is off stays in the account and starts nothing.
    public init(
        _ id: LogicalID,
        _ time: ScheduleTime,
        in zone: ZoneName,
        _ target: Target,
        flexibleBy flexibility: Int? = nil,
        encryptedBy key: Key? = nil,
        retries: Int = 3,
        patience: Int = 3600,
        alarming: Topic,
        isOn: Bool = true,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            id, time, in: zone, target, flexibleBy: flexibility, encryptedBy: key, retries: retries,
            patience: patience, alarming: alarming, isOn: isOn, declared: SourceLocation(file: file, line: line))
    }

    init(
        _ id: LogicalID,
        _ time: ScheduleTime,
        in zone: ZoneName,
        _ target: Target,
        flexibleBy flexibility: Int? = nil,
        encryptedBy key: Key?,
        retries: Int = 3,
        patience: Int = 3600,
        alarming: Topic,
        isOn: Bool = true,
        declared: SourceLocation
    ) {
        logicalID = id
        self.time = time
        self.zone = zone
        self.target = target
        self.flexibility = flexibility
        self.key = key
        self.retries = retries
        self.patience = patience
        self.alarming = alarming
        self.isOn = isOn
        self.declared = declared
    }

    public var id: String { logicalID.name }

    /// Limits of CreateSchedule (EventBridge Scheduler API reference).
    public var faults: [String] {
        var found = time.faults + zone.faults
        if let flexibility, !(1...1440).contains(flexibility) {
            found.append("it can not be flexible by \(flexibility) minutes; use 1 to 1440")
        }
        if !(0...185).contains(retries) { found.append("it can not try \(retries) times again; use 0 to 185") }
        if !(60...86_400).contains(patience) { found.append("it can not try for \(patience) s; use 60 to 86400") }
        return found
    }

    private var groupID: LogicalID { logicalID.child("Group") }

    private var deadLetters: SQS.Queue {
        SQS.Queue(
            logicalID.child("DeadLetters"),
            kmsMasterKeyId: key?.arn,
            messageRetentionPeriod: Queue.retention,
            sqsManagedSseEnabled: key == nil ? true : nil,
            file: declared.file,
            line: declared.line
        )
    }

    private var deadLettersARN: ARN<SQS.Queue> { deadLetters.arn }

    private var alarm: Alarm {
        let waiting = Metric.custom(
            "AWS/SQS", "ApproximateNumberOfMessagesVisible",
            dimensions: ["QueueName": Name<SQS.Queue>(Text(.attribute(of: deadLetters.id, "QueueName")))],
            statistic: .maximum)
        return Alarm(
            logicalID.child("Alarm"),
            .metric(
                waiting, .above, 0, for: .minutes(1),
                meaning: "\(id) could not start what is due; the message in its dead-letter queue tells why."),
            alarming: alarming, declared: declared)
    }

    public var alarmARNs: [AnyARN] { alarm.alarmARNs }

    private var role: Role {
        Role(
            logicalID.child("Role"),
            trustedBy: "scheduler.amazonaws.com",
            of: ARN<Scheduler.ScheduleGroup>(Text(.attribute(of: groupID.name, "Arn"))),
            allow: target.permissions + [.putAside(in: deadLettersARN, key)],
            declared: declared)
    }

    public var entries: [TemplateEntry] {
        let group = Scheduler.ScheduleGroup(groupID, file: declared.file, line: declared.line)
        let schedule = Scheduler.Schedule(
            logicalID,
            flexibleTimeWindow: .init(
                mode: flexibility == nil ? .off : .flexible,
                maximumWindowInMinutes: flexibility.map { Scalar(Double($0)) }),
            scheduleExpression: Text(time.expression),
            target: .init(
                arn: target.arn,
                roleArn: role.arn,
                deadLetterConfig: .init(arn: deadLettersARN),
                ecsParameters: target.task.map(Self.parameters),
                input: target.input,
                retryPolicy: .init(
                    maximumEventAgeInSeconds: Scalar(Double(patience)), maximumRetryAttempts: Scalar(Double(retries)))),
            groupName: group.ref.text,
            kmsKeyArn: key?.arn,
            scheduleExpressionTimezone: Text(zone.name),
            state: isOn ? .enabled : .disabled,
            file: declared.file,
            line: declared.line
        )
        return adjusted(
            [group.entry, deadLetters.with(.onRemoval(.delete)).entry] + alarm.entries + role.entries
                + [schedule.entry])
    }

    private static func parameters(of task: FargateTask) -> Scheduler.Schedule.EcsParameters {
        .init(
            taskDefinitionArn: task.arn,
            launchType: .fargate,
            networkConfiguration: .init(
                awsvpcConfiguration: .init(
                    subnets: task.network.subnetIDs, assignPublicIp: .disabled,
                    securityGroups: [task.network.groupID])),
            taskCount: 1)
    }
}

extension Schedule {
    /// What a schedule starts, and the rights that takes.
    public struct Target: Sendable {
        let arn: any ARNReference
        var task: FargateTask?
        var input: Text?
        let permissions: [Permission]

        /// Runs a task once.
        public static func run(_ task: FargateTask) -> Target {
            Target(arn: task.clusterARN, task: task, permissions: [.run(task)])
        }

        /// Puts a message into a queue.
        public static func send(_ message: String, to queue: Queue) -> Target {
            Target(arn: queue.arn, input: Text(message), permissions: [.send(to: queue)])
        }
    }
}

extension Permission {
    /// Puts messages into a queue.
    public static func send(to queue: Queue) -> Permission {
        Permission(
            statements: [
                PolicyStatement(sid: "Send\(queue.id)", actions: ["sqs:SendMessage"], resources: [.init(queue.arn)])
            ], keys: KeyUse.writing(queue.key))
    }

    /// Puts what could not be started into a queue of its own.
    fileprivate static func putAside(in queue: ARN<SQS.Queue>, _ key: Key?) -> Permission {
        Permission(
            statements: [PolicyStatement(sid: "PutAside", actions: ["sqs:SendMessage"], resources: [.init(queue)])],
            keys: KeyUse.writing(key))
    }
}
