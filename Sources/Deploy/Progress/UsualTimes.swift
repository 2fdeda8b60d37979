import CloudAPI

/// How long operations on each resource of a stack took before, read from the stack's own events: no file remembers it.
struct UsualTimes: Sendable {
    /// By the verb and the logical id: the median, in milliseconds.
    private let medians: [String: Int]

    static let none = UsualTimes([])

    /// - Parameter events: newest first, as CloudFormation gives them.
    init(_ events: [CloudFormationClient.StackEvent]) {
        var began: [String: Timestamp] = [:]
        var took: [String: [Int]] = [:]
        for event in events.reversed() {
            guard let moment = Timestamp(iso8601: event.timestamp), let verb = Self.verb(event.status) else { continue }
            let key = "\(verb) \(event.logicalResourceID)"
            if event.status.hasSuffix("_IN_PROGRESS") {
                // A second one says that the creation was initiated; the first one counts.
                if began[key] == nil { began[key] = moment }
            } else if let start = began.removeValue(forKey: key), event.status.hasSuffix("_COMPLETE") {
                took[key, default: []].append((moment - start).milliseconds)
            }
        }
        medians = took.mapValues { $0.sorted()[$0.count / 2] }
    }

    func milliseconds(_ status: String, _ id: String) -> Int? { Self.verb(status).flatMap { medians["\($0) \(id)"] } }

    /// `CREATE` of `CREATE_IN_PROGRESS`; nil for what is no operation on a resource.
    static func verb(_ status: String) -> String? {
        ["CREATE", "UPDATE", "DELETE", "IMPORT"].first { status.hasPrefix($0 + "_") && !status.contains("ROLLBACK") }
    }
}

extension Duration {
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
