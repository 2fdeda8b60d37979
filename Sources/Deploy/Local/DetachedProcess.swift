import Foundation

/// A program that goes on when the command ends: its own session, its output in a file, its id in another.
struct DetachedProcess: Sendable {
    let name: String
    /// A word of its command line, so that an id taken over by another program is not mistaken for it.
    let mark: String
    private let pidFile: URL
    let logFile: URL

    init(_ name: String, mark: String, in folder: URL) {
        self.name = name
        self.mark = mark
        pidFile = folder.appending(path: "\(name).pid")
        logFile = folder.appending(path: "\(name).log")
    }

    /// The id of the running program; nil when it does not run.
    var pid: pid_t? {
        guard let text = try? String(contentsOf: pidFile, encoding: .utf8),
            let pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)), pid > 1,
            let command = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(pid)/cmdline")),
            String(decoding: command, as: UTF8.self).contains(mark)
        else { return nil }
        return pid
    }

    /// Starts the program, its variables being these and no others.
    func start(_ arguments: [String], environment: [String: String]) throws {
        try FileManager.default.createDirectory(
            at: pidFile.deletingLastPathComponent(), withIntermediateDirectories: true)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions, STDOUT_FILENO, logFile.path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A session of its own: Ctrl-C in this terminal is not for it.
        posix_spawnattr_setflags(&attributes, Int16(0x80))
        let argv = arguments.map { strdup($0) } + [nil]
        let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var pid = pid_t()
        let status = posix_spawn(&pid, arguments[0], &actions, &attributes, argv, envp)
        guard status == 0 else {
            throw Failure("Can not start \(name) (\(arguments[0])): \(String(cString: strerror(status)))")
        }
        try Data("\(pid)\n".utf8).write(to: pidFile, options: .atomic)
    }

    /// Asks the program to end, and ends it when it does not within ten seconds. What it started itself gets five more
    /// seconds to notice. True when it ran.
    @discardableResult
    func stop() -> Bool {
        defer { try? FileManager.default.removeItem(at: pidFile) }
        guard let pid else { return false }
        kill(pid, SIGTERM)
        if !isOver(within: 100, { self.pid == nil }, reaping: pid) { kill(pid, SIGKILL) }
        // The program leads a group of its own, which may outlive it for a moment.
        if !isOver(within: 50, { kill(-pid, 0) != 0 }, reaping: pid) { kill(-pid, SIGKILL) }
        return true
    }

    /// - Parameter tries: one each tenth of a second.
    private func isOver(within tries: Int, _ condition: () -> Bool, reaping pid: pid_t) -> Bool {
        for _ in 0..<tries {
            var status: Int32 = 0
            waitpid(pid, &status, WNOHANG)
            if condition() { return true }
            usleep(100_000)
        }
        return false
    }

    /// The last lines it wrote, for an error message.
    func lastWords(_ count: Int = 15) -> String {
        guard let text = try? String(contentsOf: logFile, encoding: .utf8) else { return "" }
        return text.split(separator: "\n").suffix(count).joined(separator: "\n")
    }
}
