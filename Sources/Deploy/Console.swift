import Foundation
import Synchronization

/// The terminal: results on stdout, everything else on stderr.
enum Console {
    /// A result, for people or programs to read.
    static func result(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    /// Progress, warnings, questions.
    static func note(_ line: String) {
        let isOver = hasOpenLine.exchange(false, ordering: .relaxed)
        write((isOver ? "\r\u{1B}[2K" : "") + line + "\n", to: STDERR_FILENO)
    }

    /// A step of long work, with how long the command has run.
    static func step(_ line: String) {
        let seconds = started.duration(to: .now).components.seconds
        note("\(styled(String(format: "%3d s", Int(seconds)), .dim))  \(line)")
    }

    /// A passing line: in a terminal each takes the place of the one before, elsewhere one is printed now and then.
    static func progress(_ line: String) {
        let elapsed = Int(started.duration(to: .now).components.seconds)
        if isatty(STDERR_FILENO) == 1 {
            write("\r\u{1B}[2K\(String(line.prefix(columns - 1)))", to: STDERR_FILENO)
            hasOpenLine.store(true, ordering: .relaxed)
        } else if elapsed - lastProgress.load(ordering: .relaxed) >= 15 {
            lastProgress.store(elapsed, ordering: .relaxed)
            step(line)
        }
    }

    /// Asks; only "y" and "yes" agree. Without a terminal nobody can answer, so the caller must have another way.
    static func agrees(_ question: String) -> Bool {
        write("\(question) [y/N] ", to: STDERR_FILENO)
        let answer = readLine()?.lowercased() ?? ""
        return answer == "y" || answer == "yes"
    }

    /// Asks for what must not be shown; nil without a terminal.
    static func secret(_ question: String) -> String? {
        guard isInteractive else { return nil }
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
        write(question, to: STDERR_FILENO)
        let answer = readLine()
        write("\n", to: STDERR_FILENO)
        return answer
    }

    /// Asks for a name to be typed, for what must not happen by a slip.
    static func isConfirmed(by name: String) -> Bool {
        write("Type \(name) to go on: ", to: STDERR_FILENO)
        return readLine() == name
    }

    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// The few styles in use; ANSI SGR parameters.
    enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    /// Styled where the terminal shows it (NO_COLOR, no-color.org).
    static func styled(_ text: String, _ style: Style) -> String {
        hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    private static let started = ContinuousClock.now

    /// A passing line stands on the terminal and must be wiped before the next one.
    private static let hasOpenLine = Atomic<Bool>(false)

    /// When a passing line was last printed where there is no terminal, in seconds since the start.
    private static let lastProgress = Atomic<Int>(0)

    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
        return Int(size.ws_col)
    }

    private static let hasColor: Bool = {
        let environment = ProcessInfo.processInfo.environment
        guard environment["NO_COLOR"] == nil, environment["TERM"] != "dumb" else { return false }
        return isatty(STDERR_FILENO) == 1
    }()

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
