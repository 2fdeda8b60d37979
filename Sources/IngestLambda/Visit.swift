import CloudAPI
import DataContract

/// The work on one arrival, with everything that is told about it: log lines, metrics, at most one alert.
struct Visit {
    let handler: EventHandler
    let arrival: Arrival
    /// Names this delivery among all.
    let delivery: String
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
        var untold: String?
        if !failure.isTransient || isLastDelivery { untold = alert(failure, result) }
        emit(&metrics, result, failure: failure, alertFailed: untold != nil)
        return failure.isTransient ? failure.message : untold
    }

    /// Nil when the alert has been told, by whomever; otherwise why it has not.
    private func alert(_ failure: IngestFailure, _ result: Ingest.Result) -> String? {
        let alert = Alert(
            bucket: arrival.bucket, key: arrival.key, dataset: result.file?.dataset.name,
            batchDate: result.file?.batchDate, version: FileVersion(arrival, result.object), object: result.object,
            failure: failure, attempts: failure.isTransient ? receiveCount : nil)
        return AlertDelivery(handler: handler, delivery: delivery, deadline: deadline, log: log)
            .tell(alert, isLastDelivery: isLastDelivery)
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
