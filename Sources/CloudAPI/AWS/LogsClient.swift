/// One line of a log, as CloudWatch keeps it.
package struct LogEvent: Sendable, Hashable {
    /// Tells two equal lines of one moment apart.
    package var id: String
    package var moment: Timestamp
    package var message: String
    package var stream: String
}

/// Amazon CloudWatch Logs, for reading.
package struct LogsClient: Sendable {
    private let client: AWSClient

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .logs)
    }

    /// The lines of a group in the order of time, all pages; empty if there is no such group.
    ///
    /// - Parameter pattern: in CloudWatch's filter syntax.
    package func filterLogEvents(
        group: String,
        since: Timestamp? = nil,
        pattern: String? = nil,
        limit: Int = 10_000
    ) throws -> [LogEvent] {
        var events: [LogEvent] = []
        var token: String?
        repeat {
            let input: JSON = .object(compacting: [
                ("logGroupName", .string(group)),
                ("startTime", since.map { .integer($0.seconds * 1000 + $0.nanoseconds / 1_000_000) }),
                ("filterPattern", pattern.map { .string($0) }),
                ("nextToken", token.map { .string($0) }),
            ])
            let answer: JSON
            do {
                answer = try client.json("FilterLogEvents", target: "Logs_20140328", input)
            } catch let error as CloudError where error.code == "ResourceNotFoundException" {
                return []
            }
            events += (answer["events"]?.elements ?? []).map {
                let milliseconds = $0["timestamp"]?.int ?? 0
                return LogEvent(
                    id: $0["eventId"]?.string ?? "",
                    moment: Timestamp(seconds: milliseconds / 1000, nanoseconds: milliseconds % 1000 * 1_000_000),
                    message: $0["message"]?.string ?? "",
                    stream: $0["logStreamName"]?.string ?? ""
                )
            }
            let next = answer["nextToken"]?.string
            token = next == token ? nil : next
        } while token != nil && events.count < limit
        return Array(events.prefix(limit))
    }
}
