import CloudAPI

/// Brings an alert to the topic, once for each failure of each version of a file.
///
/// Where that can not be had (the record of alerts may not be written), the alert is told all the same: better twice than never.
struct AlertDelivery {
    let handler: EventHandler
    let delivery: String
    let deadline: Deadline
    let log: Log

    /// How long another delivery that is about to tell is waited for, before the message is handed back.
    private static let patience = Duration.seconds(3)

    /// Nil when the alert has been told, by this delivery or another; otherwise why it has not.
    func tell(_ alert: Alert, isLastDelivery: Bool) -> String? {
        let ledger = ledger(of: alert)
        let begin = handler.clock.monotonic()
        var wait = Duration.milliseconds(100)
        while true {
            do {
                // A process does not outlive its invocation; a second is for clocks that differ.
                let lease = max(deadline.end - handler.clock.monotonic(), .zero) + .seconds(1)
                switch try ledger.claim(for: lease) {
                case .ours(let claim): return publish(alert, ledger, claim)
                case .told:
                    log.info("alert told before", fields(alert))
                    return nil
                case .elsewhere: break
                }
            } catch {
                log.warning("the record of alerts can not be kept", [("error", .string("\(error)"))])
                guard isLastDelivery || !IngestFailure(error).isTransient else {
                    return "no record of alerts: \(error)"
                }
                return publish(alert, ledger, nil)
            }
            guard handler.clock.monotonic() - begin < Self.patience, !deadline.isNear(handler.clock) else {
                return "another delivery is telling of \(alert.key)"
            }
            handler.clock.sleep(wait)
            wait = wait * 2
        }
    }

    private func ledger(of alert: Alert) -> AlertLedger {
        let configuration = handler.configuration
        return AlertLedger(
            s3: S3Client(handler.aws.until(deadline.end)), bucket: configuration.bucket,
            key: "\(configuration.historyPrefix)_alerts/\(alert.id).json", clock: handler.clock,
            owner: "\(delivery)/\(RequestID.random())",
            about: [
                ("bucket", .string(alert.bucket)), ("key", .string(alert.key)),
                ("eTag", .string(alert.version.eTag)), ("versionId", .string(alert.version.versionID)),
                ("reason", .string(alert.failure.reason.rawValue)),
            ])
    }

    /// It may use the time that is kept for it.
    private func publish(_ alert: Alert, _ ledger: AlertLedger, _ claim: AlertLedger.Claim?) -> String? {
        let messageID: String
        do {
            messageID = try SNSClient(handler.aws.until(deadline.end)).publish(
                topicARN: handler.configuration.alertTopicARN, subject: alert.subject, message: alert.body,
                attributes: alert.attributes)
        } catch {
            log.error(
                "alert not published", [("error", .string("\(error)")), ("alert", alert.json(showingValues: false))])
            if let claim { ledger.release(claim) }
            return "the alert about \(alert.key) could not be published"
        }
        log.info("alert published", fields(alert) + [("messageId", .string(messageID))])
        do {
            if let claim { try ledger.tell(claim, messageID: messageID) }
        } catch {
            log.warning("the alert is told but not recorded", fields(alert) + [("error", .string("\(error)"))])
        }
        return nil
    }

    private func fields(_ alert: Alert) -> [(String, JSON?)] {
        [("alertId", .string(alert.id.description)), ("reason", .string(alert.failure.reason.rawValue))]
    }
}
