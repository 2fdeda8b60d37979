import ArgumentParser
import CloudAPI
import CloudFormation
import InfraDSL

/// Prints what an environment's functions wrote to their logs, and goes on as they write.
struct LogsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Print the logs of an environment's functions and other resources; --follow goes on.",
        discussion: """
              swift run deploy logs --env prod                          the last ten minutes
              swift run deploy logs --env prod --since 2h --filter ERROR
              swift run deploy logs --env local --follow
              swift run deploy logs --env prod --resource IngestLog --output json

            --filter is in CloudWatch's filter syntax. Ctrl-C ends --follow.
            """)

    @OptionGroup var target: EnvironmentOption

    @Flag(name: .shortAndLong, help: "Go on as lines come.")
    var follow = false

    @Option(help: "How far back: 30s, 10m, 2h, 1d.")
    var since = "10m"

    @Option(help: "Only lines that match, in CloudWatch's filter syntax.")
    var filter: String?

    @Option(help: "Only this log group, by its logical id; may be repeated.")
    var resource: [String] = []

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func run() throws {
        Interruption.enter(.reading)
        guard let back = LogTime.seconds(since) else {
            throw ValidationError("--since is \"\(since)\"; 30s, 10m, 2h and 1d are such times.")
        }
        let session = try Session.open(try target.environment, try Checkout.containing())
        try session.checkIdentity()
        let groups = try groups(session)
        let clock = session.aws.clock
        var tail = LogTail(client: LogsClient(session.aws), filter: filter)
        var from = clock.now() + .seconds(-back)
        while true {
            for line in try tail.next(groups, since: from) { tell(line, groups.count) }
            guard follow else { return }
            // Lines may come late: a little is read again, and what was told is not told twice.
            from = max(from, clock.now() + .seconds(-60))
            clock.sleep(.seconds(1))
        }
    }

    private func groups(_ session: Session) throws -> [LogTail.Group] {
        let client = CloudFormationClient(session.aws)
        var found: [LogTail.Group] = []
        for assembly in try target.assemblies {
            guard try client.describeStack(assembly.stack.stackName) != nil else { continue }
            found += try client.resources(of: assembly.stack.stackName)
                .filter { $0.resourceType == Logs.LogGroup.type }
                .compactMap { entry in entry.physicalResourceID.map { .init(id: entry.logicalResourceID, name: $0) } }
        }
        let chosen = resource.isEmpty ? found : found.filter { resource.contains($0.id) }
        guard !chosen.isEmpty else {
            throw Failure(
                found.isEmpty
                    ? "\(target.name) has no log group."
                    : "No log group is called \(resource.joined(separator: ", ")).",
                advice: found.isEmpty
                    ? "Deploy it first." : "There are: \(found.map(\.id).joined(separator: ", ")).")
        }
        return chosen
    }

    private func tell(_ line: LogTail.Line, _ count: Int) {
        switch output {
        case .text:
            let group = count > 1 ? "  \(line.group.id)" : ""
            Console.result("\(line.event.moment.iso8601)\(group)  \(LogTime.printable(line.event.message))")
        case .json:
            let json: JSON = [
                "time": .string(line.event.moment.iso8601), "group": .string(line.group.name),
                "stream": .string(line.event.stream), "message": .string(line.event.message),
            ]
            Console.result(String(decoding: json.bytes, as: UTF8.self))
        }
    }
}

/// The lines of some log groups in the order of time, each told once.
struct LogTail {
    struct Group: Sendable, Hashable {
        let id: String
        let name: String
    }

    struct Line {
        let group: Group
        let event: LogEvent
    }

    let client: LogsClient
    let filter: String?
    private var told: Set<String> = []

    init(client: LogsClient, filter: String?) {
        self.client = client
        self.filter = filter
    }

    mutating func next(_ groups: [Group], since: Timestamp) throws -> [Line] {
        var lines: [Line] = []
        for group in groups {
            for event in try client.filterLogEvents(group: group.name, since: since, pattern: filter) {
                // Where no id is given, the moment and the words are one.
                let identity = event.id.isEmpty ? "\(event.moment) \(event.stream) \(event.message)" : event.id
                if told.insert("\(group.name) \(identity)").inserted { lines.append(Line(group: group, event: event)) }
            }
        }
        return lines.sorted { $0.event.moment < $1.event.moment }
    }
}

/// Times and lines as `logs` reads and writes them.
enum LogTime {
    /// `10m` as 600; nil for what is none.
    static func seconds(_ text: String) -> Int? {
        guard let match = text.wholeMatch(of: /(\d{1,6})([smhd])/), let number = Int(match.1) else { return nil }
        let units: [Substring: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        return number * (units[match.2] ?? 1)
    }

    /// A log line holds what somebody sent: control characters are not for the terminal.
    static func printable(_ message: String) -> String {
        String(
            String.UnicodeScalarView(
                message.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F ? " " : $0 }))
    }
}
