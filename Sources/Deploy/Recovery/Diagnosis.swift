import CloudAPI
import InfraDSL

/// Why the latest attempt to change a stack failed: the first real cause on top, with the line of Swift that asked for it.
struct Diagnosis: Sendable {
    let stack: String
    let status: String
    let attempt: StackAttempt?
    /// Where each resource was declared, by its logical id.
    let declared: [String: String]

    init(stack: String, status: String, events: [CloudFormationClient.StackEvent], declared: [String: String]) {
        self.stack = stack
        self.status = status
        self.declared = declared
        attempt = StackAttempt(events, of: stack)
    }

    private var cause: CloudFormationClient.StackEvent? { attempt?.failures.first }

    private func place(_ id: String) -> String { declared[id].map { " (\($0))" } ?? "" }

    /// For the end of a command that watched it.
    func failure(code: ExitStatus) -> Failure {
        guard let cause else {
            return Failure(
                "\(stack) ended \(status).", advice: "Its events tell no cause; its own page in the console may.",
                code: code)
        }
        let fix = Remedy.advice(for: cause.reason ?? "", type: cause.resourceType)
        return Failure(
            "\(stack) ended \(status). The cause: \(cause.logicalResourceID)\(place(cause.logicalResourceID)), "
                + "\(cause.resourceType): \(cause.reason ?? "no reason given")\(consequences)",
            advice: fix ?? "Correct it and run the same command again.", code: code)
    }

    private var consequences: String {
        guard let attempt else { return "" }
        var parts: [String] = []
        let others = attempt.failures.count - 1
        if others > 0 { parts.append("\(others) more failed after it") }
        if attempt.cancelled > 0 { parts.append("\(attempt.cancelled) were cancelled because of it") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    /// The whole story, for `diagnose`.
    var lines: [String] {
        guard let attempt else { return ["\(stack): nothing was ever tried; it is \(status)."] }
        var lines = ["\(stack): \(attempt.operation) begun \(attempt.began); the stack is \(status) now."]
        for (index, event) in attempt.failures.enumerated() {
            lines.append(
                "  \(index == 0 ? "cause " : "also  ")  \(event.logicalResourceID)  \(event.resourceType)  \(event.status)  "
                    + event.timestamp)
            if let place = declared[event.logicalResourceID] { lines.append("          declared at \(place)") }
            lines.append("          \(event.reason ?? "no reason given")")
            if index == 0, let fix = Remedy.advice(for: event.reason ?? "", type: event.resourceType) {
                lines.append("  fix     \(fix)")
            }
        }
        if attempt.cancelled > 0 { lines.append("  then    \(attempt.cancelled) more were cancelled because of it") }
        if attempt.failures.isEmpty { lines.append("  no resource failed") }
        return lines
    }

    var json: JSON {
        .object(compacting: [
            ("stack", .string(stack)), ("status", .string(status)),
            ("operation", attempt.map { .string($0.operation) }),
            ("began", attempt.map { .string($0.began) }), ("cancelled", attempt.map { .integer($0.cancelled) }),
            (
                "failures",
                .array(
                    (attempt?.failures ?? []).map { event in
                        .object(compacting: [
                            ("id", .string(event.logicalResourceID)), ("resource_type", .string(event.resourceType)),
                            ("status", .string(event.status)), ("time", .string(event.timestamp)),
                            ("reason", event.reason.map { .string($0) }),
                            ("declared", declared[event.logicalResourceID].map { .string($0) }),
                            (
                                "advice",
                                Remedy.advice(for: event.reason ?? "", type: event.resourceType).map { .string($0) }
                            ),
                        ])
                    })
            ),
        ])
    }
}

extension Assembly {
    /// Where each resource of the template was declared, by its logical id.
    var declaredPlaces: [String: String] {
        Dictionary(template.entries.map { ($0.logicalID.name, "\($0.declared)") }) { first, _ in first }
    }
}
