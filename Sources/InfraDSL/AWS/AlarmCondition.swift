public import CloudFormation

extension Alarm {
    /// When an alarm goes off: a metric, a limit, and for how long.
    public struct Condition: Hashable, Sendable {
        public let metric: Metric
        let comparison: Comparison
        let threshold: Double
        let duration: Window
        let missing: MissingData
        /// For the one who is woken by it.
        let meaning: Text

        /// How the metric stands to the limit when something is wrong.
        public enum Comparison: Hashable, Sendable {
            case above
            case atLeast
            case below
            case atMost
        }

        /// What it means that no number came.
        public enum MissingData: Hashable, Sendable {
            /// Nothing happened, and that is fine.
            case fine
            /// Something should have happened.
            case alarming
            /// The alarm stays as it is.
            case ignored
        }

        /// How long the metric is looked at: some of the last periods must be beyond the limit.
        public struct Window: Hashable, Sendable {
            /// Seconds: 10, 20, 30 or whole minutes.
            let period: Int
            let periods: Int
            /// How many of the periods must be beyond the limit.
            let breaching: Int

            /// One period of so many minutes.
            public static func minutes(_ minutes: Int) -> Window {
                Window(period: 60 * minutes, periods: 1, breaching: 1)
            }

            /// Some of the last periods of so many seconds each.
            public static func periods(_ breaching: Int, of periods: Int, seconds: Int) -> Window {
                Window(period: seconds, periods: periods, breaching: breaching)
            }
        }

        /// Any metric against any limit.
        ///
        /// - Parameter meaning: what is wrong then and what to look at, for the one who reads the alert.
        public static func metric(
            _ metric: Metric,
            _ comparison: Comparison,
            _ threshold: Double,
            for duration: Window = .minutes(5),
            whenMissing missing: MissingData = .fine,
            meaning: Text
        ) -> Condition {
            Condition(
                metric: metric, comparison: comparison, threshold: threshold, duration: duration, missing: missing,
                meaning: meaning)
        }
    }
}

extension Alarm.Condition {
    /// A function failed more than `limit` times in five minutes.
    public static func errors(of function: Function, exceed limit: Int = 0) -> Self {
        .metric(
            .errors(of: function), .above, Double(limit),
            meaning: "\(function.id) failed more than \(limit) times in five minutes; its log tells why.")
    }

    /// A function was not started for want of free executions.
    public static func throttles(of function: Function, exceed limit: Int = 0) -> Self {
        .metric(
            .throttles(of: function), .above, Double(limit),
            meaning: "\(function.id) was turned away: it, or the account, runs as often as it may.")
    }

    /// A function came near the end of its time, which the next larger piece of work will exceed.
    ///
    /// - Parameter share: of the function's timeout, above 0 and below 1.
    public static func duration(of function: Function, exceeds share: Double = 0.8) -> Self {
        let limit = (Double(function.timeout) * 1000 * share).rounded()
        return .metric(
            .duration(of: function), .above, limit,
            meaning: "\(function.id) took more than \(Int(limit)) ms of the \(function.timeout) s it may take.")
    }

    /// A message failed as often as its queue allows.
    public static func deadLetters(of queue: Queue) -> Self {
        .metric(
            .deadLetters(of: queue), .above, 0, for: .minutes(1),
            meaning: "A message of \(queue.id) failed \(queue.maxReceives) times and lies in the dead-letter queue.")
    }

    /// Messages wait longer than so many seconds: nobody works, or not fast enough.
    public static func age(of queue: Queue, exceeds seconds: Int) -> Self {
        .metric(
            .age(of: queue), .above, Double(seconds), for: .periods(3, of: 3, seconds: 60),
            meaning: "A message of \(queue.id) has waited for more than \(seconds) s.")
    }

    /// More messages wait than a number that is normal.
    public static func backlog(of queue: Queue, exceeds messages: Int) -> Self {
        .metric(
            .backlog(of: queue), .above, Double(messages),
            meaning: "More than \(messages) messages of \(queue.id) wait.")
    }

    /// Nothing came for so many hours, where something always does.
    ///
    /// - Parameter hours: 1 to 168, what CloudWatch looks back on in periods of an hour.
    public static func silence(of queue: Queue, hours: Int) -> Self {
        .metric(
            .arrivals(of: queue), .below, 1, for: .periods(hours, of: hours, seconds: 3600), whenMissing: .alarming,
            meaning: "Nothing arrived in \(queue.id) for \(hours) hours.")
    }

    /// A topic could not hand a message on.
    public static func undelivered(by topic: Topic) -> Self {
        .metric(.undelivered(by: topic), .above, 0, meaning: "\(topic.id) could not deliver a message.")
    }
}

extension Alarm.Condition {
    /// Limits of PutMetricAlarm (CloudWatch API reference).
    var faults: [String] {
        var found = metric.faults
        let (period, periods) = (duration.period, duration.periods)
        if ![10, 20, 30].contains(period) && (period <= 0 || period % 60 != 0) {
            found.append("a period of \(period) s is not taken; use 10, 20, 30 or whole minutes")
        }
        if [10, 20, 30].contains(period), metric.namespace.hasPrefix("AWS/") {
            found.append("\(metric.namespace) publishes once a minute at most; a period of \(period) s finds nothing")
        }
        if periods < 1 || !(1...max(periods, 1)).contains(duration.breaching) {
            found.append("\(duration.breaching) of \(periods) periods can not be beyond the limit")
        }
        let longest = period >= 3600 ? 604_800 : 86_400
        if periods >= 1, period > 0, period * periods > longest {
            found.append("it looks back \(period * periods) s; at most \(longest) s are taken with this period")
        }
        if let text = meaning.known, text.isEmpty || text.utf8.count > 1024 {
            found.append("its meaning takes \(text.utf8.count) characters; say it in 1 to 1024")
        }
        return found
    }
}
