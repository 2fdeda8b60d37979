import Foundation
import Synchronization

/// Ctrl-C and SIGTERM. While something is being applied the first one only asks: the running step ends, what is half made is
/// taken back, and the command says where it stopped. A second one ends the command at once.
enum Interruption {
    /// What the command is doing, which decides what its last words are.
    enum Phase: UInt8 {
        /// Neither cloud is changed.
        case reading
        /// Between the first write and the last.
        case applying
        /// Following what goes on by itself.
        case watching
        case other
    }

    private static let signalNumber = Atomic<Int32>(0)
    private static let phase = Atomic<UInt8>(Phase.other.rawValue)
    private static let child = Atomic<Int32>(0)

    /// How an interrupted command ends; nil when nobody has interrupted.
    static var received: ExitStatus? {
        switch signalNumber.load(ordering: .relaxed) {
        case 0: nil
        case SIGTERM: .terminated
        default: .interrupted
        }
    }

    /// What a person wants who interrupts a change that goes on without this command.
    enum Decision: Sendable, Hashable {
        /// Leave it to CloudFormation.
        case detach
        /// Have it taken back.
        case cancel
        /// Go on as if nothing had been pressed.
        case wait
    }

    /// Asks at the terminal; without one the answer is to detach.
    static func decide(about stack: String, mayCancel: Bool) -> Decision {
        guard Console.isInteractive else { return .detach }
        forgive()
        let choices =
            mayCancel
            ? "[d]etach, [c]ancel and roll back, [w]ait" : "[d]etach, [w]ait (a creation can not be cancelled)"
        switch Console.ask("\n\(stack) is changing in CloudFormation, with or without this command: \(choices)? ")?
            .first
        {
        case "c" where mayCancel: return .cancel
        case "w": return .wait
        default: return .detach
        }
    }

    /// The next signal is a first one again.
    static func forgive() { signalNumber.store(0, ordering: .relaxed) }

    static func enter(_ next: Phase) { phase.store(next.rawValue, ordering: .relaxed) }

    /// The program that runs now, so that a signal reaches it too; nil when it has ended.
    static func forward(to process: Int32?) { child.store(process ?? 0, ordering: .relaxed) }

    static func install() {
        _ = received
        _ = (phase.load(ordering: .relaxed), child.load(ordering: .relaxed))
        signal(SIGINT, handle)
        signal(SIGTERM, handle)
        // A reader that goes away, such as `head`, ends the output and not the work.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Only calls that are safe in a signal handler (signal-safety(7)).
    private static let handle: @convention(c) (Int32) -> Void = { number in
        let isFirst = signalNumber.exchange(number, ordering: .relaxed) == 0
        let process = child.load(ordering: .relaxed)
        if process > 0, kill(-process, number) != 0 { kill(process, number) }
        let phase = Phase(rawValue: phase.load(ordering: .relaxed))
        if isFirst, process > 0 || phase == .applying || phase == .watching {
            if phase == .applying { say("\nStopping as soon as the running step allows; once more stops at once.\n") }
            return
        }
        switch phase {
        case .reading: say("\nInterrupted; nothing was changed.\n")
        case .applying:
            say(
                "\nStopped at once, in the middle of a step. What CloudFormation was told goes on: `deploy watch` follows it, "
            )
            say("`deploy cancel` takes it back, and the same command goes on from what is there.\n")
        case .watching: say("\nThe change goes on in CloudFormation; nothing was stopped.\n")
        default: say("\nInterrupted.\n")
        }
        _exit(128 + number)
    }

    private static func say(_ words: StaticString) {
        _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    }
}
