import CloudAPI
import DataContract

/// Answers an event: works on every object in it, alerts about what is final, and names the messages that shall come again.
struct EventHandler {
    let configuration: Configuration
    let aws: AWSConfiguration
    let snowflake: SnowflakeAccess
    let clock: Clock
    let log: Log

    /// - Returns: a partial batch response, with `batchItemFailures` even when there are none.
    /// - Throws: `InvocationFailure` when the whole event shall come again.
    func handle(_ event: [UInt8], requestID: String, traceID: String?, deadline: Deadline) throws -> [UInt8] {
        let log = log.with([("requestId", .string(requestID)), ("traceId", traceID.map { .string($0) })])
        let decoded: QueueEvent
        do throws(QueueEvent.Problem) {
            decoded = try QueueEvent(event)
        } catch {
            throw InvocationFailure(type: "Ingest.MalformedEvent", message: error.description)
        }
        var failed: [String] = []
        for message in decoded.messages {
            let log = log.with([("messageId", message.id.map { .string($0) })])
            guard let reason = failure(of: message, deadline, log) else { continue }
            guard let id = message.id else { throw InvocationFailure(type: "Ingest.Retry", message: reason) }
            failed.append(id)
            Redelivery(queueURL: configuration.queueURL, aws: aws, log: log).hasten(message, deadline: deadline)
        }
        let answer: JSON = ["batchItemFailures": .array(failed.map { ["itemIdentifier": .string($0)] })]
        return answer.bytes
    }

    /// Nil when the message is done with, otherwise why it shall come again.
    private func failure(of message: QueueEvent.Message, _ deadline: Deadline, _ log: Log) -> String? {
        switch message.body {
        case .nothing(let reason):
            log.info("nothing to do", [("reason", .string(reason))])
            return nil
        case .malformed(let reason):
            log.error("malformed message", [("reason", .string(reason))])
            return reason
        case .arrivals(let arrivals):
            var reasons: [String] = []
            for arrival in arrivals {
                let visit = Visit(
                    handler: self, arrival: arrival, receiveCount: message.receiveCount, deadline: deadline,
                    log: log.with([("bucket", .string(arrival.bucket)), ("key", .string(arrival.key))]))
                if let reason = visit.run() { reasons.append(reason) }
            }
            return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
        }
    }
}

/// The work on one arrival, with everything that is told about it: log lines, metrics, at most one alert.
private struct Visit {
    let handler: EventHandler
    let arrival: Arrival
    let receiveCount: Int
    let deadline: Deadline
    let log: Log

    private var isLastDelivery: Bool { handler.configuration.maximumReceives.map { receiveCount >= $0 } ?? false }

    /// Nil when the object is done with, otherwise why the message shall come again.
    func run() -> String? {
        if deadline.isNear(handler.clock) {
            log.warning("no time left; handed back")
            return "no time was left for \(arrival.key)"
        }
        let ingest = Ingest(
            configuration: handler.configuration, s3: S3Client(handler.aws.until(deadline.work)),
            snowflake: handler.snowflake, clock: handler.clock, deadline: deadline)
        var metrics = Metrics()
        var result = Ingest.Result(completion: .ignored)
        do throws(IngestFailure) {
            try ingest.run(arrival, isRepeated: receiveCount > 1, metrics: &metrics, progress: &result)
            log.info("done", fields(result) + [("outcome", .string(result.completion.rawValue))])
            if result.completion != .ignored { emit(&metrics, result, failure: nil) }
            return nil
        } catch {
            return failed(error, result, &metrics)
        }
    }

    private func failed(_ failure: IngestFailure, _ result: Ingest.Result, _ metrics: inout Metrics) -> String? {
        let details =
            fields(result) + [("reason", .string(failure.reason.rawValue)), ("detail", .string(failure.message))]
        if failure.isTransient {
            log.warning("will be tried again", details + [("receiveCount", .integer(receiveCount))])
        } else {
            log.error("refused", details)
        }
        var isTold = true
        if !failure.isTransient || isLastDelivery { isTold = alert(failure, result) }
        emit(&metrics, result, failure: failure, alertFailed: !isTold)
        return failure.isTransient || !isTold ? failure.message : nil
    }

    /// Whether the alert was taken by the topic. It may use the time that is kept for it.
    private func alert(_ failure: IngestFailure, _ result: Ingest.Result) -> Bool {
        let alert = Alert(
            bucket: arrival.bucket, key: arrival.key, dataset: result.file?.dataset.name,
            batchDate: result.file?.batchDate, object: result.object, failure: failure,
            attempts: failure.isTransient ? receiveCount : nil)
        do {
            let id = try SNSClient(handler.aws.until(deadline.end)).publish(
                topicARN: handler.configuration.alertTopicARN, subject: alert.subject, message: alert.body,
                attributes: alert.attributes)
            log.info("alert published", [("alertId", .string(id)), ("reason", .string(failure.reason.rawValue))])
            return true
        } catch {
            log.error(
                "alert not published", [("error", .string("\(error)")), ("alert", alert.json(showingValues: false))])
            return false
        }
    }

    private func fields(_ result: Ingest.Result) -> [(String, JSON?)] {
        [
            ("dataset", result.file.map { .string($0.dataset.name) }),
            ("eTag", result.object.map { .string($0.bareETag) }),
            ("versionId", result.object?.versionID.map { .string($0) }),
            ("rows", result.report.map { .integer($0.dataRows) }),
            ("breaches", result.report.map { .integer($0.totalBreaches) }),
            ("historyKey", result.historyKey.map { .string($0) }),
        ]
    }

    private func emit(
        _ metrics: inout Metrics, _ result: Ingest.Result, failure: IngestFailure?, alertFailed: Bool = false
    ) {
        let isLoaded = result.completion == .loaded && failure == nil
        metrics.add("FilesLoaded", isLoaded ? 1 : 0)
        metrics.add("FilesRefused", failure?.isTransient == false ? 1 : 0)
        metrics.add("FilesRetried", failure?.isTransient == true ? 1 : 0)
        metrics.add("RowsLoaded", isLoaded ? result.report?.dataRows ?? 0 : 0)
        metrics.add("Breaches", result.report?.totalBreaches ?? 0)
        metrics.add("Bytes", result.object?.size ?? 0, .bytes)
        if alertFailed { metrics.add("AlertFailed", 1) }
        let outcome = failure?.reason.rawValue ?? result.completion.rawValue
        log.raw(
            metrics.line(
                dataset: result.file?.dataset.name ?? "unknown", at: handler.clock.now(),
                [("outcome", .string(outcome)), ("key", .string(arrival.key))]))
    }
}
