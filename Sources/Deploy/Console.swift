import CloudAPI
import Foundation
import Synchronization

/// The terminal: results on stdout, everything else on stderr. With events asked for, these are the results.
enum Console {
    /// What stands on the terminal and is to be wiped before the next line.
    private struct Screen {
        /// Lines of the block of what is under way.
        var block: [String] = []
        /// A passing line stands there.
        var hasOpenLine = false
        /// When a passing line was last printed where there is no terminal.
        var lastProgress = Duration.zero
        var givesEvents = false
    }

    private static let screen = Mutex(Screen())
    private static let started = ContinuousClock.now

    /// Since the command began.
    static var elapsed: Duration { started.duration(to: .now) }

    /// Lines of JSON on stdout in place of text for people.
    static var givesEvents: Bool {
        get { screen.withLock { $0.givesEvents } }
        set { screen.withLock { $0.givesEvents = newValue } }
    }

    /// A result, for people or programs to read.
    static func result(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    /// One thing that happened, where events are asked for.
    static func event(_ event: DeployEvent) {
        guard givesEvents else { return }
        let line = event.json(at: Clock.system.now(), elapsed: elapsed.milliseconds)
        result(String(decoding: line.bytes, as: UTF8.self))
    }

    /// Warnings, questions, plans.
    static func note(_ line: String) {
        screen.withLock { screen in
            write(wiped(&screen) + line + "\n" + drawn(screen.block), to: STDERR_FILENO)
        }
    }

    /// A step of long work, with how long the command has run.
    static func step(_ line: String) {
        guard !givesEvents else { return event(.step(line)) }
        let seconds = elapsed.components.seconds
        note("\(styled(String(format: "%3d s", Int(seconds)), .dim))  \(line)")
    }

    /// A passing line: in a terminal each takes the place of the one before, elsewhere one is printed now and then.
    static func progress(_ line: String) {
        let now = elapsed
        guard !givesEvents else { return }
        if isTerminal {
            screen.withLock { screen in
                write(wiped(&screen) + String(line.prefix(columns - 1)), to: STDERR_FILENO)
                screen.hasOpenLine = true
            }
        } else if screen.withLock({ now - $0.lastProgress >= .seconds(15) }) {
            screen.withLock { $0.lastProgress = now }
            step(line)
        }
    }

    /// Shows what is under way in the place of what was.
    static func show(_ block: LiveBlock) {
        screen.withLock { screen in
            let lines = block.lines(columns: columns, limit: max(3, rows / 2))
            guard lines != screen.block else { return }
            let wipe = wiped(&screen)
            screen.block = lines
            write(wipe + drawn(lines), to: STDERR_FILENO)
        }
    }

    /// Blocks are drawn only where the cursor can be moved.
    static var showsBlocks: Bool { isTerminal && !givesEvents && ProcessVariables.current["TERM"] != "dumb" }

    /// Asks; only "y" and "yes" agree. Without a terminal nobody can answer, so the caller must have another way.
    static func agrees(_ question: String) -> Bool {
        let answer = ask("\(question) [y/N] ")?.lowercased() ?? ""
        return answer == "y" || answer == "yes"
    }

    /// Asks for a name to be typed, for what must not happen by a slip.
    static func isConfirmed(by name: String) -> Bool { ask("Type \(name) to go on: ") == name }

    /// Asks for one line; nil at the end of the input.
    static func ask(_ question: String) -> String? {
        screen.withLock { screen in
            write(wiped(&screen) + question, to: STDERR_FILENO)
            screen.block = []
        }
        return readLine()
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
        let answer = ask(question)
        note("")
        return answer
    }

    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isTerminal }

    private static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

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

    /// What takes the passing line and the block away.
    private static func wiped(_ screen: inout Screen) -> String {
        var text = ""
        if screen.hasOpenLine { text += "\r\u{1B}[2K" }
        screen.hasOpenLine = false
        if !screen.block.isEmpty { text += "\u{1B}[\(screen.block.count)A\r\u{1B}[J" }
        return text
    }

    private static func drawn(_ block: [String]) -> String { block.map { $0 + "\n" }.joined() }

    private static var size: winsize {
        var size = winsize()
        _ = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size)
        return size
    }

    private static var columns: Int { size.ws_col > 20 ? Int(size.ws_col) : 80 }
    private static var rows: Int { size.ws_row > 4 ? Int(size.ws_row) : 24 }

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
