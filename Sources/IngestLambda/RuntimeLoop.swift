import CloudAPI

#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Takes one event after the other until the environment wants the process to end.
struct RuntimeLoop {
    let runtime: RuntimeClient
    let log: Log
    let clock: Clock
    /// Answers an event, or throws what is to be reported as the function's error.
    let handle: (RuntimeClient.Invocation, Deadline) throws -> [UInt8]
    let isEnding: () -> Bool

    /// Returns when the process shall end. Throws when the Runtime API cannot be reached.
    func run() throws {
        while !isEnding() {
            let invocation = try runtime.next()
            Termination.begin()
            defer { Termination.end() }
            if let trace = invocation.traceID {
                setenv("_X_AMZN_TRACE_ID", trace, 1)
            } else {
                unsetenv("_X_AMZN_TRACE_ID")
            }
            let deadline = Deadline(milliseconds: invocation.deadline, clock: clock)
            do {
                let answer = try handle(invocation, deadline)
                try runtime.respond(to: invocation.requestID, answer)
            } catch let failure as InvocationFailure {
                log.error(
                    "invocation failed",
                    [("requestId", .string(invocation.requestID)), ("reason", .string(failure.message))])
                try runtime.fail(invocation.requestID, type: failure.type, message: failure.message)
            }
        }
    }
}

/// What makes a whole invocation fail, so that all of it comes again.
struct InvocationFailure: Error {
    /// For the Runtime API: `Ingest.MalformedEvent`.
    let type: String
    let message: String
}
