package import CloudAPI

/// What a search for credentials reads of the world outside: variables, files, programs, the person at the terminal. Given
/// as closures, so that a test holds the whole world in its hand.
package struct SignInWorld: Sendable {
    package var variables: ProcessVariables
    /// The home folder; nil where there is none.
    package var home: String?
    /// The content of a file; nil when there is no such file or it may not be read.
    package var read: @Sendable (String) -> [UInt8]?
    /// Replaces a file that only its owner may read.
    package var write: @Sendable (String, [UInt8]) throws -> Void
    /// Runs a program, arguments as a list; what it writes on its error stream goes to the person.
    package var run: @Sendable ([String]) throws -> (status: Int32, output: [UInt8])
    /// Asks the person; nil when nobody sits there.
    package var ask: @Sendable (String) -> String?
    package var transport: any Transport
    package var clock: Clock

    package init(
        variables: ProcessVariables,
        home: String?,
        read: @escaping @Sendable (String) -> [UInt8]?,
        write: @escaping @Sendable (String, [UInt8]) throws -> Void,
        run: @escaping @Sendable ([String]) throws -> (status: Int32, output: [UInt8]),
        ask: @escaping @Sendable (String) -> String?,
        transport: any Transport,
        clock: Clock
    ) {
        self.variables = variables
        self.home = home
        self.read = read
        self.write = write
        self.run = run
        self.ask = ask
        self.transport = transport
        self.clock = clock
    }

    func text(_ path: String) -> String? { read(path).map { String(decoding: $0, as: UTF8.self) } }

    /// `~/…` below the home folder, everything else as it is.
    func expanded(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home else { return path }
        return home + path.dropFirst()
    }
}

/// Why nobody could be signed in, and what to do about it; never holds a part of a secret.
package struct SignInProblem: Error, Sendable, Hashable, CustomStringConvertible {
    package var message: String
    package var advice: String?

    package init(_ message: String, advice: String? = nil) {
        self.message = message
        self.advice = advice
    }

    package var description: String { advice.map { "\(message) \($0)" } ?? message }
}
