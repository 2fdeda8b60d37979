import CloudFormation

/// Messages that are not lost, not handled twice for want of time, and not handled by nobody.
enum QueueRules {
    static let all = [deadLetters, visibility, partialBatch, concurrency, deadLetterAlarm]

    /// Each mapping between a queue and a function of the template.
    private static func mappings(
        _ subject: PolicySubject
    ) -> [(mapping: SubjectResource, queue: SubjectResource?, function: SubjectResource?)] {
        subject.resources(of: "AWS::Lambda::EventSourceMapping").map { mapping in
            let source = subject.target(of: mapping["EventSourceArn"])
            return (
                mapping, source?.type == "AWS::SQS::Queue" ? source : nil, subject.target(of: mapping["FunctionName"])
            )
        }
    }

    static let deadLetters = Rule(
        "SL-SQS-001", "A message that always fails is tried until it expires, and then it is gone.",
        fix: "Set RedrivePolicy with a dead-letter queue."
    ) { subject in
        mappings(subject).compactMap { $0.queue }.filter { $0["RedrivePolicy"] == nil }.map {
            Breach($0, "a function consumes it, and it has no dead-letter queue")
        }
    }

    static let visibility = Rule(
        "SL-SQS-002", "A message that shows up again while it is worked on is handled twice.",
        fix: "Set VisibilityTimeout to six times the function's Timeout at least."
    ) { subject in
        mappings(subject).compactMap { _, queue, function in
            guard let queue, let function else { return nil }
            if let value = queue["VisibilityTimeout"], value.number == nil { return nil }
            if let value = function["Timeout"], value.number == nil { return nil }
            let visible = queue["VisibilityTimeout"]?.number ?? 30
            let timeout = function["Timeout"]?.number ?? 3
            guard visible < 6 * timeout else { return nil }
            return Breach(
                queue, "hidden for \(visible) s, and \(function.id) may take \(timeout) s: \(6 * timeout) s are due")
        }
    }

    static let partialBatch = Rule(
        "SL-SQS-003", "One bad message brings the whole batch back.",
        fix: "Set FunctionResponseTypes to ReportBatchItemFailures, or BatchSize to 1."
    ) { subject in
        mappings(subject).compactMap { mapping, queue, _ in
            guard queue != nil, mapping["BatchSize"]?.number != 1 else { return nil }
            let types = mapping["FunctionResponseTypes"]?.items.compactMap(\.literal) ?? []
            return types.contains("ReportBatchItemFailures")
                ? nil : Breach(mapping, "failures are not told message by message")
        }
    }

    static let concurrency = Rule(
        "SL-LAM-003",
        "More consumers than the function may run are throttled, and throttled messages become dead letters.",
        fix: "Keep MaximumConcurrency at or below ReservedConcurrentExecutions."
    ) { subject in
        mappings(subject).compactMap { mapping, _, function in
            guard let function, let reserved = function["ReservedConcurrentExecutions"]?.number else { return nil }
            if reserved == 0 { return Breach(function, "no execution is reserved, so it never runs") }
            guard let most = mapping.at("ScalingConfig", "MaximumConcurrency")?.number, most > reserved else {
                return nil
            }
            return Breach(mapping, "\(most) at once, and \(function.id) may run \(reserved)")
        }
    }

    static let deadLetterAlarm = Rule(
        "SL-ALM-001", "Dead letters nobody hears of are lost data.",
        fix: "Add an alarm on ApproximateNumberOfMessagesVisible of the dead-letter queue."
    ) { subject in
        let letters = subject.resources(of: "AWS::SQS::Queue").compactMap { queue -> SubjectResource? in
            subject.target(of: queue.at("RedrivePolicy", "deadLetterTargetArn"))
        }
        let watched = Set(
            subject.resources(of: "AWS::CloudWatch::Alarm").flatMap { alarm in
                (alarm["Dimensions"]?.items ?? []).compactMap { subject.target(of: $0["Value"])?.id }
            })
        return letters.filter { !watched.contains($0.id) }.map { Breach($0, "no alarm watches these dead letters") }
    }
}
