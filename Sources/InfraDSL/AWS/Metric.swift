public import CloudFormation

/// A series of numbers that CloudWatch keeps, named by what it tells about a resource.
public struct Metric: Hashable, Sendable {
    public let namespace: String
    public let name: String
    public let dimensions: [Dimension]
    public let statistic: Statistic

    /// What the series is of, such as `FunctionName`.
    public struct Dimension: Hashable, Sendable {
        public let name: String
        public let value: Text

        public init(_ name: String, _ value: Text) {
            self.name = name
            self.value = value
        }
    }

    /// How the numbers of one period become one.
    public enum Statistic: Hashable, Sendable {
        case sum
        case average
        case minimum
        case maximum
        case sampleCount
        /// Above 0, at most 100.
        case percentile(Double)
    }

    /// A metric of a program's own, or of a service that has no name here.
    ///
    /// - Parameters:
    ///   - namespace: such as `Snowline/Ingest`; those of AWS begin with `AWS/`.
    ///   - dimensions: exactly those it is published with; CloudWatch finds nothing under a part of them.
    public static func custom(
        _ namespace: String,
        _ name: String,
        dimensions: KeyValuePairs<String, any TextConvertible> = [:],
        statistic: Statistic = .sum
    ) -> Metric {
        Metric(
            namespace: namespace, name: name, dimensions: dimensions.map { Dimension($0.key, $0.value.text) },
            statistic: statistic)
    }

    /// The same series, counted another way.
    public func by(_ statistic: Statistic) -> Metric {
        Metric(namespace: namespace, name: name, dimensions: dimensions, statistic: statistic)
    }
}

extension Metric {
    private static func of(_ function: Function, _ name: String, _ statistic: Statistic = .sum) -> Metric {
        custom("AWS/Lambda", name, dimensions: ["FunctionName": function.functionName], statistic: statistic)
    }

    /// How often a function was called.
    public static func invocations(of function: Function) -> Metric { of(function, "Invocations") }

    /// Calls of a function that ended in an error or in no answer.
    public static func errors(of function: Function) -> Metric { of(function, "Errors") }

    /// Calls of a function that were turned away because too many ran.
    public static func throttles(of function: Function) -> Metric { of(function, "Throttles") }

    /// The longest call of a function; milliseconds.
    public static func duration(of function: Function) -> Metric { of(function, "Duration", .maximum) }

    /// How many calls of a function run at once.
    public static func concurrency(of function: Function) -> Metric { of(function, "ConcurrentExecutions", .maximum) }

    private static func of(_ name: Name<SQS.Queue>, _ metric: String, _ statistic: Statistic) -> Metric {
        custom("AWS/SQS", metric, dimensions: ["QueueName": name], statistic: statistic)
    }

    /// How long the oldest message of a queue has waited; seconds.
    public static func age(of queue: Queue) -> Metric { of(queue.name, "ApproximateAgeOfOldestMessage", .maximum) }

    /// Messages of a queue that wait for somebody.
    public static func backlog(of queue: Queue) -> Metric {
        of(queue.name, "ApproximateNumberOfMessagesVisible", .maximum)
    }

    /// Messages that were put into a queue.
    public static func arrivals(of queue: Queue) -> Metric { of(queue.name, "NumberOfMessagesSent", .sum) }

    /// Messages of a queue that were dealt with.
    public static func departures(of queue: Queue) -> Metric { of(queue.name, "NumberOfMessagesDeleted", .sum) }

    /// Messages of a queue that failed too often and lie in its dead-letter queue.
    public static func deadLetters(of queue: Queue) -> Metric {
        of(queue.deadLettersName, "ApproximateNumberOfMessagesVisible", .maximum)
    }

    /// Messages a topic was given.
    public static func published(to topic: Topic) -> Metric {
        custom("AWS/SNS", "NumberOfMessagesPublished", dimensions: ["TopicName": topic.name])
    }

    /// Messages a topic could not hand on.
    public static func undelivered(by topic: Topic) -> Metric {
        custom("AWS/SNS", "NumberOfNotificationsFailed", dimensions: ["TopicName": topic.name])
    }
}

extension Metric.Statistic {
    /// As alarms and dashboards spell it.
    var word: String {
        switch self {
        case .sum: "Sum"
        case .average: "Average"
        case .minimum: "Minimum"
        case .maximum: "Maximum"
        case .sampleCount: "SampleCount"
        case .percentile(let share): "p" + (Int(exactly: share).map { "\($0)" } ?? "\(share)")
        }
    }
}

extension Metric {
    /// What CloudWatch would refuse (PutMetricAlarm, PutMetricData).
    var faults: [String] {
        var found: [String] = []
        if namespace.isEmpty || namespace.utf8.count > 255 || namespace.hasPrefix(":") {
            found.append("\"\(namespace.prefix(60))\" is no namespace of metrics; use 1 to 255 characters")
        }
        if name.isEmpty || name.utf8.count > 255 {
            found.append("\"\(name.prefix(60))\" is no name of a metric; use 1 to 255 characters")
        }
        if dimensions.count > 30 { found.append("\(name) has \(dimensions.count) dimensions, at most 30 are taken") }
        if Set(dimensions.map(\.name)).count < dimensions.count {
            found.append("\(name) has two dimensions of one name")
        }
        if case .percentile(let share) = statistic, !(share > 0 && share <= 100) {
            found.append("p\(share) is no percentile; use one above 0, up to 100")
        }
        return found
    }
}
