import CloudAPI

/// A stack of the scripted CloudFormation: its state, what it is becoming, and every event so far.
struct FakeStack {
    struct Event {
        var id: String
        var moment: Timestamp
        var resource: String
        var type: String
        var status: String
        var reason: String
    }

    struct ChangeSet {
        var id: String
        var name: String
        var type: String
        var template: String
        /// When it can be executed, in time since the beginning.
        var ready: Duration
        var isEmpty: Bool
    }

    let id: String
    let name: String
    var status = "REVIEW_IN_PROGRESS"
    var template = ""
    /// What is on its way to be done, soonest first.
    var agenda: [(at: Duration, work: Work)] = []
    /// Oldest first.
    var events: [Event] = []
    var changeSets: [ChangeSet] = []
    var tokens: Set<String> = []
    /// How often an operation was begun.
    var operations = 0

    enum Work {
        case resource(String, type: String, status: String, reason: String)
        case stack(String, reason: String)
        /// The stack has this template from now on.
        case becomes(String)
    }

    init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    var isBusy: Bool { status.hasSuffix("_IN_PROGRESS") && status != "REVIEW_IN_PROGRESS" }

    /// Does what is due.
    mutating func advance(to elapsed: Duration, began: Timestamp) {
        while let next = agenda.first, next.at <= elapsed {
            agenda.removeFirst()
            switch next.work {
            case .resource(let resource, let type, let status, let reason):
                log(resource, type, status, reason, began + next.at)
            case .stack(let status, let reason):
                self.status = status
                log(name, "AWS::CloudFormation::Stack", status, reason, began + next.at)
            case .becomes(let template): self.template = template
            }
        }
    }

    mutating func log(_ resource: String, _ type: String, _ status: String, _ reason: String, _ moment: Timestamp) {
        events.append(
            Event(
                id: "\(name)-\(id.suffix(1))-\(events.count)", moment: moment, resource: resource, type: type,
                status: status,
                reason: reason))
    }

    /// The resources of a template as `(logical id, type)`, read without understanding it.
    static func resources(_ template: String) -> [(id: String, type: String)] {
        var found: [(String, String)] = []
        var isInside = false
        var id = ""
        for line in template.split(separator: "\n") {
            if line.first != " " {
                isInside = line == "Resources:"
            } else if isInside, line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") {
                id = String(line.dropFirst(2).dropLast())
            } else if isInside, line.hasPrefix("    Type: ") {
                found.append((id, String(line.dropFirst(10))))
            }
        }
        return found
    }
}
