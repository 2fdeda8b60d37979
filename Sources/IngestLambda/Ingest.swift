import CloudAPI
import DataContract

/// The business: an object that arrived is validated, loaded into RAW and moved to the history.
///
/// Events come more than once and in any order, and the process may die between any two steps. So every step acts on the object
/// as it is now, for exactly one version of it, and finds out what an earlier attempt has done.
struct Ingest {
    enum Completion: String, Sendable {
        /// In RAW and in the history.
        case loaded
        /// An earlier attempt had loaded it; now it is in the history as well.
        case loadedBefore = "loaded_before"
        /// The inbox does not hold the object any more: moved by an earlier attempt, or taken away.
        case gone
        /// The object was replaced while it was worked on; the event of the newer one takes care of it.
        case superseded
        /// Not for the function: outside the inbox, or a folder.
        case ignored
    }

    struct Result: Sendable {
        var completion: Completion
        var file: BatchFile?
        var object: StoredObject?
        var report: ValidationReport?
        var historyKey: String?
    }

    let configuration: Configuration
    let s3: S3Client
    let snowflake: SnowflakeAccess
    let clock: Clock
    let deadline: Deadline

    /// Works on one object. `progress` is kept up to date, so that an alert can tell how far it came.
    /// - Parameter isRepeated: the event has been delivered before.
    /// - Throws: `IngestFailure`, whether final or worth another attempt.
    func run(_ arrival: Arrival, isRepeated: Bool, metrics: inout Metrics, progress: inout Result) throws(IngestFailure)
    {
        do {
            progress.completion = try work(arrival, isRepeated, &metrics, &progress)
        } catch {
            throw IngestFailure(error)
        }
    }

    private func work(_ arrival: Arrival, _ isRepeated: Bool, _ metrics: inout Metrics, _ progress: inout Result) throws
        -> Completion
    {
        guard arrival.key.utf8.starts(with: configuration.inboxPrefix.utf8), arrival.key.utf8.last != UInt8(ascii: "/")
        else { return .ignored }
        guard arrival.bucket == configuration.bucket else {
            throw IngestFailure(
                .wrongBucket,
                "the event names the bucket \(arrival.bucket); the function is for \(configuration.bucket)")
        }
        guard let head = try head(of: arrival) else { return .gone }
        let object = StoredObject(bucket: arrival.bucket, key: arrival.key, head)
        progress.object = object
        let file = try name(arrival.key)
        progress.file = file
        do {
            try load(file, object, isRepeated, &metrics, &progress)
        } catch let error as CloudError where error.status == 412 || error.status == 404 {
            return .superseded
        } catch {
            // The statement may have met another version of the object, or none; then its verdict says nothing.
            if try isReplaced(object, after: error) { return .superseded }
            throw error
        }
        let isBefore = progress.completion == .loadedBefore
        let move = Move(s3: s3, configuration: configuration)
        switch try clock.measure("MoveTime", &metrics, { try move.run(file, object) }) {
        case .moved(let key):
            progress.historyKey = key
            return isBefore ? .loadedBefore : .loaded
        case .replaced: return .superseded
        }
    }

    /// Of a name that the contract does not know, it is no use to say that the object could not be looked at.
    private func head(of arrival: Arrival) throws -> ObjectHead? {
        do {
            return try s3.head(bucket: arrival.bucket, key: arrival.key)
        } catch let error as CloudError where error.status == 403 {
            _ = try name(arrival.key)
            throw error
        }
    }

    private func name(_ key: String) throws -> BatchFile {
        do throws(FileNameProblem) {
            return try BatchFile(key: key, among: configuration.datasets)
        } catch {
            throw IngestFailure(.badName, error.reason, [("rule", .string(error.code.rawValue))])
        }
    }

    private func load(
        _ file: BatchFile, _ object: StoredObject, _ isRepeated: Bool, _ metrics: inout Metrics,
        _ progress: inout Result
    ) throws {
        let validation = ObjectValidation(s3: s3)
        let report = try clock.measure("ValidateTime", &metrics) { try validation.run(object, as: file.dataset) }
        progress.report = report
        if case .rejected(let reason) = report.verdict {
            var failure = IngestFailure(.contractBreach, reason)
            failure.report = report
            throw failure
        }
        let load = Load(snowflake: snowflake, configuration: configuration, clock: clock, deadline: deadline)
        let outcome = try clock.measure("LoadTime", &metrics) {
            try load.run(file, object, report, isRepeated: isRepeated)
        }
        progress.completion = outcome == .loaded ? .loaded : .loadedBefore
    }

    /// Whether the object is gone or another by now. Only asked after final errors that a replaced object may explain.
    private func isReplaced(_ object: StoredObject, after error: any Error) throws -> Bool {
        let failure = IngestFailure(error)
        guard [.statementRefused, .loadFailed, .rowCountMismatch, .notFoundInStage].contains(failure.reason) else {
            return false
        }
        return try s3.head(bucket: object.bucket, key: object.key)?.eTag != object.eTag
    }
}

extension Clock {
    /// Runs a stage and adds the time that it took.
    func measure<Value>(_ stage: String, _ metrics: inout Metrics, _ body: () throws -> Value) rethrows -> Value {
        let start = monotonic()
        defer { metrics.add(stage, monotonic() - start) }
        return try body()
    }
}
