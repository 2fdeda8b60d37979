public import CloudFormation

/// What turns loaded rows into reports, run by itself: a container on Fargate, started at a time of day or when files have
/// arrived and no more come, one run at a time, with somebody told of each run that fails.
///
///     Transform(
///         "Transform", .daily(at: "05:30", in: "Europe/Berlin"), .onArrival(in: arrivals, quietFor: 15),
///         running: images.image(of: "dbt"), in: network, alarming: alerts, allow: [.sign(with: transformKey)])
///
/// A state machine stands between what starts a run and the run: it waits its turn, runs the task, and tells (decision 0006).
/// Of the program it wants exit codes: 0 is a run that ended well; 1 or 7 one that failed and was told by the program itself; 6
/// one that did nothing because another, started elsewhere, is at work, and is tried again after five minutes. All else, and
/// a program that never started, is told here.
public struct Transform: AWSResource, Adjustable, Alarming, RunsImage, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    public var adjustments = Adjustments()
    /// The program of a run.
    public let task: FargateTask
    let starts: [Start]
    let key: Key?
    let alarming: Topic
    /// Minutes.
    let timeLimit: Int

    /// What starts a run.
    public enum Start: Hashable, Sendable {
        /// Once a day, on the clock of a time zone.
        case daily(at: TimeOfDay, in: ZoneName)
        /// When messages of a queue were dealt with and none has been for so many minutes, 1 to 60. A partner who never falls
        /// quiet starts nothing this way, so a daily run belongs beside it.
        case onArrival(in: Queue, quietFor: Int)
    }

    /// - Parameters:
    ///   - timeLimit: minutes after which a run is stopped, 1 to 720.
    ///   - environment: settings of the program.
    ///   - allow: what the program may do beside writing its log.
    public init(
        _ id: LogicalID,
        _ start: Start,
        _ more: Start...,
        running image: ContainerImage,
        in network: Network,
        size: FargateSize = .medium,
        encryptedBy key: Key? = nil,
        timeLimit: Int = 60,
        environment: KeyValuePairs<String, any TextConvertible> = [:],
        alarming: Topic,
        allow: [Permission],
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        starts = [start] + more
        self.key = key
        self.timeLimit = timeLimit
        self.alarming = alarming
        declared = SourceLocation(file: file, line: line)
        task = FargateTask(
            id.child("Task"), running: image, in: network, size: size, encryptedBy: key, logRetentionDays: 365,
            command: [], scratch: "/scratch", environment: environment.map { ($0.key, $0.value.text) }, secrets: [],
            allow: allow, declared: declared)
    }

    public var id: String { logicalID.name }

    public var image: ContainerImage { task.image }

    /// The state machine; starting an execution of it is how a run is asked for.
    public var arn: ARN<StepFunctions.StateMachine> { ARN(Text(.attribute(of: id, Reference.refAttribute))) }

    public var parameters: [TemplateParameter] { task.parameters }

    public var faults: [String] {
        var found = task.faults
        if !(1...720).contains(timeLimit) {
            found.append("a run can not be stopped after \(timeLimit) minutes; use 1 to 720")
        }
        let daily = starts.filter { if case .daily = $0 { true } else { false } }.count
        if daily > 1 || starts.count - daily > 1 {
            found.append("it starts twice in one way; state each way once")
        }
        for case .onArrival(_, let minutes) in starts where !(1...60).contains(minutes) {
            found.append("it can not wait for \(minutes) quiet minutes; use 1 to 60")
        }
        for case .daily(let time, let zone) in starts { found += time.faults + zone.faults }
        return found
    }

    /// The state machine's name, known before it is made, since its own role names it.
    var machineName: Text { "\(Pseudo.stackName)-\(id)" }

    private var alarms: [Alarm] {
        let conditions: [(StaticString, String, Text)] = [
            (
                "FailedAlarm", "ExecutionsFailed",
                "A run of \(id) failed; the alert that came with it, or the log of its task, tells why."
            ),
            ("TimedOutAlarm", "ExecutionsTimedOut", "A run of \(id) never got its turn: look at the one that runs."),
        ]
        return conditions.map { suffix, metric, meaning in
            let metric = Metric.custom("AWS/States", metric, dimensions: ["StateMachineArn": arn])
            return Alarm(
                logicalID.child(suffix), .metric(metric, .above, 0, meaning: meaning), alarming: alarming,
                declared: declared)
        }
    }

    public var alarmARNs: [AnyARN] { alarms.flatMap(\.alarmARNs) + startParts.flatMap(\.alarmARNs) }

    public var entries: [TemplateEntry] {
        adjusted(
            task.entries + machineRole.entries + [machine.entry] + alarms.flatMap(\.entries)
                + startParts.flatMap(\.entries))
    }

    /// What each way to start is made of.
    private var startParts: [any Alarming] {
        starts.map { start in
            switch start {
            case .daily(let time, let zone):
                Schedule(
                    logicalID.child("Daily"), .daily(at: time), in: zone, .start(self), encryptedBy: key,
                    alarming: alarming, declared: declared)
            case .onArrival(let queue, let minutes): ArrivalStart(transform: self, queue: queue, quietMinutes: minutes)
            }
        }
    }
}

extension Transform.Start {
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.daily(let one, let here), .daily(let other, let there)): one == other && here == there
        case (.onArrival(let one, let short), .onArrival(let other, let long)): one.id == other.id && short == long
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .daily(let time, let zone):
            hasher.combine(time)
            hasher.combine(zone)
        case .onArrival(let queue, let minutes):
            hasher.combine(queue.id)
            hasher.combine(minutes)
        }
    }
}

extension Schedule.Target {
    /// Asks for a run of a transform.
    public static func start(_ transform: Transform) -> Schedule.Target {
        Schedule.Target(arn: transform.arn, permissions: [.start(transform)])
    }
}

extension Permission {
    /// Asks for a run of a transform.
    public static func start(_ transform: Transform) -> Permission {
        Permission(statements: [
            PolicyStatement(
                sid: "Start\(transform.id)", actions: ["states:StartExecution"], resources: [.init(transform.arn)])
        ])
    }
}
