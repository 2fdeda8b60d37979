import CloudAPI

/// Lets a message that failed come again soon. Left alone it would stay hidden for the queue's visibility timeout, which has to
/// be six times the function's own, while most causes pass in seconds.
struct Redelivery: Sendable {
    let queueURL: String?
    let aws: AWSConfiguration
    let log: Log

    /// Seconds until the next delivery: doubled each time, ten minutes at most.
    static func delay(afterReceive count: Int) -> Int {
        min(15 << min(max(count, 1) - 1, 6), 600)
    }

    /// A failure here is told and no more: the message comes again in any case, only later.
    func hasten(_ message: QueueEvent.Message, deadline: Deadline) {
        guard let queueURL, let receipt = message.receiptHandle, !deadline.isNear(aws.clock) else { return }
        do {
            try SQSClient(aws.until(deadline.end)).changeVisibility(
                queueURL: queueURL, receipt: receipt, seconds: Self.delay(afterReceive: message.receiveCount))
        } catch {
            log.warning("the next delivery can not be brought forward", [("error", .string("\(error)"))])
        }
    }
}
