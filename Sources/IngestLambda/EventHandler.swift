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
            let delivery = "\(requestID)/\(message.id ?? "direct")"
            guard let reason = failure(of: message, delivery, deadline, log) else { continue }
            guard let id = message.id else { throw InvocationFailure(type: "Ingest.Retry", message: reason) }
            failed.append(id)
            Redelivery(queueURL: configuration.queueURL, aws: aws, log: log).hasten(message, deadline: deadline)
        }
        let answer: JSON = ["batchItemFailures": .array(failed.map { ["itemIdentifier": .string($0)] })]
        return answer.bytes
    }

    /// Nil when the message is done with, otherwise why it shall come again.
    private func failure(of message: QueueEvent.Message, _ delivery: String, _ deadline: Deadline, _ log: Log)
        -> String?
    {
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
                    handler: self, arrival: arrival, delivery: delivery, receiveCount: message.receiveCount,
                    deadline: deadline,
                    log: log.with([("bucket", .string(arrival.bucket)), ("key", .string(arrival.key))]))
                if let reason = visit.run() { reasons.append(reason) }
            }
            return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
        }
    }
}
