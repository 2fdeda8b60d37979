import CloudAPI
import Foundation

/// Who deploys an environment: what stands in the lease object, for the next one to read.
struct LeaseRecord: Sendable, Hashable {
    /// Of this lease and no other.
    let id: String
    let person: String
    let host: String
    /// The kernel's boot and the process namespace: where a process id means something.
    let machine: String
    let process: Int
    /// Tells a process from a later one of the same id; clock ticks since the boot.
    let processStart: String
    let command: String
    /// The run's page of a build server; nil for a run by hand.
    let build: String?
    /// ISO 8601.
    let since: String
    /// The key of the run's journal.
    let journal: String
    var isReleased: Bool

    init(command: String, journal: String, at moment: Timestamp) {
        let variables = ProcessVariables.current
        id = "\(RequestID.random())"
        person = variables["GITHUB_ACTOR"] ?? variables["GITLAB_USER_LOGIN"] ?? variables["USER"] ?? Self.login
        host = ProcessInfo.processInfo.hostName
        machine = ProcessIdentity.machine
        process = Int(getpid())
        processStart = ProcessIdentity.start(of: Int(getpid())) ?? ""
        self.command = command
        build = Self.build(variables)
        since = moment.iso8601
        self.journal = journal
        isReleased = false
    }

    /// Nil for what is no lease of a form that is known here.
    init?(_ bytes: [UInt8]) {
        guard let json = try? JSON.parse(bytes), json["v"]?.int == 1, let id = json["id"]?.string else { return nil }
        self.id = id
        person = json["person"]?.string ?? "?"
        host = json["host"]?.string ?? "?"
        machine = json["machine"]?.string ?? ""
        process = json["process"]?.int ?? 0
        processStart = json["processStart"]?.string ?? ""
        command = json["command"]?.string ?? "?"
        build = json["build"]?.string
        since = json["since"]?.string ?? "?"
        journal = json["journal"]?.string ?? ""
        isReleased = json["released"]?.bool ?? false
    }

    var bytes: [UInt8] {
        JSON.object(compacting: [
            ("v", 1), ("id", .string(id)), ("person", .string(person)), ("host", .string(host)),
            ("machine", .string(machine)), ("process", .integer(process)), ("processStart", .string(processStart)),
            ("command", .string(command)), ("build", build.map { .string($0) }), ("since", .string(since)),
            ("journal", .string(journal)), ("released", .bool(isReleased)),
        ]).bytes
    }

    /// For people.
    var holder: String { "\(person) on \(host) (\(command)\(build.map { ", \($0)" } ?? ""))" }

    /// The holder ran on this very machine and runs no more.
    var isOfDeadProcess: Bool {
        machine == ProcessIdentity.machine && ProcessIdentity.start(of: process) != processStart
    }

    /// The name behind the process's user id.
    private static var login: String {
        getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid \(getuid())"
    }

    private static func build(_ variables: ProcessVariables) -> String? {
        if let server = variables["GITHUB_SERVER_URL"], let repository = variables["GITHUB_REPOSITORY"],
            let run = variables["GITHUB_RUN_ID"]
        {
            return "\(server)/\(repository)/actions/runs/\(run)"
        }
        return variables["CI_JOB_URL"] ?? variables["BUILD_URL"]
    }
}

/// What tells one process from every other (proc(5)).
enum ProcessIdentity {
    static let machine: String = {
        let boot = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id").map(Array.init) ?? []
        let namespace = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
        return String(SHA256.hex(boot + Array(namespace.utf8)).prefix(16))
    }()

    /// When a process began; nil when it does not run.
    static func start(of process: Int) -> String? {
        guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return nil }
        // The name in parentheses may hold anything; the fields after it are numbers.
        let fields = String(decoding: data, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 19 ? String(fields[19]) : nil
    }
}
