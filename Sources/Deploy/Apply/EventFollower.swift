import CloudAPI

/// The events of one operation as they come, each told once.
struct EventFollower {
    private let stack: String
    private let usual: UsualTimes
    /// The newest event so far; where the next reading stops.
    private(set) var last: String?
    /// Newest first.
    private(set) var seen: [StackWatch.Event] = []
    /// When each resource's operation began, by its logical id.
    private var began: [String: Timestamp] = [:]
    /// The operation shows: in an event of the stack itself, or in the state.
    var hasBegun = false
    /// CloudFormation could not be read the last time.
    var isTroubled = false

    init(stack: String, history: [StackWatch.Event]) {
        self.stack = stack
        usual = UsualTimes(history)
        last = history.first?.id
    }

    /// What failed by itself, oldest first.
    var failures: [StackWatch.Event] { seen.reversed().filter { StackAttempt.isCause($0, of: stack) } }

    /// - Parameter events: newest first.
    mutating func take(_ events: [StackWatch.Event]) {
        isTroubled = false
        last = events.first?.id ?? last
        seen = events + seen
        for event in events.reversed() { tell(event) }
    }

    private mutating func tell(_ event: StackWatch.Event) {
        let id = event.logicalResourceID
        if id == stack, event.status != "REVIEW_IN_PROGRESS" { hasBegun = true }
        let moment = Timestamp(iso8601: event.timestamp)
        let expected = usual.milliseconds(event.status, id)
        var took: Int?
        if event.status.hasSuffix("_IN_PROGRESS") {
            if began[id] == nil { began[id] = moment }
            if id != stack {
                Progress.begin(
                    "\(stack) \(id)", cloud: "aws", id,
                    "\(UsualTimes.verb(event.status)?.lowercased() ?? event.status)  \(event.resourceType)",
                    usual: expected)
            }
        } else {
            if let start = began.removeValue(forKey: id), let moment { took = max(0, (moment - start).milliseconds) }
            Progress.end("\(stack) \(id)")
        }
        if Console.givesEvents {
            Console.event(
                .resource(
                    stack: stack, id: id, type: event.resourceType, status: event.status, reason: event.reason,
                    took: took,
                    usual: expected))
        } else if !Console.showsBlocks || took != nil || !event.status.hasSuffix("_IN_PROGRESS") {
            // In a terminal the block shows what is under way.
            let time = took.map { $0 >= 1000 ? "  \(LiveBlock.clock($0))" : "" } ?? ""
            let reason = event.status.hasSuffix("_FAILED") ? "  \(event.reason ?? "")" : ""
            Console.step("aws  \(event.status)  \(id)  \(event.resourceType)\(time)\(reason)")
        }
    }

    /// Until the next look: short at first, for what is quick; long where CloudFormation has asked for patience.
    func pause(after elapsed: Duration) -> Duration {
        if isTroubled { return .seconds(10) }
        return elapsed < .seconds(2) ? .milliseconds(200) : elapsed < .seconds(20) ? .seconds(1) : .seconds(2)
    }
}
